/** Answers questions about the articles themselves from their heads. */
import type { ArticleQuestion } from '../answer/about-articles.ts';
import type { Statement } from '../answer/statement.ts';
import type { Article } from '../ingest/model.ts';
import { foldText } from '../text/normalize.ts';
import { type HeadAnswer, type HeadGrounds, headEvidence, MOST, nameOf } from './article-heads.ts';
import { nearestByTitle } from './article-names.ts';
import { busiest, byDispatch, sayingArticles } from './article-sets.ts';
import { spokenDay } from './days.ts';
import { evidenceOf } from './evidence.ts';

/** An article counts as speaking of all that is asked from this share of the best one's coverage on. */
const AS_GOOD = 0.85;

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
      return byReporter(question, grounds);
    case 'dispatch':
      return byDispatch(question, grounds);
    case 'busiest':
      return busiest(grounds);
    case 'which':
      return (
        (await sayingArticles(question, grounds)) ??
        (question.wants === 'titles' ? whichArticles(question.limit, grounds) : undefined)
      );
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

async function byReporter(
  { reporter, wants }: Extract<ArticleQuestion, { kind: 'by-reporter' }>,
  { source }: HeadGrounds,
): Promise<HeadAnswer | undefined> {
  const articles = (await source.articles({ reporter })).filter(({ title }) => title !== null);
  if (articles.length === 0) return undefined;
  const shown = articles.slice(0, MOST);
  const evidence = shown.map((article) => headEvidence(article, nameOf(article)));
  if (wants === 'count') return { text: `${articles.length}篇`, evidence };
  const more = articles.length > shown.length ? ({ notice: 'incomplete' } as const) : {};
  return { text: shown.map(nameOf).join('、'), evidence, ...more };
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
