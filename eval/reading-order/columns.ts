/** What goes wrong when columns are read across: their lines interleaved, swapped, strayed into one another. */
import type { Dice } from './dice.ts';
import type { Unit } from './typeset.ts';

/** How neighbouring columns are read across. */
export interface Weave {
  /** How many columns are read together. */
  readonly columns: number;
  /** So many lines of one column are read before the next column's. */
  readonly block: number;
}

/** About so many columns stand on a page. */
const PAGE_COLUMNS = 6;
/** A column begins at most so many lines below its neighbour. */
const MOST_OFFSET = 4;
/** Lines stray one to three at a time. */
const MOST_STRAYS = 3;
/** Share of the strays that go into the column on the right; the others go into the left one. */
const TO_RIGHT = 0.4;
/** A swapped stretch, in lines. */
const STRETCH = { least: 5, most: 20 } as const;

const isText = (unit: Unit | undefined): unit is Unit => unit?.[0]?.role === 'text';

/** The text in columns of one height, in groups of neighbours. */
function groupColumns(units: readonly Unit[], columns: number): Unit[][][] {
  const groups = Math.max(1, Math.round(PAGE_COLUMNS / columns));
  const height = Math.max(1, Math.ceil(units.length / (groups * columns)));
  const all = Array.from({ length: groups * columns }, (_, at) => units.slice(at * height, (at + 1) * height));
  return Array.from({ length: groups }, (_, at) => all.slice(at * columns, (at + 1) * columns));
}

/** How many lines each column begins below the first one: constant, as columns are set on one grid. */
function offsetsOf(group: readonly Unit[][], dice: Dice): number[] {
  return group.map((_, at) => (at === 0 ? 0 : dice.between(0, MOST_OFFSET)));
}

function weaveGroup(group: readonly Unit[][], block: number, dice: Dice): Unit[] {
  const offsets = offsetsOf(group, dice);
  const rows = Math.max(...group.map((column, at) => column.length + (offsets[at] ?? 0)));
  const read: Unit[] = [];
  for (let row = 0; row < rows; row += block) {
    for (const [at, column] of group.entries()) {
      const from = row - (offsets[at] ?? 0);
      read.push(...column.slice(Math.max(0, from), Math.max(0, from + block)));
    }
  }
  return read;
}

/** Reads groups of columns across, line by line or by blocks of lines. */
export function weave(units: readonly Unit[], { columns, block }: Weave, dice: Dice): Unit[] {
  return groupColumns(units, columns).flatMap((group) => weaveGroup(group, block, dice));
}

/** Reads two columns one after the other, but lines of some rows stray into the column beside, at the same height. */
function strayBetween(left: readonly Unit[], right: readonly Unit[], { share, dice }: { share: number; dice: Dice }) {
  const offset = dice.between(0, MOST_OFFSET);
  const rightOf = new Map<number, Unit>();
  const leftOf = new Map<number, Unit>();
  for (let row = 0; row < left.length; row++) {
    if (!dice.chance(share / ((1 + MOST_STRAYS) / 2))) continue;
    const toRight = dice.chance(TO_RIGHT);
    const end = row + dice.between(1, MOST_STRAYS);
    for (; row < end; row++) {
      const [here, there] = [left[row], right[row - offset]];
      if (!isText(here) || !isText(there)) continue;
      if (toRight) leftOf.set(row - offset, here);
      else rightOf.set(row, there);
    }
  }
  const gone = new Set([...rightOf.values(), ...leftOf.values()]);
  const stay = (unit: Unit): Unit[] => (gone.has(unit) ? [] : [unit]);
  return [
    ...left.flatMap((unit, row) => [...stay(unit), ...(rightOf.get(row) ?? []).map((line) => [line])]),
    ...right.flatMap((unit, row) => [...(leftOf.get(row) ?? []).map((line) => [line]), ...stay(unit)]),
  ];
}

/** Reads column by column, but `share` of the rows send a line into the column beside. */
export function stray(units: readonly Unit[], share: number, dice: Dice): Unit[] {
  return groupColumns(units, 2).flatMap(([left = [], right = []]) => strayBetween(left, right, { share, dice }));
}

/** Swaps neighbouring stretches of lines, `times` over, as if columns were read in the wrong order. */
export function swap(units: readonly Unit[], times: number, dice: Dice): Unit[] {
  const read = [...units];
  for (let done = 0; done < times; done++) {
    const first = dice.between(STRETCH.least, STRETCH.most);
    const second = dice.between(STRETCH.least, STRETCH.most);
    const from = dice.between(0, Math.max(0, read.length - first - second));
    const taken = read.splice(from, first);
    read.splice(from + second, 0, ...taken);
  }
  return read;
}
