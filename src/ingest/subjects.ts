/**
 * Do two stretches of a page speak of the same things?
 *
 * Words need not be known for that: pairs of characters that two stretches share and the rest of the page seldom has are
 * names, places and subjects. Among articles of one page a last paragraph shares a sixth of its pairs with the
 * article above it, by weight, and 0.02 with another one.
 */
import { foldText } from '../text/normalize.ts';
import type { Item } from './items.ts';
import { textOf } from './items.ts';

/** A pair that half of the page's paragraphs hold says nothing; this is added to counts so that none weighs too much. */
const SMOOTHING = 0.5;

/** The pairs of neighbouring characters of a text; pairs with a sign or figure do not count. */
function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  const signs = foldText(text);
  for (const { 0: run } of signs.matchAll(/\p{Script=Han}{2,}/gu)) {
    for (let at = 0; at + 1 < run.length; at++) pairs.add(run.slice(at, at + 2));
  }
  return pairs;
}

/** Different pairs of characters that stretches must hold to be compared. */
export interface Least {
  readonly some: number;
  readonly others: number;
}

/** What the paragraphs of a page speak of. */
export class Subjects {
  private readonly known = new Map<string, ReadonlySet<string>>();
  /** How many paragraphs hold a pair. */
  private readonly counts = new Map<string, number>();
  private readonly paragraphs: number;

  constructor(paragraphs: readonly string[]) {
    this.paragraphs = paragraphs.length;
    for (const paragraph of paragraphs) {
      for (const pair of this.pairs(paragraph)) this.counts.set(pair, (this.counts.get(pair) ?? 0) + 1);
    }
  }

  /**
   * The share of what some paragraphs speak of that others speak of too, 0 to 1; `undefined` where they are too
   * short to tell, with fewer different pairs of characters than `least` says of the ones and the others.
   */
  shared(some: readonly string[], others: readonly string[], least: Least): number | undefined {
    const [here, there] = [this.all(some), this.all(others)];
    if (here.size < least.some || there.size < least.others) return undefined;
    let [all, both] = [0, 0];
    for (const pair of here) {
      const weight = Math.log((this.paragraphs + 1) / ((this.counts.get(pair) ?? 0) + SMOOTHING));
      all += weight;
      if (there.has(pair)) both += weight;
    }
    return all === 0 ? undefined : both / all;
  }

  private all(texts: readonly string[]): Set<string> {
    const all = new Set<string>();
    for (const text of texts) for (const pair of this.pairs(text)) all.add(pair);
    return all;
  }

  private pairs(text: string): ReadonlySet<string> {
    const pairs = this.known.get(text) ?? pairsOf(text);
    this.known.set(text, pairs);
    return pairs;
  }
}

/** What the paragraphs among the items of a page speak of. */
export function subjectsOf(items: readonly Item[]): Subjects {
  return new Subjects(items.filter(({ kind }) => kind === 'text').map(textOf));
}
