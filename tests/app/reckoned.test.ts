import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shownEvidence } from '../../src/app/evidence.ts';
import { type Paper, paperOf } from '../support/paper.ts';

const JULY = `第六届江城书展月底开幕

□晚报记者 周大成

本报7月8日讯 第六届江城书展将于7月28日至31日在会展中心举行。书展共设摊位300个，目前已预订摊位260个。书展引进文学图书5000册、科普图书3000册、少儿图书1200册。

云台村产业园二期动工

□晚报记者 林小月

本报7月8日讯 云台村产业园二期昨天动工，建成后年产值6亿元；一期去年的年产值为1.5亿元。产业园带动农户增收，平均每户增收2万元，最高的一户增收达9万元。
`;

let paper: Paper;

beforeAll(async () => {
  paper = await paperOf({ '001': { date: '2023-07-08', text: JULY } });
});

afterAll(() => paper.close());

const ask = (question: string) => paper.library.ask(question);

describe('what follows from a sentence without being said in it', () => {
  it.each([
    ['江城书展一共开几天？', '4天', '7月28日至31日：4天'],
    ['这一届之前，江城书展办过几届？', '5届', '第六届 → 5届'],
    ['江城书展的摊位里还没有预订的有几个？', '40个', '300个 − 260个 = 40个'],
    [
      '江城书展引进的几类图书里，数量最多的是哪一类？',
      '文学图书',
      '文学图书 5000册 > 科普图书 3000册 > 少儿图书 1200册',
    ],
    ['云台村产业园二期建成后的年产值是一期去年年产值的几倍？', '4倍', '6亿元 ÷ 1.5亿元 = 4倍'],
    ['云台村产业园带动的农户中，增收最多的农户比平均每户增收多出多少万元？', '7万元', '9万元 − 2万元 = 7万元'],
  ])('answers %s with %s', async (question, text, calculation) => {
    expect(await ask(question)).toMatchObject({ kind: 'answer', text, calculation });
  });

  it.each([
    '第六届江城书展之前，江城马拉松办过几届？',
    '江城书展的摊位里还没有装修的有几个？',
    '云台村产业园三期的年产值是一期的几倍？',
  ])('is not reckoned from what is about something else: %s', async (question) => {
    const outcome = await ask(question);
    expect(outcome.kind === 'answer' && outcome.calculation !== undefined).toBe(false);
  });

  it('is shown among the evidence, behind the sentences that it was reckoned from', async () => {
    const outcome = await ask('江城书展的摊位里还没有预订的有几个？');
    const [sentence, reckoning] = shownEvidence(outcome);
    expect(sentence).toMatchObject({ sentence: '书展共设摊位300个，目前已预订摊位260个。' });
    expect(sentence).not.toHaveProperty('reckoning');
    expect(reckoning).toMatchObject({ sentence: '300个 − 260个 = 40个', reckoning: true, marks: [] });
  });
});
