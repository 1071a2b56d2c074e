import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../src/answer/question.ts';

describe('analyseQuestion', () => {
  it.each([
    ['这次展览有多少家企业参加？', 'number'],
    ['大桥全长多少公里？', 'number'],
    ['全市有几座水库', 'number'],
    ['这条铁路总投资多少钱？', 'money'],
    ['去年的财政收入是多少亿元？', 'money'],
    ['粮食产量同比增长百分之几？', 'percent'],
    ['女教师的占比是多少？', 'percent'],
    ['工程用了多长时间完工？', 'duration'],
    ['运动会什么时候开幕？', 'date'],
    ['新校区是哪一年建成的？', 'date'],
    ['会议在几月几日召开', 'date'],
    ['谁主持了开工仪式？', 'person'],
    ['水利局的局长叫什么名字？', 'person'],
    ['哪位教授获得了一等奖？', 'person'],
    ['哪个部门负责这项工作？', 'organisation'],
    ['这家工厂由哪家公司收购？', 'organisation'],
    ['博览会在哪里举行？', 'place'],
    ['工厂建在哪个县？', 'place'],
    ['图书馆位于解放路几号？', 'place'],
    ['哪些学校参加了比赛？', 'list'],
    ['三个奖项分别是什么？', 'list'],
    ['为什么推迟开学？', 'reason'],
    ['停产的原因是什么？', 'reason'],
    ['农民靠什么办法增收？', 'method'],
    ['他们是怎么找到水源的？', 'method'],
    ['新列车叫什么名字？', 'name'],
    ['什么是“双减”政策？', 'definition'],
    ['大桥通车了吗？', 'yesno'],
    ['是不是所有村都通了公路？', 'yesno'],
    ['他担任什么职务？', 'office'],
  ] as const)('takes %s for a question of kind %s', (text, kind) => {
    expect(analyseQuestion(text).kind).toBe(kind);
  });

  it.each([
    ['这次展览有多少家企业参加？', '家', '企业'],
    ['水库面积是多少平方公里？', '平方公里', ''],
    ['一共派出多少名医生？', '名', '医生'],
    ['增长了百分之几？', '%', ''],
    ['投资多少亿元？', '元', ''],
  ])('reads in %s the unit %s and the noun %s', (text, unit, focus) => {
    const question = analyseQuestion(text);
    expect([question.unit, question.focus]).toEqual([unit, focus]);
  });

  it('knows how many elements are asked for', () => {
    expect(analyseQuestion('哪三个县受灾最重？').expects).toBe(3);
    expect(analyseQuestion('哪些县受灾？').expects).toBe(0);
  });

  it('keeps the words it is about and leaves out the question phrase, particles and politeness', () => {
    const words = analyseQuestion('请问一下，大桥的桥墩有多少个？').terms.map((term) => term.word);
    expect(words).toContain('大桥');
    expect(words).toContain('桥墩');
    expect(words.some((word) => /多少|请问|的/u.test(word))).toBe(false);
  });

  it('understands traditional characters and full width as their simplified, half-width forms', () => {
    const traditional = analyseQuestion('這次展覽有多少家企業參加？');
    expect(traditional).toMatchObject({
      kind: 'number',
      unit: '家',
      text: analyseQuestion('这次展览有多少家企业参加?').text,
    });
  });

  it('takes a text without any question for a description of its own words', () => {
    const question = analyseQuestion('秋粮收购');
    expect(question.kind).toBe('description');
    expect(question.terms.length).toBeGreaterThan(0);
  });

  it.each(['', '？？？', '\u0000', '🙂'])('never throws, not even for %j', (text) => {
    expect(analyseQuestion(text).terms).toEqual(expect.any(Array));
  });
});
