/** Pages that are damaged as scanners damage them, and whose order is known. */
import type { CleanArticle } from './clean.ts';
import { stray, swap, weave } from './columns.ts';
import { type Dice, diceOf } from './dice.ts';
import { type PrintedLine, type Printing, printLines } from './print.ts';
import { behead, caption, double, misread } from './spoil.ts';
import { setArticle, type Unit } from './typeset.ts';

/** A page and its truth. */
export interface DamagedPage {
  readonly text: string;
  /** In the order of the file. */
  readonly lines: readonly PrintedLine[];
  readonly kind: DamageKind;
  readonly strength: number;
  readonly printing: Printing;
  /** What was set, before the damage. */
  readonly source: readonly CleanArticle[];
}

/** What is done to a page; the unit of its strength stands behind it. */
export type DamageKind =
  /** Nothing: no move is right. */
  | 'undamaged'
  /** Columns read across, line by line. */
  | 'interleaved'
  /** Columns read across, two to six lines at a time. */
  | 'blocks'
  /** Share of the rows that send a line into the column beside, as on the Laoshan page. */
  | 'strays'
  /** Stretches of 5 to 20 lines swapped. */
  | 'swapped'
  /** Paragraphs printed twice. */
  | 'doubled'
  /** Captions inside paragraphs. */
  | 'captions'
  /** Share of the headlines lost. */
  | 'headless'
  /** Share of the line ends lost. */
  | 'stuck'
  /** Share of the letters replaced, in two interleaved columns. */
  | 'misread';

/** A damage and the form in which the page is printed. */
export interface DamageWish {
  readonly kind: DamageKind;
  readonly strength: number;
  readonly printing: Printing;
}

const TORN: readonly Printing[] = ['blanks', 'lines'];
const ANY: readonly Printing[] = ['blanks', 'lines', 'whole'];

/** Every kind with its strengths, and the printings it can be seen in. */
const PLAN: readonly (readonly [DamageKind, readonly number[], readonly Printing[]])[] = [
  ['undamaged', [0], ANY],
  ['interleaved', [2, 3, 4], TORN],
  ['blocks', [2, 3, 4], TORN],
  ['strays', [0.1, 0.3], TORN],
  ['swapped', [1, 3], ANY],
  ['doubled', [1, 3], ANY],
  ['captions', [1, 3], ANY],
  ['headless', [0.5, 1], ANY],
  ['stuck', [0.1, 0.3], TORN],
  ['misread', [0.01, 0.03], TORN],
];

/** All that is simulated, in the order in which it is shown. */
export const DAMAGES: readonly DamageWish[] = PLAN.flatMap(([kind, strengths, printings]) =>
  strengths.flatMap((strength) => printings.map((printing) => ({ kind, strength, printing }))),
);

/** Widths of newspaper columns in full-width characters. */
const WIDTH = { least: 16, most: 26 } as const;
/** Lines of a page. */
const LINES = { least: 150, most: 260 } as const;
/** Lines that are read together where columns are read by blocks. */
const BLOCK = { least: 2, most: 6 } as const;
/** Share of the pages whose punctuation the scanner made half as wide. */
const HALF_WIDTH = 0.5;

const NARROW: Readonly<Record<string, string>> = Object.freeze({
  '，': ',',
  '：': ':',
  '；': ';',
  '（': '(',
  '）': ')',
  '？': '?',
  '！': '!',
  '“': '"',
  '”': '"',
});

function narrow(text: string): string {
  return text.replace(/[，：；（）？！“”]/g, (sign) => NARROW[sign] ?? sign);
}

/** Draws articles until the page is full; each stands on it once. */
function drawPage(pool: readonly CleanArticle[], width: number, dice: Dice) {
  const wanted = dice.between(LINES.least, LINES.most);
  const half = dice.chance(HALF_WIDTH);
  const source: CleanArticle[] = [];
  const units: Unit[] = [];
  for (const { title, paragraphs } of dice.shuffle(pool)) {
    if (units.length >= wanted) break;
    const article = half ? { title: narrow(title), paragraphs: paragraphs.map(narrow) } : { title, paragraphs };
    source.push(article);
    units.push(...setArticle(article, width));
  }
  return { source, units };
}

/** Texts that captions take their words from. */
function captionWords(source: readonly CleanArticle[], dice: Dice): string[] {
  return dice.shuffle(source.flatMap(({ paragraphs }) => paragraphs));
}

/** Damages the lines of a page. */
function damage(
  { source, units }: { readonly source: readonly CleanArticle[]; readonly units: readonly Unit[] },
  { kind, strength, width }: { readonly kind: DamageKind; readonly strength: number; readonly width: number },
  dice: Dice,
): readonly Unit[] {
  switch (kind) {
    case 'undamaged':
    case 'stuck':
      return units;
    case 'interleaved':
      return weave(units, { columns: strength, block: 1 }, dice);
    case 'blocks':
      return weave(units, { columns: strength, block: dice.between(BLOCK.least, BLOCK.most) }, dice);
    case 'strays':
      return stray(units, strength, dice);
    case 'swapped':
      return swap(units, strength, dice);
    case 'doubled':
      return double(units, strength, dice);
    case 'captions':
      return caption(units, { count: strength, width, words: captionWords(source, dice) }, dice);
    case 'headless':
      return behead(units, strength, dice);
    case 'misread':
      misread(units, strength, dice);
      return weave(units, { columns: 2, block: 1 }, dice);
  }
}

const DISORDERED: readonly DamageKind[] = ['interleaved', 'blocks', 'strays', 'misread'];

/** Sets articles of the pool as a page and damages it; the same pool, wish and seed make the same page. */
export function simulatePage(pool: readonly CleanArticle[], wish: DamageWish, seed: string): DamagedPage {
  const { kind, strength, printing } = wish;
  const dice = diceOf(seed);
  const width = dice.between(WIDTH.least, WIDTH.most);
  const page = drawPage(pool, width, dice);
  const units = damage(page, { kind, strength, width }, dice);
  const stuck = kind === 'stuck' ? strength : 0;
  const setting = { printing, width, torn: DISORDERED.includes(kind), stuck };
  return { ...printLines(units.flat(), setting, dice), kind, strength, printing, source: page.source };
}
