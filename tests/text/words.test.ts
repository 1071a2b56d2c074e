import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { USER_WORDS } from '../../src/text/lexicon/user-words.ts';
import { cut, tagWords, warmWords } from '../../src/text/words.ts';

beforeAll(() => warmWords());

describe('cut', () => {
  it.each([
    ['本报讯记者王小明', ['本报讯', '记者', '王小明']],
    ['全市新增专精特新企业', ['全市', '新增', '专精特新', '企业']],
    ['市委常委会扩大会议举行', ['市委常委会', '扩大', '会议', '举行']],
    ['推进“一带一路”建设', ['推进', '“', '一带一路', '”', '建设']],
  ])('keeps the words of newspapers together in %s', (text, words) => {
    expect(cut(text)).toEqual(words);
  });

  it('finds a name that no dictionary knows', () => {
    expect(cut('记者薄克国报道')).toContain('薄克国');
  });

  it('keeps every word of our own dictionary whole', () => {
    const words = Object.values(USER_WORDS).flatMap((list) => list.trim().split(/\s+/));
    expect(words.filter((word) => !cut(`，${word}，`).includes(word))).toEqual([]);
  });

  it('has no words for an empty text', () => {
    expect(cut('')).toEqual([]);
  });

  it('rebuilds any text, broken ones too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(cut(text).join('')).toBe(text);
      }),
    );
  });

  it('rebuilds a page with everything that pages contain', () => {
    const page = '　　本报7月15日讯\r\n“4.35万人”\t😀𠮷e\u0301\u200b\0\ud800。\n';
    expect(cut(page).join('')).toBe(page);
  });
});

describe('tagWords', () => {
  it('gives words their parts of speech and places', () => {
    const text = '青岛记者报道';
    expect(tagWords(text)).toEqual([
      { word: '青岛', tag: 'ns', start: 0, end: 2 },
      { word: '记者', tag: 'n', start: 2, end: 4 },
      { word: '报道', tag: 'v', start: 4, end: 6 },
    ]);
  });

  it('marks names that the statistical model found with x', () => {
    expect(tagWords('记者薄克国报道').find(({ word }) => word === '薄克国')?.tag).toBe('x');
  });

  it('cuts as cut does, each word where it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const words = tagWords(text);
        expect(words.map(({ word }) => word)).toEqual(cut(text));
        for (const { word, start, end } of words) expect(text.slice(start, end)).toBe(word);
      }),
    );
  });
});

describe('warmWords', () => {
  it('returns at once when it is called again', () => {
    const before = performance.now();
    for (let times = 0; times < 1000; times++) warmWords();
    expect(performance.now() - before).toBeLessThan(100);
  });
});
