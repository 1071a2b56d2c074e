import { describe, expect, it } from 'vitest';
import { analyzeQuestion } from '../../src/index/analyzer.ts';
import { RERANKED, rerank, SENTENCE_WEIGHT } from '../../src/index/rerank.ts';
import { SentenceScorer } from '../../src/index/sentences.ts';
import { passagesOf, searcherOf, segmentOf } from './support.ts';

const TEXTS = ['青岛港吞吐量增长。市民参观展览。', '青岛举办会议。港口吞吐量稳定，有所增长。', '济南会议 GDP 3.5'];
const searcher = searcherOf(segmentOf(passagesOf(...TEXTS)));

describe('the best sentence', () => {
  it.each([
    {
      what: 'the one with most of the question',
      text: '市民参观展览。青岛港吞吐量增长。天气晴。',
      sentence: '青岛港吞吐量增长。',
    },
    { what: 'the whole passage when nothing ends in it', text: '青岛港吞吐量增长', sentence: '青岛港吞吐量增长' },
    {
      what: 'the short one of two that say the same',
      text: '青岛港吞吐量增长很快很快很快。青岛港吞吐量增长。',
      sentence: '青岛港吞吐量增长。',
    },
    { what: 'the first of equals', text: '青岛。青岛。', sentence: '青岛。' },
  ])('is $what', ({ text, sentence }) => {
    const { span } = new SentenceScorer(analyzeQuestion('青岛港吞吐量增长多少'), searcher).best(text, '');
    expect(text.slice(span.start, span.end)).toBe(sentence);
    expect(text.indexOf(sentence)).toBe(span.start);
  });

  it('sees a paraphrase by its characters, and numbers and English whole', () => {
    const scorer = new SentenceScorer(analyzeQuestion('会议 GDP 3.5'), searcher);
    const score = (text: string): number => scorer.best(text, '').score;
    expect(score('开会商议')).toBeGreaterThan(0);
    expect(score('gdp3.5')).toBe(0);
    expect(score('GDP 3.5')).toBeGreaterThan(score('GDP 3.'));
    expect(score('天气晴朗')).toBe(0);
  });

  it('counts what the heading says for each sentence', () => {
    const scorer = new SentenceScorer(analyzeQuestion('青岛港吞吐量'), searcher);
    const score = (text: string, heading: string): number => scorer.best(text, heading).score;
    expect(score('吞吐量增长', '青岛港')).toBeGreaterThan(score('吞吐量增长', ''));
    expect(score('青岛港吞吐量增长', '青岛港')).toBeGreaterThan(score('青岛港吞吐量增长', ''));
    expect(score('', '青岛港')).toBe(0);
  });

  it('forgets the heading of the passage before', () => {
    const scorer = new SentenceScorer(analyzeQuestion('青岛港吞吐量'), searcher);
    const alone = scorer.best('吞吐量增长', '').score;
    scorer.best('吞吐量增长', '青岛港');
    expect(scorer.best('吞吐量增长', '').score).toBe(alone);
  });

  it('is made up of the gains of its units', () => {
    const scorer = new SentenceScorer(analyzeQuestion('青岛港吞吐量 GDP'), searcher);
    const gains = scorer.gains('市民参观。青岛港吞吐量增长。', '青岛 GDP');
    expect(gains.map(({ unit, places }) => unit + places).join(' ')).toBe('青2 岛2 港1 吞1 吐1 量1 gdp1');
    const sum = gains.reduce((total, { gain }) => total + gain, 0);
    expect(sum).toBeCloseTo(scorer.best('市民参观。青岛港吞吐量增长。', '青岛 GDP').score, 10);
  });
});

describe('rerank', () => {
  const terms = analyzeQuestion('青岛港吞吐量增长多少');
  const text = (passage: number): string => TEXTS[passage] ?? '';

  it('adds what the best sentence is worth', () => {
    const scorer = new SentenceScorer(terms, searcher);
    const hits = searcher.search(terms, { limit: 5 });
    const expected = hits.map(({ passage, score }) => ({
      passage,
      score: score + SENTENCE_WEIGHT * scorer.best(text(passage), '').score,
    }));
    expect(rerank(hits, { terms, rarities: searcher, text })).toEqual(expected.sort((a, b) => b.score - a.score));
  });

  it('puts the smaller id first where scores are equal', () => {
    const hits = [5, 3, 4].map((passage) => ({ passage, score: 1 }));
    const order = rerank(hits, { terms, rarities: searcher, text: () => '' }).map(({ passage }) => passage);
    expect(order).toEqual([3, 4, 5]);
  });

  it('looks at the first 50 only and leaves the others behind them', () => {
    const hits = Array.from({ length: 60 }, (_, at) => ({ passage: at, score: 100 - at }));
    const looked: number[] = [];
    const ranked = rerank(hits, {
      terms,
      rarities: searcher,
      text: (passage) => {
        looked.push(passage);
        return passage === 49 ? '青岛港吞吐量增长' : '';
      },
    });
    expect(looked).toEqual(hits.slice(0, RERANKED).map(({ passage }) => passage));
    expect(ranked.slice(RERANKED)).toEqual(hits.slice(RERANKED));
    expect(ranked.findIndex(({ passage }) => passage === 49)).toBeLessThan(49);
  });

  it('makes nothing of nothing', () => {
    expect(rerank([], { terms, rarities: searcher, text })).toEqual([]);
  });
});
