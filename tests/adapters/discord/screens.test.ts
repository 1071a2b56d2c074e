import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawScreen, layOut } from '../../../src/adapters/discord/screens.ts';
import type { Strip } from '../../../src/adapters/discord/strips.ts';
import { opening } from './replies.ts';

const room = { units: 1000, picks: 5 };

function strip(length: number, holdsNext = false, picks = 0): Strip {
  const pick = { label: '甲', details: '', number: '', call: opening('a') };
  return {
    kind: 'text',
    text: [{ text: '字'.repeat(length), style: 'plain' }],
    prefix: '',
    lead: '',
    gap: '\n\n',
    holdsNext,
    picks: Array.from({ length: picks }, () => pick),
  };
}

function lengths(strips: readonly Strip[]): number[][] {
  return layOut(strips, room).map((screen) => screen.map((placed) => drawScreen([placed]).length));
}

describe('layOut', () => {
  it.each<[string, Strip[], number[][]]>([
    ['what fits on one screen', [strip(400), strip(500)], [[400, 500]]],
    ['whole strips on the next screen', [strip(600), strip(500)], [[600], [500]]],
    [
      'a strip that is too long over screens, beginning where there is room',
      [strip(500), strip(1200)],
      [[500, 498], [702]],
    ],
    [
      'a long strip on a screen of its own where there is hardly room',
      [strip(950), strip(1200)],
      [[950], [1000], [200]],
    ],
    ['what holds together on one screen', [strip(700), strip(20, true), strip(400)], [[700], [20, 400]]],
    ['a chain on one screen', [strip(700), strip(20, true), strip(200, true), strip(90)], [[700], [20, 200, 90]]],
    [
      'the beginning of something long below its heading',
      [strip(600), strip(20, true), strip(1500)],
      [[600, 20, 376], [1000], [124]],
    ],
    ['nothing that cannot be seen', [strip(0), strip(3), strip(0)], [[3]]],
    ['no strips on one empty screen', [], [[]]],
  ])('puts %s', (_, strips, expected) => {
    expect(lengths(strips)).toEqual(expected);
  });

  it('keeps the source of a quotation that is cut with its end', () => {
    for (let length = 900; length < 1100; length += 7) {
      const screens = lengths([strip(length, true), strip(60)]);
      expect(screens.at(-1)?.length).toBe(2);
    }
  });

  it('begins a screen where there are too many things to open', () => {
    expect(lengths(Array.from({ length: 7 }, () => strip(1, false, 1)))).toEqual([
      [1, 1, 1, 1, 1],
      [1, 1],
    ]);
  });

  it('loses nothing, overfills nothing, and leaves no short strip alone that holds the next', () => {
    const anyStrip = fc
      .tuple(fc.integer({ min: 1, max: 2500 }), fc.boolean(), fc.integer({ min: 0, max: 2 }))
      .map(([length, holdsNext, picks]) => strip(holdsNext ? Math.ceil(length / 20) : length, holdsNext, picks));
    fc.assert(
      fc.property(fc.array(anyStrip, { maxLength: 20 }), (strips) => {
        const screens = layOut(strips, room);
        const drawn = screens.map(drawScreen);
        expect(drawn.join('').replaceAll('\n', '')).toBe(strips.map((one) => drawScreen([one])).join(''));
        for (const text of drawn) expect(text.length).toBeLessThanOrEqual(room.units);
        for (const screen of screens) {
          const picks = screen.reduce((sum, placed) => sum + placed.picks.length, 0);
          expect(picks).toBeLessThanOrEqual(room.picks);
        }
      }),
    );
  });
});
