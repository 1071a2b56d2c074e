import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectPage, type LineView, type PageView, viewPage } from '../../src/app/page-view.ts';
import { circled, rangesText } from '../../src/app/page-words.ts';
import type { Article, Block } from '../../src/ingest/model.ts';
import { readPage } from '../../src/ingest/read-page.ts';
import type { Piece, Span } from '../../src/text/span.ts';
import { anyText, CORPUS_PAGES, pageOf } from '../ingest/pages.ts';

/** A page with the articles that are said to be on it. */
function viewOf(text: string, articles: readonly Article[]): PageView {
  return viewPage(pageOf(text), { articles: [...articles], warnings: [] }, 'UTF-8');
}

/** A block made of the places where these words stand in the page. */
function blockOf(raw: string, words: readonly string[], more: Partial<Block> = {}): Block {
  let at = 0;
  const pieces = words.map((word): Piece => {
    const start = raw.indexOf(word);
    at += word.length;
    return { at: at - word.length, start, end: start + word.length };
  });
  return { kind: 'paragraph', text: words.join(''), pieces, ...more };
}

function spanOf(raw: string, word: string): Span {
  return { start: raw.indexOf(word), end: raw.indexOf(word) + word.length };
}

function articleOf(title: string | null, heads: readonly Span[], blocks: readonly Block[]): Article {
  const unknown = {
    publication: null,
    label: null,
    kicker: null,
    subtitle: null,
    byline: null,
    dateline: null,
    date: null,
  };
  return {
    ...unknown,
    id: 'id',
    page: 'page.txt',
    file: 'page.txt',
    title,
    reporters: [],
    heads,
    blocks,
    truncated: false,
  };
}

const shape = ({ stretches }: LineView) =>
  stretches.map(({ text, fate, article, block }) =>
    [text, fate, article, block].filter((part) => part !== null).join(' '),
  );

/** Offsets of a page by what its articles say of them: a block before a head before a copy. */
function said(raw: string, articles: readonly Article[]): string[] {
  const fates = Array<string>(raw.length).fill('nobody');
  const mark = (spans: readonly Span[], fate: string) => {
    for (const { start, end } of spans)
      for (let at = start; at < end; at++) if (fates[at] === 'nobody') fates[at] = fate;
  };
  for (const { blocks } of articles) for (const { pieces } of blocks) mark(pieces, 'block');
  for (const { heads } of articles) mark(heads, 'head');
  for (const { blocks } of articles) for (const { copies = [] } of blocks) mark(copies, 'copy');
  return fates;
}

/** The fate of every character that the lines of a view hold, in the order of the page; line ends are in no line. */
function fatesOf({ lines }: PageView): string[] {
  return lines.flatMap(({ stretches }) => stretches.flatMap(({ text, fate }) => Array<string>(text.length).fill(fate)));
}

describe('viewPage', () => {
  it('tells for every line what has become of it', () => {
    const raw = '# 大桥通车\n\n大桥全长二千米。  版面剩下的\n大桥全长二千米。\n— — —\n';
    const copies = [{ start: raw.lastIndexOf('大桥全'), end: raw.lastIndexOf('。') + 1 }];
    const view = viewOf(raw, [
      articleOf('大桥通车', [spanOf(raw, '大桥通车')], [blockOf(raw, ['大桥全长二千米。'], { copies })]),
    ]);
    expect(view.lines.map(shape)).toEqual([
      ['# mark', '  blank', '大桥通车 head 1'],
      [],
      ['大桥全长二千米。 block 1 1', '   blank', '版面剩下的 left-out'],
      ['大桥全长二千米。 copy 1 1'],
      ['— mark', '  blank', '— mark', '  blank', '— mark'],
    ]);
    expect(view.tally).toEqual({ lines: 5, articles: 1, blocks: 1, moved: 0, copies: 1, leftOut: 5 });
    expect(view.articles[0]?.blocks[0]).toMatchObject({
      lines: [{ first: 3, last: 3 }],
      copies: [{ first: 4, last: 4 }],
    });
  });

  it('marks where a paragraph skips another one, and where it goes back up', () => {
    const raw = '第一段上半\n另一段\n第一段下半\n第一段开头\n';
    const view = viewOf(raw, [
      articleOf(null, [], [blockOf(raw, ['第一段开头', '第一段上半', '第一段下半']), blockOf(raw, ['另一段'])]),
    ]);
    expect(view.articles[0]?.blocks.map(({ runs }) => runs)).toEqual([
      [
        { text: '第一段开头', lines: [{ first: 4, last: 4 }], moved: 'no' },
        { text: '第一段上半', lines: [{ first: 1, last: 1 }], moved: 'back' },
        { text: '第一段下半', lines: [{ first: 3, last: 3 }], moved: 'over' },
      ],
      [{ text: '另一段', lines: [{ first: 2, last: 2 }], moved: 'back' }],
    ]);
    expect(view.lines.map(({ stretches }) => stretches.map(({ run, moved }) => `${run} ${moved}`))).toEqual([
      ['2 back'],
      ['1 back'],
      ['3 over'],
      ['1 no'],
    ]);
    expect(view.tally.moved).toBe(3);
  });

  it('calls it no move where only blanks, marks or another printing of the same paragraph stand between', () => {
    const raw = '上半  **下半\n上半又印\n结尾\n';
    const block = blockOf(raw, ['上半', '下半', '结尾'], { copies: [spanOf(raw, '上半又印')] });
    const [only] = viewOf(raw, [articleOf(null, [], [block])]).articles;
    expect(only?.blocks[0]?.runs).toHaveLength(1);
  });

  it('marks a text that another article parts from its headline', () => {
    const raw = '甲\n乙\n乙文\n甲文\n';
    const first = articleOf('甲', [spanOf(raw, '甲')], [blockOf(raw, ['甲文'])]);
    const second = articleOf('乙', [spanOf(raw, '乙')], [blockOf(raw, ['乙文'])]);
    const { articles } = viewOf(raw, [first, second]);
    expect(articles.map(({ blocks }) => blocks[0]?.runs[0]?.moved)).toEqual(['over', 'no']);
  });

  it('counts lines as editors do, also with other line ends', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const view = viewOf(['一', '', '三\u2028仍是三'].join(end) + end, []);
      expect(view.lines.map(({ number, text }) => `${number} ${text}`)).toEqual(['1 一', '2 ', '3 三\u2028仍是三']);
    }
    expect(viewOf('', []).lines).toEqual([{ number: 1, text: '', stretches: [] }]);
  });

  it('gives every character of every line exactly one fate, the one that the articles tell', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const page = pageOf(text);
        const read = readPage(page);
        const view = viewPage(page, read, 'UTF-8');
        for (const { text: line, stretches } of view.lines)
          expect(stretches.map((one) => one.text).join('')).toBe(line);
        const wanted = said(text, read.articles).filter((_, at) => text[at] !== '\n' && text[at] !== '\r');
        const found = fatesOf(view);
        expect(found.map((fate) => (['blank', 'mark', 'left-out'].includes(fate) ? 'nobody' : fate))).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the whole text of every block in its runs, and as plain data', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const page = pageOf(text);
        const read = readPage(page);
        const view = viewPage(page, read, 'UTF-8');
        const blocks = view.articles.flatMap((article) => article.blocks);
        expect(blocks.map(({ runs }) => runs.map((run) => run.text).join(''))).toEqual(
          blocks.map((block) => block.text),
        );
        expect(blocks.map((block) => block.text)).toEqual(
          read.articles.flatMap((one) => one.blocks.map((block) => block.text)),
        );
        expect(JSON.parse(JSON.stringify(view))).toEqual(view);
      }),
      { numRuns: 150 },
    );
  });

  it.each([...CORPUS_PAGES])('leaves no word of page %s without a place', (_, page) => {
    const view = inspectPage(page, new TextEncoder().encode(page.text));
    const lost = view.lines.flatMap(({ stretches }) => stretches.filter(({ fate }) => fate === 'left-out'));
    expect(lost.map(({ text }) => text)).toEqual([]);
    expect(view.encoding).toBe('UTF-8');
    expect(view.info.publication).toBe(page.publication);
  });
});

describe('the words for lines and articles', () => {
  it('write ranges of lines', () => {
    expect(rangesText([])).toBe('');
    expect(
      rangesText([
        { first: 3, last: 3 },
        { first: 5, last: 8 },
      ]),
    ).toBe('3, 5–8');
  });

  it.each([
    [1, '①'],
    [20, '⑳'],
    [21, '㉑'],
    [35, '㉟'],
    [36, '㊱'],
    [50, '㊿'],
    [51, '(51)'],
  ])('write %d as %s', (number, sign) => expect(circled(number)).toBe(sign));
});
