/** Questions about sets of articles: which of them say something to the letter, how many there are, who wrote most. */
import type { ArticleQuestion, OfArticles } from '../answer/about-articles.ts';
import type { Article } from '../ingest/model.ts';
import { foldText } from '../text/normalize.ts';
import { type HeadAnswer, type HeadGrounds, headEvidence, MOST, nameOf } from './article-heads.ts';
import { originOf, sourceOf } from './evidence.ts';
import type { Evidence } from './model.ts';
import type { Found } from './retrieval.ts';
import type { LibrarySource } from './source.ts';

/** A library of more articles is too large to be counted through for one question. */
const COUNTED = 5000;
/** Characters of a sentence shown on each side of the words that were looked for. */
const AROUND = 60;

/** The articles that say the phrase to the letter; `undefined` where none does, or where one is wanted of several. */
export async function sayingArticles(
  { phrase, limit, wants }: Extract<ArticleQuestion, { kind: 'which' }>,
  grounds: HeadGrounds,
): Promise<HeadAnswer | undefined> {
  const wanted = letters(phrase);
  if (wanted.length < 2) return undefined;
  const saying = new Map<string, Found>();
  for (const found of await grounds.find(phrase)) {
    if (!saying.has(found.article.id) && letters(found.passage.text).includes(wanted))
      saying.set(found.article.id, found);
  }
  const all = [...saying.values()].filter(({ article }) => article.title !== null);
  if (all.length === 0 || (limit > 0 && all.length !== limit)) return undefined;
  const evidence = all.slice(0, MOST).map((found) => phraseEvidence(found, phrase));
  const articles = all.map(({ article }) => article);
  return {
    text: toldOf(articles, wants),
    evidence,
    ...(wants === 'titles' && all.length > MOST ? { notice: 'incomplete' as const } : {}),
  };
}

/** The articles under the dispatch lines, counted, by title or by their reporters, as the question wants. */
export async function byDispatch(
  { lines, wants }: Extract<ArticleQuestion, { kind: 'dispatch' }>,
  { source }: HeadGrounds,
): Promise<HeadAnswer | undefined> {
  const all = await countable(source);
  if (all === undefined) return undefined;
  const groups = lines.map((line) => all.filter(({ dateline }) => letters(dateline ?? '').includes(letters(line))));
  const articles = [...new Set(groups.flat())];
  if (articles.length === 0) return undefined;
  const evidence = articles.slice(0, MOST + 1).map((article) => headEvidence(article, article.dateline ?? ''));
  const counts = groups.map((group) => `${group.length}篇`);
  const reckoned = lines.length > 1 && wants.includes('count');
  const calculation = reckoned ? { calculation: `${counts.join(' + ')} = ${articles.length}篇` } : {};
  return { text: wants.map((each) => toldOf(articles, each)).join('；'), evidence, ...calculation };
}

/** Who has most articles to their name; all of them where several have as many. */
export async function busiest({ source }: HeadGrounds): Promise<HeadAnswer | undefined> {
  const all = await countable(source);
  if (all === undefined) return undefined;
  const counts = new Map<string, Article[]>();
  for (const article of all) {
    for (const reporter of new Set(article.reporters)) counts.set(reporter, [...(counts.get(reporter) ?? []), article]);
  }
  const most = Math.max(0, ...[...counts.values()].map(({ length }) => length));
  const first = [...counts].filter(([, articles]) => articles.length === most);
  if (most < 2 || first.length > MOST) return undefined;
  const evidence = first.flatMap(([reporter, articles]) => articles.map((article) => headEvidence(article, reporter)));
  const calculation = first.map(([reporter, articles]) => `${reporter} ${articles.length}篇`).join('、');
  return { text: first.map(([reporter]) => reporter).join('、'), evidence, calculation };
}

/** All articles, or `undefined` where there are too many. */
async function countable(source: LibrarySource): Promise<Article[] | undefined> {
  const { articles } = await source.counts();
  return articles > COUNTED ? undefined : source.articles();
}

function toldOf(articles: readonly Article[], wants: OfArticles): string {
  switch (wants) {
    case 'count':
      return `${articles.length}篇`;
    case 'reporters':
      return [...new Set(articles.flatMap(({ reporters }) => reporters))].join('、');
    case 'pages':
      return [...new Set(articles.map((article) => sourceOf(article) ?? ''))].filter((page) => page !== '').join('、');
    case 'titles':
      return articles.slice(0, MOST).map(nameOf).join('、');
  }
}

/** The words that were looked for with what stands around them. */
function phraseEvidence({ passage, article }: Found, phrase: string): Evidence {
  const at = Math.max(0, passage.text.indexOf(phrase));
  const from = passage.text.lastIndexOf('。', at) + 1;
  const end = passage.text.indexOf('。', at) + 1 || passage.text.length;
  const [start, stop] = [Math.max(from, at - AROUND), Math.min(end, at + phrase.length + AROUND)];
  const sentence = passage.text.slice(start, stop);
  const mark = sentence.indexOf(phrase);
  const marks = mark < 0 ? [] : [{ start: mark, end: mark + phrase.length }];
  return { ...originOf(article), passage: passage.id, sentence, marks };
}

/** Letters and digits alone, folded: blanks and marks of a page do not count. */
function letters(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}.%]/gu, '');
}
