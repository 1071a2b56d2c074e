import { describe, expect, it } from 'vitest';
import { MAX_LINE_BYTES } from '../../src/app/line-batches.ts';
import { readRaw } from '../../src/app/reading.ts';
import { pageInfo } from '../support/library.ts';

const LINES = [
  '{"id": "a", "title": "标题", "date": "2023-08-16", "text": "正文一。\\n正文二。"}',
  '',
  '{"id": "b", "text": ',
  '{"id": "c", "title": "没有正文"}',
  '["d"]',
  '{"id": "e", "source": "晚报", "text": "最后一行。"}',
];

function readLines(lines: string | Uint8Array, more: { firstLine?: number; overlong?: ReadonlySet<number> } = {}) {
  const bytes = typeof lines === 'string' ? new TextEncoder().encode(lines) : lines;
  const info = pageInfo('n.jsonl#00000001', { file: 'n.jsonl', publication: '日报', date: '2022', label: 'A1' });
  return readRaw({ info, bytes, kind: 'jsonl', source: null, ...more });
}

describe('reading lines', () => {
  it('reads each article, and says by number which lines it cannot read and why', () => {
    const { articles, refusals, warnings, encoding } = readLines(LINES.join('\n'));
    expect(articles.map(({ id }) => id)).toEqual(['a', 'e']);
    expect(refusals).toEqual([
      { code: 'line-no-json', details: { line: 3 } },
      { code: 'line-field-missing', details: { line: 4, field: 'text' } },
      { code: 'line-no-object', details: { line: 5, found: 'list' } },
    ]);
    expect({ warnings, encoding }).toEqual({ warnings: [], encoding: 'UTF-8' });
  });

  it('counts lines from the first of the batch', () => {
    expect(readLines(LINES.join('\n'), { firstLine: 501 }).refusals[0]?.details).toEqual({ line: 503 });
  });

  it('takes from the file what a line does not say', () => {
    const [first, second] = readLines(LINES.join('\r\n')).articles;
    expect(first).toMatchObject({ publication: '日报', date: '2023-08-16', label: 'A1', page: 'n.jsonl#00000001' });
    expect(second).toMatchObject({ publication: '晚报', date: '2022', file: 'n.jsonl' });
  });

  it('refuses a line in another encoding instead of guessing', () => {
    const sound = new TextEncoder().encode('{"id":"a","text":"正文。"}\n');
    const gb18030 = new Uint8Array([0x7b, 0xd6, 0xd0, 0xce, 0xc4, 0x7d, 0x0a]);
    const { articles, refusals } = readLines(new Uint8Array([...sound, ...gb18030, ...sound.slice(0, -1)]));
    expect(articles).toHaveLength(1);
    expect(refusals).toEqual([{ code: 'line-not-utf8', details: { line: 2 } }]);
  });

  it('refuses a line that was too long to keep', () => {
    const { articles, refusals } = readLines(`${LINES[0]}\n${LINES[5]}`, { overlong: new Set([1]) });
    expect(articles.map(({ id }) => id)).toEqual(['e']);
    expect(refusals).toEqual([{ code: 'line-too-long', details: { line: 1, limit: MAX_LINE_BYTES } }]);
  });

  it('takes the last of several articles with one id, and says so', () => {
    const { articles, warnings } = readLines(
      '{"id":"a","text":"旧。"}\n{"id":"b","text":"中。"}\n{"id":"a","text":"新。"}',
    );
    expect(articles.map(({ blocks }) => blocks[0]?.text)).toEqual(['中。', '新。']);
    expect(warnings).toEqual([{ code: 'id-repeated', details: { id: 'a' } }]);
  });
});

describe('reading a page', () => {
  it('decodes it and finds its articles', () => {
    const bytes = new Uint8Array([
      0xef,
      0xbb,
      0xbf,
      ...new TextEncoder().encode('# 标题\n\n　　正文在这里，说了一件事情。\n'),
    ]);
    const { articles, encoding, refusals } = readRaw({ info: pageInfo('a.md'), bytes, kind: 'page', source: null });
    expect(articles.map(({ title }) => title)).toEqual(['标题']);
    expect({ encoding, refusals }).toEqual({ encoding: 'UTF-8', refusals: [] });
  });

  it.each([
    ['empty', []],
    ['binary', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]],
  ])('refuses an %s page as a whole', (code, bytes) => {
    const raw = { info: pageInfo('a.txt'), bytes: new Uint8Array(bytes), kind: 'page' as const, source: null };
    expect(() => readRaw(raw)).toThrow(expect.objectContaining({ name: 'PageError', code }));
  });
});
