/** Puts a page beside its articles into words that every drawing of it uses. */
import type { ArticleView, BlockView, PageView } from './page-view.ts';
import type { LineRange } from './raw-lines.ts';
import type { Wording } from './wording-zh-cn.ts';

/** Something that is known, with its name. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** Such as `3–5, 9`. */
export function rangesText(ranges: readonly LineRange[]): string {
  return ranges.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`)).join(', ');
}

/** Blocks of signs for numbers in a circle: the first number and the sign for it. */
const CIRCLES: readonly (readonly [first: number, last: number, sign: number])[] = [
  [1, 20, 0x2460],
  [21, 35, 0x3251],
  [36, 50, 0x32b1],
];

/** A number in a circle, such as ③; from 51 on in brackets, since there are no such signs. */
export function circled(number: number): string {
  const block = CIRCLES.find(([first, last]) => number >= first && number <= last);
  return block === undefined ? `(${number})` : String.fromCodePoint(block[2] + number - block[0]);
}

function known(facts: readonly (readonly [name: string, value: string | null])[]): Fact[] {
  return facts.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}

/** What is known of a page besides its text. */
export function pageFacts({ info, encoding }: PageView, { pageView }: Wording): Fact[] {
  return known([
    [pageView.publication, info.publication],
    [pageView.date, info.date],
    [pageView.label, info.label],
    [pageView.encoding, encoding],
  ]);
}

/** What the head of an article says besides its headline. */
export function articleFacts(article: ArticleView, { pageView }: Wording): Fact[] {
  return known([
    [pageView.kicker, article.kicker],
    [pageView.subtitle, article.subtitle],
    [pageView.byline, article.byline],
    [pageView.dateline, article.dateline],
    [pageView.date, article.date],
  ]);
}

/** How much there is, a phrase each; what there is none of is left out, but not that nothing was left out. */
export function tallyPhrases({ tally }: PageView, { pageView }: Wording): string[] {
  return [
    pageView.lineCount(tally.lines),
    pageView.articleCount(tally.articles),
    pageView.blockCount(tally.blocks),
    ...(tally.moved > 0 ? [pageView.movedCount(tally.moved)] : []),
    ...(tally.copies > 0 ? [pageView.copyCount(tally.copies)] : []),
    pageView.leftOutCount(tally.leftOut),
  ];
}

/** At how many places reading a block departs from the order of the page. */
export function movesOf({ runs }: BlockView): number {
  return runs.filter(({ moved }) => moved !== 'no').length;
}

/** The signs of departing from the order of the page. */
export const MOVED_SIGNS = { no: '', over: '↷', back: '↶' } as const;
