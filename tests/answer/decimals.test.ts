import { describe, expect, it } from 'vitest';
import {
  add,
  amountOf,
  compare,
  divide,
  formatDecimal,
  formatResult,
  qualifierOf,
  readDecimal,
  sameUnit,
  subtract,
} from '../../src/answer/decimals.ts';
import { findQuantities } from '../../src/text/numbers.ts';

const amount = (text: string) => {
  const [quantity] = findQuantities(text);
  const made = quantity === undefined ? undefined : amountOf(quantity, text);
  if (made === undefined) throw new Error(`no amount in ${text}`);
  return made;
};

const decimal = (text: string) => readDecimal(text) ?? { units: 0n, places: 0 };

describe('decimals', () => {
  it.each([
    ['20', '10', '2', true],
    ['1', '0.4', '2.5', true],
    ['10', '3', '3.3', false],
    ['20', '3', '6.7', false],
  ])('%s is %s times %s', (a, b, times, exact) => {
    const quotient = divide(decimal(a), decimal(b));
    expect(formatDecimal(quotient.value)).toBe(times);
    expect(quotient.exact).toBe(exact);
  });

  it.each([
    ['0.1', '0.2', '0.3'],
    ['13.58', '3', '16.58'],
    ['99.99', '0.01', '100'],
    ['1,200', '0.5', '1200.5'],
    ['-2', '0.5', '-1.5'],
  ])('adds %s and %s to %s without a slip', (a, b, sum) => {
    expect(formatDecimal(add(decimal(a), decimal(b)))).toBe(sum);
  });

  it('subtracts and compares', () => {
    expect(formatDecimal(subtract(decimal('86.53'), decimal('86.17')))).toBe('0.36');
    expect(compare(decimal('86.5'), decimal('86.50'))).toBe(0);
    expect(compare(decimal('9'), decimal('10'))).toBe(-1);
  });

  it.each(['3-5', '', '三', '1.2.3', '12a'])('reads no number in "%s"', (text) => {
    expect(readDecimal(text)).toBeUndefined();
  });
});

describe('amountOf', () => {
  it.each([
    ['13.58亿元', '1358000000', '元'],
    ['3000万元', '30000000', '元'],
    ['近5800家', '5800', '家'],
    ['四家企业', '4', '家'],
    ['1.7万标箱', '17000', '标箱'],
  ])('reads %s as %s %s exactly', (text, value, unit) => {
    expect(formatDecimal(amount(text).value)).toBe(value);
    expect(amount(text).unit).toBe(unit);
  });

  it('refuses a range', () => {
    const [quantity] = findQuantities('30-40家');
    expect(quantity === undefined ? null : amountOf(quantity, '30-40家')).toBeUndefined();
  });
});

describe('formatResult', () => {
  it('tells a difference in the scale that it was written in', () => {
    const [a, b] = [amount('13.58亿元'), amount('3亿元')];
    expect(formatResult(subtract(a.value, b.value), [a, b])).toBe('10.58亿元');
  });

  it('tells a small difference of large amounts in the smaller scale', () => {
    const [a, b] = [amount('1.2亿元'), amount('11500万元')];
    expect(formatResult(subtract(a.value, b.value), [a, b])).toBe('500万元');
  });

  it('says whether a sum is exact, a lower bound or about right', () => {
    expect(qualifierOf([amount('3家'), amount('4家')])).toBe('');
    expect(qualifierOf([amount('不少于3家'), amount('4家')])).toBe('至少');
    expect(qualifierOf([amount('约3家'), amount('4家')])).toBe('约');
  });

  it('knows units that cannot be put together', () => {
    expect(sameUnit([amount('33亩'), amount('4万平方米')])).toBe(false);
    expect(sameUnit([amount('3亿元'), amount('500万元')])).toBe(true);
  });
});
