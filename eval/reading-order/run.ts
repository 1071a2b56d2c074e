/** `npm run eval -- --reading-order`: how well torn pages are put in order again. */
import { drawArticles, ownArticles } from './clean.ts';
import { diceOf } from './dice.ts';
import { corpusJumps } from './jumps.ts';
import { orderText, ourReader, reportOnOrder } from './report.ts';
import { DAMAGES, type DamageKind } from './simulate.ts';

/** What the simulator is asked to do. */
export interface OrderWish {
  /** A `.jsonl` or `.jsonl.gz` file of articles, `null` for the gold articles of the own pages. */
  readonly set: string | null;
  /** Pages in all; `null` for two of each damage. */
  readonly pages: number | null;
  /** The only kind of damage, `null` for every one. */
  readonly only: DamageKind | null;
  readonly seed: string;
  readonly json: boolean;
}

/** A page is set from at most so many articles. */
const ARTICLES_PER_PAGE = 10;
const PAGES_PER_DAMAGE = 2;

/** Simulates pages, reads them, and says what was found, as one line of JSON if `json`. Throws where `set` cannot be read. */
export function runReadingOrder(root: string, { set, pages, only, seed, json }: OrderWish): string {
  const count = pages ?? DAMAGES.length * PAGES_PER_DAMAGE;
  const articles =
    set === null ? ownArticles(root) : drawArticles(set, count * ARTICLES_PER_PAGE, diceOf(`${seed}:articles`));
  const clock = (): number => performance.now();
  const figures = reportOnOrder(articles, { pages: count, only, seed, reader: ourReader, clock });
  const report = { ...figures, corpus: corpusJumps(root, ourReader) };
  return json ? `${JSON.stringify(report)}\n` : orderText(report);
}
