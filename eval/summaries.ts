/** `npm run eval -- --summaries`: how many of the gold facts the summaries of the own pages hold. */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkplace } from '../src/compose.ts';
import type { Article } from '../src/ingest/model.ts';
import {
  articleOf,
  judgeArticle,
  type SummaryFigures,
  type SummaryGold,
  type SummaryPair,
  type SummaryVerdict,
  summaryFigures,
} from './summaries-score.ts';

/** Shares of an article's length at which summaries are judged; the middle one is shown article by article. */
const SHARES = [0.15, 0.25, 0.35] as const;
const SHOWN = 0.25;

/** The figures at one share. */
export interface SharedFigures {
  readonly share: number;
  readonly ours: SummaryFigures;
  readonly first: SummaryFigures;
}

/** What the evaluation of summaries says. */
export interface SummaryReport {
  readonly figures: readonly SharedFigures[];
  /** Each article at a quarter of its length. */
  readonly articles: readonly SummaryPair[];
}

function readGold(root: string): SummaryGold[] {
  const folder = join(root, 'eval/pages');
  const files = readdirSync(folder).filter((name) => /^summary-.*\.json$/.test(name));
  return files.sort().flatMap((name): SummaryGold[] => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

/** The articles of the own pages, taken in as any others. */
async function readArticles(root: string): Promise<Article[]> {
  const folder = await mkdtemp(join(tmpdir(), 'wenbao-eval-'));
  try {
    const workplace = await openWorkplace(join(folder, 'data'));
    try {
      await workplace.takeIn([join(root, 'corpus')], { rebuild: false, onProgress: () => undefined });
      return await workplace.library.articles();
    } finally {
      await workplace.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Judges the summaries of `articles` at each share. */
export function reportOnSummaries(articles: readonly Article[], golds: readonly SummaryGold[]): SummaryReport {
  const pairs = SHARES.flatMap((share) => golds.map((gold) => judgeArticle(articleOf(articles, gold), gold, share)));
  const figures = SHARES.map((share) => {
    const of = pairs.filter((pair) => pair.share === share);
    return {
      share,
      ours: summaryFigures(of.map(({ ours }) => ours)),
      first: summaryFigures(of.map(({ first }) => first)),
    };
  });
  return { figures, articles: pairs.filter(({ share }) => share === SHOWN) };
}

function rowOf(name: string, cells: readonly string[]): string {
  return [name.padEnd(8), ...cells.map((text) => text.padStart(9))].join('');
}

function figureRow(name: string, { macro, micro, length }: SummaryFigures): string {
  return rowOf(
    name,
    [macro, micro, length].map((figure) => figure.toFixed(3)),
  );
}

function covered({ facts, missed }: SummaryVerdict): string {
  return `${facts - missed.length}/${facts}`;
}

/** The report for people; `misses` facts that are missing are listed. */
export function summaryText({ figures, articles }: SummaryReport, misses: number): string {
  const head = rowOf('share', ['macro', 'micro', 'length']);
  const shares = figures.flatMap(({ share, ours, first }) => [
    figureRow(`${share}`, ours),
    figureRow('  first', first),
  ]);
  const table = articles.map(({ ours, first }) =>
    `${rowOf(covered(ours), [covered(first), `${ours.used}/${ours.length}`])}  ${ours.title}`.trimEnd(),
  );
  const missed = articles.flatMap(({ ours }) => ours.missed.map((parts) => `${ours.title}\n  ${parts.join(' + ')}`));
  const blocks = [[head, ...shares], [rowOf('facts', ['first', 'length']), ...table], missed.slice(0, misses)];
  return `${blocks.flatMap((lines) => (lines.length > 0 ? [lines.join('\n')] : [])).join('\n\n')}\n`;
}

/** Runs the evaluation on the pages below `root` and says what it found, as one line of JSON if `json`. */
export async function runSummaries(root: string, wish: { readonly json: boolean; readonly misses: number }) {
  const report = reportOnSummaries(await readArticles(root), readGold(root));
  return wish.json ? `${JSON.stringify(report)}\n` : summaryText(report, wish.misses);
}
