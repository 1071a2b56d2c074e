/**
 * The passages of an article as they are kept: two numbers for each, how far it begins from the end of the one before in
 * the joined blocks of the article, and how long it is. Behind the two stands what is not as usual.
 */
import type { StoredPassage } from '../../app/source.ts';
import { joinMade, type Made, partOf } from '../../ingest/made.ts';
import type { Article } from '../../ingest/model.ts';
import { type Base, type Places, readPlaces, writePlaces } from './places.ts';

/** What a passage has besides its place in the row. */
type Cut = Omit<StoredPassage, 'id' | 'article'>;

/** What is unusual about a passage; `places`, as those of the page, where it is no part of the joined blocks. */
type Odd = Partial<Cut> & { readonly places?: Places };

/** Numbers in pairs, and what is unusual about the passage before. */
export type KeptPassages = readonly (number | Odd)[];

/** Between two blocks, as between two paragraphs that share a passage. */
const BETWEEN = '\n';

/** The blocks of an article as one text. */
class Joined {
  readonly made: Made;
  /** Where each block begins. */
  readonly #starts: number[] = [];

  constructor({ blocks }: Article) {
    this.made = joinMade(blocks, BETWEEN);
    let at = 0;
    for (const { text } of blocks) {
      this.#starts.push(at);
      at += text.length + BETWEEN.length;
    }
  }

  /** The number of the block at an offset; 0 where there is none. */
  blockAt(offset: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Where a passage stands, the nearest place behind `from` first; `undefined` where it is no part. */
  find(passage: Made, from: number): number | undefined {
    for (const start of [this.made.text.indexOf(passage.text, from), this.made.text.indexOf(passage.text)]) {
      if (start >= 0 && isSameMade(this.part(start, passage.text.length), passage)) return start;
    }
    return undefined;
  }

  part(start: number, length: number): Made {
    return partOf(this.made, { start, end: start + length });
  }
}

function isSameMade(made: Made, other: Made): boolean {
  return (
    made.text === other.text &&
    made.pieces.length === other.pieces.length &&
    made.pieces.every(({ at, start, end }, i) => {
      const piece = other.pieces[i];
      return piece?.at === at && piece.start === start && piece.end === end;
    })
  );
}

/** What stands above the first passage where nothing else is said. */
function headingOf({ title, kicker, subtitle, dateline }: Article): string {
  return [...new Set([title, kicker, subtitle, dateline].filter((head) => head !== null && head !== ''))].join(' ');
}

/** A passage that is no part of the joined blocks: a row, whose cells have something else between them. */
function keepMade(made: Made, base: Base): Odd {
  const places = writePlaces(made, base, 0);
  return places === undefined ? { text: made.text, pieces: made.pieces } : { places };
}

function readMade({ text = '', pieces = [], places }: Odd, base: Base): Made {
  if (places === undefined) return { text, pieces };
  const read = readPlaces(places, base, 0);
  return { text: read.text, pieces: read.pieces };
}

/** The passages of an article as they are kept. */
export function keepPassages(article: Article, passages: readonly StoredPassage[], base: Base): KeptPassages {
  const joined = new Joined(article);
  const kept: (number | Odd)[] = [];
  let [end, heading] = [0, headingOf(article)];
  for (const [at, { id: _id, article: _article, ...cut }] of passages.entries()) {
    const start = joined.find(cut, end);
    const made = start === undefined ? keepMade(cut, base) : {};
    const odd: Odd = { ...made, ...unusual(cut, usualCut(at, heading, joined.blockAt(start ?? end))) };
    kept.push((start ?? end) - end, start === undefined ? 0 : cut.text.length);
    if (Object.keys(odd).length > 0) kept.push(odd);
    if (start !== undefined) end = start + cut.text.length;
    heading = cut.heading;
  }
  return kept;
}

type UsualCut = Omit<Cut, 'text' | 'pieces'>;

function usualCut(ordinal: number, heading: string, block: number): UsualCut {
  return { ordinal, kind: 'text', heading, block, row: -1 };
}

function unusual(cut: UsualCut, usual: UsualCut): Partial<UsualCut> {
  return {
    ...(cut.ordinal !== usual.ordinal && { ordinal: cut.ordinal }),
    ...(cut.kind !== usual.kind && { kind: cut.kind }),
    ...(cut.heading !== usual.heading && { heading: cut.heading }),
    ...(cut.block !== usual.block && { block: cut.block }),
    ...(cut.row !== usual.row && { row: cut.row }),
  };
}

/** The inverse of {@link keepPassages}; `first` is the number of the first one. */
export function readPassages(
  article: Article,
  kept: KeptPassages,
  { first, base }: { first: number; base: Base },
): StoredPassage[] {
  const joined = new Joined(article);
  const passages: StoredPassage[] = [];
  let [end, heading] = [0, headingOf(article)];
  for (const { skip, length, odd } of entriesOf(kept)) {
    const start = end + skip;
    const isPart = odd.places === undefined && odd.text === undefined;
    const made = isPart ? joined.part(start, length) : readMade(odd, base);
    const { places: _places, ...own } = odd;
    const usual = usualCut(passages.length, heading, joined.blockAt(start));
    passages.push({ id: first + passages.length, article: article.id, ...usual, ...own, ...made });
    heading = own.heading ?? heading;
    end = start + length;
  }
  return passages;
}

function* entriesOf(kept: KeptPassages): Generator<{ skip: number; length: number; odd: Odd }> {
  for (let at = 0; at < kept.length; ) {
    const [skip, length, odd] = [kept[at], kept[at + 1], kept[at + 2]];
    const isOdd = typeof odd === 'object';
    yield { skip: Number(skip), length: Number(length), odd: isOdd ? odd : {} };
    at += isOdd ? 3 : 2;
  }
}
