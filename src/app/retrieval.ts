/**
 * The one way from words to passages: questions, searches and the evaluation all take it.
 */

import { analyzeQuestion, type Terms } from '../index/analyzer.ts';
import type { Finder, Hit } from '../index/contract.ts';
import { RERANKED, rerank } from '../index/rerank.ts';
import type { Article } from '../ingest/model.ts';
import type { LibrarySource, StoredPassage } from './source.ts';

/** What narrows a retrieval; days are inclusive `YYYY-MM-DD`. */
export interface Narrowing {
  readonly from?: string;
  readonly to?: string;
  readonly reporter?: string;
  readonly page?: string;
}

/** A passage found, with its article. */
export interface Found {
  readonly passage: StoredPassage;
  readonly article: Article;
  readonly score: number;
}

/** What a retrieval gives: passages best first, and every article among them once, best first. */
export interface Retrieved {
  readonly terms: Terms;
  readonly found: readonly Found[];
  readonly articles: readonly string[];
}

/** With a narrowing, this many passages are looked through before giving up. */
const NARROWED_CANDIDATES = 2000;

/** Searches, narrows and re-ranks. */
export async function retrieve(
  source: LibrarySource,
  finder: Finder,
  request: { readonly text: string; readonly narrowing: Narrowing; readonly keep: number },
): Promise<Retrieved> {
  const terms = analyzeQuestion(request.text);
  const hits = await narrowedHits(source, finder, { terms, narrowing: request.narrowing });
  const passages = new Map(
    (await source.passages(hits.map((hit) => hit.passage))).map((passage) => [passage.id, passage]),
  );
  const present = hits.filter((hit) => passages.has(hit.passage));
  const ranked = rerank(present, {
    terms,
    rarities: finder,
    text: (id) => passages.get(id)?.text ?? '',
    heading: (id) => passages.get(id)?.heading ?? '',
  });
  const order = ranked.flatMap(({ passage: id, score }) => {
    const passage = passages.get(id);
    return passage === undefined ? [] : [{ passage, score }];
  });
  const kept = order.slice(0, request.keep);
  const articles = await articlesOf(
    source,
    kept.map(({ passage }) => passage),
  );
  const found = kept.flatMap(({ passage, score }) => {
    const article = articles.get(passage.article);
    return article === undefined ? [] : [{ passage, article, score }];
  });
  return { terms, found, articles: [...new Set(order.map(({ passage }) => passage.article))] };
}

async function narrowedHits(
  source: LibrarySource,
  finder: Finder,
  { terms, narrowing }: { terms: Terms; narrowing: Narrowing },
): Promise<Hit[]> {
  const conditions = Object.entries(narrowing).filter(([, value]) => value !== undefined && value !== '');
  if (conditions.length === 0) return [...(await finder.find(terms, RERANKED))];
  const allowed = await source.articleIds(Object.fromEntries(conditions));
  const hits = await finder.find(terms, NARROWED_CANDIDATES);
  const passages = await source.passages(hits.map((hit) => hit.passage));
  const inside = new Set(passages.filter((passage) => allowed.has(passage.article)).map((passage) => passage.id));
  return hits.filter((hit) => inside.has(hit.passage)).slice(0, RERANKED);
}

async function articlesOf(source: LibrarySource, passages: readonly StoredPassage[]): Promise<Map<string, Article>> {
  const ids = [...new Set(passages.map((passage) => passage.article))];
  return new Map((await source.articlesById(ids)).map((article) => [article.id, article]));
}
