/** Answers questions about the articles themselves from their heads. */
import type { ArticleQuestion } from '../answer/about-articles.ts';
import type { Statement } from '../answer/statement.ts';
import type { Article } from '../ingest/model.ts';
import { foldText } from '../text/normalize.ts';
import { nearestByTitle } from './article-names.ts';
import { spokenDay } from './days.ts';
import { evidenceOf, originOf } from './evidence.ts';
import type { Evidence } from './model.ts';
import type { Retrieved } from './retrieval.ts';
import type { LibrarySource } from './source.ts';

/** An answer from the heads of articles. `text` is empty where the heads do not say it. */
export interface HeadAnswer {
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

/** What the answer is looked for in. */
export interface HeadGrounds {
  readonly source: LibrarySource;
  readonly retrieved: Retrieved;
  readonly statements: readonly Statement[];
  /** The article that the turn before was about. */
  readonly previous: string | null;
}

/** An article counts as speaking of all that is asked from this share of the best one's coverage on. */
const AS_GOOD = 0.85;
/** Articles named in one answer, at most. */
const MOST = 8;

/** Answers, or gives `undefined` where the question is after all not about an article of the library. */
export async function answerFromHeads(
  question: ArticleQuestion,
  grounds: HeadGrounds,
): Promise<HeadAnswer | undefined> {
  switch (question.kind) {
    case 'writer':
      return withArticle(question.title, grounds, (article) => article.reporters.join('、'));
    case 'day':
      return withArticle(question.title, grounds, (article) => spokenDay(article.date));
    case 'by-reporter':
      return byReporter(question.reporter, grounds);
    case 'which':
      return whichArticles(question.limit, grounds);
  }
}

async function withArticle(
  title: string,
  grounds: HeadGrounds,
  read: (article: Article) => string,
): Promise<HeadAnswer | undefined> {
  const article = await articleMeant(title, grounds);
  if (article === undefined) return undefined;
  return { text: read(article), evidence: [headEvidence(article, read(article))] };
}

/** The article whose headline the question gives, else the one spoken of before, else the best one found. */
async function articleMeant(title: string, { source, retrieved, previous }: HeadGrounds): Promise<Article | undefined> {
  const found = [...new Map(retrieved.found.map(({ article }) => [article.id, article])).values()];
  if (title !== '') {
    return nearestByTitle(title, found).find((article) => foldText(article.title ?? '').includes(title));
  }
  if (previous !== null) return (await source.article(previous)) ?? undefined;
  return found[0];
}

async function byReporter(reporter: string, { source }: HeadGrounds): Promise<HeadAnswer | undefined> {
  const articles = await source.articles({ reporter });
  const titled = articles.filter(({ title }) => title !== null).slice(0, MOST);
  if (titled.length === 0) return undefined;
  return {
    text: titled.map(nameOf).join('、'),
    evidence: titled.map((article) => headEvidence(article, nameOf(article))),
  };
}

function whichArticles(limit: number, { retrieved, statements }: HeadGrounds): HeadAnswer | undefined {
  const best = new Map<string, Statement>();
  for (const statement of [...statements].sort((a, b) => b.coverage - a.coverage)) {
    const { article } = statement.material.passage;
    if (!best.has(article)) best.set(article, statement);
  }
  const top = Math.max(0, ...[...best.values()].map(({ coverage }) => coverage));
  const chosen = [...best.values()].filter(({ coverage }) => limit > 0 || coverage >= AS_GOOD * top);
  const articles = chosen.slice(0, limit > 0 ? limit : MOST).flatMap((statement) => {
    const article = retrieved.found.find((each) => each.article.id === statement.material.passage.article)?.article;
    return article === undefined || article.title === null ? [] : [{ article, statement }];
  });
  if (articles.length === 0) return undefined;
  const evidence = articles.flatMap(({ statement }) => evidenceOf(statement, retrieved.found, []) ?? []);
  return { text: articles.map(({ article }) => nameOf(article)).join('、'), evidence };
}

function nameOf({ title }: Article): string {
  return `《${title ?? ''}》`;
}

/** The head of an article as evidence: headline, byline and dateline as printed. */
function headEvidence(article: Article, answer: string): Evidence {
  const parts = [article.title, article.byline, article.dateline].filter((part) => part !== null);
  const sentence = parts.join(' | ');
  const marks = answer
    .split('、')
    .map((part) => part.replace(/^《|》$/gu, ''))
    .flatMap((part) => {
      const start = part === '' ? -1 : sentence.indexOf(part);
      return start < 0 ? [] : [{ start, end: start + part.length }];
    });
  return { ...originOf(article), passage: -1, sentence, marks };
}
