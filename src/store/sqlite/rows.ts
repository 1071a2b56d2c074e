/** How pages and pieces are written into columns and read back. */
import type { PageKind, PageRecord } from '../../app/target.ts';
import type { Piece } from '../../text/span.ts';

/** A row of `pages`. */
export interface PageRow {
  readonly key: number;
  readonly id: string;
  readonly file: string;
  readonly publication: string | null;
  readonly date: string | null;
  readonly label: string | null;
  readonly kind: PageKind;
  readonly source: string | null;
  readonly hash: string;
  readonly encoding: string;
  readonly warnings: string;
  readonly refusals: string;
  readonly articles: number;
  readonly passages: number;
  readonly segment: number | null;
}

/** The record that people and the ingestion see of a page. */
export function pageRecord(row: PageRow): PageRecord {
  const { key: _key, segment: _segment, ...rest } = row;
  return { ...rest, warnings: JSON.parse(row.warnings), refusals: JSON.parse(row.refusals) };
}

/** Pieces as one flat list of numbers, three for each: a third of the room that their names would take. */
export function writePieces(pieces: readonly Piece[]): string {
  return JSON.stringify(pieces.flatMap(({ at, start, end }) => [at, start, end]));
}

/** The inverse of {@link writePieces}. */
export function readPieces(written: string): Piece[] {
  const numbers: number[] = JSON.parse(written);
  const pieces: Piece[] = [];
  for (let i = 0; i + 2 < numbers.length; i += 3) {
    pieces.push({ at: numbers[i] ?? 0, start: numbers[i + 1] ?? 0, end: numbers[i + 2] ?? 0 });
  }
  return pieces;
}

/** The same bytes as a plain array: a Buffer's `slice` does not copy, which surprises whoever expects an array. */
export function plainBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The first and the last day that a date as precise as it is known may mean; `null`s for anything else. */
export function dayBounds(date: string | null): { first: string | null; last: string | null } {
  const [, year, month, day] = DAY.exec(date ?? '') ?? [];
  if (year === undefined) return { first: null, last: null };
  return {
    first: `${year}-${month ?? '01'}-${day ?? '01'}`,
    last: `${year}-${month ?? '12'}-${day ?? '31'}`,
  };
}
