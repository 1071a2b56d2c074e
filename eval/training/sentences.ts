/** Trains the ranking of statements: which sentence holds the answer. */
import type { ForestData } from '../../src/answer/forest.ts';
import { SENTENCE_FEATURES, sentenceRows } from '../../src/answer/sentence-features.ts';
import { statementsOf } from '../../src/answer/statement.ts';
import { binRows } from './bins.ts';
import type { Case } from './cases.ts';
import { proofGain } from './gain.ts';
import { type Groups, type GrowOptions, growForest, takeGroups } from './grow.ts';

const GROW: GrowOptions = { trees: 120, depth: 4, rate: 0.12, stiffness: 3, features: 0.3 };
/** Statements kept beside those that are worth something: the most promising at first sight. */
const KEPT = 24;

/** The statements of the cases as groups to grow a forest on. */
export function sentenceGroups(cases: readonly Case[]): Groups {
  const width = SENTENCE_FEATURES.length;
  const rows: Float32Array[] = [];
  const gains: number[] = [];
  const offsets = [0];
  for (const { gold, question, materials, weigh } of cases) {
    const statements = statementsOf(question, materials, weigh);
    const fields = sentenceRows({ question, statements });
    for (const [at, { material, span }] of statements.entries()) {
      const { article, text } = material.passage;
      const gain = proofGain(gold, { article, sentence: text.slice(span.start, span.end) });
      const row = fields[at];
      if (row === undefined || (gain === 0 && at >= KEPT)) continue;
      rows.push(row);
      gains.push(gain);
    }
    offsets.push(rows.length);
  }
  const all = new Float32Array(rows.length * width);
  for (const [i, row] of rows.entries()) all.set(row, i * width);
  return {
    binned: binRows(all, width),
    offsets: Uint32Array.from(offsets),
    gains: Float32Array.from(gains),
    weights: Float32Array.from(cases, ({ weight }) => weight),
  };
}

/** Grows a forest on the groups of some of the cases. */
export function growSentences(groups: Groups, taken: readonly number[]): ForestData {
  return growForest(takeGroups(groups, taken), SENTENCE_FEATURES, GROW);
}
