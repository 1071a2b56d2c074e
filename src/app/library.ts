import type { Turn } from '../answer/antecedents.ts';
import { type FollowUp, followUp, lacksAntecedent } from '../answer/dialogue.ts';
import { explainAnswer } from '../answer/explain.ts';
import { loadModel, type Model } from '../answer/score.ts';
import { recogniseTalk } from '../answer/talk.ts';
import { MODEL } from '../answer/weights.ts';
import type { Finder, Finders } from '../index/contract.ts';
import type { Article } from '../ingest/model.ts';
import { abstain, SHOWN_HITS, sureEnough } from './answering.ts';
import { bareName, nearestByTitle } from './article-names.ts';
import { answerAsked } from './asking.ts';
import { Conversations } from './conversations.ts';
import { sourceOf } from './evidence.ts';
import { given } from './given.ts';
import type { Desk } from './inquiring.ts';
import type { Keeper } from './keeper.ts';
import type { Latencies } from './latencies.ts';
import { marksOf } from './marks.ts';
import type { ArticleName, AskOptions, Library, Outcome, RecentTurn, SearchOptions, SearchResult } from './model.ts';
import { FIXED_PLACES, type Places } from './places.ts';
import { retrieve } from './retrieval.ts';
import { Snapshot } from './snapshot.ts';
import type { ArticleQuery, Counts, LibrarySource } from './source.ts';
import { NO_TURNS, proofOf, type Turns } from './turns.ts';
import { NO_VITALS, type Vitals } from './vitals.ts';

/** How a question is asked: what with, as it was typed, and with which wishes. */
interface Asking {
  readonly desk: Desk;
  readonly text: string;
  readonly options: AskOptions;
}

/** What is kept beside the pages; nothing where it is left out. */
export interface Kept {
  readonly turns?: Turns;
  readonly places?: Places;
  readonly vitals?: Vitals;
  readonly keeper?: Keeper | null;
  /** Where the times of questions are noted. */
  readonly latencies?: Latencies;
  /** Where passages are found; the segments of the source where it is left out. */
  readonly finders?: Finders;
  /** Lets others have their turn between two steps of a question; nobody has one where it is left out. */
  pause?(): Promise<void>;
  /** The model that answers; the one that was trained on everything where it is left out. */
  readonly model?: Model;
}

/** A library over any source of pages. Questions may be asked concurrently. */
export class PageLibrary implements Library {
  readonly turns: Turns;
  readonly places: Places;
  readonly vitals: Vitals;
  readonly keeper: Keeper | null;
  readonly #source: LibrarySource;
  readonly #latencies: Latencies | undefined;
  readonly #finders: Finders;
  readonly #model: Model;
  readonly #pause: () => Promise<void>;
  readonly #conversations = new Conversations();

  constructor(source: LibrarySource, kept: Kept = {}) {
    const { turns = NO_TURNS, places = FIXED_PLACES, vitals = NO_VITALS } = kept;
    this.#latencies = kept.latencies;
    this.turns = turns;
    this.places = places;
    this.vitals = vitals;
    this.keeper = kept.keeper ?? null;
    this.#source = source;
    this.#finders = kept.finders ?? new Snapshot(source);
    this.#model = kept.model ?? loadModel(MODEL);
    this.#pause = kept.pause ?? (async () => {});
  }

  ask(text: string, options: AskOptions = {}): Promise<Outcome> {
    const work = (): Promise<Outcome> => this.#ask(text, options);
    return this.#latencies === undefined ? work() : this.#latencies.time(work, text);
  }

  async #ask(text: string, options: AskOptions): Promise<Outcome> {
    if (!/[\p{L}\p{N}]/u.test(text)) return abstain('empty-question');
    const talk = recogniseTalk(text);
    if (talk !== undefined) return abstain(talk);
    const finder = await this.#finders.finder();
    if (finder.passages === 0) return abstain('empty-library');
    const previous = options.previous ?? this.#conversations.last(options.session);
    if (previous === undefined && lacksAntecedent(text, (word) => finder.weightOf(word)))
      return abstain('no-antecedent');
    await this.#pause();
    const asked = followUp(text, previous);
    const desk = this.#desk(finder, options);
    const outcome = sureEnough(await this.#answer(asked, previous, { desk, text, options }), options.confidence ?? 0);
    this.#conversations.add(options.session, {
      question: asked.whole,
      answer: outcome.kind === 'answer' ? outcome.text : null,
      article: outcome.evidence[0]?.article ?? previous?.article ?? null,
      ...given({ proof: proofOf(outcome) }),
      outcome,
    });
    return asked.whole === text ? outcome : { whole: asked.whole, ...outcome };
  }

  async recent(session: string): Promise<RecentTurn | null> {
    const last = this.#conversations.last(session);
    return last === undefined ? null : { question: last.question, outcome: last.outcome };
  }

  async search(query: string, options: SearchOptions = {}): Promise<SearchResult> {
    const finder = await this.#finders.finder();
    const { limit = 10, ...narrowing } = options;
    const retrieved = await retrieve(this.#source, finder, { text: query, narrowing, keep: limit });
    return {
      hits: retrieved.articles.slice(0, Math.max(SHOWN_HITS, limit)),
      passages: retrieved.found.map(({ passage, article, score }) => ({
        passage: passage.id,
        article: article.id,
        title: article.title,
        source: sourceOf(article),
        date: article.date,
        text: passage.text,
        score,
        marks: marksOf(passage.text, retrieved.terms),
      })),
    };
  }

  article(id: string): Promise<Article | null> {
    return this.#source.article(id);
  }

  async findArticles(name: string, limit = 5): Promise<Article[]> {
    const exact = await this.#source.article(name.trim());
    if (exact !== null) return [exact];
    const finder = await this.#finders.finder();
    const retrieved = await retrieve(this.#source, finder, { text: name, narrowing: {}, keep: 30 });
    const articles = new Map(retrieved.found.map(({ article }) => [article.id, article]));
    return nearestByTitle(name, [...articles.values()]).slice(0, limit);
  }

  async suggest(text: string, limit: number): Promise<ArticleName[]> {
    const name = bareName(text);
    const holding = await this.#source.heads(name, limit);
    // Too few hold all of it: a slip of the finger, or words of the headline in another order.
    const near = name === '' || holding.length >= limit ? [] : await this.findArticles(text, limit);
    const heads = new Map([...holding, ...near].map((head) => [head.id, head]));
    return [...heads.values()].slice(0, limit).map((head) => ({
      ...{ id: head.id, title: head.title, date: head.date },
      source: sourceOf(head),
    }));
  }

  articles(query?: ArticleQuery): Promise<Article[]> {
    return this.#source.articles(query);
  }

  counts(): Promise<Counts> {
    return this.#source.counts();
  }

  #desk(finder: Finder, { from, to, reporter }: AskOptions): Desk {
    const narrowing = given({ from, to, reporter });
    return { source: this.#source, finder, model: this.#model, narrowing, pause: this.#pause };
  }

  async #answer(asked: FollowUp, previous: Turn | undefined, { desk, text, options }: Asking): Promise<Outcome> {
    const { looked, outcome } = await answerAsked({ asked, text, previous }, desk);
    return options.explain === true
      ? { ...outcome, explanation: explainAnswer(looked.considered, this.#model) }
      : outcome;
  }
}
