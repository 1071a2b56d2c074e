/** Answers one question in its conversation: by its parts, from heads and tables, or by a sentence. */
import { askedOfArticles } from '../answer/about-articles.ts';
import type { Turn } from '../answer/antecedents.ts';
import { type FollowUp, followUp } from '../answer/dialogue.ts';
import { planOf } from '../answer/plan.ts';
import { type Inquiry, sentenceAnswer, specialAnswer } from './answering.ts';
import { comesFirst, compose } from './compound/compose.ts';
import type { Steps } from './compound/steps.ts';
import { follow } from './following.ts';
import type { Desk, Looked } from './inquiring.ts';
import type { Outcome } from './model.ts';
import { type Found, retrieve } from './retrieval.ts';

/** A question as it is understood and as it was typed, with the turn before it. */
export interface AskedInTurn {
  readonly asked: FollowUp;
  readonly text: string;
  readonly previous: Turn | undefined;
}

/** What was found and what is said of it. */
export interface Said {
  readonly looked: Looked;
  readonly outcome: Outcome;
}

/** Passages looked through for articles that say something to the letter. */
const FOUND = 100;

/** Answers a question of any number of parts. */
export async function answerAsked(turn: AskedInTurn, desk: Desk): Promise<Said> {
  const { looked } = await follow(turn.asked, turn.previous, desk);
  const inquiry = inquiryOf(turn, looked, desk);
  const plan = isOfSets(inquiry) ? undefined : planOf(turn.asked.own);
  if (plan === undefined) return { looked, outcome: await single(inquiry) };
  const steps: Steps = { desk, looked, answer: (question, previous) => answerPart(question, previous, desk) };
  if (comesFirst(plan)) return { looked, outcome: (await compose(plan, steps)) ?? (await single(inquiry)) };
  const special = await specialAnswer(inquiry);
  return { looked, outcome: special ?? (await compose(plan, steps)) ?? sentenceAnswer(inquiry) };
}

/** Answers a part of a question, which is not taken apart once more. */
async function answerPart(question: string, previous: Turn | undefined, desk: Desk): Promise<Outcome> {
  const turn = { asked: followUp(question, previous), text: question, previous };
  const { looked } = await follow(turn.asked, previous, desk);
  return single(inquiryOf(turn, looked, desk));
}

async function single(inquiry: Inquiry): Promise<Outcome> {
  return (await specialAnswer(inquiry)) ?? sentenceAnswer(inquiry);
}

/** Whether it asks about a set of articles, whose parts are told together. */
function isOfSets({ asked }: Inquiry): boolean {
  return asked?.kind === 'dispatch' || asked?.kind === 'busiest';
}

function inquiryOf(
  { text, previous }: AskedInTurn,
  looked: Looked,
  { source, finder, model, narrowing }: Desk,
): Inquiry {
  const find = async (words: string): Promise<readonly Found[]> =>
    (await retrieve(source, finder, { text: words, narrowing, keep: FOUND })).found;
  const article = previous?.article ?? null;
  return { ...looked, source, confidence: model.data, asked: askedOfArticles(text), previous: article, find };
}
