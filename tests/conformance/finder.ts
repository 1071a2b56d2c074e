/** What every index must do for those who search it, wherever it is. */
import { describe, expect, it } from 'vitest';
import { analyze, analyzeQuestion } from '../../src/index/analyzer.ts';
import type { IndexedPassage } from '../../src/index/builder.ts';
import type { Finder, Hit } from '../../src/index/contract.ts';
import { manyPassages, NaiveSearcher, passagesOf } from '../index/support.ts';

/** Makes an index of some passages, those of `deleted` put in and taken out again. */
export type BeginFinder = (passages: readonly IndexedPassage[], deleted?: ReadonlySet<number>) => Promise<Finder>;

/** Scores may be as far apart as this, in parts of themselves: engines reckon with 32 bits and round lengths. */
const TOLERANCE = 0.01;
const QUESTIONS = ['青岛港口', '青岛的会议和工作', '老百姓 run 3.5', '中国共产党党建在济南', '直播电商服务企业 GDP'];
const PASSAGES = 3000;

/** Whether the order is right but for hits whose scores are next to equal. */
function inOrder(hits: readonly Hit[]): boolean {
  return hits.every(({ score }, at) => at === 0 || score <= (hits[at - 1]?.score ?? 0) * (1 + TOLERANCE));
}

/** Describes the contract for one implementation. */
export function describeFinder(name: string, begin: BeginFinder): void {
  describe(`${name}, searched`, () => {
    it('gives the hits and scores of BM25 over words and pairs of characters', async () => {
      const passages = manyPassages(PASSAGES);
      const [naive, finder] = [new NaiveSearcher(passages), await begin(passages)];
      for (const question of QUESTIONS) {
        const scores = new Map(naive.search(analyze(question), PASSAGES).map(({ passage, score }) => [passage, score]));
        const hits = await finder.find(analyze(question), 50);
        expect([hits.length, inOrder(hits)], question).toEqual([50, true]);
        const least = [...scores.values()][49] ?? 0;
        for (const { passage, score } of hits) {
          const wanted = scores.get(passage) ?? 0;
          expect(Math.abs(score - wanted), `${question} ${passage}`).toBeLessThanOrEqual(wanted * TOLERANCE);
          expect(wanted, question).toBeGreaterThanOrEqual(least * (1 - TOLERANCE));
        }
      }
    });

    it('gives each passage once, the smaller id first among equals, and no more than is wanted', async () => {
      const finder = await begin(Array.from({ length: 30 }, (_, id) => ({ id, text: '青岛港口', heading: '' })));
      const hits = await finder.find(analyze('青岛'), 5);
      expect(hits.map(({ passage }) => passage)).toEqual([0, 1, 2, 3, 4]);
    });

    it('gives only what holds one of the terms', async () => {
      const finder = await begin(passagesOf('青岛港口', '济南会议', '港口服务'));
      const hits = await finder.find(analyze('港口'), 50);
      expect(hits.map(({ passage }) => passage).sort()).toEqual([0, 2]);
      expect(await finder.find(analyze('哈尔滨'), 50)).toEqual([]);
      expect(await finder.find(analyze('，'), 50)).toEqual([]);
    });

    it('finds a passage by its heading', async () => {
      const finder = await begin([{ id: 7, text: '昨天落成', heading: '青岛大桥' }]);
      expect(await finder.find(analyze('大桥'), 3)).toMatchObject([{ passage: 7 }]);
    });

    it('counts a term once however often it is asked for', async () => {
      const finder = await begin(manyPassages(200));
      const terms = analyze('青岛港口会议');
      const twice = { words: [...terms.words, ...terms.words], bigrams: [...terms.bigrams, ...terms.bigrams] };
      expect(await finder.find(twice, 20)).toEqual(await finder.find(terms, 20));
    });

    it('takes hostile texts for text', async () => {
      const finder = await begin(passagesOf('青岛"} OR *:* --港口', '济南'));
      expect(await finder.find(analyzeQuestion('青岛"} OR *:* -- \'; DROP TABLE'), 3)).toMatchObject([{ passage: 0 }]);
    });

    it('does not find what was taken out, and counts what is left', async () => {
      const finder = await begin(passagesOf('青岛港口', '青岛会议', '青岛'), new Set([1]));
      expect(finder.passages).toBe(2);
      expect((await finder.find(analyze('青岛'), 5)).map(({ passage }) => passage).sort()).toEqual([0, 2]);
    });

    it('finds nothing in nothing', async () => {
      const finder = await begin([]);
      expect([finder.passages, await finder.find(analyze('青岛'), 5)]).toEqual([0, []]);
    });
  });

  describe(`${name}, asked what is rare`, () => {
    it('calls rare what few passages hold, and nothing rarer than what none holds', async () => {
      const finder = await begin(passagesOf('青岛港口', '青岛会议', '青岛企业', '济南'));
      const words = ['青岛', '港口', '哈尔滨'].map((word) => finder.weightOf(word));
      const pairs = ['青岛', '港口', '尔滨'].map((pair) => finder.bigramWeight(pair));
      const characters = ['青', '港', '滨'].map((character) => finder.characterWeight(character));
      for (const weights of [words, pairs, characters]) expect(weights).toEqual(weights.toSorted((a, b) => a - b));
      for (const weights of [words, pairs, characters]) expect(new Set(weights).size).toBe(3);
    });

    it('gives no weight to particles', async () => {
      const finder = await begin(passagesOf('青岛的港口', '济南'));
      expect(finder.weightOf('的')).toBe(0);
    });
  });
}
