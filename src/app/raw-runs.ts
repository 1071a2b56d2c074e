/** Which parts of a block stand together in the page, and where was something moved? */
import type { Article, Block } from '../ingest/model.ts';
import type { Piece, Span } from '../text/span.ts';
import type { BlockPlace, Holdings } from './raw-stretches.ts';

/** `over`: other text stands between it and what is read before it. `back`: what is read before it stands further down. */
export type Moved = 'no' | 'over' | 'back';

/** A part of a block that stands together in the page. */
export interface Run {
  /** Its text, with the separator of ours behind it. */
  readonly text: string;
  readonly spans: readonly Span[];
  readonly moved: Moved;
}

/** How the reader of a block comes to a place of the page. */
type Way = (to: number) => Moved;

function wayFrom(from: number, interrupted: (between: Span) => boolean): Way {
  return (to) => {
    if (to < from) return 'back';
    return interrupted({ start: from, end: to }) ? 'over' : 'no';
  };
}

/** The way to the first place of a block: from the block before, else from the headline. */
function wayInto({ title, heads, blocks }: Article, place: BlockPlace, holdings: Holdings): Way {
  const interrupted = (between: Span) => holdings.isInterrupted(between, place, 'article');
  const before = blocks[place.block - 2]?.pieces.at(-1);
  if (before !== undefined) return wayFrom(before.end, interrupted);
  const head = place.block === 1 && title !== null ? heads[0] : undefined;
  // A headline may be all that a block consists of.
  if (head !== undefined) return (to) => (to < head.start ? 'back' : wayFrom(Math.min(to, head.end), interrupted)(to));
  return () => 'no';
}

/** The pieces of a block, those that stand together in one group. */
function groups({ pieces }: Block, into: Way, within: (from: number) => Way): { pieces: Piece[]; moved: Moved }[] {
  const found: { pieces: Piece[]; moved: Moved }[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    const before = last?.pieces.at(-1);
    const moved = (before === undefined ? into : within(before.end))(piece.start);
    if (last === undefined || moved !== 'no') found.push({ pieces: [piece], moved });
    else last.pieces.push(piece);
  }
  return found;
}

function runsOf(block: Block, into: Way, within: (from: number) => Way): Run[] {
  const found = groups(block, into, within);
  return found.map(({ pieces, moved }, at) => {
    const from = at === 0 ? 0 : (pieces[0]?.at ?? 0);
    const to = found[at + 1]?.pieces[0]?.at ?? block.text.length;
    return { text: block.text.slice(from, to), spans: pieces.map(({ start, end }) => ({ start, end })), moved };
  });
}

/** The runs of each block of an article, in reading order. */
export function blockRuns(article: Article, number: number, holdings: Holdings): Run[][] {
  return article.blocks.map((block, at) => {
    const place = { article: number, block: at + 1 };
    const within = (from: number) => wayFrom(from, (between) => holdings.isInterrupted(between, place, 'block'));
    return runsOf(block, wayInto(article, place, holdings), within);
  });
}
