import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isoDay,
  lastDay,
  monthsPeriod,
  readAnchor,
  shiftDay,
  shiftMonth,
  weekday,
  yearsPeriod,
} from '../../src/text/calendar.ts';

const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });

describe('isoDay', () => {
  it.each([
    [2022, 7, 15, '2022-07-15'],
    [2024, 2, 29, '2024-02-29'],
    [2023, 2, 29, undefined],
    [1900, 2, 29, undefined],
    [2000, 2, 29, '2000-02-29'],
    [2022, 13, 1, undefined],
    [2022, 0, 1, undefined],
    [2022, 4, 31, undefined],
    [2022, 4, 0, undefined],
  ])('writes %d-%d-%d as %s', (year, month, day, iso) => {
    expect(isoDay({ year, month }, day)).toBe(iso);
  });

  it('agrees with the calendar of the platform', () => {
    fc.assert(
      fc.property(days, (date) => {
        const iso = isoDay({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 }, date.getUTCDate());
        expect(iso).toBe(date.toISOString().slice(0, 10));
      }),
    );
  });
});

describe('shiftDay and shiftMonth', () => {
  it.each([
    ['2022-07-15', -1, '2022-07-14'],
    ['2022-01-01', -1, '2021-12-31'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2022-07-15', 0, '2022-07-15'],
  ])('moves %s by %d days to %s', (day, by, expected) => {
    expect(shiftDay(day, by)).toBe(expected);
  });

  it.each([
    [2022, 7, -1, { year: 2022, month: 6 }],
    [2022, 1, -1, { year: 2021, month: 12 }],
    [2022, 12, 1, { year: 2023, month: 1 }],
    [2022, 7, -24, { year: 2020, month: 7 }],
  ])('moves %d-%d by %d months', (year, month, by, expected) => {
    expect(shiftMonth({ year, month }, by)).toEqual(expected);
  });
});

describe('weekday, lastDay and periods', () => {
  it.each([
    ['2022-07-11', 0],
    ['2022-07-15', 4],
    ['2022-07-17', 6],
  ])('counts %s as day %d of its week', (day, expected) => {
    expect(weekday(day)).toBe(expected);
  });

  it('reach from the first day to the last', () => {
    expect(lastDay({ year: 2024, month: 2 })).toBe(29);
    expect(monthsPeriod({ year: 2021, month: 12 }, { year: 2022, month: 2 }, 'months')).toEqual({
      from: '2021-12-01',
      to: '2022-02-28',
      precision: 'months',
    });
    expect(yearsPeriod(2022, 2022)).toEqual({ from: '2022-01-01', to: '2022-12-31', precision: 'year' });
    expect(yearsPeriod(2021, 2025).precision).toBe('years');
  });
});

describe('readAnchor', () => {
  it.each([
    ['2022', { year: 2022 }],
    ['2020-05', { year: 2020, month: 5 }],
    ['2022-07-15', { year: 2022, month: 7, day: 15 }],
    ['2022-13', undefined],
    ['2022-02-30', undefined],
    ['2022-7-15', undefined],
    ['', undefined],
    ['近日', undefined],
  ])('reads %j', (text, expected) => {
    expect(readAnchor(text)).toEqual(expected);
  });
});
