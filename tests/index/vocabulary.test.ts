import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dictionary } from '../../src/index/dictionary.ts';
import { DictionaryWalk } from '../../src/index/dictionary-walk.ts';
import { Vocabulary } from '../../src/index/vocabulary.ts';

/** Terms of any units, lone surrogates included: the dictionary compares numbers, not letters. */
const anyTerm = fc.oneof(
  fc
    .array(fc.integer({ min: 1, max: 0xffff }), { minLength: 1, maxLength: 6 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom('青', '青岛', '青岛港', '岛', 'a', 'ab', 'abc'),
);

function numbered(terms: readonly string[]): { vocabulary: Vocabulary; numbers: Map<string, number> } {
  const vocabulary = new Vocabulary();
  const numbers = new Map(terms.map((term) => [term, vocabulary.term(term)] as const));
  return { vocabulary, numbers };
}

function inOrder(terms: Iterable<string>): string[] {
  return [...new Set(terms)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

/** The terms that a walk meets; keys must ascend, and tell terms of up to two units apart. */
function walkedThrough(dictionary: Dictionary): string[] {
  const walked: string[] = [];
  let before = 0;
  const walk = new DictionaryWalk(dictionary);
  for (; walk.key < Number.POSITIVE_INFINITY; walk.next()) {
    expect(walk.key - before).toBeGreaterThanOrEqual(walk.term.length > 2 ? 0 : 1);
    before = walk.key;
    walked.push(walk.term);
  }
  expect([walk.number, walk.term]).toEqual([dictionary.size, '']);
  return walked;
}

describe('a vocabulary', () => {
  it('numbers terms as they come and knows them again', () => {
    fc.assert(
      fc.property(fc.array(anyTerm), (terms) => {
        const { vocabulary } = numbered(terms);
        const first = [...new Set(terms)];
        expect(vocabulary.size).toBe(first.length);
        expect(first.map((term) => vocabulary.term(term))).toEqual(first.map((_, number) => number));
      }),
    );
  });

  it('takes a pair of units for the term of both', () => {
    const vocabulary = new Vocabulary();
    const number = vocabulary.term('青岛');
    expect(vocabulary.pair('青'.charCodeAt(0), '岛'.charCodeAt(0))).toBe(number);
    expect(vocabulary.pair('青'.charCodeAt(0), 0)).toBe(vocabulary.term('青'));
  });

  it('keeps its numbers while its table grows', () => {
    const units = Array.from(
      { length: 30_000 },
      (_, at) => [0x4e00 + (at % 199), 0x4e00 + Math.floor(at / 199)] as const,
    );
    const vocabulary = new Vocabulary();
    for (const [first, second] of units) vocabulary.pair(first, second);
    expect(units.map(([first, second]) => vocabulary.pair(first, second))).toEqual(units.map((_, at) => at));
  });
});

describe('a dictionary', () => {
  it('holds every term once, by length and then by units, and finds each', () => {
    fc.assert(
      fc.property(fc.array(anyTerm), fc.array(anyTerm), (terms, others) => {
        const { vocabulary, numbers } = numbered(terms);
        const order: number[] = [];
        const told: string[] = [];
        const dictionary = vocabulary.eachInOrder((number, { text }) => {
          order.push(number);
          told.push(text);
        });
        const sorted = inOrder(terms);
        expect(sorted.map((_, number) => dictionary.term(number))).toEqual(sorted);
        expect(told).toEqual(sorted);
        expect(order).toEqual(sorted.map((term) => numbers.get(term)));
        expect(sorted.map((term) => dictionary.find(term))).toEqual(sorted.map((_, number) => number));
        for (const other of others) expect(dictionary.find(other)).toBe(sorted.indexOf(other));
        expect(walkedThrough(dictionary)).toEqual(sorted);
      }),
    );
  });

  it('finds nothing when it is empty, and never the empty term', () => {
    const empty = new Dictionary({
      counts: new Uint32Array(),
      heads: new Uint16Array(),
      headStarts: new Uint32Array(),
      text: new Uint16Array(),
    });
    expect([empty.size, empty.find('青岛'), empty.find('')]).toEqual([0, -1, -1]);
  });
});
