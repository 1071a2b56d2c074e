/** The parts of a newspaper page as the file that extraction leaves. */
import type { Dice } from './dice.ts';
import { HEAD_KINDS, type PlacedPart } from './newspaper-parts.ts';
import { breakLines } from './typeset.ts';

/**
 * What became of the line ends: gone, with an empty line between paragraphs (`whole`) or an indent before them
 * (`indented`), or each printed line is one of the `lines` of the file.
 */
export type NewsPrinting = 'whole' | 'indented' | 'lines';

/** A stretch of a part and where it stands in the page's text. */
export interface PrintedWords {
  readonly part: PlacedPart;
  /** Where the stretch begins in the part's text. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
  /** Whether it is printed for the second time. */
  readonly copy: boolean;
}

const INDENT = '\u3000\u3000';
/** Empty lines before the head of an article and elsewhere; some pages set articles apart. */
const APART = '\n\n\n\n';
const PARTED = '\n\n';
/** Share of the heads that are set apart on a page that does so. */
const SET_APART = 0.4;
/** Widths of columns in full-width characters. */
const WIDTH = { least: 16, most: 26 } as const;
const isHead = ({ kind }: PlacedPart): boolean => HEAD_KINDS.has(kind);

class Printer {
  text = '';
  readonly words: PrintedWords[] = [];
  private readonly printing: NewsPrinting;
  private readonly width: number;

  constructor(printing: NewsPrinting, width: number) {
    this.printing = printing;
    this.width = width;
  }

  /** Begins a new line, an empty one in between where the page has such. */
  part(apart: boolean): void {
    if (this.text === '') return;
    if (apart) this.text += APART;
    else this.text += this.printing === 'whole' ? PARTED : '\n';
  }

  /** Prints the letters `from` to before `to` of a part. */
  stretch(
    part: PlacedPart,
    [from, to]: readonly [number, number],
    { copy, opens }: { copy: boolean; opens: boolean },
  ): void {
    const text = part.text.slice(from, to);
    const running = part.kind === 'text' || part.kind === 'caption';
    if (opens && part.level > 0) this.text += `${'#'.repeat(part.level)} `;
    if (opens && part.kind === 'text' && this.printing !== 'whole') this.text += INDENT;
    const lines =
      this.printing === 'lines' && running ? breakLines(text, this.width, opens ? INDENT.length : 0) : [text];
    let at = from;
    for (const [number, line] of lines.entries()) {
      if (number > 0) this.text += '\n';
      this.words.push({
        part,
        from: at,
        start: this.text.length,
        end: this.text.length + line.length,
        copy: copy || part.copy,
      });
      this.text += line;
      at += line.length;
    }
  }
}

/** Prints a part with its tears, and what stands in them. */
function printPart(printer: Printer, part: PlacedPart): void {
  const { from, to } = part.cut ?? { from: 0, to: part.text.length };
  let at = from;
  for (const { at: tear, again, between } of part.tears.filter((one) => one.at > from && one.at < to)) {
    printer.stretch(part, [at, tear], { copy: false, opens: at === 0 });
    printer.part(false);
    if (between !== null) {
      printPart(printer, between);
      printer.part(false);
    }
    if (again > 0) printer.stretch(part, [tear - again, tear], { copy: true, opens: false });
    at = tear;
  }
  printer.stretch(part, [at, to], { copy: false, opens: at === 0 });
}

/** Prints the parts of a page in the given order. */
export function printPage(parts: readonly PlacedPart[], printing: NewsPrinting, dice: Dice) {
  const printer = new Printer(printing, dice.between(WIDTH.least, WIDTH.most));
  const apart = dice.chance(SET_APART);
  for (const [at, part] of parts.entries()) {
    const above = parts[at - 1];
    const begins = isHead(part) && above !== undefined && !isHead(above);
    printer.part(apart && begins);
    printPart(printer, part);
  }
  return { text: printer.text, words: printer.words };
}
