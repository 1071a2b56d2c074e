/** Finds the unit that stands behind a number. */
import { TRADITIONAL_UNITS, UNIT_ALIASES, UNIT_BLOCKS, UNITS } from './lexicon/units.ts';

/** Kinds of units in the lexicon. */
export type UnitKind = keyof typeof UNITS;

/** A unit in a text. */
export interface Unit {
  /** Its everyday name: 元 for 块钱, 公里 for km. */
  readonly name: string;
  /** As it stands in the text. */
  readonly written: string;
  readonly kind: UnitKind;
  readonly end: number;
}

const KINDS: ReadonlyMap<string, UnitKind> = new Map(
  (Object.keys(UNITS) as UnitKind[]).flatMap((kind) =>
    UNITS[kind]
      .trim()
      .split(/\s+/)
      .map((unit): [string, UnitKind] => [unit, kind]),
  ),
);

/** A unit with what may not follow it. */
function pattern(unit: string): string {
  if (/[A-Za-z]$/.test(unit)) return `${unit}(?![A-Za-z])`;
  const block = UNIT_BLOCKS[unit];
  return block === undefined ? unit : `${unit}(?![${block}])`;
}

const UNIT = new RegExp(
  `^[ \\u3000]{0,2}(${[...KINDS.keys()]
    .sort((a, b) => b.length - a.length)
    .map(pattern)
    .join('|')})`,
);
const TRADITIONAL = new RegExp(`[${Object.keys(TRADITIONAL_UNITS).join('')}]`, 'g');
/** Characters that the longest unit, the blanks before it and the character after it may take. */
const WINDOW = 14;

/** The unit that begins at an offset, blanks before it allowed; the longest one, in either script. */
export function unitAt(text: string, at: number): Unit | undefined {
  const window = text.slice(at, at + WINDOW).replace(TRADITIONAL, (sign) => TRADITIONAL_UNITS[sign] ?? sign);
  const found = UNIT.exec(window);
  const unit = found?.[1];
  if (found === null || unit === undefined) return undefined;
  const end = at + found[0].length;
  const name = UNIT_ALIASES[unit] ?? unit;
  return { name, written: text.slice(end - unit.length, end), kind: KINDS.get(unit) ?? 'other', end };
}
