/** What holds for every text, whatever it looks like. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Passage } from '../../src/ingest/model.ts';
import { passagesOf } from '../../src/ingest/passages.ts';
import { readPage } from '../../src/ingest/read-page.ts';
import type { Piece } from '../../src/text/span.ts';
import { anyText, articlesOf, CORPUS_PAGES, pageOf } from './pages.ts';

const SEPARATOR = /^[ \n]*$/;

/** What is wrong with the places of a made text: a piece that is no copy, or letters of ours between pieces. */
function faults(raw: string, made: { text: string; pieces: readonly Piece[] }): string[] {
  const found: string[] = [];
  let at = 0;
  for (const piece of made.pieces) {
    const length = piece.end - piece.start;
    if (made.text.slice(piece.at, piece.at + length) !== raw.slice(piece.start, piece.end))
      found.push(`copy at ${piece.at}`);
    if (!SEPARATOR.test(made.text.slice(at, piece.at))) found.push(`letters of ours before ${piece.at}`);
    at = piece.at + length;
  }
  if (at !== made.text.length) found.push('letters of ours at the end');
  return found;
}

/** Offsets of the page that the pieces of some made texts hold. */
function offsetsOf(made: readonly { pieces: readonly Piece[] }[]): Set<number> {
  const offsets = new Set<number>();
  for (const { start, end } of made.flatMap(({ pieces }) => pieces))
    for (let at = start; at < end; at++) offsets.add(at);
  return offsets;
}

/** Words of the page, as offsets, that are in none of `held`. */
function missing(raw: string, wanted: Iterable<number>, held: ReadonlySet<number>): string {
  return [...wanted]
    .filter((at) => !held.has(at) && /\S/.test(raw.charAt(at)))
    .map((at) => raw.charAt(at))
    .join('');
}

const SEARCHED = new Set(['paragraph', 'list', 'notice', 'caption', 'table']);

function checkArticle(raw: string, article: Article, passages: readonly Passage[]): void {
  for (const block of article.blocks) expect(faults(raw, block)).toEqual([]);
  for (const passage of passages) expect(faults(raw, passage)).toEqual([]);
  const text = article.blocks.filter((block) => SEARCHED.has(block.kind) && block.table === undefined);
  expect(missing(raw, offsetsOf(text), offsetsOf(passages))).toBe('');
}

describe('any text', () => {
  it('keeps the place of every letter, and every letter of a text block in a passage', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const article of articlesOf(text)) checkArticle(text, article, passagesOf(article));
      }),
      { numRuns: 400 },
    );
  });

  it('loses no word: each is in a head, a block or a copy of some article', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { articles } = readPage(pageOf(text));
        fc.pre(articles.length > 0);
        const held = offsetsOf(articles.flatMap((article) => article.blocks));
        for (const { start, end } of articles.flatMap(({ heads, blocks }) => [
          ...heads,
          ...blocks.flatMap((one) => one.copies ?? []),
        ]))
          for (let at = start; at < end; at++) held.add(at);
        const words = [...text.matchAll(/\p{Script=Han}+/gu)].flatMap(({ index, 0: word }) =>
          [...word].map((_, at) => index + at),
        );
        expect(missing(text, words, held)).toBe('');
      }),
      { numRuns: 400 },
    );
  });

  it('is cut the same way each time, and the same with CRLF line ends', () => {
    const shape = (article: Article) => ({
      ...article,
      heads: [],
      blocks: article.blocks.map(({ kind, text, table }) => ({ kind, text, table })),
    });
    fc.assert(
      fc.property(
        anyText.map((text) => text.replaceAll('\r', '')),
        (text) => {
          const articles = articlesOf(text);
          expect(articlesOf(text)).toEqual(articles);
          expect(articlesOf(text.replaceAll('\n', '\r\n')).map(shape)).toEqual(articles.map(shape));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives articles ids that are distinct and do not depend on what stands below', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const ids = articlesOf(text).map((article) => article.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
    const [first] = articlesOf('甲地通车\n\n本报讯 今天甲地通车。\n');
    const [same] = articlesOf('甲地通车\n\n本报讯 今天甲地通车。\n\n乙地开渔\n\n本报讯 今天乙地开渔。\n');
    expect(same?.id).toBe(first?.id);
  });
});

describe('the pages of the corpus', () => {
  it.each([...CORPUS_PAGES.keys()])('keep every place on page %s', (label) => {
    const page = CORPUS_PAGES.get(label) ?? pageOf('');
    for (const article of readPage(page).articles) checkArticle(page.text, article, passagesOf(article));
  });
});
