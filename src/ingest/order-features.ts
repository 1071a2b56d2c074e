/**
 * How likely does one printed line follow another? Named features, each with its weight.
 *
 * Values are natural logarithms of how much likelier the pair is than two lines that do not belong together. The
 * weights were set by hand on simulated pages of articles that the language model was not made of.
 */
import type { Language } from './order-language.ts';
import type { Printed, Unit } from './order-units.ts';
import { SHORT } from './order-units.ts';

/** What two lines show; a feature that says nothing is 0. */
export interface Features {
  /** What follows what in the news and on the page. */
  readonly language: number;
  /** The first line does not fill its column, and yet the second goes on with it. */
  readonly short: number;
  /** The second line is indented, or is a heading, and yet goes on with the first. */
  readonly indent: number;
  /** The second line begins a line of the file. */
  readonly opens: number;
  /** A sentence ends at a column's end: it may or may not go on. */
  readonly sentence: number;
  /** A bracket or quotation mark is opened in the one and closed in the other, or is not. */
  readonly bracket: number;
}

/** How much each feature counts. */
export const WEIGHTS: Readonly<Record<keyof Features, number>> = Object.freeze({
  language: 0.7,
  short: -4,
  indent: -5,
  opens: -1,
  sentence: -1,
  bracket: 3,
});

/** However odd two lines read, it counts no more than this: what is rare is not impossible. */
const LEAST_LANGUAGE = -5;

/** What a new paragraph below another is worth: behind a sentence end, with a line that can begin one. */
const PARAGRAPH = { base: 2, unended: -6, unopened: -4, full: -1 } as const;

/** Whether one line goes on in the other, or a paragraph ends and another begins. */
export type Link = 'join' | 'paragraph';

function bracketOf(unit: Unit, next: Unit): number {
  const [open, closed] = [unit.open.at(-1), next.closed.charAt(0)];
  if (open !== undefined && closed !== '') return open === closed ? 1 : -1;
  return 0;
}

/** The features of a pair whose second line would go on with the first. */
export function featuresOf(unit: Unit, next: Unit, { width, language }: Printed & { language: Language }): Features {
  const short = unit.width < width - SHORT || (unit.heading && unit.line.level > 0);
  return {
    language: Math.max(LEAST_LANGUAGE, language.gain(unit.signs, next.signs)),
    short: short ? 1 : 0,
    indent: next.indented || next.line.level > 0 ? 1 : 0,
    opens: next.opens ? 1 : 0,
    sentence: unit.ends ? 1 : 0,
    bracket: bracketOf(unit, next),
  };
}

const NAMES = Object.keys(WEIGHTS) as (keyof Features)[];

function joinValue(features: Features): number {
  let sum = 0;
  for (const name of NAMES) sum += WEIGHTS[name] * features[name];
  return sum;
}

function paragraphValue(unit: Unit, next: Unit, width: number): number {
  const ended = unit.ends || unit.heading;
  const opened = next.opens || next.indented || next.heading;
  const full = unit.width >= width - 1;
  return (
    PARAGRAPH.base + (ended ? 0 : PARAGRAPH.unended) + (opened ? 0 : PARAGRAPH.unopened) + (full ? PARAGRAPH.full : 0)
  );
}

/** How two lines would be linked, and how likely that is. */
export function linkOf(
  unit: Unit,
  next: Unit,
  page: Printed & { language: Language },
): { readonly link: Link; readonly value: number } {
  const join = unit.heading || next.heading ? Number.NEGATIVE_INFINITY : joinValue(featuresOf(unit, next, page));
  const paragraph = paragraphValue(unit, next, page.width);
  return join > paragraph ? { link: 'join', value: join } : { link: 'paragraph', value: paragraph };
}
