import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../src/app/nearest.ts';

/** The definition itself, without memory. */
function naive(left: string, right: string): number {
  if (left === '' || right === '') return left.length + right.length;
  const rest = naive(left.slice(1), right.slice(1)) + (left[0] === right[0] ? 0 : 1);
  return Math.min(rest, naive(left.slice(1), right) + 1, naive(left, right.slice(1)) + 1);
}

describe('editDistance', () => {
  it('agrees with the definition', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '问'), maxLength: 5 });
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(editDistance(left, right)).toBe(naive(left, right));
      }),
    );
  });
});

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
