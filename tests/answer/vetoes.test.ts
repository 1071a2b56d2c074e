import { describe, expect, it } from 'vitest';
import { consider } from '../../src/answer/answer.ts';
import { analyseQuestion } from '../../src/answer/question.ts';
import { loadModel } from '../../src/answer/score.ts';
import { vetoOf } from '../../src/answer/vetoes.ts';
import { MODEL } from '../../src/answer/weights.ts';

const model = loadModel(MODEL);

/** What forbids an answer to a question from one article of 3 June 2023. */
function veto(question: string, text: string) {
  const passage = { article: 'a', ordinal: 0, kind: 'text' as const, text, pieces: [], heading: '', block: 0, row: -1 };
  const materials = [{ id: 1, passage, score: 5, date: '2023-06-03' }];
  return vetoOf(consider(analyseQuestion(question), { materials, weigh: () => 5, model }));
}

const growth =
  '今年上半年，江北区新建农村公路420公里，完成投资7.5亿元，同比增长12%。区长周建国介绍，第二批项目共15个。';

describe('vetoOf', () => {
  it.each([
    ['2021年上半年江北区新建农村公路多少公里？', 'time', 'another year than that of the article'],
    ['江北区下半年新建农村公路多少公里？', 'time', 'the other half of the year'],
    ['上半年南京新建农村公路多少公里？', 'subject', 'a place that the article does not name'],
    ['上半年江北区农村公路投资下降了百分之多少？', 'subject', 'the opposite of what is said'],
    ['江北区第三批项目有多少个？', 'subject', 'another batch'],
    ['江北区的区委书记是谁？', 'subject', 'an office that the article does not have'],
    ['江北区为什么取消农村公路项目？', 'subject', 'an event that the article knows nothing of'],
    ['江北区区长周建国今年多大年纪？', 'subject', 'an age where none is printed'],
    ['江北区新建农村公路的里程是南山区的几倍？', 'subject', 'how many times as much, where an amount is printed'],
  ] as const)('forbids an answer to %s, by %s: %s', (question, by, _reason) => {
    expect(veto(question, growth)?.by).toBe(by);
  });

  it.each([
    '今年上半年江北区新建农村公路多少公里？',
    '2023年上半年江北区新建农村公路多少公里？',
    '江北区农村公路投资增长了百分之多少？',
    '江北区第二批项目有多少个？',
    '江北区的区长是谁？',
  ])('forbids nothing where the article speaks of just that: %s', (question) => {
    expect(veto(question, growth)).toBeUndefined();
  });

  it('takes 去年 for the year before that of the article', () => {
    expect(veto('2022年江北区新建公路多少公里？', '去年江北区新建公路300公里。')).toBeUndefined();
    expect(veto('2020年江北区新建公路多少公里？', '去年江北区新建公路300公里。')?.by).toBe('time');
  });

  it('takes how much something is for no answer to how much more it is', () => {
    const told = '江北区新建公路420公里，南山区新建300公里。';
    expect(veto('江北区新建公路比南山区多多少公里？', told)?.by).toBe('subject');
    expect(veto('江北区新建公路比南山区多多少公里？', '江北区新建公路比南山区多120公里。')).toBeUndefined();
  });

  it('takes a number of another district for none of the one that is asked for', () => {
    const told = '江北区对辖区25家养老机构进行了风险排查。';
    expect(veto('南山区对辖区多少家养老机构进行了风险排查？', `南山区上月开会部署。${told}`)?.word).toBe('南山区');
    expect(veto('江北区对辖区多少家养老机构进行了风险排查？', told)).toBeUndefined();
  });

  it('takes the figure of another project for none of the one that is asked for', () => {
    const told = '落户园区的恒远达生物制剂分装生产项目总投资约1.2亿元。';
    expect(veto('园区签约的安康宁医疗研发平台项目总投资多少亿元？', told)?.word).toBe('安康宁医疗研发平台项目');
    expect(veto('园区签约的恒远达生物制剂项目总投资多少亿元？', told)).toBeUndefined();
  });

  it('takes where a way begins for no answer to where it ends', () => {
    expect(veto('这趟专车的终点是哪个站？', '这趟专车从江北站发出。')?.by).toBe('subject');
    expect(veto('这趟专车从哪个站发出？', '这趟专车从江北站发出。')).toBeUndefined();
  });

  it('takes a whole for no answer to what is left of it', () => {
    expect(veto('还没有签约的项目有几个？', '共发布项目88个。')?.by).toBe('subject');
    expect(veto('还没有签约的项目有几个？', '共发布项目88个，未签约的还有35个。')).toBeUndefined();
    expect(veto('5名书记当中，没有获评“担当作为好书记”的有几人？', '5名书记中，2人获评“担当作为好书记”。')?.by).toBe(
      'subject',
    );
  });

  it('takes a day of another year for no answer', () => {
    const told = '6月2日，全市组织部长会议召开，总结2022年工作。';
    expect(veto('2022年的全市组织部长会议是哪天召开的？', told)?.by).toBe('time');
    expect(veto('2023年的全市组织部长会议是哪天召开的？', told)).toBeUndefined();
  });

  it('knows the single signs of countries in compounds', () => {
    expect(veto('有几家企业可以采购俄罗斯原油？', '有俄油采购许可的企业共4家。')).toBeUndefined();
    expect(veto('有几家企业可以采购俄罗斯原油？', '有原油采购许可的企业共4家。')?.word).toBe('俄罗斯');
  });

  it('names the word that does not hold', () => {
    expect(veto('上半年南京新建农村公路多少公里？', growth)?.word).toBe('南京');
    expect(veto('江北区为什么取消农村公路项目？', growth)?.word).toBe('取消');
  });

  it('takes a slip of the pen for the word that was meant', () => {
    expect(veto('江比区今年上半年新建农村公路多少公里？', growth)).toBeUndefined();
  });
});
