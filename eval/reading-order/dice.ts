/** Chance that can be repeated: the same seed throws the same dice. */

/** A source of chance. */
export interface Dice {
  /** A number from 0 up to, but not including, 1. */
  share(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True in `share` of all cases. */
  chance(share: number): boolean;
  /** The list in another order; the list itself stays as it is. */
  shuffle<Thing>(things: readonly Thing[]): Thing[];
}

/** FNV-1a, 32 bits: near seeds become far ones. */
function hash(seed: string): number {
  let value = 0x811c9dc5;
  for (const sign of seed) value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/** Dice for a seed (the generator mulberry32). */
export function diceOf(seed: string): Dice {
  let state = hash(seed);
  const share = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(share() * (most - least + 1));
  return {
    share,
    between,
    chance: (wanted) => share() < wanted,
    shuffle: (things) => {
      const drawn = things.map((thing) => ({ thing, rank: share() }));
      return drawn.sort((a, b) => a.rank - b.rank).map(({ thing }) => thing);
    },
  };
}
