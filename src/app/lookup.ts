/** Finds the one article that somebody means by a name, or says which ones it may be. */
import type { Article } from '../ingest/model.ts';
import { bareName } from './article-names.ts';
import type { Library } from './model.ts';

/** Articles offered where a name fits none exactly. */
const OFFERED = 5;

/** Either the article that is meant, or the nearest ones, best first. */
export type Lookup =
  | { readonly kind: 'found'; readonly article: Article }
  | { readonly kind: 'near'; readonly articles: readonly Article[] };

/** Looks for an exact id, the only exact headline, then the only headline that holds the name. */
export async function lookUp(name: string, library: Library): Promise<Lookup> {
  const exact = await library.article(name);
  if (exact !== null) return { kind: 'found', article: exact };
  const articles = await library.findArticles(name, OFFERED);
  const wanted = bareName(name);
  if (wanted === '') return { kind: 'near', articles };
  const same = articles.filter(({ title }) => bareName(title ?? '') === wanted);
  const meant = same.length > 0 ? same : articles.filter(({ title }) => bareName(title ?? '').includes(wanted));
  const [article] = meant;
  return article !== undefined && meant.length === 1 ? { kind: 'found', article } : { kind: 'near', articles };
}
