/**
 * The features of a candidate: everything that speaks for or against it, each under a name.
 *
 * Values are about 0 to 1. A feature's weight may differ by the kind of question; the names here are what the
 * weights are keyed by and what `--explain` shows.
 */

import { ORGANISATION_SUFFIXES } from '../text/lexicon/organisations.ts';
import { PLACE_SUFFIXES } from '../text/lexicon/places.ts';
import type { Measure } from '../text/numbers.ts';
import type { Span } from '../text/span.ts';
import type { TaggedWord } from '../text/words.ts';
import { putAlignments } from './alignment.ts';
import type { Candidate, Ground } from './candidates.ts';
import { BEHIND_FROM, CUES_FROM, ID, OWN_CUES_FROM, PLAIN, type PlainFeature } from './feature-names.ts';
import type { Question } from './question.ts';
import { putRelations } from './relations.ts';
import { dateShape, endsIn } from './shapes.ts';
import { EDGE, TAG_CLASSES } from './tag-classes.ts';

/** Features of one candidate: a feature's number and its value by turns. One flat list, since there are thousands of them. */
export type FeatureVector = readonly number[];

const PLACE_ENDS: ReadonlySet<string> = new Set(PLACE_SUFFIXES);
const ORGANISATION_ENDS: ReadonlySet<string> = new Set(ORGANISATION_SUFFIXES);
/** The measure word that people put for any other. */
const GENERAL = '个';
const COUNTS: ReadonlySet<Measure> = new Set(['count', 'people']);
const TITLE_END = /[长记任理员席授师]$/u;
const OPENERS: ReadonlySet<string> = new Set('“"「『《');
const CLOSERS: ReadonlySet<string> = new Set('”"」』》');

/** Computes the features of a candidate. `repeats` is how many other statements offer the same text. */
export function featuresOf(question: Question, candidate: Candidate, repeats: number): FeatureVector {
  const vector: number[] = [];
  const put = (name: PlainFeature, value: number | boolean): void => {
    const number = Number(value);
    if (number !== 0) vector.push(ID[name], number);
  };
  putStatement(candidate.ground, put);
  putShape(candidate, put);
  putRelations(question, candidate, put);
  putAlignments(question, candidate, put);
  putHeld(question, candidate, put);
  putFocus(question.focus, { text: candidate.ground.statement.text, span: candidate.span }, put);
  putKind(question, candidate, put);
  put('repeated', Math.min(1, Math.log1p(repeats) / 2));
  putTags(candidate, vector);
  putCues(candidate, vector);
  return vector;
}

type Put = (name: PlainFeature, value: number | boolean) => void;

function putStatement({ statement, lead, rank }: Ground, put: Put): void {
  const { passage } = statement.material;
  put('sentence-lead', lead);
  put('sentence-rank', 1 / (1 + rank));
  put('coverage', statement.coverage);
  put('context', statement.context);
  put('context-only', statement.context - statement.coverage);
  put('search', statement.search);
  put('row', passage.kind === 'row');
  put('caption', passage.kind === 'caption');
  put('first-sentence', statement.span.start === 0 && passage.ordinal === 0);
  put('long-sentence', Math.min(1, statement.text.length / 200));
}

function putShape({ ground, span, form }: Candidate, put: Put): void {
  const { terrain, statement } = ground;
  const length = span.end - span.start;
  put(`form:${form}`, true);
  put(lengthBand(length), true);
  put('log-length', Math.log1p(length) / 4);
  put('clause-start', terrain.clauseStart[span.start] ?? 0);
  put('clause-end', terrain.clauseEnd[span.end] ?? 0);
  put('in-quotes', OPENERS.has(statement.text[span.start - 1] ?? '') && CLOSERS.has(statement.text[span.end] ?? ''));
  put('has-digit', (terrain.digitsBefore[span.end] ?? 0) > (terrain.digitsBefore[span.start] ?? 0));
  put('before-etc', statement.text[span.end] === '等');
  put('sentence-end', /^[。!?]?$/u.test(statement.text.slice(span.end, span.end + 2)));
  const first = terrain.wordAt[span.start] ?? 0;
  const last = terrain.wordAt[span.end - 1] ?? 0;
  put('one-word', first === last);
  put('rarity', meanRarity(ground, first, last));
  put('proper', properShare(ground.words, first, last));
}

function putHeld({ unit }: Question, { ground, span }: Candidate, put: Put): void {
  const { statement, quantities, dates, persons } = ground;
  const text = statement.text.slice(span.start, span.end);
  const again = statement.around.indexOf(text);
  let [counted, dated, named, measured] = [0, 0, false, false];
  for (const each of quantities) {
    if (each.span.start < span.start || each.span.end > span.end) continue;
    counted++;
    if (each.unit === unit) measured = true;
  }
  for (const each of dates) dated += Number(each.span.start >= span.start && each.span.end <= span.end);
  for (const each of persons) named ||= each.start >= span.start && each.end <= span.end;
  put('holds-quantity', Math.min(1, counted / 2));
  put('holds-date', Math.min(1, dated / 2));
  put('holds-person', named);
  put('holds-unit', unit !== '' && measured);
  put('said-again', statement.around.indexOf(text, again + 1) > again);
  put('in-heading', statement.heading.includes(text));
  put('de-before', statement.text[span.start - 1] === '的');
  put('de-after', statement.text[span.end] === '的');
  put('brackets', /[()（）]/u.test(text));
}

function meanRarity({ terrain }: Ground, first: number, last: number): number {
  let sum = 0;
  for (let i = first; i <= last; i++) sum += terrain.rarity[i] ?? 0;
  return sum / (last - first + 1) / 10;
}

/** Share of the words that are names or were made up by the segmenter. */
function properShare(words: readonly TaggedWord[], first: number, last: number): number {
  let proper = 0;
  for (let i = first; i <= last; i++) proper += Number(/^(?:nr|ns|nt|nz|x|eng)/u.test(words[i]?.tag ?? ''));
  return proper / (last - first + 1);
}

function lengthBand(length: number): PlainFeature {
  if (length <= 2) return 'length:1-2';
  if (length <= 4) return 'length:3-4';
  if (length <= 8) return 'length:5-8';
  if (length <= 16) return 'length:9-16';
  return length <= 32 ? 'length:17-32' : 'length:33+';
}

function putFocus(focus: string, { text, span }: { text: string; span: Span }, put: Put): void {
  if (focus === '') return;
  const inside = text.slice(span.start, span.end);
  put('focus-suffix', inside.endsWith(focus) && inside.length > focus.length);
  put('focus-inside', inside.includes(focus));
  put('focus-tail', inside.at(-1) === focus.at(-1));
  put('kin-focus', inside.slice(-2) === focus.slice(-2));
  put('focus-before', tailIn(focus, text.slice(Math.max(0, span.start - focus.length - 2), span.start)));
  put('focus-after', tailIn(focus, text.slice(span.end, span.end + focus.length + 3)));
}

/** The share of a noun's end that a text has, of two characters at least: 带货达人 of 直播带货达人. */
function tailIn(noun: string, text: string): number {
  for (let from = 0; from === 0 || noun.length - from >= 2; from++) {
    if (text.includes(noun.slice(from))) return (noun.length - from) / noun.length;
  }
  return 0;
}

function putKind(question: Question, candidate: Candidate, put: Put): void {
  const { ground, span, quantity, date, elements } = candidate;
  const inside = ground.statement.text.slice(span.start, span.end);
  if (quantity !== undefined) {
    put('unit-equal', question.unit !== '' && quantity.unit === question.unit);
    put('measure-equal', question.measure !== null && quantity.measure === question.measure);
    const kin = question.unit === GENERAL && COUNTS.has(quantity.measure) && quantity.unit !== GENERAL;
    put('unit-kin', kin);
    put('unit-other', question.unit !== '' && quantity.unit !== question.unit && !kin);
    put('no-unit', quantity.unit === '');
  }
  if (date !== undefined) {
    put('date-precision', date.precision === 'day' ? 1 : 0.5);
    put('date-shape', dateShape(question.text.slice(question.ask.start, question.ask.end), inside));
    put(
      'date-agrees',
      question.dates.some(({ from }) => from !== '' && date.from.startsWith(from.slice(0, 4))),
    );
  }
  put('suffix:place', endsIn(PLACE_ENDS, inside));
  put('suffix:organisation', endsIn(ORGANISATION_ENDS, inside));
  put('expected-elements', question.expects > 0 && elements === question.expects);
  put('other-elements', question.expects > 0 && elements > 0 && elements !== question.expects);
  put('after-title', candidate.form === 'person' && TITLE_END.test(ground.statement.text[span.start - 1] ?? ''));
}

function putTags({ ground, span }: Candidate, vector: number[]): void {
  const { terrain } = ground;
  const first = terrain.wordAt[span.start] ?? 0;
  const last = terrain.wordAt[span.end - 1] ?? 0;
  [first, last, first - 1, last + 1].forEach((word, place) => {
    vector.push(PLAIN.length + place * TAG_CLASSES.length + (terrain.tagClasses[word] ?? EDGE), 1);
  });
}

/** What announces the candidate, what it begins with itself, and what stands behind it. */
function putCues({ ground, span }: Candidate, vector: number[]): void {
  const { cuesBefore, cuesBehind } = ground.terrain;
  const quoted = OPENERS.has(ground.statement.text[span.start - 1] ?? '');
  pushBits(vector, cuesBefore[span.start - Number(quoted)] ?? 0, CUES_FROM);
  let own = 0;
  for (let at = span.start + 1; at <= Math.min(span.end, span.start + LONGEST_CUE); at++) own |= cuesBefore[at] ?? 0;
  pushBits(vector, own, OWN_CUES_FROM);
  pushBits(vector, cuesBehind[span.end + Number(quoted)] ?? 0, BEHIND_FROM);
}

/** Characters in which a candidate's own cue ends. */
const LONGEST_CUE = 3;

function pushBits(vector: number[], bits: number, from: number): void {
  for (let rest = bits, bit = 0; rest > 0; rest >>= 1, bit++) if ((rest & 1) === 1) vector.push(from + bit, 1);
}
