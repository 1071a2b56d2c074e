import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/index/analyzer.ts';
import { ANALYZER } from '../../src/index/fingerprint.ts';
import { decodeSegment, encodeSegment, FORMAT, renumbered } from '../../src/index/segment.ts';
import { anyPassages, anyText, manyPassages, passagesOf, searcherOf, segmentOf } from './support.ts';

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url));
}

function faultOf(bytes: Uint8Array): unknown {
  try {
    decodeSegment(bytes);
  } catch (fault) {
    return fault;
  }
  return undefined;
}

describe('a segment', () => {
  it('searches after coming back from its bytes as it did before', () => {
    fc.assert(
      fc.property(anyPassages, anyText, (passages, text) => {
        const segment = segmentOf(passages);
        const back = decodeSegment(encodeSegment(segment));
        const search = (searched: typeof segment) => searcherOf(searched).search(analyze(text), { limit: 10 });
        expect(search(back)).toEqual(search(segment));
        expect(encodeSegment(back)).toEqual(encodeSegment(segment));
      }),
    );
  });

  it('comes back with blocks as well', () => {
    const segment = segmentOf(manyPassages(3000));
    const back = decodeSegment(encodeSegment(segment));
    expect(segment.bigrams.arrays.blockLasts.length).toBeGreaterThan(0);
    expect(segment.words.arrays.guestStarts.length).toBeGreaterThan(0);
    expect(back).toEqual(segment);
  });

  it('gives the same bytes for the same passages', () => {
    const passages = manyPassages(50);
    expect(encodeSegment(segmentOf(passages))).toEqual(encodeSegment(segmentOf(passages)));
  });

  it('looks at its bytes and copies none', () => {
    const bytes = encodeSegment(segmentOf(passagesOf('青岛港口', '济南会议')));
    const { ids, words } = decodeSegment(bytes);
    const { lists, groups, blocks } = words.arrays;
    for (const { buffer } of [ids, lists, groups, blocks, words.dictionary.text]) expect(buffer).toBe(bytes.buffer);
  });

  it.each([0, 1, 2, 3, 4])('is read wherever its bytes lie: %d behind the beginning of their buffer', (offset) => {
    const segment = segmentOf(passagesOf('青岛港口', '济南会议'));
    const bytes = encodeSegment(segment);
    const room = new Uint8Array(bytes.length + 8);
    room.set(bytes, offset);
    expect(decodeSegment(room.subarray(offset, offset + bytes.length))).toEqual(segment);
  });

  it('may be empty', () => {
    const empty = decodeSegment(encodeSegment(segmentOf([])));
    expect(searcherOf(empty).search(analyze('青岛'), { limit: 3 })).toEqual([]);
  });
});

describe('bytes that this program cannot read', () => {
  it.each(['0', '1', '2'])('are refused, with the command that rebuilds them, when their format is %s', (format) => {
    expect(faultOf(fixture(`format-${format}.segment`))).toMatchObject({
      name: 'IndexStaleError',
      code: 'INDEX_STALE',
      what: 'format',
      found: format,
      wanted: String(FORMAT),
      message: `The index was built with format ${format}, this program uses ${FORMAT}. Run \`wenbao index --rebuild\` to rebuild it.`,
    });
  });

  it('are refused, with the command that rebuilds them, when the analyzer has changed', () => {
    expect(faultOf(fixture('other-analyzer.segment'))).toMatchObject({
      name: 'IndexStaleError',
      code: 'INDEX_STALE',
      what: 'analyzer',
      found: '00c0ffee00c0ffee',
      wanted: ANALYZER,
      message: `The index was built with analyzer 00c0ffee00c0ffee, this program uses ${ANALYZER}. Run \`wenbao index --rebuild\` to rebuild it.`,
    });
  });

  it('are refused at whatever byte they break off', () => {
    const bytes = encodeSegment(segmentOf(passagesOf('青岛港口')));
    const faults = Array.from(bytes, (_, length) => faultOf(bytes.subarray(0, length)));
    expect(faults).toEqual(faults.map(() => expect.objectContaining({ code: 'INDEX_DAMAGED' })));
  });

  it('are refused when anything in their header has changed', () => {
    const bytes = encodeSegment(segmentOf(passagesOf('青岛港口')));
    // Magic and format before it have errors of their own.
    for (let place = 2 * 4; place < 30 * 4; place++) {
      const changed = bytes.slice();
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(faultOf(changed), `byte ${place}`).toMatchObject({ code: 'INDEX_DAMAGED' });
    }
  });

  it('are refused when any bit of their lists has changed, or a stretch of them is zeros', () => {
    const bytes = encodeSegment(segmentOf(manyPassages(300)));
    const anyPlace = fc.integer({ min: 40 * 4, max: bytes.length - 1 });
    fc.assert(
      fc.property(anyPlace, fc.nat(7), fc.integer({ min: 1, max: 4096 }), (place, bit, length) => {
        const changed = bytes.slice();
        changed[place] = (changed[place] ?? 0) ^ (1 << bit);
        expect(faultOf(changed)).toMatchObject({ code: 'INDEX_DAMAGED' });
        const torn = bytes.slice().fill(0, place, place + length);
        if (torn.some((byte, at) => byte !== bytes[at])) expect(faultOf(torn)).toMatchObject({ code: 'INDEX_DAMAGED' });
      }),
    );
  });

  it('keep their sums when their passages are numbered anew', () => {
    const passages = manyPassages(20);
    const moved = renumbered(encodeSegment(segmentOf(passages)), 1000);
    expect(decodeSegment(moved)).toEqual(segmentOf(passages.map((passage) => ({ ...passage, id: passage.id + 1000 }))));
  });

  it.each([
    { what: 'nothing', bytes: new Uint8Array() },
    {
      what: 'something else',
      bytes: new TextEncoder().encode('SQLite format 3, and more of it than a header has.'.repeat(9)),
    },
    { what: 'more than a segment', bytes: new Uint8Array([...encodeSegment(segmentOf([])), 0, 0, 0, 0]) },
  ])('are refused when they are $what', ({ bytes }) => {
    expect(faultOf(bytes)).toMatchObject({ code: 'INDEX_DAMAGED', message: expect.stringContaining('--rebuild') });
  });
});

describe('a builder', () => {
  it.each([
    { what: 'the same id again', ids: [3, 3], message: 'Expected a passage id above 3, got 3.' },
    { what: 'a smaller id', ids: [3, 2], message: 'Expected a passage id above 3, got 2.' },
    { what: 'a negative id', ids: [-1], message: 'Expected a passage id above -1, got -1.' },
    { what: 'half an id', ids: [0.5], message: 'Expected a passage id above -1, got 0.5.' },
    { what: 'an id of more than 32 bits', ids: [2 ** 32], message: 'Expected a passage id above -1, got 4294967296.' },
  ])('refuses $what', ({ ids, message }) => {
    expect(() => segmentOf(ids.map((id) => ({ id, text: '', heading: '' })))).toThrow(new RangeError(message));
  });

  it('takes the largest id there is', () => {
    const searcher = searcherOf(segmentOf([{ id: 0xffffffff, text: '青岛', heading: '' }]));
    expect(searcher.search(analyze('青岛'), { limit: 1 })).toMatchObject([{ passage: 0xffffffff }]);
  });
});
