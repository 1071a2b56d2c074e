import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities, readNumber } from '../../src/text/numbers.ts';

/** Writes a number below 10¹² in Chinese, as a school book does: the oracle for reading. */
function inChinese(value: number): string {
  const digits = '零一二三四五六七八九';
  const group = (part: number): string =>
    ['千', '百', '十', '']
      .map((unit, index) => ({ digit: Math.floor(part / 10 ** (3 - index)) % 10, unit }))
      .map(({ digit, unit }) => (digit === 0 ? '零' : digits.charAt(digit) + unit))
      .join('')
      .replace(/零+$/, '');
  const groups = [
    [Math.floor(value / 1e8), '亿'],
    [Math.floor(value / 1e4) % 1e4, '万'],
    [value % 1e4, ''],
  ] as const;
  const text = groups.map(([part, unit]) => (part === 0 ? '零' : group(part) + unit)).join('');
  return text.replace(/^零+|零+$/g, '').replace(/零+/g, '零');
}

describe('readNumber', () => {
  it.each([
    ['0', 0],
    ['7', 7],
    ['120', 120],
    ['１２０', 120],
    ['7,409', 7409],
    ['1,234,567', 1_234_567],
    ['3.5', 3.5],
    ['３．５', 3.5],
    ['3.5万', 35_000],
    ['4.35万', 43_500],
    ['1.1亿', 110_000_000],
    ['3千', 3000],
    ['5百万', 5_000_000],
    ['1.2万亿', 1.2e12],
    ['1亿2000万', 120_000_000],
    ['3萬', 30_000],
    ['零', 0],
    ['〇', 0],
    ['半', 0.5],
    ['两', 2],
    ['兩萬', 20_000],
    ['十', 10],
    ['十五', 15],
    ['五十', 50],
    ['五十五', 55],
    ['一百', 100],
    ['一百零五', 105],
    ['一百一十', 110],
    ['一百一十五', 115],
    ['一百十五', 115],
    ['二百五', 250],
    ['三千零五十', 3050],
    ['两千三百', 2300],
    ['三万五千', 35_000],
    ['三万五', 35_000],
    ['三万零五', 30_005],
    ['三萬五千', 35_000],
    ['一亿三千万', 130_000_000],
    ['三万亿', 3e12],
    ['壹佰贰拾', 120],
    ['二〇二二', 2022],
    ['一九五八', 1958],
    ['三点五', 3.5],
    ['十二点零五', 12.05],
    ['百', 100],
    ['万', 10_000],
    ['百万', 1_000_000],
    ['-5', -5],
    ['负三', -3],
    [' 12 ', 12],
  ])('reads %s as %d', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each([
    '',
    ' ',
    '三国',
    '三成',
    '第三',
    '十十',
    '百百',
    '万一',
    '亿万',
    '5个',
    '12a',
    '3.5.2',
    '1,23',
    '十点',
    '一点',
    '廿',
    '-',
    '点五',
    '三 五',
  ])('refuses %j, which is not wholly a number', (text) => {
    expect(readNumber(text)).toBeUndefined();
  });

  it('reads every number that is written in Chinese', () => {
    const numbers = fc.oneof(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 999_999_999_999 }));
    fc.assert(
      fc.property(numbers, (value) => {
        expect(readNumber(inChinese(value))).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads digits in either width, with and without grouping commas', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (value) => {
        const plain = String(value);
        const wide = plain.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
        for (const text of [plain, wide, value.toLocaleString('en-US')]) expect(readNumber(text)).toBe(value);
      }),
    );
  });
});

describe('findQuantities', () => {
  it('counts its offsets in the text that it is given', () => {
    const text = '全市新引进人才近４.３５ 萬人，同比增长１０％以上。';
    const found = findQuantities(text);
    expect(found.map(({ span, core }) => [text.slice(span.start, span.end), text.slice(core.start, core.end)])).toEqual(
      [
        ['近４.３５ 萬人', '４.３５ 萬人'],
        ['１０％以上', '１０％'],
      ],
    );
    expect(found[0]).toMatchObject({ low: 43_500, high: 43_500, unit: '人', scaledUnit: '万人', measure: 'people' });
    expect(found[1]).toMatchObject({ low: 10, high: 10, unit: '%', measure: 'percent', approximate: true });
  });

  it('finds a number with its unit wherever it stands among other words', () => {
    const units = fc.constantFrom('家', '亿元', '万平方米', '%', '个', '万人次', '公里', '吨', '项');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1899 }), units, (value, unit) => {
        const [found, ...more] = findQuantities(`全年共计${value}${unit}，创新高。`);
        expect(more).toEqual([]);
        expect(found?.core).toEqual({ start: 4, end: 4 + String(value).length + unit.length });
        expect(found?.scaledUnit).toBe(unit);
      }),
    );
  });

  it('stays inside the text, in order and without overlaps, whatever the text is', () => {
    const signs = fc.constantFrom(...'0123９.,-第半几数近约超一二十百千万亿零点年月日个家元成%多余以上至分之 \n');
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 30 }), (text) => {
        let last = 0;
        for (const { span, core, low, high } of findQuantities(text)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(core.start).toBeGreaterThanOrEqual(span.start);
          expect(core.end).toBeGreaterThan(core.start);
          expect(span.end).toBeGreaterThanOrEqual(core.end);
          expect(low).toBeLessThanOrEqual(high);
          last = span.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });
});
