/**
 * Which lines may follow which? For each line the nearest ones, those that read best behind it wherever they stand, and
 * those that would let it return to where the line before it came from.
 */
import { costOfFirst, costOfNone, type Link, linkOf, type Readable, WEIGHTS } from './order-features.ts';
import { Places } from './order-places.ts';
import type { Unit } from './order-units.ts';

/** At most so many pairs of lines of a page are looked at: on a long page a line can be moved less far. */
const MOST_PAIRS = 320_000;
/** The next lines are always looked at, and the ones before. */
const NEAREST = { after: 6, before: 2 } as const;
/** Lines further away are not looked at where the signs at their border fit worse. */
const LEAST_FAR = 0.5;
/** What the second sign of a line adds to that, at most; rarely it is more. */
const MOST_GOES_ON = 0.5;
/** So many far followers are kept for each line, and so many far predecessors. */
const KEPT = 6;
/** From this value on a far pair is reason enough to look at ways back, if it is among the best few. */
const RETURN = { least: 0.8, best: 2 } as const;
/** A line comes back right behind the one that it left, or behind the next. */
const WAYS_BACK = [1, 2] as const;

/**
 * Pairs of lines that may follow each other, as columns: number `at` is `from[at]` and `to[at]`.
 *
 * `value` is the natural logarithm of how much likelier the pair is than two lines that do not belong together, with what it
 * would cost that nothing follows the one and the other follows nothing.
 */
export class Borders {
  readonly from: number[] = [];
  readonly to: number[] = [];
  readonly value: number[] = [];
  readonly link: Link[] = [];
  readonly #places = new Places();
  readonly #page: Readable;

  constructor(page: Readable) {
    this.#page = page;
  }

  /** How many lines the page has. */
  get lines(): number {
    return this.#page.units.length;
  }

  /** Adds a pair, unless it is known or none. Nothing stands before the first line of a page. */
  add(from: number, to: number): void {
    const { units, width } = this.#page;
    const [unit, next] = [units[from], units[to]];
    const key = from * units.length + to;
    if (to === 0 || from === to || unit === undefined || next === undefined) return;
    if (this.#places.add(key) < this.from.length) return;
    const { link, value } = linkOf(unit, next, this.#page);
    this.from.push(from);
    this.to.push(to);
    this.link.push(link);
    this.value.push(value + costOfNone(unit, width) + costOfFirst(next));
  }

  /** The number of a pair, -1 for one that is not looked at. */
  placeOf(from: number, to: number): number {
    const inside = from >= 0 && to >= 0 && from < this.lines && to < this.lines;
    return inside ? this.#places.of(from * this.lines + to) : -1;
  }

  /** Looks also at all pairs of lines that stand so far apart. */
  addDistances(distances: readonly number[]): void {
    for (const distance of distances) {
      for (let from = 0; from < this.lines; from++) {
        this.add(from, from + distance);
        this.add(from, from - distance);
      }
    }
  }
}

/** A pair of lines that stand anywhere, and how well the signs at their border fit. */
interface Pair {
  readonly from: number;
  readonly to: number;
  readonly fit: number;
}

const byFit = (a: Pair, b: Pair): number => b.fit - a.fit;

/** Lines by the sign that they begin with, in rising order; what goes on with no other line is left out. */
function byFirstSign(units: readonly Unit[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [at, { signs, heading, wide, indented }] of units.entries()) {
    const [first = 0] = signs;
    if (first === 0 || heading || wide || indented || at === 0) continue;
    const group = groups.get(first) ?? [];
    group.push(at);
    groups.set(first, group);
  }
  return groups;
}

/** Finds the far pairs that read well. */
class FarPairs {
  readonly rows: Pair[][];
  readonly columns: Pair[][];
  readonly #page: Readable;
  readonly #groups: ReadonlyMap<number, readonly number[]>;
  readonly #reach: number;
  /** By the last sign of a line, the first signs that fit behind it. */
  readonly #likely = new Map<number, readonly number[]>();

  constructor(page: Readable) {
    const count = page.units.length;
    this.#page = page;
    this.rows = page.units.map(() => []);
    this.columns = page.units.map(() => []);
    this.#groups = byFirstSign(page.units);
    this.#reach = Math.max(NEAREST.after, Math.floor(MOST_PAIRS / Math.max(1, 2 * count)));
    for (const [from, unit] of page.units.entries()) if (!unit.heading && !unit.wide) this.#addRow(from, unit);
  }

  #addRow(from: number, unit: Unit): void {
    const { language, units } = this.#page;
    const context = language.contextBehind(unit.signs);
    for (const first of this.#firstsBehind(unit)) {
      const begins = WEIGHTS.begins * language.begins(context, first);
      if (begins < LEAST_FAR - MOST_GOES_ON) continue;
      const further = language.contextOf(context.last, first);
      for (const to of this.#groups.get(first) ?? []) {
        const next = units[to];
        if (next === undefined || to === from || Math.abs(to - from) > this.#reach) continue;
        const fit = begins + WEIGHTS.goesOn * language.goesOn(further, next.signs[1] ?? 0);
        if (fit < LEAST_FAR) continue;
        const pair = { from, to, fit };
        this.rows[from]?.push(pair);
        this.columns[to]?.push(pair);
      }
    }
  }

  #firstsBehind({ signs }: Unit): readonly number[] {
    const last = signs.at(-1) ?? 0;
    const known = this.#likely.get(last) ?? this.#page.language.likely(last, this.#groups);
    this.#likely.set(last, known);
    return known;
  }
}

/** The pairs of lines of a page that may follow each other. */
export function bordersOf(page: Readable): Borders {
  const borders = new Borders(page);
  for (let from = 0; from < page.units.length; from++) {
    for (let to = from - NEAREST.before; to <= from + NEAREST.after; to++) borders.add(from, to);
  }
  const { rows, columns } = new FarPairs(page);
  for (const pairs of [...rows, ...columns]) {
    for (const [rank, { from, to, fit }] of pairs.toSorted(byFit).slice(0, KEPT).entries()) {
      borders.add(from, to);
      if (fit < RETURN.least || rank >= RETURN.best) continue;
      for (const back of WAYS_BACK) {
        borders.add(to, from + back);
        borders.add(to + 1, from + back);
        borders.add(to - back, from);
        borders.add(to - back, from - 1);
      }
    }
  }
  return borders;
}
