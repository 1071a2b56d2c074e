/**
 * How likely does one printed line follow another? Named features, each with its weight.
 *
 * Values are natural logarithms of how much likelier the pair is than two lines that do not belong together. What the signs
 * weigh was fitted by logistic regression on 60,000 pairs of lines (eval/training/border-weights.ts); so were the subject and
 * the brackets, but the subject counts less than there, since the sections of one article share theirs, and brackets more.
 * What the setting weighs was set by hand on simulated pages.
 */
import type { Language } from './order-language.ts';
import type { Printed, Unit } from './order-units.ts';
import { SHORT } from './order-units.ts';

/** What two lines show; a feature that says nothing is 0. */
export interface Features {
  /** The second line begins as the first one lets expect; and goes on so. */
  readonly begins: number;
  readonly goesOn: number;
  /** Pairs of signs that both lines hold, the rarer the more, in natural logarithms. */
  readonly subject: number;
  /** A bracket or quotation mark is opened in the one and closed in the other. */
  readonly paired: number;
  /** One is left open and not closed, or closed and not opened. */
  readonly unpaired: number;
  /** The first line does not fill its column, and yet the second goes on with it: 1, or 0.5 where it may be indented. */
  readonly short: number;
  /** The second line is indented, or is a heading, and yet goes on with the first. */
  readonly indent: number;
  /** The second line begins a line of the file. */
  readonly opens: number;
  /** A sentence ends at a column's end: it may or may not go on. */
  readonly sentence: number;
}

/** How much each feature counts. */
export const WEIGHTS: Readonly<Record<keyof Features, number>> = Object.freeze({
  begins: 0.73,
  goesOn: 0.66,
  subject: 0.2,
  paired: 0.7,
  unpaired: -0.5,
  short: -4,
  indent: -5,
  opens: -1,
  sentence: 0,
});

/** However odd two lines read, it counts no more than this: what is rare is not impossible. */
const LEAST = { begins: -3, goesOn: -2.5 } as const;
/** However much two lines have in common, it counts no more than this. */
const MOST_SUBJECT = 12;
/** The first line of a paragraph is so much narrower where its indent is not seen, in full-width characters. */
const INDENT = 2;

/** What a new paragraph below another is worth: behind a sentence end, with a line that can begin one. */
const PARAGRAPH = { base: 2, unended: -6, unopened: -4, full: -1 } as const;

/** Whether one line goes on in the other, or a paragraph ends and another begins. */
export type Link = 'join' | 'paragraph';

/** Printed lines and the model that reads them. */
export type Readable = Printed & { readonly language: Language };

/** Whether two lines may be one paragraph at all: headings are none, and what was not cut at the column is one already. */
function canJoin(unit: Unit, next: Unit): boolean {
  if (unit.heading || next.heading) return false;
  return !(unit.wide || next.wide) || unit.row === next.row;
}

function shortOf(unit: Unit, width: number): number {
  if (unit.heading && unit.line.level > 0) return 1;
  if (unit.width >= width - SHORT) return 0;
  return unit.width >= width - SHORT - INDENT ? 0.5 : 1;
}

/** The features of a pair whose second line would go on with the first. */
export function featuresOf(unit: Unit, next: Unit, { width, language }: Readable): Features {
  const [open, closed] = [unit.open.at(-1), next.closed.charAt(0)];
  const [last = 0, first = 0, second = 0] = [unit.signs.at(-1), next.signs[0], next.signs[1]];
  return {
    begins: Math.max(LEAST.begins, language.begins(language.contextBehind(unit.signs), first)),
    goesOn: last === 0 ? 0 : Math.max(LEAST.goesOn, language.goesOn(language.contextOf(last, first), second)),
    subject: Math.min(MOST_SUBJECT, language.shared(unit.subject, next.subject)),
    paired: open !== undefined && open === closed ? 1 : 0,
    unpaired: (open === undefined) !== (closed === '') ? 1 : 0,
    short: shortOf(unit, width),
    indent: next.indented || next.line.level > 0 ? 1 : 0,
    opens: next.opens ? 1 : 0,
    sentence: unit.ends ? 1 : 0,
  };
}

/**
 * What it costs that nothing follows a line, and that it follows nothing, as natural logarithms: little where a paragraph may
 * end or begin, else as much as it is rare that the rest of a sentence is not on the page.
 */
const ALONE = { ended: 1.6, maybe: 2.2, torn: 4.2 } as const;

/** What it costs that nothing follows a line. */
export function costOfNone(unit: Unit, width: number): number {
  if (unit.ends || unit.heading) return ALONE.ended;
  return unit.width < width - SHORT ? ALONE.maybe : ALONE.torn;
}

/** What it costs that a line follows nothing. */
export function costOfFirst(unit: Unit): number {
  if (unit.opens || unit.indented || unit.heading) return ALONE.ended;
  return unit.narrow ? ALONE.maybe : ALONE.torn;
}

function joinValue(features: Features): number {
  const signs = WEIGHTS.begins * features.begins + WEIGHTS.goesOn * features.goesOn;
  const sense = WEIGHTS.subject * features.subject + WEIGHTS.paired * features.paired;
  const setting = WEIGHTS.short * features.short + WEIGHTS.indent * features.indent + WEIGHTS.opens * features.opens;
  return signs + sense + WEIGHTS.unpaired * features.unpaired + setting + WEIGHTS.sentence * features.sentence;
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
export function linkOf(unit: Unit, next: Unit, page: Readable): { readonly link: Link; readonly value: number } {
  const join = canJoin(unit, next) ? joinValue(featuresOf(unit, next, page)) : Number.NEGATIVE_INFINITY;
  const paragraph = paragraphValue(unit, next, page.width);
  return join > paragraph ? { link: 'join', value: join } : { link: 'paragraph', value: paragraph };
}
