import { describe, expect, it } from 'vitest';
import type { Turn } from '../../src/answer/antecedents.ts';
import { followUp, lacksAntecedent } from '../../src/answer/dialogue.ts';

const turn = (question: string, answer: string | null, known: Partial<Turn> = {}): Turn => ({
  question,
  answer,
  article: null,
  ...known,
});

describe('followUp', () => {
  it.each([
    ['上海去年的粮食产量是多少？', '95万吨', '那北京呢？', '北京去年的粮食产量是多少?'],
    ['南湖大桥什么时候开工？', '2021年', '完工呢？', '南湖大桥什么时候完工?'],
    ['2023年全县游客有多少人次？', '40万人次', '2024年呢？', '2024年全县游客有多少人次?'],
    ['积分最高的是哪支球队？', '东山队', '最低的呢？', '积分最低的是哪支球队?'],
    ['西河县在公路建设板块得了多少分？', '19分', '环境治理板块呢？', '西河县在环境治理板块得了多少分?'],
  ])('after %s (%s) understands %s as %s', (question, answer, text, whole) => {
    expect(followUp(text, turn(question, answer)).whole.replace(/？/gu, '?')).toBe(whole);
  });

  it.each([
    ['哪座桥最长？', '跨海大桥', '它在哪里？', '跨海大桥在哪里?'],
    ['谁主持了开工仪式？', '林志远', '他是什么职务？', '林志远是什么职务?'],
    ['东湖隧道工程总投资多少？', '3亿元', '这个工程什么时候完工？', '东湖隧道工程什么时候完工?'],
    ['论坛在哪里举行？', '江城会展中心', '那里有多少个展位？', '江城会展中心有多少个展位?'],
    ['参加签约的是哪些企业？', '华星集团、北方重工', '第二个总部在哪里？', '北方重工总部在哪里?'],
  ])('after %s (%s) puts a name for the pronoun of %s: %s', (question, answer, text, own) => {
    expect(followUp(text, turn(question, answer)).own).toBe(own);
  });

  it('keeps what the conversation is about beside a question that names nothing', () => {
    const asked = followUp('总投资多少？', turn('南湖大桥全长多少米？', '1200米'));
    expect(asked).toMatchObject({ own: '总投资多少?', leans: true });
    expect(asked.topic).toContain('南湖大桥');
  });

  it('remembers the topic over several turns, and only the newest matter of it', () => {
    const second = followUp('总投资多少？', turn('南湖大桥全长多少米？', '1200米'));
    const third = followUp('谁承建的？', turn(second.whole, '3亿元'));
    expect(third.topic).toContain('南湖大桥');
    const fourth = followUp('什么时候通车？', turn(third.whole, '市路桥集团'));
    expect(fourth.topic).toContain('南湖大桥');
    expect(fourth.topic).not.toContain('总投资');
  });

  it('exchanges the word that the proof sets beside the one that was said', () => {
    const proof = { passage: 1, sentence: '今年将帮扶甲城镇企业12家、丙家镇企业9家。', start: 9, end: 12 };
    const { whole } = followUp('丙家呢？', turn('今年帮扶甲城多少家企业？', '12家', { proof }));
    expect(whole).toContain('丙家');
    expect(whole).not.toContain('甲城');
  });

  it('asks for the reason of what was said before', () => {
    const { own } = followUp('为什么？', turn('水库什么时候停止供水？', '3月5日'));
    expect(own).toContain('为什么');
    expect(own).toContain('停止供水');
  });

  it.each(['广州去年新建了多少所学校？', '《城市更新条例》哪天公布的？'])('begins anew with %s', (text) => {
    expect(followUp(text, turn('上海去年的粮食产量是多少？', '95万吨'))).toMatchObject({
      whole: text,
      topic: '',
      leans: false,
    });
  });

  it('leaves a pronoun alone whose name stands before it in the same question', () => {
    const text = '李家庄水库去年扩建，它的库容是多少？';
    expect(followUp(text, turn('谁主持了开工仪式？', '林志远')).own).toContain('它');
  });

  it('leaves any question alone where nothing came before', () => {
    expect(followUp('那北京呢？', undefined)).toMatchObject({ whole: '那北京呢？', leans: false });
  });

  it('puts the text of a page into a question to the letter', () => {
    expect(followUp('第二个总部在哪里？', turn('参加签约的是哪些企业？', '甲$&厂、乙$&厂')).own).toBe(
      '乙$&厂总部在哪里?',
    );
  });
});

describe('lacksAntecedent', () => {
  it.each(['他是什么职务？', '它在哪里？', '这个项目投资多少？', '那里有多少人？'])(
    'knows that %s says of nobody what it asks',
    (text) => {
      expect(lacksAntecedent(text, () => 1)).toBe(true);
    },
  );

  it.each(['王建国说他去年写了几本书？', '该不该修路？', '其他城市有多少？', '水库什么时候停止供水？'])(
    'lets %s pass',
    (text) => {
      expect(lacksAntecedent(text, () => 1)).toBe(false);
    },
  );

  it('lets a noun say what is meant that few passages have', () => {
    expect(lacksAntecedent('该漫画是谁画的？', () => 5)).toBe(false);
    expect(lacksAntecedent('该项目是谁建的？', () => 1)).toBe(true);
  });
});
