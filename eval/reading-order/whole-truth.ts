/** The letters of a newspaper page: which part each belongs to, and which print of it it is. */
import type { Article } from '../../src/ingest/model.ts';
import type { Span } from '../../src/text/span.ts';
import type { NewsPage } from './newspaper-page.ts';
import type { PartKind, PlacedPart } from './newspaper-parts.ts';

/** A part with its letters in reading order, each as the place where it was printed first. */
export interface TruePart {
  readonly kind: PartKind;
  readonly article: number;
  readonly text: string;
  readonly letters: readonly number[];
  /** All places of each letter. */
  readonly prints: readonly (readonly number[])[];
}

/** The letters of a page; blanks, rules and marks are none. */
export interface PageLetters {
  /** The first print of the letter at each place; `undefined` where none stands. */
  readonly places: readonly (number | undefined)[];
  readonly all: readonly number[];
}

/** The first prints of the letters that some pieces hold. */
export function lettersOf(pieces: readonly Span[], { places }: PageLetters): number[] {
  const letters: number[] = [];
  for (const { start, end } of pieces) {
    for (let at = start; at < end; at++) {
      const letter = places[at];
      if (letter !== undefined) letters.push(letter);
    }
  }
  return letters;
}

const keyOf = ({ article, number, kind }: PlacedPart): string => `${article} ${number} ${kind}`;

/** For each part, the places of each of its letters, the first print before copies. */
function printsOf({ text, words }: NewsPage): Map<string, { part: PlacedPart; prints: Map<number, number[]> }> {
  const found = new Map<string, { part: PlacedPart; prints: Map<number, number[]> }>();
  for (const { part, from, start, end } of words.toSorted((a, b) => Number(a.copy) - Number(b.copy))) {
    const entry = found.get(keyOf(part)) ?? { part, prints: new Map<number, number[]>() };
    found.set(keyOf(part), entry);
    for (let at = start; at < end; at++) {
      if (!/[\p{L}\p{N}\p{P}]/u.test(text.charAt(at)) || part.kind === 'rule') continue;
      const letter = from + at - start;
      entry.prints.set(letter, [...(entry.prints.get(letter) ?? []), at]);
    }
  }
  return found;
}

/** The parts of a page with their letters, in reading order, and the place of every letter. */
export function truthOf(page: NewsPage): { readonly parts: readonly TruePart[]; readonly letters: PageLetters } {
  const places: (number | undefined)[] = [];
  const all: number[] = [];
  const parts = [...printsOf(page).values()].map(({ part, prints }) => {
    const inOrder = [...prints].toSorted(([a], [b]) => a - b).map(([, at]) => at);
    for (const print of inOrder) for (const at of print) places[at] = print[0];
    all.push(...inOrder.flat());
    const letters = inOrder.map(([first = 0]) => first);
    return { order: part.number, kind: part.kind, article: part.article, text: part.text, letters, prints: inOrder };
  });
  const inOrder = parts.toSorted((a, b) => a.article - b.article || a.order - b.order);
  return { parts: inOrder, letters: { places, all } };
}

/** How many letters of each true article a reader's article holds. */
function sharesOf(article: Article, owner: ReadonlyMap<number, number>, letters: PageLetters): Map<number, number> {
  const shares = new Map<number, number>();
  const pieces = article.blocks.flatMap((block) => block.pieces);
  for (const letter of lettersOf(pieces, letters)) {
    const number = owner.get(letter);
    if (number !== undefined) shares.set(number, (shares.get(number) ?? 0) + 1);
  }
  return shares;
}

/** What a reader made of a page, and what stands on it. */
export interface Compared {
  readonly parts: readonly TruePart[];
  readonly letters: PageLetters;
  readonly reading: readonly Article[];
}

/** For each of `count` true articles the reader's one that holds most of it, and more of it than of any other. */
export function ownArticlesOf(count: number, { parts, letters, reading }: Compared): (Article | undefined)[] {
  const texts = parts.filter(({ kind }) => kind === 'text');
  const owner = new Map(texts.flatMap((part) => part.letters.map((letter) => [letter, part.article] as const)));
  const shares = reading.map((article) => sharesOf(article, owner, letters));
  return Array.from({ length: count }, (_, number) => {
    const size = texts.reduce((sum, part) => sum + (part.article === number ? part.letters.length : 0), 0);
    const at = shares.findIndex((share) => {
      const mine = share.get(number) ?? 0;
      return mine * 2 > size && [...share.values()].every((other) => other <= mine);
    });
    return reading[at];
  });
}
