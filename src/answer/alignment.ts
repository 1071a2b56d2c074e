/** How a candidate would stand in the question if it were put in the place of the question phrase, as features. */
import { OFFICES } from '../text/lexicon/offices.ts';
import type { Span } from '../text/span.ts';
import type { Candidate, Ground } from './candidates.ts';
import type { Question } from './question.ts';
import { heldBetween } from './statement.ts';

/** An alignment's feature. */
export type Alignment =
  | 'cloze-left'
  | 'cloze-right'
  | 'cloze-both'
  | 'office-chain'
  | 'way-agrees'
  | 'date-beside'
  | 'date-apart'
  | 'kin-preposition'
  | 'list-kin'
  | 'list-even'
  | 'item-coverage';

/** What aligns a statement with a question, computed once. */
export interface Aligned {
  /** By offset: how many characters before it are those before the question phrase, 0 to {@link LONGEST}. */
  readonly left: Uint8Array;
  /** By offset: how many characters from it on are those behind the question phrase. */
  readonly right: Uint8Array;
  /** Offices that the question names. */
  readonly offices: readonly string[];
  /** 1 where the end of a way is asked for, -1 for its beginning, 0 for none. */
  readonly way: -1 | 0 | 1;
}

const LONGEST = 4;
/** What may stand between a verb and what is asked for: 建设一个什么, 改成了什么. */
const FILLED = /(?:一?[个项种家条位名座支类届份些]|的是|[是为了到出成的过])+$/u;
const FILLING = /(?:[“"「『《‘]|[是为了到出成的过])+$/u;
const OPENED = /^[”"」』》’]/u;
const ENDS = /终点|目的地|到达|抵达|开往|驶往|[到去往至赴][哪何什]/u;
const BEGINS = /起点|始发|出发地|[从自由][哪何什]|来自|发自/u;
const TO = /(?:至|到|往|抵达|赴|抵)$/u;
const FROM = /(?:从|自|由)$/u;
/** Prepositions that say the same. */
const KIN: readonly string[] = Object.freeze([
  '从自由',
  '在于',
  '被由',
  '向对',
  '把将',
  '和与跟同',
  '以用靠',
  '为替给',
]);
const WORDS = /[\p{L}\p{N}]/u;

/** Aligns a statement with a question. */
export function alignedWith(question: Question, text: string): Aligned {
  const before = question.text.slice(0, question.ask.start).replace(FILLED, '');
  const behind = question.text.slice(question.ask.end).replace(/[?。!\s]+$/u, '');
  const left = new Uint8Array(text.length + 1);
  const right = new Uint8Array(text.length + 1);
  for (let at = 0; at <= text.length; at++) {
    left[at] = commonEnd(before, text.slice(Math.max(0, at - 2 * LONGEST), at).replace(FILLING, ''));
    right[at] = commonStart(behind, text.slice(at, at + LONGEST + 1).replace(OPENED, ''));
  }
  const named = OFFICES.filter((office) => question.text.includes(office));
  const offices = named.filter((office) => !named.some((other) => other !== office && other.includes(office)));
  const way = ENDS.test(question.text) ? 1 : BEGINS.test(question.text) ? -1 : 0;
  return { left, right, offices, way };
}

function commonEnd(one: string, other: string): number {
  let same = 0;
  while (same < LONGEST && isWord(one.at(-1 - same)) && one.at(-1 - same) === other.at(-1 - same)) same++;
  return same;
}

function commonStart(one: string, other: string): number {
  let same = 0;
  while (same < LONGEST && isWord(one[same]) && one[same] === other[same]) same++;
  return same;
}

function isWord(sign: string | undefined): boolean {
  return sign !== undefined && WORDS.test(sign);
}

/** Puts the alignments of a candidate. */
export function putAlignments(
  question: Question,
  { ground, span, form }: Candidate,
  put: (name: Alignment, value: number) => void,
): void {
  const { aligned, statement } = ground;
  const left = (aligned.left[span.start] ?? 0) / LONGEST;
  const right = (aligned.right[span.end] ?? 0) / LONGEST;
  put('cloze-left', left);
  put('cloze-right', right);
  put('cloze-both', Math.sqrt(left * right));
  const before = statement.text.slice(Math.max(0, span.start - 2), span.start);
  if (form === 'person') put('office-chain', Number(isOfOffice(ground, span.start)));
  put('way-agrees', aligned.way * wayOf(before, statement.text.slice(span.end, span.end + 2)));
  const asked = question.text[question.ask.start - 1] ?? '\n';
  put('kin-preposition', Number(KIN.some((kin) => kin.includes(asked) && kin.includes(before.at(-1) ?? '\r'))));
  putDates(question, { ground, at: span.start }, put);
  if (form === 'quantity') put('item-coverage', itemCoverage(ground, span));
  if (form === 'list') putList(statement.text.slice(span.start, span.end), put);
}

/** Whether first and last element end alike, and how near both are in length to the one in the middle. */
function putList(list: string, put: (name: Alignment, value: number) => void): void {
  const elements = list.split(/[、和与及]/u).map((element) => element.trim());
  const [first = '', last = ''] = [elements[0], elements.at(-1)];
  const inner = elements.length > 2 ? elements.slice(1, -1) : elements;
  const middle = [...inner].sort((a, b) => a.length - b.length)[inner.length >> 1]?.length ?? 0;
  const near = (length: number): number => Math.min(length, middle) / Math.max(1, length, middle);
  put('list-kin', Number(first.length > 2 && first.slice(-2) === last.slice(-2)));
  put('list-even', near(first.length) * near(last.length));
}

/** Weighted share of the question's words in the item of a number: from the number before it to the next mark behind it. */
function itemCoverage({ quantities, statement }: Ground, { start, end }: Span): number {
  const before = quantities.findLast((other) => other.span.end <= start)?.span.end ?? 0;
  const mark = Math.max(...[...'。;!?'].map((sign) => statement.text.lastIndexOf(sign, start - 1) + 1));
  const behind = statement.text.slice(end).search(/[、,;。!?]/u);
  return heldBetween(statement, {
    start: Math.max(before, mark),
    end: behind < 0 ? statement.text.length : end + behind,
  });
}

/** Whether an office of the question stands before this place with nobody between. */
function isOfOffice({ aligned, persons, statement }: Ground, at: number): boolean {
  return aligned.offices.some((office) => {
    const from = statement.text.lastIndexOf(office, at - office.length);
    const deputy = statement.text[from - 1] === '副' && !office.startsWith('副');
    return from >= 0 && !deputy && !persons.some(({ start, end }) => start >= from && end <= at && end > start);
  });
}

/** Whether a candidate is where a way begins and its end is asked for, or the other way round. */
export function isOtherEnd({ ground, span }: Candidate): boolean {
  const { text } = ground.statement;
  const way = wayOf(text.slice(Math.max(0, span.start - 2), span.start), text.slice(span.end, span.end + 2));
  return ground.aligned.way * way < 0;
}

/** 1 for where a way ends, -1 for where it begins. */
function wayOf(before: string, behind: string): number {
  if (TO.test(before)) return 1;
  return FROM.test(before) || /^(?:至|到|开往|驶往)/u.test(behind) ? -1 : 0;
}

/** Whether the clause up to the candidate names the time that the question names, or another one. */
function putDates(
  { dates, text }: Question,
  { ground, at }: { readonly ground: Ground; readonly at: number },
  put: (name: Alignment, value: number) => void,
): void {
  if (dates.length === 0) return;
  const from = ground.terrain.clauseFrom[at] ?? 0;
  const here = ground.dates.filter(({ span }) => span.start >= from && span.end <= at);
  const isAsked = ({ span, from: first, to: last }: (typeof here)[number]): boolean =>
    text.includes(ground.statement.text.slice(span.start, span.end)) ||
    dates.some((date) => date.from !== '' && date.from === first && date.to === last);
  put('date-beside', Number(here.some(isAsked)));
  put('date-apart', Number(here.length > 0 && !here.some(isAsked)));
}
