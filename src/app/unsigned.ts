/** The articles that nobody has signed. */
import type { Article } from '../ingest/model.ts';
import type { Library } from './model.ts';
import type { ArticleQuery } from './source.ts';

/** Articles fetched at a time. */
const FETCHED = 500;
/** How many are looked through; a library of more has to be narrowed by days or pages. */
const LOOKED_THROUGH = 50_000;

/** Whether no name of a writer is printed with it. */
function isUnsigned({ byline, reporters }: Article): boolean {
  return byline === null && reporters.length === 0;
}

/** Articles without a byline that meet the query, in its order. */
export async function unsignedArticles(query: ArticleQuery, library: Library): Promise<Article[]> {
  const { offset = 0, limit = FETCHED, ...conditions } = query;
  const found: Article[] = [];
  for (let from = 0; from < LOOKED_THROUGH && found.length < offset + limit; from += FETCHED) {
    const articles = await library.articles({ ...conditions, offset: from, limit: FETCHED });
    found.push(...articles.filter(isUnsigned));
    if (articles.length < FETCHED) break;
  }
  return found.slice(offset, offset + limit);
}
