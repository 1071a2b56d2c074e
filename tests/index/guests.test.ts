import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dictionary, DictionaryWriter } from '../../src/index/dictionary.ts';
import { GuestFinder, hostsOf } from '../../src/index/guests.ts';
import { PostingCursor } from '../../src/index/posting-cursor.ts';
import { PostingLists } from '../../src/index/posting-lists.ts';
import { PostingWriter } from '../../src/index/posting-writer.ts';
import { END, normsOf, type PostingArrays } from '../../src/index/postings.ts';

type List = readonly (readonly [ordinal: number, count: number])[];

const PASSAGES = 20_000;
const NORMS = normsOf(new Uint8Array(PASSAGES), new Float64Array(256).fill(0.7));

/** A list, often longer than a block. */
const anyList = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 5 })), {
    minLength: 1,
    maxLength: 600,
    size: 'max',
  })
  .map((steps): List => {
    let ordinal = -1;
    return steps.map(([gap, count]) => {
      ordinal += gap;
      return [ordinal, count];
    });
  });

interface Kind {
  readonly dictionary: Dictionary;
  readonly arrays: PostingArrays;
  readonly lists: PostingLists;
  readonly frequencies: Uint32Array;
}

function written(entries: readonly (readonly [string, List])[], hosts?: Kind): Kind {
  const writer = new PostingWriter(NORMS, hosts && new GuestFinder(hosts));
  const terms = new DictionaryWriter();
  for (const [term, list] of entries) {
    terms.add(term);
    writer.add({ term, pairs: Uint32Array.from(list.flat()), from: 0, to: list.length });
  }
  const [dictionary, arrays] = [terms.finish(), writer.finish()];
  const sizes = { terms: entries.length, passages: PASSAGES };
  const lists = new PostingLists(arrays, sizes, hosts && hostsOf(hosts, dictionary));
  return { dictionary, arrays, lists, frequencies: writer.frequencies() };
}

function readAll(lists: PostingLists, term: number): List {
  const read: [number, number][] = [];
  for (const cursor = new PostingCursor(lists, term); cursor.ordinal !== END; cursor.next()) {
    read.push([cursor.ordinal, cursor.count]);
  }
  return read;
}

/** Some of a list, with other counts here and there. */
function partOf(list: List, keep: readonly number[]): List {
  const left = list.filter((_, at) => (keep[at % keep.length] ?? 0) > 0);
  return left.map(([ordinal, count], at) => [ordinal, at % 11 === 10 ? count + 1 : count]);
}

const anyKeep = fc.array(fc.nat(3), { minLength: 1, maxLength: 40 });

describe('the list of a word that stands where a pair of its characters stands', () => {
  it('is read as it was written, by steps and by leaps', () => {
    fc.assert(
      fc.property(anyList, anyKeep, fc.array(fc.nat(3000)), (list, keep, leaps) => {
        const part = partOf(list, keep);
        fc.pre(part.length > 0);
        const hosts = written([['青岛', list]]);
        const words = written([['青岛', part]], hosts).lists;
        expect(words.frequency(0)).toBe(part.length);
        expect(readAll(words, 0)).toEqual(part);
        const cursor = new PostingCursor(words, 0);
        for (const leap of leaps) {
          const target = cursor.ordinal + leap;
          cursor.advance(target);
          expect(cursor.ordinal).toBe(part.find(([ordinal]) => ordinal >= target)?.[0] ?? END);
          if (cursor.ordinal === END) break;
        }
      }),
    );
  });

  it('is told by the rarest of its pairs, and by itself where no pair holds all of it', () => {
    fc.assert(
      fc.property(anyList, anyList, anyKeep, (list, other, keep) => {
        const part = partOf(list, keep);
        fc.pre(part.length > 0);
        const hosts = written([
          ['中国', list],
          ['国共', other],
        ]);
        const entries: [string, List][] = [
          ['的', list],
          ['中国共', part],
          ['中国的', other],
        ];
        const { lists } = written(entries, hosts);
        expect(entries.map((_, term) => readAll(lists, term))).toEqual(entries.map(([, own]) => own));
      }),
    );
  });

  it('takes next to nothing where both are the same', () => {
    const list = Array.from({ length: 128 }, (_, at): [number, number] => [at * 150 + (at % 7), 1 + (at % 3)]);
    const hosts = written([['青岛', list]]);
    expect(hosts.arrays.lists.length).toBeGreaterThan(150);
    expect(written([['青岛', list]], hosts).arrays.lists.length).toBeLessThan(10);
  });

  it('is not read through the list of a pair that is far longer', () => {
    const many = Array.from({ length: 5000 }, (_, at): [number, number] => [at, 1]);
    const few = many.filter(([ordinal]) => ordinal % 1000 === 0);
    const { arrays, lists } = written([['青岛', few]], written([['青岛', many]]));
    expect([arrays.guestStarts.length, readAll(lists, 0)]).toEqual([0, few]);
  });
});
