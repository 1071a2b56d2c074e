/** The choice that a summary is, in numbers: clauses with a cost, and what is gained by each. */
import { type Boundary, boundariesOf, readsWell } from './boundaries.ts';
import type { Concepts } from './concepts.ts';
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

export interface Problem {
  readonly clauses: readonly Choice[];
  readonly runs: readonly Run[];
  readonly weights: readonly number[];
  readonly budget: number;
  readonly perArticle: number;
}

/** How a sentence's place and manner count. */
const FACTOR = Object.freeze({ lead: 2, opening: 1.25, quote: 0.7, notice: 0.4, question: 0.4, torn: 0.6, plea: 0.6 });
/** Clauses that a stretch has at most, unless it is the whole sentence. */
const LONGEST_RUN = 6;

const FREE: Boundary = { opens: { kind: 'free' }, closes: true, heads: false };
const FIRST_PERSON = /我们|咱们|大家|我(?![国省市区县校院军方党队社州镇村])/u;
const QUOTED = /[“「"][^”」"]{12,}[”」"]/u;
const PLEA = /^(?:要|必须|应当?|需要?)/u;

/** How much a sentence is worth for where it stands and how it speaks. */
function factorOf(sentence: Sentence, isLead: boolean): number {
  const { kind, text, ordinal } = sentence;
  if (kind === 'notice') return FACTOR.notice;
  if (kind === 'row') return ordinal < 2 ? FACTOR.opening : 1;
  let factor = isLead ? FACTOR.lead : ordinal === 0 ? FACTOR.opening : 1;
  if (/[？?][”」]?$/.test(text)) factor *= FACTOR.question;
  if (!/[。！？!?…；;：:.”」）)]$/.test(text)) factor *= FACTOR.torn;
  if (QUOTED.test(text) || FIRST_PERSON.test(text)) factor *= FACTOR.quote;
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

/** The clauses of all sentences in reading order. */
export function choicesOf(sentences: readonly Sentence[], concepts: Concepts, whole: boolean): Choice[] {
  const choices: Choice[] = [];
  let before = 0;
  for (const [sentenceIndex, sentence] of sentences.entries()) {
    const previous = sentences[sentenceIndex - 1];
    const isLead = previous === undefined || previous.article !== sentence.article;
    const first = choices.length;
    const blockText = sentence.article.blocks[sentence.block]?.text ?? '';
    const boundaries = boundariesOf(sentence, blockText);
    const factor = factorOf(sentence, isLead);
    for (const [index, clause] of sentence.clauses.entries()) {
      const boundary = boundaries[index] ?? FREE;
      const needs = needOf(boundary, { first, before: isLead ? first : before });
      choices.push({
        clause,
        sentence,
        sentenceIndex,
        boundary,
        cost: whole ? Number(index === 0) : clause.next - clause.start + 1,
        concepts: concepts.of(clause, blockText.slice(clause.start, clause.end)),
        factor,
        needs,
      });
    }
    before = first;
  }
  return choices;
}

/** Whether a stretch of clauses would have all its quotes and brackets in pairs. */
function isReadable(choices: readonly Choice[], { from, to }: Run): boolean {
  const [first, last] = [choices[from], choices[to]];
  if (first === undefined || last === undefined) return false;
  const text = first.sentence.article.blocks[first.sentence.block]?.text ?? '';
  return readsWell(text.slice(first.clause.start, last.clause.end));
}

function runsOfSentence(choices: readonly Choice[], sentence: Run, whole: boolean): Run[] {
  if (whole) return [sentence];
  const found: Run[] = [];
  for (let from = sentence.from; from <= sentence.to; from++) {
    for (let to = from; to <= sentence.to; to++) {
      const isAll = from === sentence.from && to === sentence.to;
      if ((to - from < LONGEST_RUN || isAll) && isReadable(choices, { from, to })) found.push({ from, to });
    }
  }
  return found;
}

/** All stretches of clauses that may be added to a summary at once. */
export function runsOf(choices: readonly Choice[], whole: boolean): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let at = 1; at <= choices.length; at++) {
    if (at < choices.length && choices[at]?.sentenceIndex === choices[from]?.sentenceIndex) continue;
    runs.push(...runsOfSentence(choices, { from, to: at - 1 }, whole));
    from = at;
  }
  return runs;
}
