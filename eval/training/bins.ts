/** Feature values sorted into few bins, so that a forest grows in seconds. */

/** Rows of values by column, as numbers of bins. */
export interface Binned {
  readonly columns: readonly Uint8Array[];
  /** Upper limits of the bins of each column, rising; what is above the last one is in a bin of its own. */
  readonly limits: readonly Float64Array[];
  /** How many bins a column has at most. */
  readonly bins: number;
}

const BINS = 32;
/** Rows that the limits are chosen by. */
const SAMPLED = 40000;

/** Sorts rows into bins of about equal size; `rows` holds one row of `width` values after the other. */
export function binRows(rows: Float32Array, width: number): Binned {
  const count = rows.length / width;
  const stride = Math.max(1, Math.floor(count / SAMPLED));
  const limits = Array.from({ length: width }, (_, feature) => {
    const values: number[] = [];
    for (let i = 0; i < count; i += stride) values.push(rows[i * width + feature] ?? 0);
    return limitsOf(Float32Array.from(values).sort());
  });
  const columns = limits.map((limit, feature) => {
    const column = new Uint8Array(count);
    for (let i = 0; i < count; i++) column[i] = binOf(rows[i * width + feature] ?? 0, limit);
    return column;
  });
  return { columns, limits, bins: BINS };
}

/** The same bins for some of the rows. */
export function takeRows({ columns, limits, bins }: Binned, taken: Uint32Array): Binned {
  return { columns: columns.map((column) => Uint8Array.from(taken, (i) => column[i] ?? 0)), limits, bins };
}

/** The value above which a row is beyond a bin. */
export function binLimit({ limits }: Binned, feature: number, bin: number): number {
  const limit = limits[feature] ?? [];
  return Number((limit[Math.min(bin, limit.length - 1)] ?? 0).toPrecision(4));
}

/** Limits lie halfway between neighbouring values, as evenly spread over the sorted values as these allow. */
function limitsOf(sorted: Float32Array): Float64Array {
  const steps: number[] = [];
  for (let i = 1; i < sorted.length; i++) if ((sorted[i] ?? 0) > (sorted[i - 1] ?? 0)) steps.push(i);
  const halfway = (i: number): number => ((sorted[i - 1] ?? 0) + (sorted[i] ?? 0)) / 2;
  if (steps.length < BINS) return Float64Array.from(steps, halfway);
  const chosen = new Set<number>();
  let next = 0;
  for (let b = 1; b < BINS; b++) {
    while (next < steps.length - 1 && (steps[next] ?? 0) < (b * sorted.length) / BINS) next++;
    chosen.add(steps[next] ?? 0);
  }
  return Float64Array.from([...chosen], halfway);
}

function binOf(value: number, limits: Float64Array): number {
  let bin = 0;
  while (bin < limits.length && value > (limits[bin] ?? 0)) bin++;
  return bin;
}
