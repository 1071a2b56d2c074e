import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/app/nearest.ts';

describe('nearest', () => {
  const names = ['ask', 'search', 'article', 'articles', 'status', 'help', '检索'];

  it.each([
    ['serach', 'search'],
    ['sea', 'search'],
    ['articel', 'article'],
    ['hlep', 'help'],
    ['检所', '检索'],
  ])('takes %s for %s', (word, expected) => {
    expect(nearest(word, names)).toBe(expected);
  });

  it.each(['summary', 'xyz', ''])('finds nothing near %j', (word) => {
    expect(nearest(word, names)).toBeNull();
  });
});
