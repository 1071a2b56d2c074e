/** What a simulated newspaper page consists of. */
import type { Dice } from './dice.ts';
import { PEOPLE } from './newspaper-words.ts';

/** What a printed part is, as a reader would say. */
export type PartKind =
  | 'label'
  | 'kicker'
  | 'title'
  | 'deck'
  | 'byline'
  | 'text'
  | 'crosshead'
  | 'caption'
  | 'house'
  | 'rule';

/** Something printed in one piece: a headline, a paragraph, a caption. */
export interface PrintedPart {
  readonly kind: PartKind;
  readonly text: string;
  /** Level of the Markdown mark that the extraction gave it, 0 for none. */
  readonly level: number;
}

/** A part of a page, and whose it is. */
export interface PlacedPart extends PrintedPart {
  /** Number of its article on the page, {@link NOBODY} for none. */
  readonly article: number;
  /** Tells it from the other parts of its article; the copy of a part has the same. */
  readonly number: number;
  /** Whether it is printed for the second time. */
  readonly copy: boolean;
  readonly tears: readonly Tear[];
  /** Which of its letters are printed, where not all are. */
  readonly cut?: { readonly from: number; readonly to: number };
}

/** A place inside a paragraph where a column ends. */
export interface Tear {
  readonly at: number;
  /** So many characters before it are printed again behind it. */
  readonly again: number;
  /** What stands in between. */
  readonly between: PlacedPart | null;
}

/** The number of an article that the page does not have. */
export const NOBODY = -1;

/** Parts that stand above the text of an article. */
export const HEAD_KINDS: ReadonlySet<PartKind> = new Set<PartKind>(['label', 'kicker', 'title', 'deck']);

/** One of several things. */
export function oneOf<Thing>(things: readonly [Thing, ...Thing[]], dice: Dice): Thing {
  return things[dice.between(0, things.length - 1)] ?? things[0];
}

/** A pattern with people put in for A, B and C. */
export function withPeople(pattern: string, dice: Dice): string {
  const people = dice.shuffle(PEOPLE);
  return pattern.replace(/[ABC](?=$|[\s）])/g, (letter) => people['ABC'.indexOf(letter)] ?? letter);
}
