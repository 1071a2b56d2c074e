import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/index/analyzer.ts';
import type { IndexedPassage } from '../../src/index/builder.ts';
import { Searcher } from '../../src/index/searcher.ts';
import {
  anyPassages,
  anyText,
  found,
  manyPassages,
  NaiveSearcher,
  passagesOf,
  searcherOf,
  segmentOf,
} from './support.ts';

/** Searches that mix common and rare terms of {@link manyPassages}, so that some of them are pruned. */
const QUERIES = [
  '青岛港口',
  '青岛的会议和工作',
  '老百姓 run 3.5',
  '中国共产党党建在济南',
  '直播电商服务企业工作会议青岛济南港口',
];

function spread(passages: readonly IndexedPassage[], parts: number): Searcher {
  return searcherOf(
    ...Array.from({ length: parts }, (_, part) => segmentOf(passages.filter((_p, at) => at % parts === part))),
  );
}

describe('a search', () => {
  it('finds exactly what scoring every passage finds, to the last bit, ties included', () => {
    fc.assert(
      fc.property(
        anyPassages,
        anyText,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 4 }),
        (passages, text, limit, parts) => {
          const expected = new NaiveSearcher(passages).search(analyze(text), limit);
          expect(spread(passages, parts).search(analyze(text), { limit })).toEqual(expected);
        },
      ),
    );
  });

  it.each([1, 3])('does so where lists are pruned, with %d segments', (parts) => {
    const passages = manyPassages(9000);
    const naive = new NaiveSearcher(passages);
    const searcher = spread(passages, parts);
    for (const text of QUERIES) {
      for (const limit of [1, 10, 50]) {
        expect(searcher.search(analyze(text), { limit }), `${text} ${limit}`).toEqual(
          naive.search(analyze(text), limit),
        );
      }
    }
  });

  it('does so with a filter, which is asked for few passages only', () => {
    const passages = manyPassages(9000);
    const accept = (passage: number): boolean => passage % 5 === 0;
    let asked = 0;
    for (const text of QUERIES) {
      const hits = spread(passages, 2).search(analyze(text), {
        limit: 10,
        accept: (passage) => {
          asked++;
          return accept(passage);
        },
      });
      expect(hits).toEqual(new NaiveSearcher(passages).search(analyze(text), 10, accept));
    }
    expect(asked).toBeLessThan((QUERIES.length * passages.length) / 10);
  });

  it('gives scores that do not depend on how the passages are spread', () => {
    const passages = manyPassages(400);
    const whole = spread(passages, 1);
    for (const parts of [2, 7, 50]) {
      const searcher = spread(passages, parts);
      for (const text of QUERIES) {
        expect(searcher.search(analyze(text), { limit: 20 })).toEqual(whole.search(analyze(text), { limit: 20 }));
      }
    }
  });

  it('is not misled by an earlier one whose filter failed', () => {
    const searcher = spread(manyPassages(500), 1);
    const hits = searcher.search(analyze('青岛会议'), { limit: 10 });
    const fails = (): boolean => {
      throw new Error('No such article.');
    };
    expect(() => searcher.search(analyze('青岛会议'), { limit: 10, accept: fails })).toThrow('No such article.');
    expect(searcher.search(analyze('青岛会议'), { limit: 10 })).toEqual(hits);
  });

  it.each([1, 3])('puts the smaller id first among equals and drops the larger ones, with %d segments', (parts) => {
    const alike = Array.from({ length: 20 }, (_, id) => ({ id, text: '青岛港口', heading: '' }));
    expect(found(spread(alike, parts), '青岛', 5)).toEqual([0, 1, 2, 3, 4]);
  });

  it('counts a term once however often it is asked for', () => {
    const searcher = searcherOf(segmentOf(passagesOf('青岛港口', '济南会议', '港口服务')));
    const terms = analyze('青岛港口');
    const twice = { words: [...terms.words, ...terms.words], bigrams: [...terms.bigrams, ...terms.bigrams] };
    expect(searcher.search(twice, { limit: 3 })).toEqual(searcher.search(terms, { limit: 3 }));
  });

  it.each([
    { what: 'no term', text: '，', limit: 5 },
    { what: 'terms that nobody uses', text: '哈尔滨', limit: 5 },
    { what: 'no hit', text: '青岛', limit: 0 },
  ])('finds nothing when $what is wanted', ({ text, limit }) => {
    expect(searcherOf(segmentOf(passagesOf('青岛港口'))).search(analyze(text), { limit })).toEqual([]);
  });

  it('finds nothing in nothing', () => {
    expect([new Searcher([]).search(analyze('青岛'), { limit: 3 }), new Searcher([]).passages]).toEqual([[], 0]);
  });
});

describe('deleted passages', () => {
  const passages = passagesOf('青岛港口服务', '青岛港口', '济南会议', '青岛会议');
  const segment = segmentOf(passages);

  it('are never found and not counted', () => {
    const searcher = new Searcher([{ segment, deleted: new Set([1, 2]) }]);
    expect(found(searcher, '青岛港口').sort()).toEqual([0, 3]);
    expect(found(searcher, '济南')).toEqual([]);
    expect(searcher.passages).toBe(2);
    expect(searcher.gainsOf(analyze('青岛'), 1)).toEqual([]);
  });

  it('may be named though they are not there, or are the first or the last of their segment', () => {
    const sparse = segmentOf([3, 5, 9].map((id) => ({ id, text: '青岛港口', heading: '' })));
    const left = (...deleted: number[]): unknown => {
      const searcher = new Searcher([{ segment: sparse, deleted: new Set(deleted) }]);
      return [searcher.passages, found(searcher, '青岛')];
    };
    expect(left(0, 4, 10)).toEqual([3, [3, 5, 9]]);
    expect(left(3, 4)).toEqual([2, [5, 9]]);
    expect(left(9, 1)).toEqual([2, [3, 5]]);
  });

  it('leave the scores of the others as they are until the segment is merged', () => {
    const before = searcherOf(segment).search(analyze('青岛港口'), { limit: 4 });
    const after = new Searcher([{ segment, deleted: new Set([1]) }]).search(analyze('青岛港口'), { limit: 4 });
    expect(after).toEqual(before.filter(({ passage }) => passage !== 1));
  });

  it('leave no trace once their whole segment is deleted', () => {
    const other = segmentOf([{ id: 9, text: '青岛旅游', heading: '' }]);
    const searcher = new Searcher([
      { segment, deleted: new Set([0, 1, 2, 3]) },
      { segment: other, deleted: new Set() },
    ]);
    expect([searcher.passages, searcher.documentFrequency('港口')]).toEqual([1, 0]);
    expect(searcher.search(analyze('青岛'), { limit: 3 })).toEqual(
      searcherOf(other).search(analyze('青岛'), { limit: 3 }),
    );
  });
});

describe('what a searcher knows of terms', () => {
  const searcher = searcherOf(
    segmentOf(passagesOf('青岛的港口', '青岛会议 GDP')),
    segmentOf([{ id: 7, text: '济南会议', heading: '青岛' }]),
  );

  it.each([
    { term: '青岛', words: 3, bigrams: 3 },
    { term: '会议', words: 2, bigrams: 2 },
    { term: '岛会', words: 0, bigrams: 1 },
    { term: 'gdp', words: 1, bigrams: 1 },
    { term: '哈尔滨', words: 0, bigrams: 0 },
  ])('$term: $words passages by words, $bigrams by bigrams', ({ term, words, bigrams }) => {
    expect([searcher.documentFrequency(term), searcher.bigramFrequency(term)]).toEqual([words, bigrams]);
  });

  it('weighs rare terms more than common ones, unknown ones most and particles nothing', () => {
    const weights = ['的', '青岛', '会议', '港口', '哈尔滨'].map((word) => searcher.weightOf(word));
    expect(weights).toEqual([...weights].sort((a, b) => a - b));
    expect(weights[0]).toBe(0);
    expect(searcher.bigramWeight('岛会')).toBeGreaterThan(searcher.bigramWeight('会议'));
    expect(searcher.characterWeight('港')).toBeGreaterThan(searcher.characterWeight('会'));
    expect(searcher.characterWeight('疆')).toBeGreaterThan(searcher.characterWeight('港'));
  });

  it('lists every word once, over all segments', () => {
    expect([...searcher.words()].sort()).toEqual(['gdp', '会议', '济南', '港口', '青岛']);
  });

  it('makes words only as far as they are asked for', () => {
    const words = searcher.words();
    expect(words.next()).toMatchObject({ done: false });
  });
});
