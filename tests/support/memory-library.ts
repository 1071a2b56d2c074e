/** A library in memory: the contract kept in the plainest way, for tests of what stands above it. */
import type { Abstention, Answer, AskOptions, Evidence, Library, Outcome, SearchOptions } from '../../src/app/model.ts';
import { FIXED_PLACES, type Places } from '../../src/app/places.ts';
import type { ArticleQuery } from '../../src/app/source.ts';
import { NO_TURNS, type Turns } from '../../src/app/turns.ts';
import { NO_VITALS, type Vitals } from '../../src/app/vitals.ts';
import type { Article } from '../../src/ingest/model.ts';

/** What a library is made of; a question that is not among `outcomes` finds nothing. */
export interface LibraryParts {
  readonly articles?: readonly Article[];
  readonly outcomes?: Readonly<Record<string, Outcome>>;
  readonly turns?: Turns;
  readonly places?: Places;
  readonly vitals?: Vitals;
}

/** A library that remembers how it was asked. */
export interface MemoryLibrary extends Library {
  readonly asked: { readonly question: string; readonly options: AskOptions }[];
  readonly searched: { readonly query: string; readonly options: SearchOptions }[];
}

/** A sentence of the article `a1`. */
export function evidence(given: Partial<Evidence> = {}): Evidence {
  return {
    article: 'a1',
    passage: 1,
    title: '大桥通车',
    source: '晚报 01',
    date: '2022-07-15',
    reporters: ['李明'],
    sentence: '大桥全长2547米。',
    marks: [{ start: 4, end: 9 }],
    ...given,
  };
}

/** An answer with one proof. */
export function answer(given: Partial<Answer> = {}): Answer {
  return { kind: 'answer', text: '2547米', confidence: 0.9, evidence: [evidence()], hits: ['a1'], ...given };
}

/** An abstention without near passages. */
export function abstention(given: Partial<Abstention> = {}): Abstention {
  return { kind: 'abstention', reason: 'nothing-found', confidence: 0, evidence: [], hits: [], ...given };
}

function meets(article: Article, { page, reporter, from, to }: ArticleQuery): boolean {
  if (page !== undefined && page !== article.page && page !== article.file) return false;
  if (reporter !== undefined && !article.reporters.includes(reporter)) return false;
  if (from !== undefined && (article.date ?? '') < from) return false;
  return to === undefined || (article.date ?? '9') <= to;
}

/** A library of these parts. */
export function memoryLibrary(parts: LibraryParts = {}): MemoryLibrary {
  const { articles = [], outcomes = {}, turns = NO_TURNS, places = FIXED_PLACES, vitals = NO_VITALS } = parts;
  const asked: MemoryLibrary['asked'] = [];
  const searched: MemoryLibrary['searched'] = [];
  const blocks = articles.flatMap((article) => article.blocks.map((block) => ({ article, block })));
  return {
    asked,
    searched,
    turns,
    places,
    vitals,
    keeper: null,
    recent: async () => null,
    async suggest(text, limit) {
      const holding = articles.filter(({ title }) => title?.includes(text));
      return holding.slice(0, limit).map(({ id, title, date }) => ({ id, title, date, source: '晚报 01' }));
    },
    async ask(question, options = {}) {
      asked.push({ question, options });
      return outcomes[question] ?? abstention();
    },
    async search(query, options = {}) {
      searched.push({ query, options });
      const found = blocks.filter(({ article, block }) => block.text.includes(query) && meets(article, options));
      const passages = found.slice(0, options.limit ?? 10).map(({ article, block }, at) => {
        const start = block.text.indexOf(query);
        const { id, title, date } = article;
        const marks = [{ start, end: start + query.length }];
        return {
          passage: at,
          article: id,
          title,
          source: '晚报 01',
          date,
          text: block.text,
          score: 1 / (at + 1),
          marks,
        };
      });
      return { hits: [...new Set(passages.map(({ article }) => article))], passages };
    },
    article: async (id) => articles.find((article) => article.id === id) ?? null,
    findArticles: async (name, limit = 5) =>
      articles.filter(({ title }) => [...name].some((character) => title?.includes(character))).slice(0, limit),
    async articles(query = {}) {
      const { offset = 0, limit = articles.length } = query;
      return articles.filter((article) => meets(article, query)).slice(offset, offset + limit);
    },
    counts: async () => ({
      pages: new Set(articles.map(({ page }) => page)).size,
      articles: articles.length,
      passages: blocks.length,
      newest:
        articles
          .map(({ date }) => date ?? '')
          .sort()
          .at(-1) ?? null,
    }),
  };
}
