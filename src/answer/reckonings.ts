/**
 * What follows from one sentence without being said in it: by how much something changed, what is left of it, how many days
 * it lasts, how many there were before, which of several is the most.
 */
import type { Span } from '../text/span.ts';
import { type AskedChange, askedChange, toldChange } from './told-changes.ts';
import { type AskedCounts, askedCounts, toldCounts } from './told-counts.ts';
import { type AskedDays, type AskedRounds, askedDays, askedRounds, toldDays, toldRounds } from './told-days.ts';
import { type AskedMost, askedMost, toldMost } from './told-most.ts';
import { type AskedRest, askedRest, toldRest } from './told-rests.ts';

/** What a question wants to be reckoned. */
export type AskedReckoning = AskedChange | AskedRest | AskedDays | AskedRounds | AskedMost | AskedCounts;

/** A folded sentence, and the day of its article as precisely as known. */
export interface Told {
  readonly text: string;
  readonly day: string | null;
}

/** A result, the way to it, and where the sentence tells what it is made of. */
export interface Reckoned {
  readonly text: string;
  /** The way to it; left out where the sentence itself says it. */
  readonly calculation?: string;
  readonly spans: readonly Span[];
}

/** What the folded question wants to be reckoned, `undefined` where it wants nothing of the kind. */
export function askedReckoning(question: string): AskedReckoning | undefined {
  return (
    askedCounts(question) ??
    askedRest(question) ??
    askedDays(question) ??
    askedRounds(question) ??
    askedMost(question) ??
    askedChange(question)
  );
}

/** The result by one sentence, or `undefined` where the sentence does not give it beyond doubt. */
export function reckon(asked: AskedReckoning, told: Told): Reckoned | undefined {
  switch (asked.kind) {
    case 'change':
      return toldChange(asked, told.text);
    case 'rest':
      return toldRest(asked, told.text);
    case 'counts':
      return toldCounts(asked, told.text);
    case 'most':
      return toldMost(asked, told.text);
    case 'days-long':
      return toldDays(told);
    case 'rounds-before':
      return toldRounds(asked, told);
  }
}
