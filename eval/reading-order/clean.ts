/** Clean articles, which a simulated page is set from. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { endsSentence } from '../../src/ingest/marks.ts';
import { readLines } from '../gold.ts';
import type { Dice } from './dice.ts';

/** An article whose order is known. */
export interface CleanArticle {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** The fields of a line of a `.jsonl` file that are read. */
interface ArticleLine {
  readonly title?: string;
  readonly date?: string;
  readonly text: string;
}

/** What is read of a gold article of the own pages; its text stands in the page from `first` to `last`. */
interface GoldCut {
  readonly title: string | null;
  readonly first: string;
  readonly last: string;
}

/** A paragraph of a newspaper, in characters. */
const PARAGRAPH = { least: 50, most: 190 } as const;
/** A headline made of the first clause, in characters. */
const HEADLINE = { least: 6, most: 22 } as const;
/** The text of one article that is set, in characters; a page shall hold several. */
const MOST_TEXT = 1000;
/** Share of the articles that get a dateline, where their day is known. */
const DATED = 0.5;

/** A program or a style sheet that came along with a text from the web. */
const NO_PROSE = /[{}]|https?:/;

const SENTENCE = /[^。！？]*[。！？]+[”’」』）]*/g;
/** A blank beside a Chinese sign: the web writes it, a newspaper does not. */
const LOOSE_BLANK = /(?<=[\u2e80-\u9fff\uff00-\uffef“”‘’…—])\s+|\s+(?=[\u2e80-\u9fff\uff00-\uffef“”‘’…—])/g;

/** The text with no blanks but single ones between foreign words. */
function tidy(text: string): string {
  return text.replace(LOOSE_BLANK, '').replace(/\s+/g, ' ').trim();
}

/** Whole sentences put together into paragraphs; an unfinished end is left out. */
function cutParagraphs(text: string, dice: Dice): string[] {
  const paragraphs: string[] = [];
  let open = '';
  let wanted = dice.between(PARAGRAPH.least, PARAGRAPH.most);
  let length = 0;
  for (const [sentence] of text.matchAll(SENTENCE)) {
    if (length + sentence.length > MOST_TEXT) break;
    length += sentence.length;
    open += sentence;
    if (open.length < wanted) continue;
    paragraphs.push(open);
    open = '';
    wanted = dice.between(PARAGRAPH.least, PARAGRAPH.most);
  }
  return open === '' ? paragraphs : [...paragraphs, open];
}

function headlineOf(text: string): string {
  const clauses = text.split(/[，。；：！？、“”（）《》,;:!?"()]/);
  const fit = clauses.find((clause) => clause.length >= HEADLINE.least && clause.length <= HEADLINE.most);
  return fit ?? text.slice(0, HEADLINE.most);
}

function datelineOf(date: string | undefined, dice: Dice): string {
  const [, month, day] = /^\d{4}-(\d\d)-(\d\d)/.exec(date ?? '') ?? [];
  return month === undefined || !dice.chance(DATED) ? '' : `本报${Number(month)}月${Number(day)}日讯 `;
}

/** An article of a `.jsonl` line: its text in paragraphs, its first clause for a missing headline. */
function ofLine({ title = '', date, text }: ArticleLine, dice: Dice): CleanArticle {
  const paragraphs = text.split('\n').flatMap((part) => cutParagraphs(tidy(part), dice));
  const dateline = datelineOf(date, dice);
  const dated = paragraphs.map((paragraph, at) => (at === 0 ? dateline + paragraph : paragraph));
  return { title: title === '' ? headlineOf(paragraphs[0] ?? '') : tidy(title), paragraphs: dated };
}

/** Draws at most `count` articles from a `.jsonl` or `.jsonl.gz` file, by chance; what is no prose is left out. */
export function drawArticles(file: string, count: number, dice: Dice): CleanArticle[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const lines = dice.shuffle(text.split('\n').filter((line) => line.trim() !== '')).slice(0, count);
  const prose = readLines<ArticleLine>(lines.join('\n')).filter((line) => !NO_PROSE.test(line.text));
  const articles = prose.map((line) => ofLine(line, dice));
  return articles.filter(({ paragraphs }) => paragraphs.length > 0);
}

/** The paragraphs between two lines of a page; one that a column's end tore is put together, headings are left out. */
function paragraphsOf(lines: readonly string[]): string[] {
  const paragraphs: string[] = [];
  let open = '';
  for (const line of lines) {
    if (open === '' && line.length < PARAGRAPH.least && !endsSentence(line)) continue;
    open += line;
    if (!endsSentence(open)) continue;
    paragraphs.push(open);
    open = '';
  }
  return paragraphs;
}

function ofGold({ title, first, last }: GoldCut, lines: readonly string[]): CleanArticle[] {
  const from = lines.findIndex((line) => line.startsWith(first));
  const to = lines.findIndex((line, at) => at >= from && line.endsWith(last));
  if (from < 0 || to < 0) return [];
  const paragraphs = paragraphsOf(lines.slice(from, to + 1));
  return paragraphs.length === 0 ? [] : [{ title: tidy(title ?? headlineOf(paragraphs[0] ?? '')), paragraphs }];
}

/** The articles of the own pages that have a gold cut and stand in order on their page. */
export function ownArticles(root: string): CleanArticle[] {
  const files: Record<string, { page: string }> = JSON.parse(readFileSync(join(root, 'corpus/pages.json'), 'utf8'));
  const cuts = readdirSync(join(root, 'eval/pages')).filter((name) => /^articles-\d+\.json$/.test(name));
  return cuts.sort().flatMap((name) => {
    const [file] = Object.entries(files).find(([, { page }]) => name === `articles-${page}.json`) ?? [];
    if (file === undefined) return [];
    const golds: GoldCut[] = JSON.parse(readFileSync(join(root, 'eval/pages', name), 'utf8'));
    const lines = readFileSync(join(root, 'corpus', file), 'utf8')
      .split('\n')
      .map((line) => line.trim());
    return golds.flatMap((gold) =>
      ofGold(
        gold,
        lines.filter((line) => line !== ''),
      ),
    );
  });
}
