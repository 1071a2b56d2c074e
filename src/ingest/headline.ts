/**
 * Which line of a headline block is the headline?
 *
 * Above it stands the kicker (引题, a column's label, a sentence that ends with ——), below it the deck (副题, often
 * longer, with figures, or beginning with ——). Size and weight of the type are lost; Markdown marks, dashes, gaps,
 * lengths and the habit of headlines to come in couplets are what is left.
 */
import { widthOf } from './line-ends.ts';
import type { Line } from './lines.ts';
import type { Made } from './made.ts';
import { joinMade } from './made.ts';
import { isColumnLabel } from './marks.ts';

/** The three parts of a headline block; each joins its lines with a blank. */
export interface Headline {
  readonly kicker: Made | null;
  readonly title: Made | null;
  readonly subtitle: Made | null;
  /** Lines that print again what another one says. */
  readonly repeated: readonly Made[];
}

/** Lines of a couplet: at most this wide, and of the same length but for this much; in full-width characters. */
const COUPLET = { widest: 15, difference: 3.5 } as const;
/** A label set apart by empty lines is at most this wide. */
const WIDEST_LABEL = 10;
/** A label of two phrases is at most this wide. */
const WIDEST_DOTTED = 26;
/** A sentence above the headline is at least this much wider than the headline. */
const WIDER = 1.5;
/** Gap that sets a label apart, in empty lines. */
const APART = 2;

const KICKER_END = /(?:——|—|──|--|：|:)$/;
const DASH_END = /(?:——|—|──|--)$/;
const DOTTED = /^[^·“”《》]{4,}·[^·“”《》]{3,}$/;
const COMMA = /[，,；;]/;
const COMMA_END = /[，,、]$/;
const DECK_START = /^(?:——|—|──|--|●|•)/;

/** Lines that are read as one: a line that ends with a comma goes on in the next. */
type Group = readonly Line[];

const textOf = (group: Group): string => group.map((line) => line.text).join('');
/** Whether two groups are of the same, short length. */
const isPair = (a: Group | undefined, b: Group | undefined): boolean => {
  if (a === undefined || b === undefined) return false;
  const [first, second] = [widthOf(textOf(a)), widthOf(textOf(b))];
  return Math.max(first, second) <= COUPLET.widest && Math.abs(first - second) <= COUPLET.difference;
};
/** Whether two groups are a pair with no empty line between them. */
const isCouplet = (a: Group | undefined, b: Group | undefined): boolean =>
  b?.[0]?.gap === 0 && isPair(a, b) && !DECK_START.test(textOf(b)) && !isCoupletLine(textOf(a ?? []));

/** Whether one line holds a couplet: two halves of the same length with a blank between them. */
function isCoupletLine(text: string): boolean {
  const [first = '', second = '', ...more] = text.split(/[ \u3000]+/);
  const [a, b] = [widthOf(first), widthOf(second)];
  return (
    more.length === 0 &&
    Math.min(a, b) >= 4 &&
    Math.max(a, b) <= COUPLET.widest &&
    Math.abs(a - b) <= COUPLET.difference
  );
}

function toGroups(lines: readonly Line[]): Group[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const open = last !== undefined && COMMA_END.test(last.at(-1)?.text ?? '') && line.gap === 0;
    if (open) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** Whether a line above others is the label of a column: a known word, or two phrases parted by a dot as 看开局·新亮点. */
function isLabelLine(text: string): boolean {
  return isColumnLabel(text) || (widthOf(text) <= WIDEST_DOTTED && DOTTED.test(text));
}

/** How many groups at the front are labels of a column, or end with a kicker's dash further down. */
function countLabels(groups: readonly Group[]): number {
  let count = groups.findLastIndex((group, at) => at < groups.length - 1 && DASH_END.test(textOf(group))) + 1;
  while (count < groups.length - 1 && isLabelLine(textOf(groups[count] ?? []))) count++;
  const apart = groups.findIndex((group, at) => at > count && (group[0]?.gap ?? 0) >= APART);
  const short = groups.slice(0, Math.max(apart, 0)).every((group) => widthOf(textOf(group)) <= WIDEST_LABEL);
  return apart > 0 && short ? apart : count;
}

/** Whether `group` is a sentence above the headline `next`: a dash at its end, or much longer and full of figures. */
function isKicker(group: Group, next: Group | undefined, after: Group | undefined): boolean {
  if (next === undefined) return false;
  const [text, below] = [textOf(group), textOf(next)];
  if (KICKER_END.test(text)) return true;
  if (
    after !== undefined &&
    !isCouplet(group, next) &&
    /\d/.test(text) &&
    widthOf(text) <= WIDEST_LABEL &&
    widthOf(below) > widthOf(text)
  )
    return true;
  const wider = widthOf(text) > widthOf(below) * WIDER;
  if (wider && (isCouplet(next, after) || isCoupletLine(below))) return true;
  return wider && /\d/.test(text) && COMMA.test(text) && !COMMA.test(below) && !DECK_START.test(below);
}

/** Where the headline begins and ends among unmarked groups. */
function findPlain(groups: readonly Group[]): [number, number] {
  let from = countLabels(groups);
  const first = groups[from];
  if (first !== undefined && isKicker(first, groups[from + 1], groups[from + 2])) from++;
  if (!isCouplet(groups[from], groups[from + 1])) return [from, from + 1];
  const [below, deck] = [groups[from + 2], groups[from + 3]];
  // A couplet above a plain line and a deck full of commas is the label of both.
  const label = below !== undefined && deck !== undefined && !COMMA.test(textOf(below)) && COMMA.test(textOf(deck));
  return label ? [from + 2, from + 3] : [from, from + 2];
}

const levelOf = (group: Group): number => group[0]?.level || (group[0]?.bold === true ? 7 : 8);

/** Where the headline begins and ends where lines are marked: the highest mark that is no kicker or deck by its dashes. */
function findMarked(groups: readonly Group[]): [number, number] | undefined {
  const marked = groups.map((group, at) => ({ at, level: levelOf(group), text: textOf(group) }));
  const fit = marked.filter(({ level, text }) => level < 8 && !KICKER_END.test(text) && !DECK_START.test(text));
  const best = fit.filter(({ level }) => level === Math.min(...fit.map((one) => one.level)));
  const title = best.find(({ text, at }) => at === best.at(-1)?.at || !isLabelLine(text));
  if (title === undefined) return undefined;
  const next = groups[title.at + 1];
  const paired = next !== undefined && levelOf(next) === title.level && isPair(groups[title.at], next);
  return [title.at, title.at + (paired ? 2 : 1)];
}

/** Whether two lines of a headline block belong to one headline: a deck goes on with a dash, a kicker ends with one. */
export function keepsTogether(above: Line, line: Line): boolean {
  return DECK_START.test(line.text) || KICKER_END.test(above.text) || COMMA_END.test(above.text);
}

/** Whether a line looks like the first of a headline block: marked, set apart, a label, a kicker, a couplet, below a deck. */
export function mayBegin({ text, level, bold, gap }: Line, above: Line): boolean {
  if (level > 0 || bold || gap >= APART || DECK_START.test(above.text)) return true;
  return DASH_END.test(text) || isLabelLine(text) || isCoupletLine(text);
}

function joinGroups(groups: readonly Group[]): Made | null {
  return groups.length === 0 ? null : joinMade(groups.flat(), ' ');
}

/** Tells kicker, headline and deck of a headline block apart; a line printed twice counts once. A block that holds lines has a headline. */
export function layOutHeadline(lines: readonly Line[]): Headline {
  const isFirst = (line: Line, at: number): boolean => lines.findIndex((other) => other.text === line.text) === at;
  const groups = toGroups(lines.filter(isFirst));
  const [from, to] = findMarked(groups) ?? findPlain(groups);
  return {
    kicker: joinGroups(groups.slice(0, from)),
    title: joinGroups(groups.slice(from, to)),
    subtitle: joinGroups(groups.slice(to)),
    repeated: lines.filter((line, at) => !isFirst(line, at)),
  };
}
