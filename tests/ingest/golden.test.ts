/**
 * The pages of the corpus against two cuts: the one kept in golden/, checked by hand against the printed lines, and
 * the gold cut in eval/pages/ that a person made without this program.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/ingest/model.ts';
import { readPage } from '../../src/ingest/read-page.ts';
import { shapeOf } from './golden.ts';
import { CORPUS_PAGES, corpusPage } from './pages.ts';

/** An article as eval/pages/articles-*.json has it; `date` is null where only the page's is known. */
interface GoldArticle {
  readonly n: number;
  readonly title: string | null;
  readonly kicker: string | null;
  readonly subtitle: string | null;
  readonly byline: string | null;
  readonly dateline: string | null;
  readonly date: string | null;
  readonly first: string;
  readonly last: string;
  readonly paragraphs: number;
}

const read = (path: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8'));

/** The names in a gold byline, which writes them apart and nothing else of two to four characters but roles. */
function namesOf(byline: string | null): string[] {
  const words = (byline ?? '').replace(/\S*(?:记者|通讯员)|文\/图|报道/g, ' ').split(/\s+/);
  return words.filter((word) => word !== '');
}

function asGold(article: Article | undefined) {
  if (article === undefined) return undefined;
  const { title, kicker, subtitle, byline, reporters, dateline, date, first, last, paragraphs } = shapeOf(article);
  return { title, kicker, subtitle, byline, reporters, dateline, date, first, last, paragraphs };
}

describe.each([...CORPUS_PAGES.keys()])('page %s', (label) => {
  it('is cut as the checked cut says', () => {
    expect(readPage(corpusPage(label)).articles.map(shapeOf)).toEqual(read(`golden/${label}.json`));
  });
});

describe.each(['000', '003'])('the gold cut of page %s', (label) => {
  const page = corpusPage(label);
  const { articles } = readPage(page);
  const gold = read(`../../eval/pages/articles-${label}.json`) as GoldArticle[];

  it('has as many articles', () => {
    expect(articles.map((article) => article.title)).toEqual(gold.map((article) => article.title));
  });

  it.each(gold.map((article) => [article.n, article] as const))('agrees on article %d', (n, wanted) => {
    const { title, kicker, subtitle, byline, dateline, first, last, paragraphs } = wanted;
    const date = wanted.date ?? page.date;
    const reporters = namesOf(byline);
    expect(asGold(articles[n - 1])).toEqual({
      title,
      kicker,
      subtitle,
      byline,
      reporters,
      dateline,
      date,
      first,
      last,
      paragraphs,
    });
  });
});

describe('the cut of a page', () => {
  const cutOf = (label: string, change: (text: string) => string) =>
    readPage({ ...corpusPage(label), text: change(corpusPage(label).text) }).articles.map(shapeOf);

  /** Changes of setting that a person would not even notice. */
  const changes: readonly (readonly [string, (text: string) => string])[] = [
    ['CRLF line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['no empty lines', (text) => text.replace(/\n{2,}/g, '\n')],
    ['no signs before the bylines', (text) => text.replace(/^□ ?/gm, '')],
    ['bold type for Markdown headings', (text) => text.replace(/^#+ (.*)$/gm, '**$1**')],
    ['one level for all Markdown headings', (text) => text.replace(/^#+ /gm, '## ')],
    ['full-width indents', (text) => text.replace(/^(?=[^\n#|\t]{8})/gm, '　　')],
  ];
  const cases = [...CORPUS_PAGES.keys()].flatMap((label) =>
    changes.map(([name, change]) => [label, name, change] as const),
  );

  it.each(cases)('of page %s does not depend on %s', (label, _name, change) => {
    expect(cutOf(label, change)).toEqual(cutOf(label, (text) => text));
  });

  it.each(['000', '001', '003'])('of page %s does not need the Markdown marks for its titles', (label) => {
    const titles = (change: (text: string) => string) =>
      cutOf(label, change).map(({ title, byline }) => [title, byline]);
    expect(titles((text) => text.replace(/^#+ /gm, ''))).toEqual(titles((text) => text));
  });
});
