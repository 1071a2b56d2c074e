/**
 * Up to 128 numbers of much the same size, packed so that a short loop unpacks them: of each the same number of bits,
 * and for those few that need more, which they are and the bits above. This takes some more room than the code of Elias and
 * Fano, and less time.
 */
import type { BitReader, BitWriter } from './bits.ts';

/** The most numbers that are packed together. */
export const PACKED = 128;

/** Bits that tell a width, and which number is meant. */
const WIDTH_BITS = 5;
const PLACE_BITS = 7;
/** A loop reads no more bits than this at once. */
const WIDEST = 24;
/** What a number that needs more bits than the others costs in time, as bits of room: an exception takes as long as five numbers. */
const PATIENCE = 6;

/** Numbers and exceptions while they are read. */
const numbers = new Uint32Array(PACKED);
const places = new Uint32Array(PACKED);
const uppers = new Uint32Array(PACKED);

/** How many of some numbers have each length in bits. */
const lengths = new Uint32Array(33);

function bitsOf(number: number): number {
  return 32 - Math.clz32(number);
}

/** The width that makes the first `count` numbers shortest, and the length of the longest of them. */
function widthFor(numbers: ArrayLike<number>, count: number): { width: number; longest: number } {
  lengths.fill(0);
  let all = 0;
  for (let at = 0; at < count; at++) {
    const number = numbers[at] ?? 0;
    const length = bitsOf(number);
    lengths[length] = (lengths[length] ?? 0) + 1;
    all |= number;
  }
  const longest = bitsOf(all);
  let [width, least, others] = [longest, Number.POSITIVE_INFINITY, 0];
  for (let tried = longest; tried >= Math.max(0, longest - WIDEST); tried--) {
    // Where nothing is the rule, as with counts, there is no loop over all: that is worth a bit of each.
    const wide = tried > 0 ? tried + 1 : 0;
    const cost = wide * count + others * (PLACE_BITS + longest - tried + PATIENCE);
    if (cost < least && tried <= WIDEST) [width, least] = [tried, cost];
    others += lengths[tried] ?? 0;
  }
  return { width, longest };
}

/** Writes the first `count` of some numbers below 2³¹, at most {@link PACKED}. */
export function writePacked(writer: BitWriter, numbers: ArrayLike<number>, count: number): void {
  const { width, longest } = widthFor(numbers, count);
  const others: number[] = [];
  for (let at = 0; at < count; at++) if (bitsOf(numbers[at] ?? 0) > width) others.push(at);
  writer.write(width, WIDTH_BITS);
  writer.write(others.length, PLACE_BITS);
  if (others.length > 0) writer.write(longest - width, WIDTH_BITS);
  for (const at of others) writer.write(at, PLACE_BITS);
  for (const at of others) writer.write((numbers[at] ?? 0) >>> width, longest - width);
  if (width > 0) for (let at = 0; at < count; at++) writer.write(numbers[at] ?? 0, width);
}

/** Where numbers go: `count` of them, from `at` on. */
export interface PackedPlace<Numbers> {
  readonly into: Numbers;
  readonly at: number;
  readonly count: number;
}

/** Reads which numbers of a pack need more bits; those bits stand in `uppers` then, shifted. */
function readOthers(reader: BitReader, width: number): number {
  const others = reader.read(PLACE_BITS);
  if (others === 0) return 0;
  const above = reader.read(WIDTH_BITS);
  reader.fixed({ count: others, width: PLACE_BITS }, places);
  reader.fixed({ count: others, width: above }, uppers);
  for (let number = 0; number < others; number++) uppers[number] = (uppers[number] ?? 0) << width;
  return others;
}

/** Reads numbers that {@link writePacked} wrote as what lies between ascending ones, of which `before` is the one before the first. */
export function readAscending(reader: BitReader, before: number, { into, at, count }: PackedPlace<Uint32Array>): void {
  const width = reader.read(WIDTH_BITS);
  const others = readOthers(reader, width);
  if (others === 0) {
    reader.summed({ count, width, before }, into, at);
    return;
  }
  reader.fixed({ count, width }, numbers);
  for (let number = 0; number < others; number++) {
    const place = places[number] ?? 0;
    numbers[place] = (numbers[place] ?? 0) + (uppers[number] ?? 0);
  }
  let last = before;
  for (let number = 0; number < count; number++) {
    // Kept to 32 bits: numbers of other sizes are added more slowly.
    last = (last + (numbers[number] ?? 0) + 1) | 0;
    into[at + number] = last;
  }
}

/** Reads counts that {@link writePacked} wrote less 1. */
export function readCounts(reader: BitReader, { into, at, count }: PackedPlace<Uint16Array>): void {
  const width = reader.read(WIDTH_BITS);
  const others = readOthers(reader, width);
  if (width === 0) into.fill(1, at, at + count);
  else {
    reader.fixed({ count, width }, numbers);
    for (let number = 0; number < count; number++) into[at + number] = (numbers[number] ?? 0) + 1;
  }
  for (let number = 0; number < others; number++) {
    const place = at + (places[number] ?? 0);
    into[place] = (into[place] ?? 0) + (uppers[number] ?? 0);
  }
}
