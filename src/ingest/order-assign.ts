/**
 * Which line follows which, if each follows at most one other? The best assignment over all lines at once.
 *
 * An auction: every line bids for the successor it gains most from, prices rise until nobody wants to change. Prices begin
 * at zero and no line must have a successor, so the result is within {@link STEP} a line of the best there is.
 */

/** A line that may follow, and what is gained where it does. */
export interface Follow {
  readonly to: number;
  readonly value: number;
}

/** By how much prices rise; smaller is better and slower. */
const STEP = 0.02;

/** The best and second best gain of a line at today's prices; no successor gains nothing. */
function bestOf(follows: readonly Follow[], prices: Float64Array): { to: number; best: number; second: number } {
  let [to, best, second] = [-1, 0, 0];
  for (const follow of follows) {
    const gain = follow.value - (prices[follow.to] ?? 0);
    if (gain > best) [to, second, best] = [follow.to, best, gain];
    else if (gain > second) second = gain;
  }
  return { to, best, second };
}

/** The successor of each line, -1 for none, so that the sum of the values is as great as can be. */
export function assign(candidates: readonly (readonly Follow[])[]): Int32Array {
  const count = candidates.length;
  const [successor, owner] = [new Int32Array(count).fill(-1), new Int32Array(count).fill(-1)];
  const prices = new Float64Array(count);
  const waiting = candidates.map((_, at) => count - 1 - at);
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    const { to, best, second } = bestOf(candidates[from] ?? [], prices);
    if (to < 0) continue;
    const before = owner[to] ?? -1;
    prices[to] = (prices[to] ?? 0) + best - second + STEP;
    if (before >= 0) {
      successor[before] = -1;
      waiting.push(before);
    }
    owner[to] = from;
    successor[from] = to;
  }
  return successor;
}

/** The circles in which lines follow each other, each as its lines. */
export function circlesOf(successor: Int32Array): number[][] {
  const seen = new Uint8Array(successor.length);
  for (const to of successor) if (to >= 0) seen[to] = 1;
  for (let start = 0; start < successor.length; start++) {
    if (seen[start] !== 0) continue;
    for (let at = start; at >= 0; at = successor[at] ?? -1) seen[at] = 2;
  }
  const circles: number[][] = [];
  for (let start = 0; start < successor.length; start++) {
    if (seen[start] !== 1) continue;
    const circle: number[] = [];
    for (let at = start; seen[at] === 1; at = successor[at] ?? -1) {
      seen[at] = 2;
      circle.push(at);
    }
    circles.push(circle);
  }
  return circles;
}

/** How often circles are broken up and all is solved again. */
const MOST_ROUNDS = 12;

/** The value of a link. */
function worthOf(candidates: readonly (readonly Follow[])[], from: number, to: number): number {
  return candidates[from]?.find((follow) => follow.to === to)?.value ?? 0;
}

/** The line of a circle whose successor is the least worth. */
function weakest(circle: readonly number[], successor: Int32Array, candidates: readonly (readonly Follow[])[]): number {
  const worth = (from: number): number => worthOf(candidates, from, successor[from] ?? -1);
  return circle.reduce((low, from) => (worth(from) < worth(low) ? from : low));
}

/** The successor of each line, -1 for none, without circles: no line follows itself in the end. */
export function assignChains(candidates: readonly (readonly Follow[])[]): Int32Array {
  const open = [...candidates];
  let successor = assign(open);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const circles = circlesOf(successor);
    if (circles.length === 0) return successor;
    for (const circle of circles) {
      const from = weakest(circle, successor, open);
      open[from] = (open[from] ?? []).filter((follow) => follow.to !== successor[from]);
    }
    successor = assign(open);
  }
  for (const circle of circlesOf(successor)) successor[weakest(circle, successor, open)] = -1;
  return successor;
}
