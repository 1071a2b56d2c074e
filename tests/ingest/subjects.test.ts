import { describe, expect, it } from 'vitest';
import { beginsInside, likelihood } from '../../src/ingest/beginnings.ts';
import { contradicts } from '../../src/ingest/joins.ts';
import { Subjects } from '../../src/ingest/subjects.ts';
import { BRIDGE, CLINIC, TEA } from './invented.ts';

const ALL = new Subjects([...BRIDGE.paragraphs, ...CLINIC.paragraphs, ...TEA.paragraphs]);
const LEAST = { some: 30, others: 60 };

describe('what two texts speak of', () => {
  it.each([BRIDGE, CLINIC, TEA])('is partly the same within one article: $title', ({ paragraphs }) => {
    expect(ALL.shared(paragraphs.slice(2), paragraphs.slice(0, 2), { some: 10, others: 60 })).toBeGreaterThan(0.03);
  });

  it('is not the same for two articles', () => {
    expect(ALL.shared(BRIDGE.paragraphs, CLINIC.paragraphs, LEAST)).toBeLessThan(0.03);
    expect(ALL.shared(CLINIC.paragraphs, TEA.paragraphs, LEAST)).toBeLessThan(0.03);
  });

  it('does not depend on script or width', () => {
    const traditional = BRIDGE.paragraphs.map((text) => text.replaceAll('桥', '橋').replaceAll('车', '車'));
    expect(ALL.shared(traditional, BRIDGE.paragraphs, LEAST)).toBeGreaterThan(0.9);
  });

  it('cannot be told of texts that are too short', () => {
    expect(ALL.shared(['大桥通车。'], BRIDGE.paragraphs, LEAST)).toBeUndefined();
    expect(ALL.shared(BRIDGE.paragraphs, ['大桥通车。'], LEAST)).toBeUndefined();
    expect(new Subjects([]).shared([], [], { some: 0, others: 0 })).toBeUndefined();
  });
});

describe('the beginning of a text', () => {
  it.each(['的鲜叶比往年早发五天', '员的三成是青年', '，总投资三亿元', '”他说'])('%s is inside a sentence', (text) => {
    expect(beginsInside(text)).toBe(true);
  });

  it.each(['近年来，镇里', '“我们的茶', '记者从会上获悉', '据了解，大桥', '今年上半年'])('%s begins one', (text) => {
    expect(beginsInside(text)).toBe(false);
  });

  it('is likelier behind what it belongs to', () => {
    expect(likelihood('市委统', '战部部长')).toBeGreaterThan(likelihood('市委统', '疗的三名'));
  });
});

describe('two lines', () => {
  it.each([
    ['学员可以扫码报名，下载', '疗的三名茶农已经康复'],
    ['夜校每周开课两次，欢迎', '额的三成左右'],
  ])('contradict each other: %s|%s', (before, after) => {
    expect(contradicts(before, after)).toBe(true);
  });

  it.each([
    ['及时调', '整工作重点'],
    ['供大家随时观看', '，也可以下载'],
    ['把涉及多个村的', '政策、项目'],
    ['总投资额达1.7', '亿元'],
  ])('may be one: %s|%s', (before, after) => {
    expect(contradicts(before, after)).toBe(false);
  });
});
