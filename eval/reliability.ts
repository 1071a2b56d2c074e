/**
 * Whether confidence means what it says: of all answers given with a confidence near 0.8, four in five should be
 * right. Questions that have no answer belong in, since every answer to them is wrong.
 */
import { precisionOf, type Verdict } from './score.ts';

/** The answers whose confidence lies in `[from, to)`; the last bin holds 1 as well. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly answers: number;
  /** Mean confidence and share of right answers; `null` in an empty bin. */
  readonly confidence: number | null;
  readonly right: number | null;
}

const BINS = 10;

/** What was answered, in ten bins of confidence. Answers without a confidence are left out. */
export function reliability(verdicts: readonly Verdict[]): Bin[] {
  const answered = verdicts.filter(({ answered, given }) => answered && Number.isFinite(given?.confidence));
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = answered.filter(({ given }) => binOf(given?.confidence ?? 0) === bin);
    const sum = inside.reduce((total, { given }) => total + (given?.confidence ?? 0), 0);
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      answers: inside.length,
      confidence: inside.length === 0 ? null : sum / inside.length,
      right: precisionOf(inside),
    };
  });
}

function binOf(confidence: number): number {
  return Math.min(BINS - 1, Math.max(0, Math.floor(confidence * BINS)));
}

/** Mean distance of confidence and share of right answers, weighted by the answers of each bin; `null` of nothing. */
export function calibrationError(bins: readonly Bin[]): number | null {
  const answers = bins.reduce((sum, bin) => sum + bin.answers, 0);
  if (answers === 0) return null;
  const gaps = bins.reduce((sum, bin) => sum + bin.answers * Math.abs((bin.confidence ?? 0) - (bin.right ?? 0)), 0);
  return gaps / answers;
}
