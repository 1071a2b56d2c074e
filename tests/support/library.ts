/** Small pages built by hand, and what a store must look like inside, for every test that has to do with a store. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredPassage } from '../../src/app/source.ts';
import type { PreparedPage } from '../../src/app/target.ts';
import type { Article, PageInfo } from '../../src/ingest/model.ts';
import type { Store } from '../../src/store/contract.ts';

/** Runs `work` with a folder of its own, which is gone afterwards. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'wenbao-test-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A page of which only the id matters. */
export function pageInfo(id: string, known: Partial<PageInfo> = {}): PageInfo {
  return { id, file: id, publication: null, date: null, label: null, ...known };
}

/** An article with one paragraph for each text. */
export function article(
  id: string,
  page: string,
  known: Partial<Article> & { texts?: readonly string[] } = {},
): Article {
  const { texts = [`${id}的正文。`], ...rest } = known;
  return {
    ...{ id, page, file: page, publication: null, label: null, title: `${id}的标题`, kicker: null, subtitle: null },
    ...{ byline: null, reporters: [], dateline: null, date: null, heads: [], truncated: false },
    blocks: texts.map((text) => ({ kind: 'paragraph', text, pieces: [{ at: 0, start: 0, end: text.length }] })),
    ...rest,
  };
}

/** One passage for each block, numbered from `first`. */
export function passagesFor(articles: readonly Article[], first: number): StoredPassage[] {
  const passages = articles.flatMap(({ id, title, blocks }) =>
    blocks.map(({ text, pieces }, block) => ({
      ...{ article: id, ordinal: block, kind: 'text' as const, text, pieces },
      ...{ heading: title ?? '', block, row: -1 },
    })),
  );
  return passages.map((passage, i) => ({ ...passage, id: first + i }));
}

/** A segment as a store sees it, bytes without a meaning; here they spell the passages that it holds. */
export function fakeSegment(ids: Iterable<number>): Uint8Array {
  return new TextEncoder().encode(JSON.stringify([...ids]));
}

/** The inverse of {@link fakeSegment}. */
export function readFakeSegment(bytes: Uint8Array | null): number[] {
  return bytes === null ? [] : JSON.parse(new TextDecoder().decode(bytes));
}

/** A page ready to be put in, its passages numbered by the store. */
export async function prepared(
  store: Store,
  id: string,
  { articles = [article(`${id}-1`, id)], ...rest }: Partial<PreparedPage> = {},
): Promise<PreparedPage> {
  const count = articles.reduce((sum, { blocks }) => sum + blocks.length, 0);
  const passages = passagesFor(articles, count === 0 ? 1 : await store.reservePassages(count));
  return {
    ...{ info: pageInfo(id), kind: 'page' as const, source: null, hash: `hash of ${id}`, encoding: 'UTF-8' },
    ...{ bytes: new TextEncoder().encode(`页面 ${id}`), warnings: [], refusals: [] },
    ...{ articles, passages, segment: fakeSegment(passages.map((passage) => passage.id)) },
    ...rest,
  };
}

/** The passages that the index holds and that still count, in order. */
export async function livePassages(store: Store, read: (segment: Uint8Array | null) => number[] = readFakeSegment) {
  const { parts } = await store.index(new Set());
  return parts.flatMap(({ segment, deleted }) => read(segment).filter((id) => !deleted.has(id))).sort((a, b) => a - b);
}

/** The passages that the articles of a store consist of, in order. */
export async function keptPassages(store: Store): Promise<number[]> {
  const articles = await store.articles();
  const kept = await Promise.all(articles.map(({ id }) => store.passagesOfArticle(id)));
  return kept
    .flat()
    .map(({ id }) => id)
    .sort((a, b) => a - b);
}

/** Everything that an asynchronous sequence gives. */
export async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
