/** Looks a question up: in the whole library by a search, or in one article by reading all of it. */
import { type Consideration, considering } from '../answer/answer.ts';
import type { Question } from '../answer/question.ts';
import type { Model } from '../answer/score.ts';
import type { Material, Weigh } from '../answer/statement.ts';
import { analyzeQuestion } from '../index/analyzer.ts';
import type { Finder } from '../index/contract.ts';
import { type Found, type Narrowing, type Retrieved, retrieve } from './retrieval.ts';
import type { LibrarySource } from './source.ts';

/** Passages that an answer is looked for in. */
export const READ_PASSAGES = 12;
/** Passages of one article that are read, at most. */
const READ_OF_ARTICLE = 80;

/** What questions are answered with. */
export interface Desk {
  readonly source: LibrarySource;
  readonly finder: Finder;
  readonly model: Model;
  readonly narrowing: Narrowing;
  /** Lets others have their turn between two steps of a question. */
  pause(): Promise<void>;
}

/** A question with the weights of its words. */
export interface Sought {
  readonly question: Question;
  readonly weigh: Weigh;
  /** The words to search with; those of the question where it is left out. */
  readonly words?: string;
}

/** What was found and what it may say. */
export interface Looked {
  readonly retrieved: Retrieved;
  readonly considered: Consideration;
  readonly weigh: Weigh;
}

/** Searches the library. `keep` passages are read, {@link READ_PASSAGES} unless told. */
export async function lookUp(sought: Sought, desk: Desk, keep = READ_PASSAGES): Promise<Looked> {
  const { source, finder, narrowing } = desk;
  const text = sought.words ?? sought.question.text;
  return considered(await retrieve(source, finder, { text, narrowing, keep }), sought, desk);
}

/** Reads one article; `near` is the passage that the conversation is at. `undefined` where the article is gone. */
export async function lookInto(
  place: { readonly article: string; readonly near: number },
  sought: Sought,
  desk: Desk,
): Promise<Looked | undefined> {
  const article = await desk.source.article(place.article);
  if (article === null) return undefined;
  const passages = (await desk.source.passagesOfArticle(article.id)).slice(0, READ_OF_ARTICLE);
  const found = passages.map((passage): Found => ({ passage, article, score: passage.id === place.near ? 2 : 1 }));
  const terms = analyzeQuestion(sought.question.text);
  return considered({ terms, found, articles: [article.id] }, sought, desk);
}

async function considered(retrieved: Retrieved, { question, weigh }: Sought, { model, pause }: Desk): Promise<Looked> {
  const materials = retrieved.found.map(
    ({ passage, article, score }): Material => ({ id: passage.id, passage, score, date: article.date }),
  );
  const steps = considering(question, { materials, weigh, model });
  for (;;) {
    await pause();
    const { done, value } = steps.next();
    if (done === true) return { retrieved, considered: value, weigh };
  }
}
