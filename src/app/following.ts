/**
 * Answers a question in its conversation: in the article of the turn before where that speaks of it, else anywhere.
 *
 * Words that were typed count in full, words of the turns before less, so that what was said last decides. The place
 * that the answer before stands at is no answer to another question.
 */
import { behindLastWord } from '../answer/adjacent.ts';
import type { RankedCandidate } from '../answer/answer.ts';
import type { Proof, Turn } from '../answer/antecedents.ts';
import type { FollowUp } from '../answer/dialogue.ts';
import { analyseQuestion, NUMERIC, type Question, type QuestionTerm } from '../answer/question.ts';
import type { Weigh } from '../answer/statement.ts';
import { foldText } from '../text/normalize.ts';
import { findQuantities } from '../text/numbers.ts';
import { type Desk, type Looked, lookInto, lookUp, type Sought } from './inquiring.ts';

/** What a word of the turns before counts beside one that was typed. */
const INHERITED = 0.35;
/** An article that speaks of so much less of a follow-up than another one is still the one that is meant. */
const LEANING = 0.15;

/** A sentence that speaks of so much of a follow-up leaves nothing to look for elsewhere. */
const PLAINLY = 1 - LEANING;

/** What a follow-up finds, and whether that is in the article of the turn before. */
export interface Followed {
  readonly looked: Looked;
  readonly within: boolean;
}

/** Looks a question of a conversation up. */
export async function follow(asked: FollowUp, previous: Turn | undefined, desk: Desk): Promise<Followed> {
  const sought = soughtBy(asked, previous, desk);
  if (previous === undefined || previous.article === null) return { looked: await lookUp(sought, desk), within: false };
  const place = { article: previous.article, near: previous.proof?.passage ?? -1 };
  const within = await lookInto(place, sought, desk);
  if (within !== undefined && asked.leans && best(within) >= PLAINLY) {
    return { looked: settled(within, asked, previous), within: true };
  }
  const anywhere = await lookUp(sought, desk);
  const allowance = asked.leans ? LEANING : 0;
  if (within === undefined || best(within) === 0 || best(within) < best(anywhere) - allowance)
    return { looked: settled(anywhere, asked, previous), within: false };
  return { looked: settled(within, asked, previous), within: true };
}

/** How much of the question the best sentence speaks of. */
function best({ considered }: Looked): number {
  return considered.statements[0]?.coverage ?? 0;
}

/** The question with the words that it inherits, and what each of them counts. */
function soughtBy(asked: FollowUp, previous: Turn | undefined, { finder }: Desk): Sought {
  const own = analyseQuestion(asked.own);
  const weighed: Weigh = (word) => finder.weightOf(word);
  if (!asked.leans) return { question: own, weigh: weighed };
  const inherited = analyseQuestion(asked.topic).terms.map(
    (term): QuestionTerm => ({ ...term, span: { start: 0, end: 0 } }),
  );
  const known = new Set(own.terms.map(({ word }) => word));
  const terms = [...own.terms, ...inherited.filter(({ word }) => !known.has(word))];
  const question = withUnit({ ...own, terms }, asked, previous);
  return {
    question,
    weigh: (word) => weighed(word) * (asked.typed.includes(word) ? 1 : INHERITED),
    words: `${asked.topic} ${asked.own}`,
  };
}

/** A bare 多少 asks for the unit of the answer before. */
function withUnit(question: Question, { own }: FollowUp, previous: Turn | undefined): Question {
  if (question.kind !== 'number' || question.unit !== '' || question.measure !== null) return question;
  const [quantity] = findQuantities(foldText(previous?.answer ?? ''));
  if (quantity === undefined || quantity.unit === '' || /第/u.test(own)) return question;
  const { measure, unit } = quantity;
  const kind = measure === 'money' || measure === 'percent' ? measure : 'number';
  return { ...question, kind, measure, unit, assumed: true };
}

function settled(looked: Looked, asked: FollowUp, previous: Turn): Looked {
  return asked.leans ? (withNearest(looked, asked) ?? withoutRepeat(looked, asked, previous)) : looked;
}

/** The same without what stands where the answer before stands, when something else is asked now. */
function withoutRepeat(looked: Looked, { own }: FollowUp, { proof }: Turn): Looked {
  if (proof === undefined) return looked;
  const { considered } = looked;
  const ranked = considered.ranked.filter((each) => !standsAt(each, proof));
  const asksAnew = analyseQuestion(own).terms.length > 0 && ranked.length > 0;
  return asksAnew ? { ...looked, considered: { ...considered, ranked } } : looked;
}

/** The same with a value first that stands right behind the last word that was typed. */
function withNearest(looked: Looked, { typed }: FollowUp): Looked | undefined {
  const { question, ranked } = looked.considered;
  const nearest = NUMERIC.has(question.kind) ? behindLastWord(question, typed, ranked) : undefined;
  return nearest === undefined ? undefined : { ...looked, considered: { ...looked.considered, ranked: nearest } };
}

/** Whether a candidate overlaps a place; two sentences of a passage that are equally long are told apart by their text. */
function standsAt({ candidate }: RankedCandidate, place: Proof): boolean {
  const { statement } = candidate.ground;
  const { id, passage } = statement.material;
  // A long sentence may have been shown from a later clause on.
  const from = passage.text.slice(statement.span.start, statement.span.end).indexOf(place.sentence);
  if (id !== place.passage || from < 0) return false;
  const raw = statement.rawSpan(candidate.span);
  return raw.start - from < place.end && raw.end - from > place.start;
}
