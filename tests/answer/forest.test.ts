import { describe, expect, it } from 'vitest';
import { plantForest } from '../../src/answer/forest.ts';

/** Two trees by hand: one asks for the first feature alone, one for both. */
const data = {
  features: ['warm', 'wet'],
  trees: ['0>0.5|-1000 1000', '0>0.5 1>0.2|0 100 200 900'],
};

describe('a forest', () => {
  it.each([
    [[0, 0], -1, 'both below their limits: the first leaf of each'],
    [[1, 0], 1.2, 'warm alone: second half of the leaves, first of the pair'],
    [[1, 1], 1.9, 'warm and wet'],
    [[0.5, 0.2], -1, 'a value at the limit is not above it'],
  ])('gives %j the sum of its leaves', (row, sum) => {
    expect(plantForest(data, data.features).score(row)).toBeCloseTo(sum);
  });

  it('tells what each feature gives, which makes the whole with what it says of anything', () => {
    const forest = plantForest(data, data.features);
    for (const row of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ]) {
      const given = [...forest.shares(row).values()].reduce((sum, share) => sum + share, forest.rest);
      expect(given).toBeCloseTo(forest.score(row));
    }
  });

  it('says 0 of everything without trees', () => {
    expect(plantForest({ features: [], trees: [] }, data.features).score([1, 1])).toBe(0);
  });

  it('is refused where it was grown for other features', () => {
    expect(() => plantForest(data, ['wet', 'warm'])).toThrow(/other features/u);
  });

  it.each(['0>0.5|1 2 3', '0>x|1 2', '0>0.5|1 x', ''])('is refused where a tree is broken: %s', (tree) => {
    expect(() => plantForest({ ...data, trees: [tree] }, data.features)).toThrow(/no tree/u);
  });
});
