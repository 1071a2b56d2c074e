/**
 * In which order do the printed lines of a torn page read?
 *
 * Every line gets candidates that may follow it, each with a value from {@link linkOf} and from how far away it stands:
 * columns that were read across are torn at a constant distance, so the distances found in a first assignment weigh in the
 * next. What is found is then compared with the order of the file, part by part: only what is clearly better is done.
 */
import { assignChains, circlesOf, type Follow } from './order-assign.ts';
import { commonness, distancesOf } from './order-distances.ts';
import { type Link, linkOf } from './order-features.ts';
import type { Language } from './order-language.ts';
import type { Printed } from './order-units.ts';

/** A line can be moved this many lines of the page. */
const REACH = 120;
/** A jump over more lines than this leads away from the column. */
const FAR = 12;
/** Candidates that are kept for each line, besides the nearest. */
const KEPT = 12;
const NEAREST = 6;
/** Lines further away that fit worse than this are no candidates. */
const LEAST_VALUE = -2.5;
/** Assignments in all; each learns the distances from the one before. */
const ROUNDS = 4;
/**
 * Gains of deviations from the order of the file, as natural logarithms: one is believed from `clear` on, if all that are sum
 * up to `torn`. Lower limits put more lines right on simulated pages, but moved wrong ones on the torn page of the corpus.
 */
const GATE = { clear: 6, torn: 14 } as const;

interface Candidate {
  readonly to: number;
  readonly link: Link;
  readonly value: number;
}

/**
 * The lines that may follow a line, by what the two show: the nearest, and the best of the others. No paragraph stands before
 * the first line of the page.
 */
function candidatesOf(from: number, page: Printed & { language: Language }): Candidate[] {
  const { units } = page;
  const unit = units[from];
  const found: Candidate[] = [];
  const ranks = new Map<Candidate, number>();
  const [first, last] = [Math.max(0, from - REACH), Math.min(units.length - 1, from + REACH)];
  for (let to = first; to <= last; to++) {
    const next = units[to];
    if (unit === undefined || next === undefined || to === from) continue;
    const near = to > from && to <= from + NEAREST;
    const { link, value } = linkOf(unit, next, page);
    if (!near && (value < LEAST_VALUE || (to === 0 && link === 'paragraph'))) continue;
    const candidate = { to, link, value };
    found.push(candidate);
    ranks.set(candidate, near ? Number.POSITIVE_INFINITY : value + Math.log(commonness(to - from)));
  }
  return found.toSorted((a, b) => (ranks.get(b) ?? 0) - (ranks.get(a) ?? 0)).slice(0, KEPT + NEAREST);
}

/** What it costs that nothing follows a line, or that it follows nothing, is part of the value of a link. */
const ALONE = 7;

function weigh(candidates: readonly (readonly Candidate[])[], successor?: Int32Array): Follow[][] {
  const share = distancesOf(successor);
  return candidates.map((list, from) =>
    list.map(({ to, value }) => ({ to, value: value + Math.log(share(from, to - from)) + ALONE })),
  );
}

const worthOf = (follows: readonly Follow[] | undefined, to: number): number =>
  follows?.find((follow) => follow.to === to)?.value ?? 0;

/** The line before each, -1 for none. */
function predecessorsOf(successor: Int32Array): Int32Array {
  const predecessor = new Int32Array(successor.length).fill(-1);
  for (const [at, to] of successor.entries()) if (to >= 0) predecessor[to] = at;
  return predecessor;
}

/** The deviations of `successor` from the order of the file that hang together, each as the lines that they change. */
function deviationsOf(successor: Int32Array): number[][] {
  const predecessor = predecessorsOf(successor);
  const seen = successor.map((to, at) => (to === at + 1 ? 1 : 0));
  const groups: number[][] = [];
  for (let start = 0; start < successor.length; start++) {
    const group: number[] = [];
    const open = [start];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen[at] !== 0) continue;
      seen[at] = 1;
      group.push(at);
      // The line that the file has before its new follower, and the line that now has what the file has behind it.
      open.push((successor[at] ?? -1) - 1, predecessor[at + 1] ?? -1);
    }
    if (group.length > 0) groups.push(group);
  }
  return groups;
}

/** Lines that deviate together from the order of the file, and what is gained. */
interface Deviation {
  readonly group: readonly number[];
  readonly gain: number;
}

/** The order of the file but for some deviations. */
function deviate(successor: Int32Array, deviations: readonly Deviation[]): Int32Array {
  const order = Int32Array.from(successor, (_, at) => (at + 1 < successor.length ? at + 1 : -1));
  for (const { group } of deviations) for (const at of group) order[at] = successor[at] ?? -1;
  return order;
}

/** The order of the file, with those deviations that are clearly better; all of it stays where too little speaks against it. */
function acceptClear(successor: Int32Array, weights: readonly (readonly Follow[])[]): Int32Array {
  const weighed = deviationsOf(successor).map((group): Deviation => {
    const gains = group.map((at) => worthOf(weights[at], successor[at] ?? -1) - worthOf(weights[at], at + 1));
    return { group, gain: gains.reduce((sum, gain) => sum + gain, 0) };
  });
  const clear = weighed.filter(({ gain }) => gain >= GATE.clear);
  let accepted = clear.reduce((sum, { gain }) => sum + gain, 0) >= GATE.torn ? clear : [];
  // One deviation without another may lead in a circle; the least of those that do is given up.
  for (;;) {
    const order = deviate(successor, accepted);
    const circle = new Set(circlesOf(order)[0]);
    const [least] = accepted
      .filter(({ group }) => group.some((at) => circle.has(at)))
      .toSorted((a, b) => a.gain - b.gain);
    if (least === undefined) return order;
    accepted = accepted.filter((one) => one !== least);
  }
}

/** A printed line in reading order, and how it is linked with the one before. */
export interface Placed {
  readonly unit: number;
  /** `start` where no line of the page goes on here. */
  readonly link: Link | 'start' | 'kept';
}

/** Whether two lines are one paragraph. */
type OneParagraph = (from: number, to: number) => boolean;

/**
 * Ends the chains that came from far away behind the paragraph for which they came: what stands there goes on from its own
 * place. A wrong jump then moves a paragraph and not the rest of the page.
 */
function returnHome(successor: Int32Array, oneParagraph: OneParagraph): void {
  const before = predecessorsOf(successor);
  for (const [start, from] of before.entries()) {
    let away = false;
    for (let at = from < 0 ? start : -1; at >= 0; ) {
      const to = successor[at] ?? -1;
      if (away && to >= 0 && !oneParagraph(at, to)) {
        successor[at] = -1;
        away = false;
      } else away ||= to >= 0 && Math.abs(to - at) > FAR;
      at = to;
    }
  }
}

/** The lines chain by chain, chains in the order in which their first lines stand in the file. */
function readOut(successor: Int32Array, linkTo: (from: number, to: number) => Link | 'kept'): Placed[] {
  const placed: Placed[] = [];
  for (const [start, before] of predecessorsOf(successor).entries()) {
    let link: Placed['link'] = 'start';
    for (let at = before < 0 ? start : -1; at >= 0; ) {
      placed.push({ unit: at, link });
      const to = successor[at] ?? -1;
      if (to >= 0) link = linkTo(at, to);
      at = to;
    }
  }
  return placed;
}

/**
 * The reading order of printed lines, `undefined` where that of the file is kept. `keptTogether` says whether two lines, one
 * right below the other, are one paragraph in the file.
 */
export function orderOf(page: Printed & { language: Language }, keptTogether: OneParagraph): Placed[] | undefined {
  for (const { signs } of page.units) page.language.learn(signs);
  const candidates = page.units.map((_, from) => candidatesOf(from, page));
  let weights = weigh(candidates);
  let successor = assignChains(weights);
  for (let round = 1; round < ROUNDS; round++) {
    weights = weigh(candidates, successor);
    successor = assignChains(weights);
  }
  const accepted = acceptClear(successor, weights);
  if (accepted.every((to, at) => to === at + 1 || at + 1 === accepted.length)) return undefined;
  const linkTo = (from: number, to: number): Link | 'kept' => {
    if (to === from + 1) return 'kept';
    return candidates[from]?.find((candidate) => candidate.to === to)?.link ?? 'paragraph';
  };
  returnHome(accepted, (from, to) => {
    const link = linkTo(from, to);
    return link === 'kept' ? keptTogether(from, to) : link === 'join';
  });
  return readOut(accepted, linkTo);
}
