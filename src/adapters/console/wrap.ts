/** Breaks running text into lines of a terminal. */
import { clean } from './clean.ts';
import { characterWidth, displayWidth } from './width.ts';

/** Must not begin a line. */
const CLOSING = /^[，。、；：？！”’）》」』】…—,.;:?!)\]}%‰]/u;
/** Must not end a line. */
const OPENING = /[“‘（《「『【([{]$/u;

/** Text of one style, whatever a style is to whoever draws it. */
export interface Styled<Style> {
  readonly text: string;
  readonly style: Style;
}

interface Unit<Style> extends Styled<Style> {
  readonly width: number;
}

/** What may not be parted: a run of Latin letters and digits, or one other character. */
function unitsOf<Style>({ text, style }: Styled<Style>): Unit<Style>[] {
  const found = text.match(/\n|[\p{Script=Latin}\p{Nd}.,:/%_-]+|./gu) ?? [];
  return found.map((unit) => ({ text: unit, style, width: displayWidth(unit) }));
}

/** Cuts a unit that is wider than a whole line. */
function cut<Style>(unit: Unit<Style>, width: number): Unit<Style>[] {
  if (unit.width <= width) return [unit];
  return [...unit.text].map((text) => ({ text, style: unit.style, width: characterWidth(text) }));
}

function widthOf(units: readonly Unit<unknown>[]): number {
  return units.reduce((sum, { width }) => sum + width, 0);
}

/** Takes off the end of `line` what has to go down with `next`, so that no line begins or ends badly. */
function takeAlong<Style>(line: Unit<Style>[], next: Unit<Style>, limit: number): Unit<Style>[] {
  let count = 0;
  let following = next.text;
  while (count < line.length - 1) {
    const last = line[line.length - 1 - count];
    if (last === undefined || !(CLOSING.test(following) || OPENING.test(last.text))) break;
    following = last.text;
    count += 1;
  }
  const fits = widthOf(line.slice(line.length - count)) + next.width <= limit;
  return fits ? line.splice(line.length - count, count) : [];
}

/** Units with neighbours of one style joined. */
function joined<Style>(units: readonly Unit<Style>[]): Styled<Style>[] {
  const parts: { text: string; style: Style }[] = [];
  for (const { text, style } of units) {
    const last = parts.at(-1);
    if (last?.style === style) last.text += text;
    else parts.push({ text, style });
  }
  return parts;
}

/**
 * The lines of a text, cleaned, none wider than `width` columns (at least 8); `Infinity` breaks at line feeds only.
 * Latin words and numbers stay whole, closing marks do not begin a line and opening ones do not end it.
 */
export function wrap<Style>(text: readonly Styled<Style>[], width: number): Styled<Style>[][] {
  const limit = Math.max(8, width);
  const lines: Unit<Style>[][] = [];
  let line: Unit<Style>[] = [];
  const feed = (rest: Unit<Style>[]): void => {
    lines.push(line);
    line = rest;
  };
  const units = text.flatMap(({ text: raw, style }) => unitsOf({ text: clean(raw), style }));
  for (const unit of units.flatMap((each) => cut(each, limit))) {
    if (unit.text === '\n') {
      feed([]);
      continue;
    }
    if (limit !== Infinity && widthOf(line) + unit.width > limit) feed(takeAlong(line, unit, limit));
    if (line.length > 0 || lines.length === 0 || unit.text !== ' ') line.push(unit);
  }
  lines.push(line);
  return lines.map(joined);
}
