/**
 * A forest of symmetric trees: every tree asks the same question at each of its levels, so that a value is a few
 * comparisons and one look-up a tree. Trees are data, grown by `eval/training`; what each feature gives can be told.
 */

/** A forest as it is stored. */
export interface ForestData {
  /** The features in the order in which the trees number them. */
  readonly features: readonly string[];
  /** One tree a line: `feature>limit` of each level, a bar, and its leaves in thousandths. */
  readonly trees: readonly string[];
}

/** A forest ready for use. */
export interface Forest {
  /** The sum of the trees for a row of feature values. */
  score(row: ArrayLike<number>): number;
  /** What each feature gives to that sum, by its number; with {@link rest} it makes the whole. */
  shares(row: ArrayLike<number>): ReadonlyMap<number, number>;
  /** What the forest says when it knows nothing. */
  readonly rest: number;
}

interface Tree {
  readonly features: Uint16Array;
  readonly limits: Float64Array;
  readonly leaves: Float64Array;
}

/** Reads a forest. Throws an `Error` where it was grown for other features or a tree is broken. */
export function plantForest(data: ForestData, features: readonly string[]): Forest {
  if (data.trees.length > 0 && data.features.join() !== features.join()) {
    throw new Error('the forest was grown for other features; train it again');
  }
  const trees = data.trees.map(readTree);
  return {
    score: (row) => trees.reduce((sum, tree) => sum + (tree.leaves[leafOf(tree, row)] ?? 0), 0),
    shares: (row) => sharesOf(trees, row),
    rest: trees.reduce((sum, { leaves }) => sum + meanOf(leaves, 0, leaves.length), 0),
  };
}

function readTree(line: string): Tree {
  const [asked = '', said = ''] = line.split('|');
  const levels = asked.split(' ').map((level) => level.split('>').map(Number));
  const leaves = Float64Array.from(said.split(' '), (leaf) => Number(leaf) / 1000);
  const tree = {
    features: Uint16Array.from(levels, ([feature = Number.NaN]) => feature),
    limits: Float64Array.from(levels, ([, limit = Number.NaN]) => limit),
    leaves,
  };
  if (leaves.length !== 2 ** levels.length || tree.limits.some(Number.isNaN) || leaves.some(Number.isNaN)) {
    throw new Error(`this is no tree: ${line}`);
  }
  return tree;
}

/** The first level decides between the halves of the leaves, the next between their quarters. */
function leafOf({ features, limits }: Tree, row: ArrayLike<number>): number {
  let leaf = 0;
  for (let level = 0; level < features.length; level++) {
    leaf = leaf * 2 + Number((row[features[level] ?? 0] ?? 0) > (limits[level] ?? 0));
  }
  return leaf;
}

/** What a feature gives is how much the mean of the leaves that are left changes with its answer. */
function sharesOf(trees: readonly Tree[], row: ArrayLike<number>): Map<number, number> {
  const shares = new Map<number, number>();
  for (const tree of trees) {
    const leaf = leafOf(tree, row);
    let before = meanOf(tree.leaves, 0, tree.leaves.length);
    tree.features.forEach((feature, level) => {
      const width = tree.leaves.length >> (level + 1);
      const from = leaf - (leaf % width);
      const after = meanOf(tree.leaves, from, from + width);
      shares.set(feature, (shares.get(feature) ?? 0) + after - before);
      before = after;
    });
  }
  return shares;
}

function meanOf(leaves: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += leaves[i] ?? 0;
  return sum / Math.max(1, to - from);
}
