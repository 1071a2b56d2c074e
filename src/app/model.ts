/** What the library answers with: plain data that any adapter can render. */

import type { Turn } from '../answer/antecedents.ts';
import type { Explanation } from '../index/explain.ts';
import type { Article } from '../ingest/model.ts';
import type { Span } from '../text/span.ts';
import type { Keeper } from './keeper.ts';
import type { Places } from './places.ts';
import type { ArticleQuery, Counts } from './source.ts';
import type { Turns } from './turns.ts';
import type { Vitals } from './vitals.ts';

/** A sentence of the library and where it stands. */
export interface Evidence {
  readonly article: string;
  /** -1 for the head of an article. */
  readonly passage: number;
  readonly title: string | null;
  /** The paper and its page, such as `江城晚报 003`. */
  readonly source: string | null;
  readonly date: string | null;
  readonly reporters: readonly string[];
  /** Verbatim text of the page; for a row of a table its heading, column names and cells. */
  readonly sentence: string;
  /** Where the answer stands in `sentence`. */
  readonly marks: readonly Span[];
}

/** Why there is no answer. */
export type Reason =
  | 'empty-library'
  | 'empty-question'
  | 'no-antecedent'
  | 'small-talk'
  | 'opinion'
  | 'forecast'
  | 'instruction'
  | 'nothing-found'
  | 'other-time'
  | 'other-subject'
  | 'not-printed'
  | 'part-missing'
  | 'units-differ'
  | 'premise'
  | 'disagree'
  | 'unsure';

/** What has to be said beside an answer: there may be more of a list; an older article says something else. */
export type Notice = 'incomplete' | 'newer';

/** A short answer with its proof. */
export interface Answer {
  readonly kind: 'answer';
  /** The short answer alone; list elements joined by 、. */
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  /** Article ids, best first, at most 10. */
  readonly hits: readonly string[];
  /** The question as it was understood after the turn before, where that is not as it was asked. */
  readonly whole?: string;
  /** How the answer was reckoned from what is proved: `13.58亿元 − 3亿元 = 10.58亿元`. */
  readonly calculation?: string;
  /** How many of the first sentences prove it together; one where it is left out. */
  readonly proofs?: number;
  readonly notice?: Notice;
  readonly explanation?: Explanation;
}

/** The honest "the library does not say". */
export interface Abstention {
  readonly kind: 'abstention';
  readonly reason: Reason;
  /** The word of the question that the nearest article does not have, folded; for `other-subject`. */
  readonly lacking?: string;
  readonly confidence: number;
  /** The nearest passages, which are not the answer. */
  readonly evidence: readonly Evidence[];
  readonly hits: readonly string[];
  readonly whole?: string;
  /** The part of the question that nothing proves, where the rest is proved. */
  readonly missing?: string;
  readonly explanation?: Explanation;
}

export type Outcome = Answer | Abstention;

/** What narrows a question or a search. Days are inclusive `YYYY-MM-DD`. */
export interface AskOptions {
  /** Questions with the same session are one conversation. */
  readonly session?: string;
  readonly from?: string;
  readonly to?: string;
  readonly reporter?: string;
  /** Answers below this confidence are refused; 0 to 1. */
  readonly confidence?: number;
  /** The turn before, where the conversation is kept elsewhere than in the session. */
  readonly previous?: Turn;
  /** Whether {@link Answer.explanation} is wanted. */
  readonly explain?: boolean;
}

/** What was asked last and what was said to it. */
export interface RecentTurn {
  readonly question: string;
  readonly outcome: Outcome;
}

/** What narrows a search. */
export interface SearchOptions {
  readonly from?: string;
  readonly to?: string;
  readonly reporter?: string;
  readonly page?: string;
  /** At most this many passages, 1 to 100; 10 by default. */
  readonly limit?: number;
}

/** A ranked passage. `marks` are the words of the query in it. */
export interface FoundPassage {
  readonly passage: number;
  readonly article: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly date: string | null;
  readonly text: string;
  readonly score: number;
  readonly marks: readonly Span[];
}

/** What a search finds: article ids best first, and the passages behind them. */
export interface SearchResult {
  readonly hits: readonly string[];
  readonly passages: readonly FoundPassage[];
}

/** An article by its heads alone, as lists and completions show it. */
export interface ArticleName {
  readonly id: string;
  readonly title: string | null;
  /** The paper and its page. */
  readonly source: string | null;
  readonly date: string | null;
}

/** The one door to everything that can be asked of the pages, and to what is kept beside them. */
export interface Library {
  readonly turns: Turns;
  readonly places: Places;
  readonly vitals: Vitals;
  /** What those who keep it can ask for; `null` where it can only be read. */
  readonly keeper: Keeper | null;
  ask(question: string, options?: AskOptions): Promise<Outcome>;
  /** The last turn of a session that the library itself remembers, as long as it runs; `null` for none. */
  recent(session: string): Promise<RecentTurn | null>;
  search(query: string, options?: SearchOptions): Promise<SearchResult>;
  article(id: string): Promise<Article | null>;
  /** Articles whose headline or id is nearest to `name`, best first. */
  findArticles(name: string, limit?: number): Promise<Article[]>;
  /** Articles that somebody who has typed so much of a headline may mean, best first; the newest for no text. */
  suggest(text: string, limit: number): Promise<ArticleName[]>;
  articles(query?: ArticleQuery): Promise<Article[]>;
  counts(): Promise<Counts>;
}
