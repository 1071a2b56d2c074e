/**
 * In which order do the printed lines of a torn page read?
 *
 * Pairs of lines that may follow each other are weighed with all that the page says about them, and the best assignment gives
 * each line at most one follower. It is kept if it is clearly better than the order of the file: doing nothing is right most of
 * the time.
 */
import { assignChains, type Follow } from './order-assign.ts';
import { weighBorders } from './order-beliefs.ts';
import { type Borders, bordersOf } from './order-borders.ts';
import type { Link, Readable } from './order-features.ts';
import { type Homes, homesOf } from './order-homes.ts';
import { isFar } from './order-offsets.ts';
import { predecessorsOf, weighStrays } from './order-strays.ts';

/**
 * By how much, as a natural logarithm, another order must be likelier than that of the file: the more lines, the more often two
 * fit each other by chance. On 60 simulated pages in order the best other order came to 0.09 a line at most, with a tenth of the
 * lines astray to 0.3 at the median.
 */
const CLEARLY = { atLeast: 14, perLine: 0.1 } as const;
/** Pages of more printed lines stay in the order of the file: no page of a newspaper has as many, and it would take long. */
const MOST_LINES = 20_000;
/** Assignments that know where lines went astray in the one before. */
const ROUNDS = 4;

/** What may follow each line, and what it is worth; what is worth less than nothing is left out. */
function followsOf({ from, to, lines }: Borders, weights: Float64Array): Follow[][] {
  const follows = Array.from({ length: lines }, (): Follow[] => []);
  for (const [at, value] of weights.entries()) if (value > 0) follows[from[at] ?? 0]?.push({ to: to[at] ?? 0, value });
  return follows;
}

/** What an order is worth: the sum over its pairs. A pair that is worth less than none counts as parted. */
function worthOf(borders: Borders, weights: Float64Array, follower: (at: number) => number): number {
  let sum = 0;
  for (let at = 0; at < borders.lines; at++) sum += Math.max(0, weights[borders.placeOf(at, follower(at))] ?? 0);
  return sum;
}

/** The best order that was found, and by how much it is better than that of the file. */
function bestOrder(borders: Borders): { readonly successor: Int32Array; readonly gain: number } {
  const { weights, plain } = weighBorders(borders);
  let successor = assignChains(followsOf(borders, weights));
  let known = weighStrays(borders, plain, successor);
  for (let round = 0; round < ROUNDS; round++) {
    successor = assignChains(followsOf(borders, known));
    known = weighStrays(borders, plain, successor);
  }
  const found = worthOf(borders, known, (at) => successor[at] ?? -1);
  return { successor, gain: found - worthOf(borders, known, (at) => at + 1) };
}

/** A printed line in reading order, and how it is linked with the one before. */
export interface Placed {
  readonly unit: number;
  /** `start` where no line of the page goes on here. */
  readonly link: Link | 'start' | 'kept';
}

/** Whether two lines are one paragraph. */
type OneParagraph = (from: number, to: number) => boolean;

/** How two lines that follow each other are linked. */
type LinkTo = (from: number, to: number) => Link | 'kept';

/** The lines of each chain, from its first. */
function chainsOf(successor: Int32Array): number[][] {
  const chains: number[][] = [];
  for (const [start, before] of predecessorsOf(successor).entries()) {
    if (before >= 0) continue;
    const chain: number[] = [];
    for (let at = start; at >= 0; at = successor[at] ?? -1) chain.push(at);
    chains.push(chain);
  }
  return chains;
}

/** Cuts a chain where a paragraph begins; gives the paragraphs. */
function paragraphsOf(chain: readonly number[], oneParagraph: OneParagraph): number[][] {
  const paragraphs: number[][] = [];
  for (const [at, line] of chain.entries()) {
    if (at > 0 && oneParagraph(chain[at - 1] ?? -1, line)) paragraphs.at(-1)?.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

/** A stretch of a chain, and the line of the file where it belongs. */
interface Stretch {
  readonly lines: number[];
  readonly home: number;
}

/** Whether some line of a paragraph was fetched from far away. */
function isGathered(paragraph: readonly number[]): boolean {
  return paragraph.some((line, at) => at > 0 && isFar(paragraph[at - 1] ?? line, line));
}

/**
 * Cuts a chain into stretches. What stands below a paragraph that was gathered from far away, or is at home far from it, goes
 * home by itself: a wrong jump then moves a paragraph and not the rest of the page.
 */
function stretchesOf(chain: readonly number[], oneParagraph: OneParagraph, homes: Homes): Stretch[] {
  const stretches: Stretch[] = [];
  let gathered = false;
  for (const lines of paragraphsOf(chain, oneParagraph)) {
    const home = homes.of(lines);
    const above = stretches.at(-1);
    if (above === undefined || gathered || isFar(above.lines.at(-1) ?? -1, home)) stretches.push({ lines, home });
    else above.lines.push(...lines);
    gathered = isGathered(lines);
  }
  return stretches;
}

/**
 * The reading order of printed lines, `undefined` where that of the file is kept. `keptTogether` says whether two lines, one
 * right below the other, are one paragraph in the file.
 */
export function orderOf(page: Readable, keptTogether: OneParagraph): Placed[] | undefined {
  if (page.units.length > MOST_LINES) return undefined;
  for (const { signs, subject } of page.units) page.language.learn(signs, subject);
  const borders = bordersOf(page);
  const { successor, gain } = bestOrder(borders);
  if (gain < Math.max(CLEARLY.atLeast, CLEARLY.perLine * borders.lines)) return undefined;
  const linkTo: LinkTo = (from, to) =>
    to === from + 1 ? 'kept' : (borders.link[borders.placeOf(from, to)] ?? 'paragraph');
  const oneParagraph: OneParagraph = (from, to) =>
    linkTo(from, to) === 'kept' ? keptTogether(from, to) : linkTo(from, to) === 'join';
  const homes = homesOf(borders.lines, keptTogether);
  const stretches = chainsOf(successor).flatMap((chain) => stretchesOf(chain, oneParagraph, homes));
  return stretches
    .toSorted((a, b) => a.home - b.home)
    .flatMap(({ lines }) =>
      lines.map((unit, at): Placed => ({ unit, link: at === 0 ? 'start' : linkTo(lines[at - 1] ?? -1, unit) })),
    );
}
