import type { Reading } from '../../eval/reading-order/judge.ts';
import type { PrintedLine } from '../../eval/reading-order/print.ts';
import type { DamagedPage } from '../../eval/reading-order/simulate.ts';

/** The lines of each article in their true order: first those that no line is followed by, then as the truth says. */
export function chainsOf({ lines }: DamagedPage): PrintedLine[][] {
  const followers = new Set(lines.map(({ truth }) => truth));
  const firsts = lines.filter(({ role, copyOf }, at) => role !== 'caption' && copyOf === null && !followers.has(at));
  return firsts.map((first) => {
    const chain: PrintedLine[] = [];
    for (let line: PrintedLine | undefined = first; line !== undefined; line = lines[line.truth ?? -1])
      chain.push(line);
    return chain;
  });
}

/** The paragraphs of a chain, each a list of lines. */
export function paragraphsOf(chain: readonly PrintedLine[]): PrintedLine[][] {
  const paragraphs: PrintedLine[][] = [];
  let open: PrintedLine[] = [];
  for (const line of chain) {
    open.push(line);
    if (!line.closes) continue;
    paragraphs.push(open);
    open = [];
  }
  return open.length === 0 ? paragraphs : [...paragraphs, open];
}

/** What a reader gives that knows the truth. */
export function idealReading(page: DamagedPage): Reading {
  return chainsOf(page).map((chain) =>
    paragraphsOf(chain.filter(({ role }) => role === 'text')).map((lines) => ({
      pieces: lines.map(({ start, end }) => ({ at: 0, start, end })),
    })),
  );
}
