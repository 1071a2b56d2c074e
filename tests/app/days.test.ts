import { describe, expect, it } from 'vitest';
import { dayInName, isDay } from '../../src/app/days.ts';

describe('isDay', () => {
  it.each(['2022-07-15', '2024-02-29', '2022-12', '2022', '1900-01-01'])('takes %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each(['2023-02-29', '2022-13', '2022-00', '2022-7-1', '20220715', '2022-07-15T00:00', '昨天', '', '22-07-15'])(
    'refuses %s',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );
});

describe('dayInName', () => {
  it.each([
    ['qingdao-daily-2022-07-15.txt', '2022-07-15'],
    ['20220715.txt', '2022-07-15'],
    ['青岛日报20220715第3版.md', '2022-07-15'],
    ['daily_2022_07_15.txt.gz', '2022-07-15'],
    ['2022.07.15.txt', '2022-07-15'],
    ['monthly-2020-05.txt', '2020-05'],
    ['2022-07-15-2022-08-01.txt', '2022-07-15'],
    ['2022-13-45 or 2021-03.txt', '2021-03'],
  ])('reads %s as %s', (name, day) => {
    expect(dayInName(name)).toBe(day);
  });

  it.each([
    'page.txt',
    'party-building-2022.txt',
    '12345678901.txt',
    '2022-1.txt',
    '20221332.txt',
    '5020-05.txt',
    '123.2022-0',
  ])('finds no day in %s', (name) => {
    expect(dayInName(name)).toBeNull();
  });
});
