/** Figures about whole articles, by kind and strength of damage to newspaper pages. */
import type { Article } from '../../src/ingest/model.ts';
import { readPage } from '../../src/ingest/read-page.ts';
import type { CleanArticle } from './clean.ts';
import { NEWS_DAMAGES, type NewsDamage, type NewsWish } from './newspaper-damage.ts';
import { newsPage } from './newspaper-page.ts';
import { judgeWhole, MEASURES, type Measure, type Scores } from './whole.ts';

/** Figures of the pages of one damage; shares are `null` where there is nothing to share. */
export interface WholeRow extends NewsWish {
  readonly pages: number;
  readonly articles: number;
  readonly shares: Readonly<Record<Measure, number | null>>;
}

/** What the simulator says of whole articles. */
export interface WholeReport {
  readonly pages: number;
  readonly rows: readonly WholeRow[];
}

/** Reads the articles of a page. */
export type ArticleReader = (text: string) => readonly Article[];

/** The reader of this project. */
export const ourArticles: ArticleReader = (text) =>
  readPage({ id: 'simulated', file: 'simulated.txt', publication: null, date: '2023-08-16', label: null, text })
    .articles;

/** How pages are simulated and read. */
export interface WholeTrial {
  /** Pages in all, spread evenly over the damages. */
  readonly pages: number;
  /** The only kind that is simulated, `null` for every one. */
  readonly only: NewsDamage | null;
  readonly seed: string;
  readonly reader: ArticleReader;
}

interface Judged {
  readonly wish: NewsWish;
  readonly articles: number;
  readonly scores: Scores;
}

function shareOf(judged: readonly Judged[], measure: Measure): number | null {
  const all = judged.reduce((sum, { scores }) => sum + scores[measure].all, 0);
  const right = judged.reduce((sum, { scores }) => sum + scores[measure].right, 0);
  return all === 0 ? null : right / all;
}

function rowOf(wish: NewsWish, judged: readonly Judged[]): WholeRow {
  const shares = Object.fromEntries(MEASURES.map((measure) => [measure, shareOf(judged, measure)]));
  const articles = judged.reduce((sum, one) => sum + one.articles, 0);
  return { ...wish, pages: judged.length, articles, shares: shares as WholeRow['shares'] };
}

/** Simulates newspaper pages from the articles, has them read, and compares. */
export function reportOnWhole(pool: readonly CleanArticle[], { pages, only, seed, reader }: WholeTrial): WholeReport {
  const wishes = NEWS_DAMAGES.filter(({ kind }) => only === null || kind === only);
  const judged = Array.from({ length: wishes.length === 0 ? 0 : pages }, (_, at): Judged[] => {
    const wish = wishes[at % wishes.length];
    if (wish === undefined) return [];
    const page = newsPage(pool, wish, `${seed}:news:${at}`);
    return [{ wish, articles: page.articles.length, scores: judgeWhole(page, reader(page.text)) }];
  }).flat();
  const rows = wishes.map((wish) =>
    rowOf(
      wish,
      judged.filter((one) => one.wish === wish),
    ),
  );
  return { pages: judged.length, rows: rows.filter((row) => row.pages > 0) };
}

const NAME_WIDTH = 16;
const CELL_WIDTH = 11;

/** The report as a table for people: shares with four decimals. */
export function wholeText({ rows }: WholeReport): string {
  if (rows.length === 0) return '';
  const line = (name: string, cells: readonly string[]): string =>
    name.padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(CELL_WIDTH)).join('');
  const head = line('', ['pages', 'articles', ...MEASURES]);
  const lines = rows.map(({ kind, strength, pages, articles, shares }) => {
    const cells = MEASURES.map((measure) => shares[measure]?.toFixed(4) ?? '');
    return line(kind === 'undamaged' ? kind : `${kind} ${strength}`, [String(pages), String(articles), ...cells]);
  });
  return `whole articles on newspaper pages\n${[head, ...lines].join('\n')}\n`;
}
