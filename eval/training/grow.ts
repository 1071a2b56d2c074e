/**
 * Grows a forest of symmetric trees by gradient boosting. The things to be ranked come in groups, one a question;
 * what is maximised is the logarithm of the gain to be expected when one of a group is drawn by the softmax of its
 * scores. Deterministic: what is left out of a tree is chosen by counting.
 */
import type { ForestData } from '../../src/answer/forest.ts';
import { type Binned, binLimit, takeRows } from './bins.ts';

/** Rows in groups, with how good each row is, 0 to 1. */
export interface Groups {
  readonly binned: Binned;
  /** Group `g` has the rows `offsets[g]` to `offsets[g + 1]`. */
  readonly offsets: Uint32Array;
  readonly gains: Float32Array;
  /** How much each group counts. */
  readonly weights: Float32Array;
}

export interface GrowOptions {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Added to the curvature of every leaf, against leaves of few rows. */
  readonly stiffness: number;
  /** Share of the features that each tree may ask for. */
  readonly features: number;
}

interface Tree {
  readonly features: number[];
  readonly bins: number[];
  readonly leaves: Float64Array;
}

/** Grows a forest and writes it as the program reads it. */
export function growForest(groups: Groups, names: readonly string[], options: GrowOptions): ForestData {
  const scores = new Float64Array(groups.gains.length);
  const slopes = { gradient: new Float64Array(scores.length), curvature: new Float64Array(scores.length) };
  const trees: string[] = [];
  for (let t = 0; t < options.trees; t++) {
    differentiate(groups, scores, slopes);
    const tree = growTree(groups, slopes, { ...options, seed: t });
    trees.push(written(tree, groups.binned));
  }
  return { features: names, trees };

  function growTree(from: Groups, by: Slopes, how: GrowOptions & { seed: number }): Tree {
    const leafOf = new Uint8Array(scores.length);
    const [features, bins]: [number[], number[]] = [[], []];
    for (let level = 0; level < how.depth; level++) {
      const best = bestSplit(from.binned, leafOf, { by, how, leaves: 2 ** level });
      features.push(best.feature);
      bins.push(best.bin);
      const column = from.binned.columns[best.feature] ?? new Uint8Array(0);
      for (let i = 0; i < leafOf.length; i++) leafOf[i] = (leafOf[i] ?? 0) * 2 + Number((column[i] ?? 0) > best.bin);
    }
    const leaves = leavesOf(leafOf, by, how);
    for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) + (leaves[leafOf[i] ?? 0] ?? 0);
    return { features, bins, leaves };
  }
}

interface Slopes {
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
}

function differentiate({ offsets, gains, weights }: Groups, scores: Float64Array, slopes: Slopes): void {
  for (let g = 0; g + 1 < offsets.length; g++) {
    const [from, to] = [offsets[g] ?? 0, offsets[g + 1] ?? 0];
    const gain = gains.subarray(from, to);
    const { shares, good } = softmax(scores.subarray(from, to), gain);
    const weight = good <= 1e-9 ? 0 : (weights[g] ?? 0);
    shares.forEach((share, i) => {
      const wanted = weight === 0 ? 0 : (share * (gain[i] ?? 0)) / good;
      slopes.gradient[from + i] = weight * (wanted - share);
      slopes.curvature[from + i] = weight * Math.max(share * (1 - share), wanted * (1 - wanted), 1e-4);
    });
  }
}

/** The share of each thing when one is drawn, and the gain that is to be expected. */
function softmax(scores: Float64Array, gains: Float32Array): { shares: Float64Array; good: number } {
  const top = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const shares = scores.map((score) => Math.exp(score - top));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const even = shares.map((share) => share / all);
  return { shares: even, good: even.reduce((sum, share, i) => sum + share * (gains[i] ?? 0), 0) };
}

interface Search {
  readonly by: Slopes;
  readonly how: GrowOptions & { readonly seed: number };
  readonly leaves: number;
}

function bestSplit(
  { columns, bins }: Binned,
  leafOf: Uint8Array,
  { by, how, leaves }: Search,
): { feature: number; bin: number } {
  let best = { feature: 0, bin: 0, worth: Number.NEGATIVE_INFINITY };
  const sums = new Float64Array(2 * leaves * bins);
  const bases = Uint16Array.from(leafOf, (leaf) => leaf * bins);
  for (let feature = 0; feature < columns.length; feature++) {
    const column = columns[feature];
    if (column === undefined || !asked(feature, how)) continue;
    sums.fill(0);
    addUp(sums, { column, bases, by });
    const found = bestBin({ sums, leaves, bins }, how.stiffness);
    if (found.worth > best.worth) best = { feature, ...found };
  }
  return best;
}

/** The loop in which nearly all the time goes: slope and curvature of every row into its bin. */
function addUp(
  sums: Float64Array,
  { column, bases, by }: { readonly column: Uint8Array; readonly bases: Uint16Array; readonly by: Slopes },
): void {
  const { gradient, curvature } = by;
  for (let i = 0; i < column.length; i++) {
    const at = 2 * ((bases[i] as number) + (column[i] as number));
    sums[at] = (sums[at] as number) + (gradient[i] as number);
    sums[at + 1] = (sums[at + 1] as number) + (curvature[i] as number);
  }
}

/** Each tree asks for another part of the features, chosen by a fixed scattering. */
function asked(feature: number, { seed, features }: { readonly seed: number; readonly features: number }): boolean {
  return ((((feature + 1) * 2654435761 + (seed + 1) * 40503 * 65537) >>> 0) % 1000) / 1000 < features;
}

/** Slope and curvature by leaf and bin, one behind the other. */
interface Histogram {
  readonly sums: Float64Array;
  readonly leaves: number;
  readonly bins: number;
}

function bestBin({ sums, leaves, bins }: Histogram, stiffness: number): { bin: number; worth: number } {
  const worths = new Float64Array(bins - 1);
  for (let leaf = 0; leaf < leaves; leaf++) {
    let [allG, allH] = [0, 0];
    for (let b = leaf * bins; b < (leaf + 1) * bins; b++) {
      allG += sums[2 * b] ?? 0;
      allH += sums[2 * b + 1] ?? 0;
    }
    let [lowG, lowH] = [0, 0];
    for (let b = 0; b < bins - 1; b++) {
      lowG += sums[2 * (leaf * bins + b)] ?? 0;
      lowH += sums[2 * (leaf * bins + b) + 1] ?? 0;
      const [highG, highH] = [allG - lowG, allH - lowH];
      worths[b] = (worths[b] ?? 0) + lowG ** 2 / (lowH + stiffness) + highG ** 2 / (highH + stiffness);
    }
  }
  const bin = worths.reduce((top, worth, b) => (worth > (worths[top] ?? 0) ? b : top), 0);
  return { bin, worth: worths[bin] ?? 0 };
}

function leavesOf(leafOf: Uint8Array, by: Slopes, { depth, rate, stiffness }: GrowOptions): Float64Array {
  const [g, h] = [new Float64Array(2 ** depth), new Float64Array(2 ** depth)];
  for (let i = 0; i < leafOf.length; i++) {
    const leaf = leafOf[i] ?? 0;
    g[leaf] = (g[leaf] ?? 0) + (by.gradient[i] ?? 0);
    h[leaf] = (h[leaf] ?? 0) + (by.curvature[i] ?? 0);
  }
  return g.map((sum, leaf) => Math.round(((rate * sum) / ((h[leaf] ?? 0) + stiffness)) * 1000) / 1000);
}

function written({ features, bins, leaves }: Tree, binned: Binned): string {
  const levels = features.map((feature, level) => `${feature}>${binLimit(binned, feature, bins[level] ?? 0)}`);
  return `${levels.join(' ')}|${Array.from(leaves, (leaf) => Math.round(leaf * 1000)).join(' ')}`;
}

/** Some of the groups, in the order given. */
export function takeGroups(groups: Groups, taken: readonly number[]): Groups {
  const spans = taken.map((g) => ({ from: groups.offsets[g] ?? 0, to: groups.offsets[g + 1] ?? 0 }));
  const offsets = new Uint32Array(taken.length + 1);
  spans.forEach(({ from, to }, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + to - from;
  });
  const rows = new Uint32Array(offsets[taken.length] ?? 0);
  spans.forEach(({ from, to }, i) => {
    for (let row = from; row < to; row++) rows[(offsets[i] ?? 0) + row - from] = row;
  });
  return {
    binned: takeRows(groups.binned, rows),
    offsets,
    gains: Float32Array.from(rows, (row) => groups.gains[row] ?? 0),
    weights: Float32Array.from(taken, (g) => groups.weights[g] ?? 0),
  };
}
