import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PageError } from '../../src/ingest/errors.ts';
import { readArticleLine } from '../../src/ingest/jsonl.ts';

const PLACE = { file: 'news.jsonl', page: 'news.jsonl#00000001', number: 7 };
const read = (value: unknown) => readArticleLine(JSON.stringify(value), PLACE);

function refusal(line: string): PageError {
  try {
    readArticleLine(line, PLACE);
  } catch (error) {
    if (error instanceof PageError) return error;
  }
  throw new Error('expected a PageError');
}

describe('readArticleLine', () => {
  it('keeps what is given', () => {
    const text = '甲地新桥通车。\n\n两岸从此一桥相连。';
    const line = {
      id: 'n-7',
      title: '新桥通车',
      date: '2023-08-16',
      byline: '□本报记者 张三 李四',
      source: '滨海日报',
      text,
    };
    expect(read(line)).toEqual({
      id: 'n-7',
      page: PLACE.page,
      file: PLACE.file,
      publication: '滨海日报',
      label: null,
      title: '新桥通车',
      kicker: null,
      subtitle: null,
      byline: '□本报记者 张三 李四',
      reporters: ['张三', '李四'],
      dateline: null,
      date: '2023-08-16',
      heads: [],
      truncated: false,
      blocks: [
        { kind: 'paragraph', text: '甲地新桥通车。', pieces: [{ at: 0, start: 0, end: 7 }] },
        { kind: 'paragraph', text: '两岸从此一桥相连。', pieces: [{ at: 0, start: 9, end: 18 }] },
      ],
    });
  });

  it('reads dateline and reporters from the text where the fields are silent', () => {
    expect(read({ text: '中新社大连2023年8月8日电 (记者 杨毅)新船交付。' })).toMatchObject({
      dateline: '中新社大连2023年8月8日电',
      byline: '记者 杨毅',
      reporters: ['杨毅'],
      date: '2023-08-08',
      title: null,
    });
    expect(read({ text: '新船交付。（记者 张三）' })).toMatchObject({ byline: '记者 张三', reporters: ['张三'] });
  });

  it.each([
    ['2023-08-16', '2023-08-16'],
    ['2023/8/6 10:30', '2023-08-06'],
    ['2023年8月', '2023-08'],
    ['2023', '2023'],
    ['', null],
    ['某网 > 新闻', null],
    ['2023-13-01', null],
  ])('reads the date %j as %j', (date, day) => {
    expect(read({ date, text: '正文。' }).date).toBe(day);
  });

  it('makes an id that depends on the article alone', () => {
    const id = (number: number, title: string) =>
      readArticleLine(JSON.stringify({ title, text: '正文。' }), { ...PLACE, page: `b${number}`, number }).id;
    expect(id(1, '甲')).toBe(id(2, '甲'));
    expect(id(1, '甲')).not.toBe(id(1, '乙'));
    expect(read({ id: 12, text: '正文。' }).id).toBe('12');
  });

  it.each([
    ['{"text": "未完', 'line-no-json', {}],
    ['[1]', 'line-no-object', { found: 'list' }],
    ['null', 'line-no-object', { found: 'null' }],
    ['"text"', 'line-no-object', { found: 'string' }],
    ['{"title": "题"}', 'line-field-missing', { field: 'text' }],
    ['{"text": " "}', 'line-field-empty', { field: 'text' }],
    ['{"text": 5}', 'line-field-no-text', { field: 'text', found: 'number' }],
    ['{"text": "文", "title": ["题"]}', 'line-field-no-text', { field: 'title', found: 'list' }],
  ])('refuses %s', (line, code, details) => {
    expect(refusal(line)).toMatchObject({ code, details: { line: 7, ...details } });
  });

  it('keeps the places of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(text.trim() !== '');
        for (const block of read({ text }).blocks) {
          for (const { at, start, end } of block.pieces)
            expect(block.text.slice(at, at + end - start)).toBe(text.slice(start, end));
        }
      }),
    );
  });

  it('fails on any other line with a PageError only', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (line) => {
        try {
          expect(readArticleLine(line, PLACE).blocks.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(PageError);
        }
      }),
    );
  });
});
