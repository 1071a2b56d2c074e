import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Piece, placesOf, rawSpans, slicePieces } from '../../src/text/span.ts';

/** Raw `甲乙丙丁戊己庚辛`, made `甲乙 戊己庚`: two pieces and a blank of ours between them. */
const RAW = '甲乙丙丁戊己庚辛';
const MADE = '甲乙 戊己庚';
const PIECES: Piece[] = [
  { at: 0, start: 0, end: 2 },
  { at: 3, start: 4, end: 7 },
];

/** Pieces of a raw text in reading order, joined by blanks in the made one. */
const madeTexts = fc
  .array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 8 })
  .map((steps) => {
    const pieces: Piece[] = [];
    let at = 0;
    let start = 0;
    for (const [gap, length] of steps) {
      start += gap;
      pieces.push({ at, start, end: start + length });
      at += length + 1;
      start += length;
    }
    return { pieces, length: at - 1, raw: start };
  });

describe('rawSpans', () => {
  it.each([
    ['a whole made text', { start: 0, end: 6 }, ['甲乙', '戊己庚']],
    ['a part of one piece', { start: 4, end: 6 }, ['己庚']],
    ['a part across the gap', { start: 1, end: 4 }, ['乙', '戊']],
    ['a blank of ours', { start: 2, end: 3 }, []],
    ['nothing', { start: 4, end: 4 }, []],
  ])('finds the raw places of %s', (_, span, expected) => {
    expect(rawSpans(PIECES, span).map(({ start, end }) => RAW.slice(start, end))).toEqual(expected);
  });

  it('merges pieces that are neighbours in the page', () => {
    const pieces = [
      { at: 0, start: 0, end: 2 },
      { at: 2, start: 2, end: 4 },
    ];
    expect(rawSpans(pieces, { start: 1, end: 3 })).toEqual([{ start: 1, end: 3 }]);
  });

  it('keeps the order of the made text when the page prints the pieces the other way round', () => {
    const pieces = [
      { at: 0, start: 4, end: 6 },
      { at: 2, start: 0, end: 2 },
    ];
    expect(rawSpans(pieces, { start: 0, end: 4 })).toEqual([
      { start: 4, end: 6 },
      { start: 0, end: 2 },
    ]);
  });

  it('finds each character of a piece exactly where the piece was copied from', () => {
    fc.assert(
      fc.property(madeTexts, ({ pieces }) => {
        for (const { at, start, end } of pieces) {
          for (let k = 0; k < end - start; k++) {
            expect(rawSpans(pieces, { start: at + k, end: at + k + 1 })).toEqual([
              { start: start + k, end: start + k + 1 },
            ]);
          }
        }
      }),
    );
  });
});

describe('slicePieces', () => {
  it('counts the offsets of a part from its own start', () => {
    const part = slicePieces(PIECES, { start: 1, end: 5 });
    expect(part).toEqual([
      { at: 0, start: 1, end: 2 },
      { at: 2, start: 4, end: 6 },
    ]);
    for (const { at, start, end } of part)
      expect(MADE.slice(1, 5).slice(at, at + end - start)).toBe(RAW.slice(start, end));
  });

  it('gives a part the same raw places as the whole has for it', () => {
    fc.assert(
      fc.property(madeTexts, fc.nat(60), fc.nat(60), ({ pieces, length }, a, b) => {
        const start = Math.min(a, b, length);
        const end = Math.min(Math.max(a, b), length);
        const part = slicePieces(pieces, { start, end });
        expect(rawSpans(part, { start: 0, end: end - start })).toEqual(rawSpans(pieces, { start, end }));
      }),
    );
  });
});

describe('placesOf', () => {
  it.each([
    ['桥', '大桥接小桥', [1, 4]],
    ['哈哈', '哈哈哈', [0]],
    ['路', '大桥', []],
    ['', '大桥', []],
  ])('finds %j in %j', (word, text, starts) => {
    expect(placesOf(word, text).map(({ start }) => start)).toEqual(starts);
  });
});
