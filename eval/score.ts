/**
 * Scores answers against gold answers.
 *
 * An answer is a hit when it says everything that is required and little else; evidence and proof look at the
 * sentences shown with it, because an answer that cannot be checked is worth little; precision counts everything
 * that was said aloud, also where silence was right.
 */
import type { Given, Gold, GoldAnswer } from './gold.ts';
import { characterF1, contentOf, holdsAny } from './match.ts';

/** An answer may be this long, in characters, or three times as long as the gold one. */
const SHORT_ENOUGH = 30;
const GOLD_LENGTHS = 3;
/** How much of the evidence counts: the first sentences, and of each the first characters. */
const SENTENCES_SHOWN = 3;
const SENTENCE_SHOWN = 300;

/** What became of one question. */
export interface Verdict {
  readonly gold: Gold;
  readonly given: Given | undefined;
  readonly answered: boolean;
  /** Whether all is well: a hit, or a silence where there is nothing to say. */
  readonly right: boolean;
  /** `undefined` for a question without an answer. */
  readonly marks: Marks | undefined;
}

/** The marks of a question that has an answer. A mark that does not apply is `undefined` and is left out of means. */
export interface Marks {
  readonly hit: boolean;
  /** For answers of one element. */
  readonly exact: boolean | undefined;
  readonly f1: number | undefined;
  /** For all but yes/no questions. */
  readonly evidence: boolean | undefined;
  /** For answers of one element but yes/no. */
  readonly proof: boolean | undefined;
  /** Place of the first relevant article among the hits, from 0, or -1; where relevant articles are known. */
  readonly rank: number | undefined;
}

/** The figures of a set. A share of nothing is `null`. */
export interface Figures {
  readonly questions: number;
  readonly missing: number;
  readonly hit: number | null;
  readonly em: number | null;
  readonly f1: number | null;
  readonly evidence: number | null;
  readonly proof: number | null;
  readonly answered: number | null;
  readonly precision: number | null;
  readonly abstained: number | null;
  readonly recall1: number | null;
  readonly recall5: number | null;
  readonly recall10: number | null;
  readonly mrr10: number | null;
  readonly p50ms: number | null;
  readonly p99ms: number | null;
}

/** Judges each question by the last answer given to its id. */
export function judgeAll(golds: readonly Gold[], givens: readonly Given[]): Verdict[] {
  const byId = new Map(givens.map((given) => [given.id, given]));
  return golds.map((gold) => judge(gold, byId.get(gold.id)));
}

/** Judges one question; `undefined` means that nothing was given, which is never right. */
export function judge(gold: Gold, given: Given | undefined): Verdict {
  const answered = given?.answered === true;
  if (gold.answerable === false) {
    return { gold, given, answered, right: given !== undefined && !answered, marks: undefined };
  }
  const marks = mark(gold, given);
  return { gold, given, answered, right: marks.hit, marks };
}

function mark(gold: Gold, given: Given | undefined): Marks {
  const wanted = gold.answers ?? [];
  const yesno = gold.type === 'yesno';
  const single = wanted.length === 1;
  const found = given?.answered === true ? measure(given, wanted, yesno) : NOTHING_FOUND;
  return {
    hit: found.hit,
    exact: single ? found.exact : undefined,
    f1: single ? found.f1 : undefined,
    evidence: yesno ? undefined : found.evidence,
    proof: yesno || !single ? undefined : found.proof,
    rank: gold.relevant === undefined ? undefined : rankOf(gold.relevant, given),
  };
}

/** What an answer is worth, whether or not each of these marks applies to its question. */
interface Found {
  readonly hit: boolean;
  readonly exact: boolean;
  readonly f1: number;
  readonly evidence: boolean;
  readonly proof: boolean;
}

const NOTHING_FOUND: Found = { hit: false, exact: false, f1: 0, evidence: false, proof: false };

function measure(given: Given, wanted: GoldAnswer, yesno: boolean): Found {
  const answer = given.answer ?? '';
  const forms = wanted[0] ?? [];
  const shown = (given.evidence ?? []).slice(0, SENTENCES_SHOWN).map(({ sentence }) => cutSentence(sentence));
  return {
    hit: yesno ? beginsWith(answer, forms) : isBriefAndWhole(answer, wanted),
    exact: forms.some((form) => contentOf(form) === contentOf(answer)),
    f1: Math.max(0, ...forms.map((form) => characterF1(answer, form))),
    evidence: holdsAll(shown.join('\n'), wanted),
    proof: holdsAll(shown[0] ?? '', wanted),
  };
}

function cutSentence(sentence: string | null | undefined): string {
  return String(sentence ?? '').slice(0, SENTENCE_SHOWN);
}

function holdsAll(text: string, wanted: GoldAnswer): boolean {
  return wanted.every((forms) => holdsAny(text, forms));
}

function beginsWith(answer: string, forms: readonly string[]): boolean {
  return forms.some((form) => contentOf(answer).startsWith(contentOf(form)));
}

function isBriefAndWhole(answer: string, wanted: GoldAnswer): boolean {
  const goldLength = wanted.reduce((sum, forms) => sum + Math.max(...forms.map((form) => contentOf(form).length)), 0);
  const limit = Math.max(SHORT_ENOUGH, GOLD_LENGTHS * goldLength);
  return contentOf(answer).length <= limit && holdsAll(answer, wanted);
}

function rankOf(relevant: readonly string[], given: Given | undefined): number {
  const ranked = given?.hits ?? (given?.evidence ?? []).map(({ article }) => article ?? '');
  return ranked.findIndex((id) => relevant.includes(id));
}

/** The figures of some verdicts. */
export function figuresOf(verdicts: readonly Verdict[]): Figures {
  const marks = verdicts.flatMap((verdict) => (verdict.marks === undefined ? [] : [verdict.marks]));
  const answerable = verdicts.filter((verdict) => verdict.marks !== undefined);
  const unanswerable = verdicts.filter((verdict) => verdict.marks === undefined);
  const ranks = marks.map(({ rank }) => rank);
  const times = verdicts.flatMap(({ given }) => (Number.isFinite(given?.ms) ? [given?.ms ?? 0] : []));
  return {
    questions: verdicts.length,
    missing: verdicts.filter(({ given }) => given === undefined).length,
    hit: mean(marks.map(({ hit }) => hit)),
    em: mean(marks.map(({ exact }) => exact)),
    f1: mean(marks.map(({ f1 }) => f1)),
    evidence: mean(marks.map(({ evidence }) => evidence)),
    proof: mean(marks.map(({ proof }) => proof)),
    answered: mean(answerable.map(({ answered }) => answered)),
    precision: precisionOf(verdicts),
    abstained: mean(unanswerable.map(({ right }) => right)),
    recall1: recallAt(1, ranks),
    recall5: recallAt(5, ranks),
    recall10: recallAt(10, ranks),
    mrr10: mean(ranks.map((rank) => (rank === undefined ? undefined : reciprocal(rank)))),
    p50ms: quantile(times, 0.5),
    p99ms: quantile(times, 0.99),
  };
}

/** Share of hits among all that was answered, `null` where nothing was. Answering the unanswerable is never a hit. */
export function precisionOf(verdicts: readonly Verdict[]): number | null {
  return mean(verdicts.filter(({ answered }) => answered).map(({ marks }) => marks?.hit === true));
}

function recallAt(depth: number, ranks: readonly (number | undefined)[]): number | null {
  return mean(ranks.map((rank) => (rank === undefined ? undefined : rank >= 0 && rank < depth)));
}

function reciprocal(rank: number): number {
  return rank >= 0 && rank < 10 ? 1 / (rank + 1) : 0;
}

/** The mean of what is defined, true counting as 1; `null` of nothing. */
function mean(values: readonly (number | boolean | undefined)[]): number | null {
  const defined = values.filter((value) => value !== undefined);
  if (defined.length === 0) return null;
  return defined.reduce<number>((sum, value) => sum + Number(value), 0) / defined.length;
}

/** The value below which a share `q` of `values` lies, `null` of nothing. */
function quantile(values: readonly number[], q: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? null;
}

/** Verdicts by the type of their question, in the order in which the types first come. */
export function byType(verdicts: readonly Verdict[]): Map<string, Verdict[]> {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const type = verdict.gold.type ?? 'all';
    const group = groups.get(type);
    if (group === undefined) groups.set(type, [verdict]);
    else group.push(verdict);
  }
  return groups;
}
