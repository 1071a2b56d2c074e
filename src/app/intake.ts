/**
 * Takes pages into the library: bytes become articles, passages and one segment of the index, and all of it takes the
 * place of the page's earlier state at once.
 *
 * Taking in the same page twice does nothing the second time: what was read is remembered as a hash of the bytes, of
 * what is known about the page, and of the versions of everything that reads it.
 */

import { IndexDamagedError, IndexStaleError } from '../index/errors.ts';
import { ANALYZER } from '../index/fingerprint.ts';
import { mergeSegments } from '../index/merge.ts';
import { decodeSegment, encodeSegment, FORMAT } from '../index/segment.ts';
import { PageError } from '../ingest/errors.ts';
import type { PageInfo } from '../ingest/model.ts';
import { Aside } from './aside.ts';
import { type Crew, inTurn, type PageOutcome, type PageWork, type ReplaceTerms } from './crew.ts';
import type { Claim } from './ledger.ts';
import { batchId, batchLines, fileIdOf, firstLineOf } from './line-batches.ts';
import type { RawPage } from './reading.ts';
import { draftOf, type IntakeResult, pageOf, resultOf } from './taking.ts';
import type { Change, LibraryTarget } from './target.ts';

/** Raise it when reading a page gives other articles, passages or remarks than before: then every page is read again. */
export const INGESTION = 4;

/** Changed pages that are done before a crew is called, whose threads must load their dictionaries first. */
const DONE_HERE = 2;

/** A strong hash of bytes as text, such as SHA-256 in hex. */
export type Digest = (bytes: Uint8Array) => string;

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
  readonly #crew: Crew | undefined;
  /** Merges that the crew is at. */
  readonly #aside = new Aside();

  /** With a `crew`, whatever is many pages is taken in by several at once. */
  constructor(target: LibraryTarget, digest: Digest, crew?: Crew) {
    this.#target = target;
    this.#digest = digest;
    this.#crew = crew;
  }

  /** Takes in a page unless it is there already. Rejects with a PageError where it cannot be read; its earlier state stays. */
  async takeIn(raw: RawPage, options: IntakeOptions = {}): Promise<IntakeResult> {
    const looked = await this.#looked(raw, options);
    return 'state' in looked ? looked : this.replace(raw, looked);
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
    const pages = async function* (): AsyncGenerator<RawPage> {
      for await (const { firstLine, bytes, overlong } of batchLines(chunks)) {
        const id = batchId(info.id, firstLine);
        seen.add(id);
        yield { info: { ...info, id }, bytes, kind: 'jsonl', source, firstLine, overlong };
      }
    };
    for await (const { result } of inTurn(this.#worksOn(pages(), options), this.#hands)) yield await result;
    if (seen.size === 0) throw new PageError('empty', { bytes: 0 });
    for (const record of await this.#target.pageRecords()) {
      if (record.kind !== 'jsonl' || fileIdOf(record) !== info.id || seen.has(record.id)) continue;
      yield await this.remove(record.id, options);
    }
  }

  /** Reads a page again from the bytes that the library has kept; `null` for an unknown one. */
  async takeInAgain(id: string, options: IntakeOptions = {}): Promise<IntakeResult | null> {
    const raw = await this.#kept(id);
    return raw === null ? null : this.takeIn(raw, options);
  }

  /** Reads pages again as {@link takeInAgain} does, in their order; unknown ones are left out. */
  async *takeInAllAgain(
    ids: readonly string[],
    options: IntakeOptions = {},
  ): AsyncGenerator<PageOutcome<IntakeResult>> {
    const kept = async (id: string): Promise<RawPage | null> => this.#kept(id);
    const pages = async function* (): AsyncGenerator<RawPage> {
      for (const id of ids) {
        const raw = await kept(id);
        if (raw !== null) yield raw;
      }
    };
    yield* inTurn(this.#worksOn(pages(), options), this.#hands);
  }

  /** Takes a page out of the library. */
  async remove(id: string, { claim }: Pick<IntakeOptions, 'claim'> = {}): Promise<IntakeResult> {
    const change = await this.#target.removePage(id, claim);
    return { state: 'removed', page: id, change, warnings: [], refusals: [], found: [] };
  }

  /** Merges segments while there are some worth it; returns how many were made. What somebody else changes meanwhile waits. */
  async mergeSegments(): Promise<number> {
    await this.#aside.settle();
    return this.#mergeAll(this, false);
  }

  /**
   * Merges what no later merge would have to rewrite again, for more is to come. A crew does it beside all else, one merge at a
   * time: then this resolves at once. Rejects with what the one before failed with.
   */
  async mergeMeanwhile(): Promise<void> {
    const crew = this.#crew;
    if (crew === undefined) await this.#mergeAll(this, true);
    else this.#aside.begin(() => this.#mergeAll(crew, true));
  }

  /** Whether a group became one segment. One that cannot be read is left: its pages are to be taken in again. */
  async merge(group: readonly number[]): Promise<boolean> {
    const parts = await this.#target.segments(group);
    if (parts.length === 0) return false;
    const merged = mergedOf(parts.flatMap(({ segment, deleted }) => (segment === null ? [] : [{ segment, deleted }])));
    return merged !== undefined && this.#target.replaceSegments(parts, merged);
  }

  async #mergeAll(hands: Pick<Crew, 'merge'>, patient: boolean): Promise<number> {
    let made = 0;
    for (;;) {
      const before = made;
      for (const group of await this.#target.mergeCandidates(patient)) {
        if (await hands.merge(group)) made += 1;
      }
      if (made === before) return made;
    }
  }

  /** A page as the library has kept it, or `null`. */
  async #kept(id: string): Promise<RawPage | null> {
    const [record, bytes] = [await this.#target.pageRecord(id), await this.#target.pageBytes(id)];
    if (record === null || bytes === null) return null;
    const { file, publication, date, label, kind, source } = record;
    const info = { id, file, publication, date, label };
    return { info, bytes, kind, source, firstLine: firstLineOf(id) };
  }

  get #hands(): number {
    return this.#crew?.hands ?? 1;
  }

  /**
   * Reads a page and puts it in the place of its earlier state; `turn` is waited for before its passages are numbered.
   * Rejects with a PageError where it cannot be read.
   */
  async replace(raw: RawPage, { hash, claim }: ReplaceTerms, turn?: () => Promise<void>): Promise<IntakeResult> {
    const draft = draftOf(raw, await this.#target.withheld());
    await turn?.();
    const { length } = draft.passages;
    const first = length === 0 ? 0 : await this.#target.reservePassages(length);
    return resultOf(draft, await this.#target.replacePage(pageOf(draft, first, hash), claim));
  }

  /** What is known of a page that has not changed, which may have been found elsewhere now; otherwise how to replace it. */
  async #looked(raw: RawPage, { force = false, claim }: IntakeOptions): Promise<IntakeResult | ReplaceTerms> {
    const { id } = raw.info;
    const hash = this.#hashOf(raw);
    const record = await this.#target.pageRecord(id);
    if (force || record === null || record.hash !== hash) return { hash, claim };
    if (record.source !== raw.source) await this.#target.movePage(id, raw.source);
    const { warnings, refusals } = record;
    return { state: 'unchanged', page: id, change: nothing(record), warnings, refusals, found: [] };
  }

  /** The works that pages come to: a few are done here, and where there are more the crew does the rest. */
  async *#worksOn(pages: AsyncIterable<RawPage>, options: IntakeOptions): AsyncGenerator<PageWork<IntakeResult>> {
    let changed = 0;
    for await (const raw of pages) {
      const looked = await this.#looked(raw, options);
      const page = raw.info.id;
      if ('state' in looked) yield { page, begin: async () => looked };
      else {
        changed += 1;
        const crew = changed > DONE_HERE ? this.#crew : undefined;
        yield { page, begin: () => (crew ?? this).replace(raw, looked) };
      }
    }
  }

  #hashOf({ info: { id, file, publication, date, label }, kind, bytes }: RawPage): string {
    const facts = [INGESTION, ANALYZER, FORMAT, kind, id, file, publication, date, label, this.#digest(bytes)];
    return this.#digest(new TextEncoder().encode(JSON.stringify(facts)));
  }
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
