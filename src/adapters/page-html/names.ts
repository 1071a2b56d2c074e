/** The names by which the parts of the web page find each other; none is made of text. */
import type { StretchView } from '../../app/page-view.ts';

/** How many colours there are for articles; `t9` of `style.ts` would be the first without one. */
const TINTS = 8;

/** The class that gives an article its colour; from the ninth article on a pattern tells it from the first with that colour. */
export function tint(article: number): string {
  return `t${((article - 1) % TINTS) + 1}${article > TINTS ? ' again' : ''}`;
}

/** The head of an article: its id, and the class of all that lights up with it. */
export function headName(article: number): string {
  return `h${article}`;
}

/** A block, likewise. */
export function blockName(article: number, block: number): string {
  return `p${article}-${block}`;
}

/** Where a run of a block begins in the raw page. */
export function runName(article: number, block: number, run: number): string {
  return `r${article}-${block}-${run}`;
}

/** A raw line. */
export function lineName(line: number): string {
  return `L${line}`;
}

/** What a stretch of the raw page lights up with; `null` for what is in no article. */
export function groupOf({ article, block }: StretchView): string | null {
  if (article === null) return null;
  return block === null ? headName(article) : blockName(article, block);
}
