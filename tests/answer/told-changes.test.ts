import { describe, expect, it } from 'vitest';
import { askedChange, toldChange } from '../../src/answer/told-changes.ts';
import { foldText } from '../../src/text/normalize.ts';

const change = (question: string, told: string): string | undefined => {
  const asked = askedChange(foldText(question));
  return asked === undefined ? undefined : toldChange(asked, told)?.text;
};

describe('toldChange', () => {
  it.each([
    ['公交站点一共增加了多少个？', '全区公交站点由412个调整增加至530个,治理重心下移。', '118个'],
    ['补贴的情形比刚开办时多了几种？', '补贴的情形由4种扩大到12种,涵盖各类人员。', '8种'],
    ['办理时间缩短了多少天？', '办理时间从原来的15天缩短到3天。', '12天'],
    ['今年的投资增加了多少亿元？', '投资由1.2亿元提高到3亿元', '1.8亿元'],
  ])('answers %s from %s', (question, told, text) => {
    expect(change(question, told)).toBe(text);
  });

  it.each([
    ['公交站点增加了多少个？', '全区公交站点由530个调整减少至412个。', 'it became less'],
    ['工作人员增加了多少人？', '全区公交站点由412个增加至530个。', 'other things were counted'],
    ['公交站点增加了多少个？', '东区由20个增加至30个,西区由10个增加至40个。', 'two changes are told'],
    ['公交站点增加了多少个？', '由412个社区组成的网格,增加至今的约有530个工作站。', 'no change is told'],
  ])('answers %s by nothing from %s: %s', (question, told, _reason) => {
    expect(change(question, told)).toBeUndefined();
  });

  it.each(['粮食产量增长了百分之多少？', '收入增加了多少倍？', '全长多少米？', '今年收入增加到多少亿元？'])(
    'is not what %s asks for',
    (question) => {
      expect(askedChange(foldText(question))).toBeUndefined();
    },
  );
});
