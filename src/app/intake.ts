/**
 * Takes pages into the library: bytes become articles, passages and one segment of the index, and all of it takes the
 * place of the page's earlier state at once.
 *
 * Taking in the same page twice does nothing the second time: what was read is remembered as a hash of the bytes, of
 * what is known about the page, and of the versions of everything that reads it.
 */
import { ANALYZER } from '../index/analyzer.ts';
import { SegmentBuilder } from '../index/builder.ts';
import { IndexDamagedError, IndexStaleError } from '../index/errors.ts';
import { mergeSegments } from '../index/merge.ts';
import { decodeSegment, encodeSegment, FORMAT } from '../index/segment.ts';
import { PageError } from '../ingest/errors.ts';
import type { PageInfo, Passage } from '../ingest/model.ts';
import { passagesOf } from '../ingest/passages.ts';
import type { PageRefusal } from '../ingest/remarks.ts';
import type { Claim, FoundArticle } from './ledger.ts';
import { batchId, batchLines, fileIdOf, firstLineOf } from './line-batches.ts';
import { type RawPage, readRaw } from './reading.ts';
import type { StoredPassage } from './source.ts';
import type { Change, LibraryTarget, Warning } from './target.ts';

/** Raise it when reading a page gives other articles, passages or remarks than before: then every page is read again. */
export const INGESTION = 3;

/** A strong hash of bytes as text, such as SHA-256 in hex. */
export type Digest = (bytes: Uint8Array) => string;

/** What came of one page. */
export interface IntakeResult {
  readonly state: 'taken-in' | 'unchanged' | 'removed';
  readonly page: string;
  readonly change: Change;
  readonly warnings: readonly Warning[];
  readonly refusals: readonly PageRefusal[];
  /** The articles that were found; only for a page that was read. */
  readonly found: readonly FoundArticle[];
}

/** How to take in. */
export interface IntakeOptions {
  /** Also what has not changed; `false` by default. */
  readonly force?: boolean;
  /** On whose behalf; what it writes counts as long as this holds. */
  readonly claim?: Claim | undefined;
}

/** A stream of lines that each hold an article; `id` and `file` of its info are the file's. */
export interface RawLines {
  readonly info: PageInfo;
  readonly source: string | null;
  readonly chunks: AsyncIterable<Uint8Array>;
}

function nothing(record: { readonly articles: number; readonly passages: number }): Change {
  return { added: 0, replaced: 0, removed: 0, articles: record.articles, passages: record.passages };
}

/** The way of a page into a library. */
export class Intake {
  readonly #target: LibraryTarget;
  readonly #digest: Digest;

  constructor(target: LibraryTarget, digest: Digest) {
    this.#target = target;
    this.#digest = digest;
  }

  /** Takes in a page unless it is there already. Rejects with a PageError where it cannot be read; its earlier state stays. */
  async takeIn(raw: RawPage, { force = false, claim }: IntakeOptions = {}): Promise<IntakeResult> {
    const { id } = raw.info;
    const hash = this.#hashOf(raw);
    const record = await this.#target.pageRecord(id);
    if (!force && record !== null && record.hash === hash) {
      if (record.source !== raw.source) await this.#target.movePage(id, raw.source);
      const { warnings, refusals } = record;
      return { state: 'unchanged', page: id, change: nothing(record), warnings, refusals, found: [] };
    }
    return this.#replace(raw, { hash, claim });
  }

  /**
   * Takes in a stream of lines batch by batch, each a page of its own, and removes what the file no longer holds.
   * Rejects with a PageError where there is no line at all, and with whatever the stream fails with; the batches that came
   * before are in the library then, and nothing has been removed.
   */
  async *takeInLines(
    { info, source, chunks }: RawLines,
    options: IntakeOptions = {},
  ): AsyncGenerator<IntakeResult, void, void> {
    const seen = new Set<string>();
    for await (const { firstLine, bytes, overlong } of batchLines(chunks)) {
      const id = batchId(info.id, firstLine);
      seen.add(id);
      yield await this.takeIn({ info: { ...info, id }, bytes, kind: 'jsonl', source, firstLine, overlong }, options);
    }
    if (seen.size === 0) throw new PageError('empty', { bytes: 0 });
    for (const record of await this.#target.pageRecords()) {
      if (record.kind !== 'jsonl' || fileIdOf(record) !== info.id || seen.has(record.id)) continue;
      yield await this.remove(record.id, options);
    }
  }

  /** Reads a page again from the bytes that the library has kept; `null` for an unknown one. */
  async takeInAgain(id: string, options: IntakeOptions = {}): Promise<IntakeResult | null> {
    const [record, bytes] = [await this.#target.pageRecord(id), await this.#target.pageBytes(id)];
    if (record === null || bytes === null) return null;
    const { file, publication, date, label, kind, source } = record;
    const info = { id, file, publication, date, label };
    return this.takeIn({ info, bytes, kind, source, firstLine: firstLineOf(id) }, options);
  }

  /** Takes a page out of the library. */
  async remove(id: string, { claim }: Pick<IntakeOptions, 'claim'> = {}): Promise<IntakeResult> {
    const change = await this.#target.removePage(id, claim);
    return { state: 'removed', page: id, change, warnings: [], refusals: [], found: [] };
  }

  /** Merges segments while there are some worth it; returns how many were made. What somebody else changes meanwhile waits. */
  async mergeSegments(): Promise<number> {
    let made = 0;
    for (;;) {
      const before = made;
      for (const group of await this.#target.mergeCandidates()) {
        if (await this.#merge(group)) made += 1;
      }
      if (made === before) return made;
    }
  }

  async #replace(
    raw: RawPage,
    { hash, claim }: Pick<IntakeOptions, 'claim'> & { hash: string },
  ): Promise<IntakeResult> {
    const { info, kind, source, bytes } = raw;
    const read = readRaw(raw);
    const withheld = await this.#target.withheld();
    const articles = read.articles.filter(({ id }) => !withheld.has(id));
    const passages = await this.#numbered(articles.flatMap((article) => passagesOf(article)));
    const segment = encodeSegment(segmentOf(passages));
    const page = { ...read, articles, info, kind, source, hash, bytes, passages, segment };
    const change = await this.#target.replacePage(page, claim);
    const { warnings, refusals } = read;
    return {
      state: 'taken-in',
      page: info.id,
      change,
      warnings,
      refusals,
      found: articles.map(({ id, title }) => ({ id, title })),
    };
  }

  async #numbered(passages: readonly Passage[]): Promise<StoredPassage[]> {
    if (passages.length === 0) return [];
    const first = await this.#target.reservePassages(passages.length);
    return passages.map((passage, i) => ({ ...passage, id: first + i }));
  }

  /** Whether a group became one segment. One that cannot be read is left: its pages are to be taken in again. */
  async #merge(group: readonly number[]): Promise<boolean> {
    const parts = await this.#target.segments(group);
    const merged = mergedOf(parts.flatMap(({ segment, deleted }) => (segment === null ? [] : [{ segment, deleted }])));
    return merged !== undefined && this.#target.replaceSegments(parts, merged);
  }

  #hashOf({ info: { id, file, publication, date, label }, kind, bytes }: RawPage): string {
    const facts = [INGESTION, ANALYZER, FORMAT, kind, id, file, publication, date, label, this.#digest(bytes)];
    return this.#digest(new TextEncoder().encode(JSON.stringify(facts)));
  }
}

function segmentOf(passages: readonly StoredPassage[]) {
  const builder = new SegmentBuilder();
  for (const { id, text, heading } of passages) builder.add({ id, text, heading });
  return builder.build();
}

function mergedOf(parts: readonly { segment: Uint8Array; deleted: ReadonlySet<number> }[]): Uint8Array | undefined {
  try {
    const decoded = parts.map(({ segment, deleted }) => ({ segment: decodeSegment(segment), deleted }));
    return encodeSegment(mergeSegments(decoded));
  } catch (error) {
    if (error instanceof IndexStaleError || error instanceof IndexDamagedError) return undefined;
    throw error;
  }
}
