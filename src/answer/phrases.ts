/** Runs of words, clauses and enumerations of a folded sentence, as spans. */
import type { Span } from '../text/span.ts';
import type { TaggedWord } from '../text/words.ts';

/** An enumeration and how many elements it has. */
export interface Enumeration {
  readonly span: Span;
  readonly elements: number;
}

const CLAUSE_END = /[,;:。!?\n]|——/gu;
/** Words of a phrase at most; longer answers are enumerations or clauses. */
const MAX_WORDS = 9;
const MAX_CHARACTERS = 30;
/** Words no phrase begins or ends with. */
const NO_START = /^(?:由|被|把|的|了|着|过|和|与|及|或|等|地|得|也|都|就|、|说|之)$/u;
const NO_END = /^(?:的|了|着|和|与|及|或|在|是|从|到|对|把|被|以|向|于|为|、|将|由|并|而|但|并且|地|得)$/u;
const PUNCTUATION = /^[\s\p{P}\p{S}]+$/u;
const OPENERS = '“"「『《(<【[';
const CLOSERS = '”"」』》)>】]';
/** Words by which the first element of an enumeration may reach back, and the last reach on. */
const REACH = 7;

/** The clauses between commas, semicolons, colons and dashes, trimmed; a decimal point or 1:1 does not divide. */
export function clausesOf(text: string): Span[] {
  const clauses: Span[] = [];
  let start = 0;
  const push = (end: number): void => {
    const part = text.slice(start, end);
    const left = part.length - part.trimStart().length;
    const trimmed = part.trim();
    if (trimmed !== '') clauses.push({ start: start + left, end: start + left + trimmed.length });
  };
  for (const mark of text.matchAll(CLAUSE_END)) {
    if (/[,:]/u.test(mark[0]) && /\d/u.test(text[mark.index - 1] ?? '') && /\d/u.test(text[mark.index + 1] ?? ''))
      continue;
    push(mark.index);
    start = mark.index + mark[0].length;
  }
  push(text.length);
  return clauses;
}

/** Runs of up to nine words inside a clause that could stand alone. */
export function phrasesOf(text: string, words: readonly TaggedWord[], clauses: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const clause of clauses) {
    const inside = words.filter(
      ({ start, end }) => start >= clause.start && end <= clause.end && text.slice(start, end).trim() !== '',
    );
    for (let i = 0; i < inside.length; i++) pushRunsFrom(text, inside, { first: i, spans });
  }
  return spans;
}

function pushRunsFrom(
  text: string,
  words: readonly TaggedWord[],
  { first, spans }: { first: number; spans: Span[] },
): void {
  const head = words[first];
  if (head === undefined || !canStart(head)) return;
  for (let j = first; j < Math.min(words.length, first + MAX_WORDS); j++) {
    const tail = words[j];
    if (tail === undefined || tail.end - head.start > MAX_CHARACTERS) return;
    if (!canEnd(tail)) continue;
    if (balanced(text.slice(head.start, tail.end))) spans.push({ start: head.start, end: tail.end });
  }
}

function balanced(text: string): boolean {
  let depth = 0;
  let straight = 0;
  for (const character of text) {
    if (character === '"') straight++;
    else if (OPENERS.includes(character)) depth++;
    else if (CLOSERS.includes(character) && --depth < 0) return false;
  }
  return depth === 0 && straight % 2 === 0;
}

/** Names in quotation marks that follow each other, with or without 、 or 和 between them. */
const QUOTED_ROW = /(?:[“"《][^“”"《》\n]{1,30}[”"》][、和与及]?){2,12}/gu;

/** Enumerations of quoted names. */
export function quotedRowsOf(text: string): Enumeration[] {
  return [...text.matchAll(QUOTED_ROW)].map(({ index, 0: row }) => {
    const trimmed = row.replace(/[、和与及]$/u, '');
    const elements = row.match(/[”》]/gu)?.length ?? (row.match(/"/gu)?.length ?? 0) / 2;
    return { span: { start: index, end: index + trimmed.length }, elements };
  });
}

/** Enumerations by 、 (with 和 or 及 before the last element), each with several possible beginnings and ends. */
export function enumerationsOf(text: string, words: readonly TaggedWord[]): Enumeration[] {
  return [...text.matchAll(/[^,;:。!?\n]*、[^,;:。!?\n]*/gu)].flatMap((run) => {
    const first = run.index + run[0].indexOf('、');
    const last = run.index + run[0].lastIndexOf('、');
    const heads = words
      .filter((word) => word.start >= run.index && word.end <= first)
      .slice(-REACH)
      .filter(canStart);
    const tails = words.filter((word) => word.start > last && word.end <= run.index + run[0].length);
    return enumerationsBetween(text, heads, tails.slice(0, REACH + 3).filter(canEnd));
  });
}

function enumerationsBetween(text: string, heads: readonly TaggedWord[], tails: readonly TaggedWord[]): Enumeration[] {
  return heads.flatMap((head) =>
    tails.flatMap((tail) => {
      const list = text.slice(head.start, tail.end);
      const listed = balanced(list) && enumerates(list);
      return listed ? [{ span: { start: head.start, end: tail.end }, elements: countElements(list) }] : [];
    }),
  );
}

/** Whether a text has a 、 outside of its quoted names: “真抓、实干”红旗 enumerates nothing. */
export function enumerates(text: string): boolean {
  return text.replace(QUOTED, '').includes('、');
}

const QUOTED = /[“"「『《][^“”"「」『』《》]*[”"」』》]/gu;

function canStart({ word }: TaggedWord): boolean {
  return !NO_START.test(word) && (!PUNCTUATION.test(word) || OPENERS.includes(word));
}

function canEnd({ word }: TaggedWord): boolean {
  return !NO_END.test(word) && (!PUNCTUATION.test(word) || CLOSERS.includes(word) || word === '%');
}

function countElements(list: string): number {
  const bare = list.replace(QUOTED, '“”');
  const marks = bare.match(/、/gu)?.length ?? 0;
  const joined = /、[^、]*(?:和|及|与|以及)[^、]*$/u.test(bare) ? 1 : 0;
  return marks + 1 + joined;
}
