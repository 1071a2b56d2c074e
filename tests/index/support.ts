import fc from 'fast-check';
import { analyze, type Terms } from '../../src/index/analyzer.ts';
import { BM25, HEADING_WEIGHT, KINDS, type Kind } from '../../src/index/bm25.ts';
import { type IndexedPassage, SegmentBuilder } from '../../src/index/builder.ts';
import type { Hit } from '../../src/index/contract.ts';
import { decodeLength, encodeLength } from '../../src/index/lengths.ts';
import { Searcher } from '../../src/index/searcher.ts';
import type { Segment } from '../../src/index/segment.ts';

const NONE: ReadonlySet<number> = new Set();

/** Passages of these texts, numbered from 0. */
export function passagesOf(...texts: readonly string[]): IndexedPassage[] {
  return texts.map((text, id) => ({ id, text, heading: '' }));
}

/** One segment of some passages. */
export function segmentOf(passages: readonly IndexedPassage[]): Segment {
  const builder = new SegmentBuilder();
  for (const passage of passages) builder.add(passage);
  return builder.build();
}

/** A searcher over segments from which nothing is deleted. */
export function searcherOf(...segments: readonly Segment[]): Searcher {
  return new Searcher(segments.map((segment) => ({ segment, deleted: NONE })));
}

/** The ids of the hits for a text, best first. */
export function found(searcher: Searcher, text: string, limit = 10): number[] {
  return searcher.search(analyze(text), { limit }).map(({ passage }) => passage);
}

/** Words that segment cleanly, meet in many passages, and hold every sort of term. */
const VOCABULARY = [
  '青岛',
  '济南',
  '会议',
  '企业',
  '工作',
  '党建',
  '直播',
  '电商',
  '服务',
  '港口',
  '老百姓',
  '中国共产党',
  '的',
  '在',
  '了',
  '和',
  '2022',
  '3.5',
  '16',
  'running',
  'run',
  'GDP',
  '㐂',
  '𠮷',
  '。',
  '，',
  '\n',
  '“',
  ' ',
] as const; // prettier-ignore

/** A text of a few of these words, quite often empty or of signs alone. */
export const anyText = fc.array(fc.constantFrom(...VOCABULARY), { maxLength: 24 }).map((words) => words.join(''));

/** Passages in the order of their ids, which have gaps. */
export const anyPassages = fc
  .array(
    fc.record({ gap: fc.integer({ min: 1, max: 9 }), text: anyText, heading: fc.oneof(fc.constant(''), anyText) }),
    {
      maxLength: 40,
    },
  )
  .map((drafts) => {
    let id = -1;
    return drafts.map(({ gap, text, heading }): IndexedPassage => {
      id += gap;
      return { id, text, heading };
    });
  });

/** Many passages, so that lists have blocks and segments have windows; always the same for the same seed. */
export function manyPassages(count: number, seed = 1): IndexedPassage[] {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  // Squaring makes a few words common and the others rare, as in a language.
  const word = (): string => VOCABULARY[Math.floor((next(1000) / 1000) ** 2 * VOCABULARY.length)] ?? '';
  return Array.from({ length: count }, (_, id) => {
    const text = Array.from({ length: 3 + next(20) }, word).join('');
    return { id: id * 2 + 1, text, heading: next(4) === 0 ? word() : '' };
  });
}

function countsOf(terms: readonly string[], heading: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const term of new Set(heading)) counts.set(term, (counts.get(term) ?? 0) + HEADING_WEIGHT);
  return counts;
}

/** What the oracle knows of one kind of term. */
interface NaiveKind {
  readonly kind: Kind;
  readonly counts: readonly Map<string, number>[];
  readonly lengths: readonly number[];
  readonly average: number;
}

function naiveKind(kind: Kind, passages: readonly IndexedPassage[]): NaiveKind {
  const texts = passages.map(({ text }) => analyze(text)[kind]);
  const lengths = texts.map((terms) => decodeLength(encodeLength(terms.length)));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return {
    kind,
    counts: texts.map((terms, at) => countsOf(terms, analyze(passages[at]?.heading ?? '')[kind])),
    lengths,
    average: total > 0 ? total / passages.length : 1,
  };
}

/** The oracle: BM25 as the textbook has it, every passage scored, no index and no short cuts. */
export class NaiveSearcher {
  readonly #passages: readonly IndexedPassage[];
  readonly #kinds: readonly NaiveKind[];

  constructor(passages: readonly IndexedPassage[]) {
    this.#passages = passages;
    this.#kinds = KINDS.map((kind) => naiveKind(kind, passages));
  }

  search(terms: Terms, limit: number, accept: (passage: number) => boolean = () => true): Hit[] {
    const size = this.#passages.length;
    const asked = this.#kinds
      .flatMap((known) =>
        [...new Set(terms[known.kind])].map((term) => {
          const frequency = known.counts.filter((counts) => counts.has(term)).length;
          const rarity = Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
          const { k1, weight } = BM25[known.kind];
          return { known, term, frequency, weight: weight * rarity * (k1 + 1) };
        }),
      )
      .filter(({ frequency }) => frequency > 0)
      .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
    const hits = this.#passages.map(({ id }, at): Hit => {
      let score = 0;
      for (const { known, term, weight } of asked) {
        const count = known.counts[at]?.get(term) ?? 0;
        const { k1, b } = BM25[known.kind];
        const norm = k1 * (1 - b + (b * (known.lengths[at] ?? 0)) / known.average);
        if (count > 0) score += weight * (count / (count + norm));
      }
      return { passage: id, score };
    });
    return hits
      .filter(({ passage, score }) => score > 0 && accept(passage))
      .sort((a, b) => b.score - a.score || a.passage - b.passage)
      .slice(0, limit);
  }
}
