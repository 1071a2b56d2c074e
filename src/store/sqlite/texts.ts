/**
 * How an article and its passages are kept: as one packed text.
 *
 * The passages repeat what the article says, and packing finds that: together they take hardly more room than the
 * article alone. The passages of an article are numbered in a row, so the number of the first one finds them all, and
 * since no number is ever given out again it names the same text for ever.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import type { StoredPassage } from '../../app/source.ts';
import type { Article, PassageKind } from '../../ingest/model.ts';
import { readPieces, writePieces } from './rows.ts';

/** Of zlib's levels the one behind which a text of a few thousand bytes hardly gets smaller. */
const LEVEL = 3;
/** Bytes of zlib's buffers: most texts fit one, and making larger ones takes longer than what is done in them. */
const CHUNKS = { packed: 4096, plain: 8192 } as const;
/** Articles that are remembered unpacked: those of some questions. */
const KEPT = 512;

/** A passage without what follows from its place: ordinal, kind, text, pieces, heading, block, row. */
type PassageTuple = [number, PassageKind, string, string, string, number, number];

/** The columns of an article that have its text and passages. */
export interface TextColumns {
  /** The number of the first passage; `null` where there is none. */
  readonly first: number | null;
  readonly passages: number;
  readonly packed: Uint8Array;
}

/** Packs JSON of an article and of the tuples of its passages. A line feed parts the two: JSON has none of its own. */
function packTexts(article: string, tuples: string): Uint8Array {
  return deflateRawSync(`${article}\n${tuples}`, { level: LEVEL, chunkSize: CHUNKS.packed });
}

/** Lets SQL pack the texts of stores that did not do so yet. */
export function teachPacking(db: Database): void {
  db.function('pack_texts', { deterministic: true }, (article, tuples) => packTexts(String(article), String(tuples)));
}

/** What is kept of an article. Throws where its passages are not numbered in a row. */
export function textColumns(article: Article, passages: readonly StoredPassage[]): TextColumns {
  const first = passages[0]?.id ?? null;
  const tuples = passages.map(({ id, ordinal, kind, text, pieces, heading, block, row }, at): PassageTuple => {
    if (id !== (first ?? 0) + at) throw new Error(`Passage ${id} of article ${article.id} is out of the row.`);
    return [ordinal, kind, text, writePieces(pieces), heading, block, row];
  });
  return { first, passages: passages.length, packed: packTexts(JSON.stringify(article), JSON.stringify(tuples)) };
}

/** An unpacked article; it and its passages are read when they are asked for. */
export class KeptTexts {
  readonly #first: number;
  readonly #article: string;
  readonly #tuples: string;
  #read: Article | undefined;
  #passages: StoredPassage[] | undefined;

  constructor({ first, packed }: Pick<TextColumns, 'first' | 'packed'>) {
    const text = inflateRawSync(packed, { chunkSize: CHUNKS.plain }).toString('utf8');
    const end = text.indexOf('\n');
    this.#first = first ?? 0;
    this.#article = text.slice(0, end);
    this.#tuples = text.slice(end + 1);
  }

  get article(): Article {
    this.#read ??= JSON.parse(this.#article) as Article;
    return this.#read;
  }

  get passages(): readonly StoredPassage[] {
    this.#passages ??= (JSON.parse(this.#tuples) as PassageTuple[]).map(
      ([ordinal, kind, text, pieces, heading, block, row], at): StoredPassage => ({
        ...{ id: this.#first + at, article: this.article.id, ordinal, kind, text },
        ...{ pieces: readPieces(pieces), heading, block, row },
      }),
    );
    return this.#passages;
  }
}

/** The articles that were asked for last, unpacked, by the number of their first passage. */
export class TextShelf {
  readonly #kept = new Map<number, KeptTexts>();

  /** The texts whose first passage has that number; `load` gets the packed ones where they are not here. */
  texts(first: number, load: () => Uint8Array): KeptTexts {
    const kept = this.#kept.get(first) ?? new KeptTexts({ first, packed: load() });
    // The one that was asked for last stands at the end; the one at the front leaves.
    this.#kept.delete(first);
    this.#kept.set(first, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return kept;
  }
}
