import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../../src/adapters/console/palette.ts';
import { tableLines } from '../../../src/adapters/console/table.ts';
import { displayWidth, padEnd, shorten } from '../../../src/adapters/console/width.ts';
import { wrap } from '../../../src/adapters/console/wrap.ts';
import { inline, type Text } from '../../../src/app/reply.ts';

const lineTexts = (lines: readonly Text[]): string[] => lines.map((line) => line.map(({ text }) => text).join(''));
const wrapped = (text: string, width: number): string[] => lineTexts(wrap(inline(text), width));

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['问报', 4],
    ['ａＢ１，', 8],
    ['“引号”', 6],
    ['e\u0301', 1],
    ['𠮷', 2],
    ['😀', 2],
    ['한글かな', 8],
  ])('of %j is %d', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('padEnd', () => {
  it('fills up to the column, not to the number of letters', () => {
    expect([padEnd('问', 4), padEnd('abcde', 4)]).toEqual(['问  ', 'abcde']);
  });
});

describe('shorten', () => {
  it.each([
    ['corpus/a.txt', 12, 'corpus/a.txt'],
    ['corpus/ab.txt', 12, '…rpus/ab.txt'],
    ['报纸/七月十五日.txt', 12, '…十五日.txt'],
  ])('makes %j fit %d columns as %j', (text, width, expected) => {
    expect(shorten(text, width)).toBe(expected);
  });
});

describe('wrap', () => {
  it.each([
    ['一二三四五六七', 8, ['一二三四', '五六七'], 'breaks between characters'],
    ['一二三四。五', 8, ['一二三', '四。五'], 'a full stop does not begin a line'],
    ['一二三“四五”', 8, ['一二三', '“四五”'], 'an opening quotation mark does not end a line'],
    ['总额为2547.26亿元', 10, ['总额为', '2547.26亿', '元'], 'a number stays whole'],
    ['abcdefghijklmnop', 8, ['abcdefgh', 'ijklmnop'], 'what is wider than a line is cut'],
    ['一二三“abcdefgh', 8, ['一二三“', 'abcdefgh'], 'a word that would not fit otherwise may leave a mark behind'],
    ['一\n二', 80, ['一', '二'], 'line feeds break'],
    ['ab cd ef gh', 8, ['ab cd ef', 'gh'], 'no blank begins a line'],
  ])('of %j at %d columns gives %j: %s', (text, width, expected) => {
    expect(wrapped(text, width)).toEqual(expected);
  });

  it('keeps the styles', () => {
    const text: Text = [
      { text: '一二', style: 'plain' },
      { text: '三四五', style: 'mark' },
    ];
    expect(wrap(text, 8)).toEqual([
      [
        { text: '一二', style: 'plain' },
        { text: '三四', style: 'mark' },
      ],
      [{ text: '五', style: 'mark' }],
    ]);
  });

  it('leaves long lines alone where there is no width', () => {
    expect(wrapped('字'.repeat(5000), Infinity)).toEqual(['字'.repeat(5000)]);
  });

  it('makes no line too wide and loses nothing but blanks', () => {
    const text = fc.string({ unit: fc.constantFrom('问', 'a', '9', '.', '。', '“', '”', '（', ' ', '，', '😀') });
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 30 }), (whole, width) => {
        const lines = wrapped(whole, width);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(whole.replaceAll(' ', ''));
      }),
    );
  });
});

describe('tableLines', () => {
  const table = {
    header: ['区', '得分'],
    rows: [
      ['东城区', '9.5'],
      ['西区', '10'],
    ],
  };

  it('puts the columns under each other', () => {
    expect(tableLines(table, PLAIN, 80)).toEqual(['区      得分', '────────────', '东城区  9.5', '西区    10']);
  });

  it('lists the cells with their names where the columns do not fit', () => {
    expect(tableLines(table, PLAIN, 8)).toEqual(['- 区：东城区', '  得分：9.5', '- 区：西区', '  得分：10']);
  });

  it('takes rows of any length', () => {
    expect(tableLines({ header: [], rows: [['a'], ['b', 'c', 'd']] }, PLAIN, 80)).toEqual(['a', 'b  c  d']);
    expect(tableLines({ header: [], rows: [] }, PLAIN, 80)).toEqual([]);
  });
});
