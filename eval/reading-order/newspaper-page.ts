/** Newspaper pages of several articles, damaged as extraction damages them, with their truth. */
import type { CleanArticle } from './clean.ts';
import { type Dice, diceOf } from './dice.ts';
import { type PageStyle, printArticle } from './newspaper.ts';
import { damagePage, type NewsDamage, type NewsWish } from './newspaper-damage.ts';
import { NOBODY, oneOf, type PlacedPart, type PrintedPart, type Tear, withPeople } from './newspaper-parts.ts';
import { type NewsPrinting, type PrintedWords, printPage } from './newspaper-print.ts';
import { FOOTS, MASTHEADS, RULES } from './newspaper-words.ts';

/** What is true of an article, besides its parts. */
export interface NewsTruth {
  readonly byline: string | null;
  /** Whether its text breaks off or goes on on another page. */
  readonly cut: boolean;
}

/** A page and its truth. */
export interface NewsPage {
  readonly text: string;
  readonly words: readonly PrintedWords[];
  /** By the number of the article. */
  readonly articles: readonly NewsTruth[];
  readonly kind: NewsDamage;
  readonly strength: number;
}

/** Articles of a page. */
const ARTICLES = { least: 3, most: 7 } as const;
/** Share of the pages with a line of the house at the head, or the foot, and of the articles with a rule behind. */
const HOUSE = { head: 0.3, foot: 0.3, rule: 0.12 } as const;
/** Share of the paragraphs that run over the end of a column. */
const TORN = 0.12;
/** A piece of a torn paragraph has at least so many characters. */
const LEAST_PIECE = 24;
/** Share of the pages with marks. */
const MARKED = 0.5;

const AUTHORS = ['line', 'line', 'line', 'dateline', 'closing', 'none'] as const;
const PRINTINGS = [
  'whole',
  'whole',
  'whole',
  'whole',
  'whole',
  'indented',
  'indented',
  'lines',
] as const satisfies readonly NewsPrinting[];

/** A part that belongs to no article. */
function housePart(kind: 'house' | 'rule', text: string): PlacedPart {
  return { kind, text, level: 0, article: NOBODY, number: NOBODY, copy: false, tears: [] };
}

function tearsOf({ kind, text }: PrintedPart, dice: Dice): Tear[] {
  if (kind !== 'text' || text.length < 2 * LEAST_PIECE || !dice.chance(TORN)) return [];
  return [{ at: dice.between(LEAST_PIECE, text.length - LEAST_PIECE), again: 0, between: null }];
}

/** Draws articles for a page; each is the list of its parts. */
function drawArticles(pool: readonly CleanArticle[], style: PageStyle, dice: Dice) {
  const wanted = dice.between(ARTICLES.least, ARTICLES.most);
  const articles: PlacedPart[][] = [];
  const bylines: (string | null)[] = [];
  for (const clean of dice.shuffle(pool)) {
    if (articles.length >= wanted) break;
    const printed = printArticle(clean, style, dice);
    if (printed === undefined) continue;
    const article = articles.length;
    const place = (part: PrintedPart, number: number): PlacedPart => ({
      ...part,
      article,
      number,
      copy: false,
      tears: tearsOf(part, dice),
    });
    articles.push(printed.parts.map(place));
    bylines.push(printed.byline);
  }
  return { articles, bylines };
}

function withHouse(parts: readonly (readonly PlacedPart[])[], dice: Dice): PlacedPart[] {
  const ruled = dice.chance(0.5);
  const all = parts.flatMap((article) =>
    ruled && dice.chance(HOUSE.rule) ? [...article, housePart('rule', oneOf(RULES, dice))] : article,
  );
  if (dice.chance(HOUSE.head)) all.unshift(housePart('house', oneOf(MASTHEADS, dice)));
  if (dice.chance(HOUSE.foot)) all.push(housePart('house', withPeople(oneOf(FOOTS, dice), dice)));
  return all;
}

/** Prints articles of the pool as a page and damages it; the same pool, wish and seed make the same page. */
export function newsPage(pool: readonly CleanArticle[], wish: NewsWish, seed: string): NewsPage {
  const dice = diceOf(seed);
  const style: PageStyle = { marked: dice.chance(MARKED), authors: oneOf(AUTHORS, dice) };
  const printing = oneOf(PRINTINGS, dice);
  const { articles, bylines } = drawArticles(pool, style, dice);
  const damaged = damagePage(articles, wish, { pool, dice });
  const { text, words } = printPage(withHouse(damaged.articles, dice), printing, dice);
  const truth = bylines.map((byline, at) => ({ byline: damaged.signed(at) ? byline : null, cut: damaged.cut.has(at) }));
  return { text, words, articles: truth, kind: wish.kind, strength: wish.strength };
}
