/** Reads articles that come one a line as JSON: their title and day are given, the text is plain. */
import type { Byline } from './byline.ts';
import { parseByline, parseTrailingByline } from './byline.ts';
import { parseOpening } from './dateline.ts';
import { PageError } from './errors.ts';
import { filingDay } from './filing-day.ts';
import { shortId } from './ids.ts';
import { readLines } from './lines.ts';
import type { Article, Block } from './model.ts';
import type { JsonKind } from './remarks.ts';

/** Where a line was found. */
export interface LinePlace {
  readonly file: string;
  /** What the store keys the batch by. */
  readonly page: string;
  /** The line's number in the file, from 1. */
  readonly number: number;
}

/** The fields of a line that are known; others are ignored. */
const FIELDS = ['id', 'title', 'date', 'byline', 'source', 'text'] as const;
type Field = (typeof FIELDS)[number];

/** A day, a month or a year at the front of a date; 2023/8/16 and 2023年8月16日 count too. */
const DATE = /^\s*(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?)?(?!\d)/;

/** What a JSON value is. */
function kindOf(value: unknown): JsonKind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'object';
}

function parse(text: string, { number: line }: LinePlace): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new PageError('line-no-json', { line }, { cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new PageError('line-no-object', { line, found: kindOf(value) });
  }
  return value as Record<string, unknown>;
}

/** The known fields, blank ones as `null`. A number is taken for an id, nothing else is turned into text. */
function readFields(line: string, place: LinePlace): Readonly<Record<Field, string | null>> {
  const value = parse(line, place);
  const read = (field: Field): string | null => {
    const found = value[field];
    if (found === undefined || found === null) return null;
    if (field === 'id' && typeof found === 'number') return String(found);
    if (typeof found !== 'string') {
      throw new PageError('line-field-no-text', { line: place.number, field, found: kindOf(found) });
    }
    return found.trim() === '' ? null : found;
  };
  const fields = Object.fromEntries(FIELDS.map((field) => [field, read(field)])) as Record<Field, string | null>;
  if (fields.text === null) {
    const code = 'text' in value ? 'line-field-empty' : 'line-field-missing';
    throw new PageError(code, { line: place.number, field: 'text' });
  }
  return fields;
}

/** `2023-08-16`, `2023-08` or `2023`; `null` for anything that is no date. */
function readDate(written: string | null): string | null {
  const [, year, month, day] = DATE.exec(written ?? '') ?? [];
  if (year === undefined) return null;
  const parts = [month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  const sound = Number(month ?? 1) >= 1 && Number(month ?? 1) <= 12 && Number(day ?? 1) >= 1 && Number(day ?? 1) <= 31;
  return sound ? [year, ...parts].join('-') : null;
}

/** The paragraphs of a plain text; a text without any letter is one paragraph as it stands. */
function readBlocks(text: string): Block[] {
  const blocks = readLines(text).map(({ text: words, pieces }): Block => ({ kind: 'paragraph', text: words, pieces }));
  if (blocks.length > 0) return blocks;
  return [{ kind: 'paragraph', text, pieces: [{ at: 0, start: 0, end: text.length }] }];
}

/** What the text says of its author and day, where the fields do not. */
function readText(blocks: readonly Block[]): { byline: Byline | undefined; from: string; dateline: string | null } {
  const first = blocks[0]?.text ?? '';
  const last = blocks.at(-1)?.text ?? '';
  const opening = parseOpening(first);
  const dateline = opening?.dateline === undefined ? null : first.slice(opening.dateline.start, opening.dateline.end);
  if (opening?.byline !== undefined) return { byline: opening.byline, from: first, dateline };
  return { byline: parseTrailingByline(last), from: last, dateline };
}

/**
 * Reads an article from a line such as `{"id": "7", "title": "…", "date": "2023-08-16", "byline": "…", "source": "…",
 * "text": "…"}`; only `text` must be there. The id is kept, or made from the file's name, title and text, so that it does not depend on the lines before. Offsets count
 * in `text` as parsed, whose line feeds part its paragraphs.
 *
 * @throws PageError with one of the codes `line-…`, naming the line's number and what is wrong with it
 */
export function readArticleLine(line: string, at: LinePlace): Article {
  const fields = readFields(line, at);
  const blocks = readBlocks(fields.text ?? '');
  const said = readText(blocks);
  const given = fields.byline === null ? undefined : parseByline(fields.byline);
  const byline =
    fields.byline ?? (said.byline === undefined ? null : said.from.slice(said.byline.span.start, said.byline.span.end));
  const date = readDate(fields.date);
  return {
    id: fields.id ?? shortId(`${at.file}\n${fields.title ?? ''}\n${fields.text ?? ''}`),
    page: at.page,
    file: at.file,
    publication: fields.source,
    label: null,
    title: fields.title,
    kicker: null,
    subtitle: null,
    byline,
    reporters: [...new Set((fields.byline === null ? said.byline : given)?.names ?? [])],
    dateline: said.dateline,
    date: date ?? (said.dateline === null ? null : filingDay(said.dateline, null)),
    heads: [],
    blocks,
    truncated: false,
  };
}
