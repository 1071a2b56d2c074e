/** The choice that a summary is, in numbers: clauses with a cost, and what is gained by each. */
import type { Article } from '../ingest/model.ts';
import { type Boundary, boundariesOf } from './boundaries.ts';
import { isBalanced } from './clauses.ts';
import type { Concepts } from './concepts.ts';
import { SCENE_OPENERS } from './lexicon/openers.ts';
import { SERVICE_SIGNS } from './lexicon/service.ts';
import type { Clause, Sentence } from './material.ts';

/** A clause to choose; its number is its place in {@link Problem.clauses}. */
export interface Choice {
  readonly clause: Clause;
  readonly sentence: Sentence;
  /** Place of the sentence among all. */
  readonly sentenceIndex: number;
  readonly boundary: Boundary;
  /** Characters with the mark behind it, or sentences. */
  readonly cost: number;
  /** Whether a … stands before it where it begins a stretch. */
  readonly gap: boolean;
  /** Whether all its quotes and brackets are in pairs. */
  readonly paired: boolean;
  readonly concepts: readonly number[];
  /** How much its concepts count, 1 in the middle of a text. */
  readonly factor: number;
  /** Where it begins a stretch, one of the numbers from `from` to before `to` must be chosen too, or had better be. */
  readonly needs: Need | undefined;
}

export interface Need {
  readonly from: number;
  readonly to: number;
  readonly must: boolean;
}

/** Clauses `from` to `to`, both inclusive, of one sentence. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** A run that may be added at once. */
export interface Stretch extends Run {
  /** What it speaks of, each once. */
  readonly concepts: readonly number[];
  readonly factor: number;
  readonly sentenceIndex: number;
  /** What it would be worth by itself. */
  readonly worth: number;
}

export interface Problem {
  readonly clauses: readonly Choice[];
  readonly runs: readonly Stretch[];
  readonly weights: readonly number[];
  readonly budget: number;
  readonly perArticle: number;
}

/** How a sentence's place and manner count; `heading` is added for the part of the headline that it repeats. */
const FACTOR = Object.freeze({
  lead: 1.5,
  opening: 1.25,
  heading: 0.5,
  speech: 0.7,
  notice: 0.4,
  question: 0.4,
  torn: 0.6,
  plea: 0.6,
  laterTable: 0.6,
  service: 0.2,
});
/** Clauses that a stretch has at most, unless it is the whole sentence. */
const LONGEST_RUN = 6;
/** Characters that a stretch has at least, unless it is the whole sentence. */
const SHORTEST_RUN = 9;

const FREE: Boundary = { opens: { kind: 'free' }, closes: true, heads: false, idle: false };
const FIRST_PERSON = /我们|咱们|大家|我(?![国省市区县校院军方党队社州镇村])/u;
/** Speech, rather than a name or a slogan in quotes: it has a mark of its own. */
const SPEECH = /[“「"][^”」"]*[，,。！？!?][^”」"]*[”」"]/u;
const SERVICE = new RegExp(SERVICE_SIGNS.join('|'), 'u');
const SCENE = new RegExp(`^(?:${SCENE_OPENERS.join('|')})`, 'u');
const NAME = /^(?:nr|ns|nt)/u;
const PLEA = /^(?:要|必须|应当?|需要?)/u;

/** How much a sentence is worth for where it stands and how it speaks. */
function factorOf(sentence: Sentence, place: { readonly isLead: boolean; readonly isFirstTable: boolean }): number {
  const { kind, text, ordinal } = sentence;
  if (kind === 'notice') return FACTOR.notice;
  if (kind === 'row') return place.isFirstTable ? FACTOR.opening : FACTOR.laterTable;
  let factor = place.isLead ? FACTOR.lead : ordinal === 0 ? FACTOR.opening : 1;
  if (/[？?][”」]?$/.test(text)) factor *= FACTOR.question;
  if (!/[。！？!?…；;：:.”」）)]$/.test(text)) factor *= FACTOR.torn;
  if (SPEECH.test(text) || FIRST_PERSON.test(text)) factor *= FACTOR.speech;
  if (SERVICE.test(text)) factor *= FACTOR.service;
  if (PLEA.test(text)) factor *= FACTOR.plea;
  return factor;
}

function needOf({ opens }: Boundary, at: { readonly first: number; readonly before: number }): Need | undefined {
  switch (opens.kind) {
    case 'free':
      return undefined;
    case 'sentence':
      // Where there is no sentence before, there is nothing to wait for.
      return at.first > at.before ? { from: at.before, to: at.first, must: true } : undefined;
    case 'clause':
    case 'wish':
      return { from: at.first + opens.clause, to: at.first + opens.clause + 1, must: opens.kind === 'clause' };
  }
}

/** What is known of an article while its sentences are read one by one. */
interface Reading {
  article: Article | undefined;
  /** Whether the sentence that tells the news is still to come. */
  leadOpen: boolean;
  table: number | undefined;
  /** Number of the first clause of the sentence before. */
  before: number;
}

/** Whether a sentence can be the one that tells the news: a name, a day or a number, and no painting of a scene. */
function tells({ clauses, text }: Sentence): boolean {
  if (SCENE.test(text)) return false;
  return clauses.some(
    ({ tokens, dates, quantities }) =>
      dates.length > 0 || quantities.length > 0 || tokens.some(({ tag }) => NAME.test(tag)),
  );
}

/** The place of a sentence among those of its article; a maxim, or what leans on a picture, is no lead. */
function placeOf(sentence: Sentence, reading: Reading, boundaries: readonly Boundary[]) {
  if (reading.article !== sentence.article) {
    Object.assign(reading, { article: sentence.article, leadOpen: true, table: undefined });
  }
  const isLead =
    reading.leadOpen &&
    tells(sentence) &&
    sentence.kind === 'text' &&
    boundaries.find(({ idle }) => !idle)?.opens.kind === 'free';
  if (isLead) reading.leadOpen = false;
  if (sentence.kind === 'row') reading.table ??= sentence.block;
  return { isLead, isFirstTable: reading.table === sentence.block };
}

/** The clauses of all sentences in reading order. */
export function choicesOf(sentences: readonly Sentence[], concepts: Concepts, whole: boolean): Choice[] {
  const choices: Choice[] = [];
  const reading: Reading = { article: undefined, leadOpen: true, table: undefined, before: 0 };
  for (const [sentenceIndex, sentence] of sentences.entries()) {
    const first = choices.length;
    const before = reading.article === sentence.article ? reading.before : first;
    const blockText = sentence.article.blocks[sentence.block]?.text ?? '';
    const boundaries = boundariesOf(sentence, blockText);
    const place = placeOf(sentence, reading, boundaries);
    const heading = 1 + FACTOR.heading * concepts.headingShare(sentence);
    const factor = factorOf(sentence, place) * heading;
    for (const [index, clause] of sentence.clauses.entries()) {
      const boundary = boundaries[index] ?? FREE;
      choices.push({
        clause,
        sentence,
        sentenceIndex,
        boundary,
        cost: whole ? Number(index === 0) : clause.next - clause.start,
        gap: !whole && !boundary.heads,
        paired: isBalanced(blockText.slice(clause.start, clause.end)),
        concepts: boundary.idle ? [] : concepts.of(sentence, clause),
        factor,
        needs: needOf(boundary, { first, before }),
      });
    }
    reading.before = first;
  }
  return choices;
}

function runsOfSentence(choices: readonly Choice[], sentence: Run, whole: boolean): Run[] {
  if (whole) return [sentence];
  const found: Run[] = [];
  for (let from = sentence.from; from <= sentence.to; from++) {
    for (let to = from; to <= sentence.to; to++) {
      const isAll = from === sentence.from && to === sentence.to;
      const length = (choices[to]?.clause.end ?? 0) - (choices[from]?.clause.start ?? 0);
      const goodLength = to - from < LONGEST_RUN && length >= SHORTEST_RUN;
      if ((goodLength || isAll) && choices.slice(from, to + 1).every(({ paired }) => paired)) found.push({ from, to });
    }
  }
  return found;
}

function stretchOf(choices: readonly Choice[], { from, to }: Run, weights: readonly number[]): Stretch {
  const concepts = [...new Set(choices.slice(from, to + 1).flatMap((choice) => choice.concepts))];
  const factor = choices[from]?.factor ?? 0;
  const worth = factor * concepts.reduce((sum, concept) => sum + (weights[concept] ?? 0), 0);
  return { from, to, concepts, factor, sentenceIndex: choices[from]?.sentenceIndex ?? 0, worth };
}

/** All stretches of clauses that may be added to a summary at once; only sentences where `whole` says so. */
export function stretchesOf(choices: readonly Choice[], weights: readonly number[], whole: boolean): Stretch[] {
  const runs: Run[] = [];
  let from = 0;
  for (let at = 1; at <= choices.length; at++) {
    if (at < choices.length && choices[at]?.sentenceIndex === choices[from]?.sentenceIndex) continue;
    runs.push(...runsOfSentence(choices, { from, to: at - 1 }, whole));
    from = at;
  }
  return runs.map((run) => stretchOf(choices, run, weights));
}
