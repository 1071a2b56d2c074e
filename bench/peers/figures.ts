/** What is made of ranks, times and runs. */

/** How good a ranking is; every share is of all questions. */
export interface Quality {
  readonly recall1: number;
  readonly recall5: number;
  readonly recall10: number;
  readonly mrr10: number;
}

/** The middle of some figures, and how far they lie apart. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** The rank of the first relevant article, from 1; 0 where none was found. An article ranks where its best unit does. */
export function rankOf(articles: readonly string[], relevant: readonly string[]): number {
  return [...new Set(articles)].findIndex((article) => relevant.includes(article)) + 1;
}

/** Recall and mean reciprocal rank of some ranks as {@link rankOf} gives them; zeros where there are none. */
export function qualityOf(ranks: readonly number[]): Quality {
  const count = Math.max(1, ranks.length);
  const within = (depth: number): number => ranks.filter((rank) => rank > 0 && rank <= depth).length / count;
  const reciprocal = ranks.reduce((sum, rank) => sum + (rank > 0 && rank <= 10 ? 1 / rank : 0), 0);
  return { recall1: within(1), recall5: within(5), recall10: within(10), mrr10: reciprocal / count };
}

/** The value below which a share of the values lies (0.5 is the median); 0 where there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The median of some figures and their ends; of an even number of figures the mean of the two in the middle. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (place: number): number => sorted[place] ?? 0;
  const middle = (sorted.length - 1) / 2;
  const median = (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
  return { median, least: at(0), most: at(sorted.length - 1) };
}

/** The greatest divisor that two whole numbers share. */
function sharedDivisor(a: number, b: number): number {
  return b === 0 ? a : sharedDivisor(b, a % b);
}

/** All items, in an order of which every beginning is spread over all of them; always the same. */
export function spreadOut<Item>(items: readonly Item[]): Item[] {
  const count = items.length;
  let step = Math.max(1, Math.round(count * 0.618));
  while (sharedDivisor(step, count) > 1) step += 1;
  return items.flatMap((_, place) => items.slice((place * step) % count, ((place * step) % count) + 1));
}

/** A sample of at most `count`, evenly spaced and always the same. */
export function sampleOf<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, place) => items[Math.floor((place * items.length) / count)]).filter(
    (item) => item !== undefined,
  );
}
