import { describe, expect, it } from 'vitest';
import { clausesOf, enumerationsOf, phrasesOf } from '../../src/answer/phrases.ts';
import type { Span } from '../../src/text/span.ts';
import { tagWords } from '../../src/text/words.ts';

const texts = (text: string, spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end));

describe('clausesOf', () => {
  it.each([
    ['大桥通车,工期三年;投资12亿元。', ['大桥通车', '工期三年', '投资12亿元']],
    ['产量1,200吨,价格3.5元', ['产量1,200吨', '价格3.5元']],
    ['比分为3:1,主队获胜', ['比分为3:1', '主队获胜']],
    ['一条路——一座桥', ['一条路', '一座桥']],
    ['', []],
    [',,。', []],
  ])('divides %j', (text, clauses) => {
    expect(texts(text, clausesOf(text))).toEqual(clauses);
  });
});

describe('phrasesOf', () => {
  const text = '工厂引进了三条“全自动”生产线,产能翻番';
  const phrases = texts(text, phrasesOf(text, tagWords(text), clausesOf(text)));

  it('offers runs of words inside a clause', () => {
    expect(phrases).toEqual(expect.arrayContaining(['工厂', '生产线', '产能']));
  });

  it('never reaches over a comma', () => {
    expect(phrases.filter((phrase) => phrase.includes(','))).toEqual([]);
  });

  it('never opens a quotation without closing it', () => {
    expect(phrases.filter((phrase) => phrase.includes('“') !== phrase.includes('”'))).toEqual([]);
  });

  it('never begins with a particle', () => {
    expect(phrases.filter((phrase) => /^[了的和]/u.test(phrase))).toEqual([]);
  });
});

describe('enumerationsOf', () => {
  it('offers the whole list and counts its elements', () => {
    const text = '公园里种着松树、柏树和银杏';
    const found = enumerationsOf(text, tagWords(text)).map(({ span, elements }) => [
      text.slice(span.start, span.end),
      elements,
    ]);
    expect(found).toContainEqual(['松树、柏树和银杏', 3]);
  });

  it('finds nothing where nothing is enumerated', () => {
    expect(enumerationsOf('松树和柏树', tagWords('松树和柏树'))).toEqual([]);
  });
});
