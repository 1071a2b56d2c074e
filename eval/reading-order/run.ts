/** `npm run eval -- --reading-order`: how well torn pages are put in order again. */
import { drawArticles, ownArticles } from './clean.ts';
import { diceOf } from './dice.ts';
import { corpusJumps } from './jumps.ts';
import { NEWS_DAMAGES, type NewsDamage } from './newspaper-damage.ts';
import { orderText, ourReader, reportOnOrder } from './report.ts';
import { DAMAGES, type DamageKind } from './simulate.ts';
import { ourArticles, reportOnWhole, wholeText } from './whole-report.ts';

/** A kind of damage of either table: to the order of lines, or to whole articles. */
export type AnyDamage = DamageKind | NewsDamage;

/** Every kind of damage, each once. */
export const ANY_DAMAGES: readonly AnyDamage[] = [...new Set([...DAMAGES, ...NEWS_DAMAGES].map(({ kind }) => kind))];

/** What the simulator is asked to do. */
export interface OrderWish {
  /** A `.jsonl` or `.jsonl.gz` file of articles, `null` for the gold articles of the own pages. */
  readonly set: string | null;
  /** Pages in all; `null` for two of each damage. */
  readonly pages: number | null;
  /** The only kind of damage, `null` for every one. */
  readonly only: AnyDamage | null;
  readonly seed: string;
  readonly json: boolean;
}

/** A page is set from at most so many articles. */
const ARTICLES_PER_PAGE = 10;
const PAGES_PER_DAMAGE = 2;

/** A kind if it is one of those listed. */
function kindAmong<Kind>(listed: readonly { readonly kind: Kind }[], only: AnyDamage): Kind | undefined {
  return listed.find(({ kind }) => kind === only)?.kind;
}

/** Simulates pages, reads them, and says what was found, as one line of JSON if `json`. Throws where `set` cannot be read. */
export function runReadingOrder(root: string, { set, pages, only, seed, json }: OrderWish): string {
  const count = pages ?? DAMAGES.length * PAGES_PER_DAMAGE;
  const articles =
    set === null ? ownArticles(root) : drawArticles(set, count * ARTICLES_PER_PAGE, diceOf(`${seed}:articles`));
  const clock = (): number => performance.now();
  const lines = only === null ? null : kindAmong(DAMAGES, only);
  const wholes = only === null ? null : kindAmong(NEWS_DAMAGES, only);
  const order =
    lines === undefined
      ? null
      : {
          ...reportOnOrder(articles, { pages: count, only: lines, seed, reader: ourReader, clock }),
          corpus: corpusJumps(root, ourReader),
        };
  const whole =
    wholes === undefined ? null : reportOnWhole(articles, { pages: count, only: wholes, seed, reader: ourArticles });
  if (json) return `${JSON.stringify({ ...order, whole })}\n`;
  return [order === null ? '' : orderText(order), whole === null ? '' : wholeText(whole)]
    .filter((text) => text !== '')
    .join('\n');
}
