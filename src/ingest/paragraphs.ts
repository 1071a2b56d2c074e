/**
 * What are the paragraphs of an article?
 *
 * A paragraph that breaks off at the end of a column goes on in the next piece of text, behind a caption or empty
 * lines if need be; what the page prints twice is kept once.
 */
import type { Piece, Span } from '../text/span.ts';
import { rawSpans } from '../text/span.ts';
import { contradicts, crossesWord, isUnfinished } from './joins.ts';
import { widthOf } from './line-ends.ts';
import { joinMade, partOf, wholeOf } from './made.ts';
import { isNumbered } from './marks.ts';
import type { Block, BlockKind, Table } from './model.ts';
import type { Part } from './segment.ts';
import { readTable } from './tables.ts';
import { letterKey } from './told.ts';

/** A shorter paragraph may well be printed twice on purpose; in characters after folding. */
const LEAST_COPY = 16;
/** A torn paragraph repeats at least this much of its first half where the extraction read a line twice. */
const LEAST_OVERLAP = 10;
const MOST_OVERLAP = 400;
/** A paragraph runs over at most this many column ends. */
const MOST_TEARS = 6;
/** A piece that reaches the end of its column has a full line at least; in full-width characters. */
const LEAST_PIECE = 12;
/** From this many paragraphs on, and with this share of them unfinished, line ends prove nothing. */
const UNMARKED = { least: 6, share: 0.6 } as const;

interface OpenBlock {
  kind: BlockKind;
  text: string;
  pieces: readonly Piece[];
  table?: Table;
  copies: Span[];
  /** Whether it breaks off and the next one cannot be its rest. */
  breaksOff: boolean;
  /** How often a rest was joined to it. */
  tears: number;
  /** Whether the paragraph begins with a dateline or an indent, and so is not the rest of another one. */
  readonly begins: boolean;
}

const KINDS: Readonly<Record<Part['kind'], BlockKind>> = Object.freeze({
  text: 'paragraph',
  list: 'list',
  caption: 'caption',
  house: 'advert',
  notice: 'notice',
  table: 'table',
  crosshead: 'crosshead',
});

/**
 * Whether an indent says that a paragraph begins: most lines have one, and some line without goes on with one that
 * breaks off. Where the rests of torn paragraphs are indented like any other line the indent says nothing.
 */
function usesIndents(parts: readonly Part[]): boolean {
  const lines = parts.filter((part) => part.kind === 'text').flatMap((part) => part.item.lines);
  const indented = lines.filter((line) => line.indent >= 2).length;
  const goOn = lines.some((line, at) => at > 0 && line.indent < 2 && isUnfinished(lines[at - 1]?.text ?? ''));
  return indented * 2 > lines.length && goOn;
}

function toBlock(part: Part, raw: string, at: { caption: string | null; indented: boolean }): OpenBlock {
  const kind = KINDS[part.kind];
  const { lines, opening, copies = [] } = part.item;
  if (part.kind === 'table') {
    const { made, table } = readTable(raw, lines, at.caption);
    return { kind, ...made, table, copies: [], breaksOff: false, tears: 0, begins: true };
  }
  const made = joinMade(lines, part.kind === 'crosshead' ? ' ' : '\n');
  const begins = opening !== undefined || (at.indented && (lines[0]?.indent ?? 0) >= 2) || isNumbered(made.text);
  return { kind, text: made.text, pieces: made.pieces, copies: [...copies], breaksOff: false, tears: 0, begins };
}

/** How many characters at the end of `before` are printed again at the front of `after`. */
function overlapOf(before: string, after: string): number {
  for (let length = Math.min(before.length, after.length, MOST_OVERLAP); length >= LEAST_OVERLAP; length--) {
    if (before.endsWith(after.slice(0, length))) return length;
  }
  return 0;
}

/** Appends the rest of a torn paragraph; what is printed again is kept once. */
function append(block: OpenBlock, rest: OpenBlock): void {
  const overlap = overlapOf(block.text, rest.text);
  const made = { text: rest.text, pieces: rest.pieces };
  const joined = joinMade([block, partOf(made, { start: overlap, end: rest.text.length })]);
  block.tears++;
  block.breaksOff = rest.breaksOff;
  block.text = joined.text;
  block.pieces = joined.pieces;
  block.copies.push(...rest.copies);
  if (overlap > 0) block.copies.push(...rawSpans(rest.pieces, { start: 0, end: overlap }));
}

/** Whether `block` breaks off and `next` may be its rest. Where line ends say little, a word across the border must prove it. */
function goesOn(block: OpenBlock | undefined, next: OpenBlock, strict: boolean): block is OpenBlock {
  if (block?.kind !== 'paragraph' || next.kind !== 'paragraph' || next.begins) return false;
  if (block.tears >= MOST_TEARS || widthOf(block.text) < LEAST_PIECE) return false;
  // A column's end that is printed again at the head of the next column belongs to one paragraph, whatever it ends with.
  if (overlapOf(block.text, next.text) > 0) return true;
  if (!isUnfinished(block.text)) return false;
  block.breaksOff = contradicts(block.text, next.text);
  return !block.breaksOff && (!strict || crossesWord(block.text, next.text));
}

/** Takes out the blocks that repeat an earlier one, whose `copies` remember them. */
function dropCopies(blocks: readonly OpenBlock[]): OpenBlock[] {
  const seen = new Map<string, OpenBlock>();
  return blocks.filter((block) => {
    const key = letterKey(block.text);
    if (key.length < LEAST_COPY || block.kind === 'table') return true;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, block);
    else first.copies.push(...wholeOf(block), ...block.copies);
    return first === undefined;
  });
}

/** Whether so many paragraphs have no end mark that this says nothing: poems, tables without tabs, logs. */
function lacksEndMarks(blocks: readonly OpenBlock[]): boolean {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph');
  const unfinished = paragraphs.filter((block) => isUnfinished(block.text)).length;
  return paragraphs.length >= UNMARKED.least && unfinished > paragraphs.length * UNMARKED.share;
}

function joinTorn(blocks: readonly OpenBlock[], torn: boolean): OpenBlock[] {
  const strict = torn || lacksEndMarks(blocks);
  const joined: OpenBlock[] = [];
  let before: OpenBlock | undefined;
  for (const block of blocks) {
    if (goesOn(before, block, strict)) append(before, block);
    else {
      joined.push(block);
      if (block.kind !== 'caption' && block.kind !== 'advert') before = block;
    }
  }
  return joined;
}

function finish({ begins: _, tears: __, copies, breaksOff, ...block }: OpenBlock): Block {
  return { ...block, ...(copies.length > 0 ? { copies } : {}), ...(breaksOff ? { breaksOff } : {}) };
}

/** The blocks of an article in reading order. `torn`: the page's lines may be interleaved, so joins need proof. */
export function readBlocks(parts: readonly Part[], page: { raw: string; torn: boolean }): Block[] {
  const indented = usesIndents(parts);
  const blocks: OpenBlock[] = [];
  let caption: string | null = null;
  for (const part of parts) {
    const block = toBlock(part, page.raw, { caption, indented });
    if (block.kind === 'crosshead') caption = block.text;
    blocks.push(block);
  }
  // A paragraph that was torn is only seen to repeat another one when it is whole again.
  return dropCopies(joinTorn(dropCopies(blocks), page.torn)).map(finish);
}
