/** Taking in with the real index, and the question whether an index is what it should be. */
import { createHash } from 'node:crypto';
import { Intake } from '../../src/app/intake.ts';
import type { RawPage } from '../../src/app/reading.ts';
import { SegmentBuilder } from '../../src/index/builder.ts';
import { mergeSegments } from '../../src/index/merge.ts';
import { decodeSegment, encodeSegment } from '../../src/index/segment.ts';
import type { Store } from '../../src/store/contract.ts';
import { pageInfo } from './library.ts';

/** SHA-256 in hex. */
export function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The way into a store. */
export function intakeFor(store: Store): Intake {
  return new Intake(store, digest);
}

/** A page of this text. */
export function rawPage(id: string, text: string, more: Partial<RawPage> = {}): RawPage {
  return { info: pageInfo(id), bytes: new TextEncoder().encode(text), kind: 'page', source: null, ...more };
}

/** A page of articles, each with headline and text. */
export function pageText(...articles: readonly (readonly [title: string, text: string])[]): string {
  return articles.map(([title, text]) => `# ${title}\n\n　　${text}\n\n`).join('');
}

/** All that the index of a store holds and that still counts, as one encoded segment. */
export async function indexOf(store: Store): Promise<Uint8Array> {
  const { parts } = await store.index(new Set());
  const decoded = parts.flatMap(({ segment, deleted }) =>
    segment === null ? [] : [{ segment: decodeSegment(segment), deleted }],
  );
  return encodeSegment(mergeSegments(decoded));
}

/** The index that the passages of a store ask for, built from scratch. */
export async function indexFromScratch(store: Store): Promise<Uint8Array> {
  const articles = await store.articles();
  const passages = (await Promise.all(articles.map(({ id }) => store.passagesOfArticle(id)))).flat();
  const builder = new SegmentBuilder();
  for (const { id, text, heading } of passages.toSorted((a, b) => a.id - b.id)) builder.add({ id, text, heading });
  return encodeSegment(builder.build());
}
