import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/index/analyzer.ts';
import { type Explanation, explain, explainSearch } from '../../src/index/explain.ts';
import { rerank } from '../../src/index/rerank.ts';
import { anyPassages, anyText, passagesOf, searcherOf, segmentOf } from './support.ts';

/** Every node says what its parts are: the terms are products, the rest are sums. */
function check({ name, value, parts }: Explanation): void {
  if (parts.length === 0) return;
  const values = parts.map((part) => part.value);
  const made = name.endsWith('(product)') ? values.reduce((a, b) => a * b, 1) : values.reduce((a, b) => a + b, 0);
  expect(made, name).toBeCloseTo(value, 9);
  parts.forEach(check);
}

describe('an explanation', () => {
  it('comes to the score of the search, and its parts to it', () => {
    fc.assert(
      fc.property(anyPassages, anyText, (passages, text) => {
        const searcher = searcherOf(segmentOf(passages));
        for (const { passage, score } of searcher.search(analyze(text), { limit: 5 })) {
          const explanation = explainSearch(searcher, analyze(text), passage);
          expect(explanation.value).toBeCloseTo(score, 9);
          check(explanation);
        }
      }),
    );
  });

  it('comes to the score after re-ranking', () => {
    fc.assert(
      fc.property(anyPassages, anyText, (passages, question) => {
        const searcher = searcherOf(segmentOf(passages));
        const terms = analyze(question);
        const shown = new Map(passages.map((passage) => [passage.id, passage]));
        const text = (id: number): string => shown.get(id)?.text ?? '';
        const heading = (id: number): string => shown.get(id)?.heading ?? '';
        for (const { passage, score } of rerank(searcher.search(terms, { limit: 5 }), {
          terms,
          rarities: searcher,
          text,
          heading,
        })) {
          const explanation = explain(searcher, terms, { passage, text: text(passage), heading: heading(passage) });
          expect(explanation.value).toBeCloseTo(score, 9);
          check(explanation);
        }
      }),
    );
  });

  it('names the terms with their factors', () => {
    const searcher = searcherOf(segmentOf(passagesOf('青岛港口，青岛', '济南会议')));
    const { parts } = explainSearch(searcher, analyze('青岛会议'), 0);
    expect(parts.map(({ name }) => name)).toEqual(['words', 'bigrams']);
    expect(parts[0]?.parts.map(({ name }) => name)).toEqual(['青岛 (product)']);
    expect(parts[0]?.parts[0]?.parts.map(({ name }) => name)).toEqual([
      'idf, in 1 passages',
      'weight of the kind × (k1 + 1)',
      'saturation, 2 times, length 3 beside 2.5',
    ]);
  });

  it('of a passage that is not there comes to nothing', () => {
    expect(explainSearch(searcherOf(segmentOf(passagesOf('青岛'))), analyze('青岛'), 5).value).toBe(0);
  });
});
