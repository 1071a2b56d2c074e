import { describe, expect, it } from 'vitest';
import { exceeds } from '../../src/app/limits.ts';
import { lookUp } from '../../src/app/lookup.ts';
import { callOf, pagingOf } from '../../src/app/paging.ts';
import { article } from '../support/articles.ts';
import { memoryLibrary } from '../support/memory-library.ts';

describe('pagingOf', () => {
  const call = callOf('search', { words: '招商', from: undefined, loud: true });

  it('keeps the whole request as text in the calls that turn the page', () => {
    expect(pagingOf(call, 2, true)).toEqual({
      number: 2,
      previous: { command: 'search', values: { words: '招商', loud: 'true', part: '1' } },
      next: { command: 'search', values: { words: '招商', loud: 'true', part: '3' } },
    });
  });

  it('offers no way beyond either end', () => {
    expect(pagingOf(call, 1, true)).toMatchObject({ previous: null, next: { values: { part: '2' } } });
    expect(pagingOf(call, 3, false)).toMatchObject({ previous: { values: { part: '2' } }, next: null });
  });

  it('is nothing where there is one page only', () => {
    expect(pagingOf(call, 1, false)).toBeNull();
  });
});

describe('exceeds', () => {
  it.each([
    ['', 1, false],
    ['一二三', 3, false],
    ['一二三四', 3, true],
    ['𠮷𠮷𠮷', 3, false],
    ['𠮷𠮷𠮷𠮷', 3, true],
    ['字'.repeat(10_000), 500, true],
  ])('says of %j and %d: %s', (text, limit, expected) => {
    expect(exceeds(text, limit)).toBe(expected);
  });
});

describe('lookUp', () => {
  const bridge = article({ id: 'a1', title: '大桥通车' });
  const bridges = article({ id: 'a2', title: '大桥通车一周年' });
  const market = article({ id: 'a3', title: '“夜市”开张' });
  const library = memoryLibrary({ articles: [bridge, bridges, market] });

  it.each([
    ['an id', 'a2', bridges],
    ['a whole headline, though another one holds it', '大桥通车', bridge],
    ['a headline without its quotation marks', '夜市开张', market],
    ['the only headline that holds the words', '一周年', bridges],
  ])('finds an article by %s', async (_what, name, expected) => {
    expect(await lookUp(name, library)).toEqual({ kind: 'found', article: expected });
  });

  it('offers the nearest ones where several are meant', async () => {
    expect(await lookUp('大桥', library)).toEqual({ kind: 'near', articles: [bridge, bridges] });
  });

  it('offers what it has for a name of signs only', async () => {
    expect(await lookUp('“', library)).toEqual({ kind: 'near', articles: [market] });
  });

  it('says that there is nothing near', async () => {
    expect(await lookUp('???', library)).toEqual({ kind: 'near', articles: [] });
  });
});
