/**
 * Which of some numbers are meant, in about as few bits as that can be told in: as ascending numbers, or where more than half are
 * meant as those of the others. All of them take no bits.
 */
import { type BitReader, type BitWriter, lowerBits, widthOf } from './bits.ts';

/** Numbers of the others while they are read. */
const others = new Uint32Array(1 << 8);

/** How many numbers are meant out of how many: those from 0 to `universe` - 1. */
export interface SubsetSize {
  readonly universe: number;
  readonly members: number;
}

/** Writes which numbers are meant, ascending, the first `members` of them; how many and of how many is for others to tell. */
export function writeSubset(writer: BitWriter, numbers: ArrayLike<number>, { universe, members }: SubsetSize): void {
  if (members * 2 <= universe) writeMembers(writer, numbers, { universe, members });
  else if (members < universe)
    writeMembers(writer, complement(numbers, { universe, members }), { universe, members: universe - members });
}

function complement(numbers: ArrayLike<number>, { universe, members }: SubsetSize): number[] {
  const rest: number[] = [];
  let at = 0;
  for (let number = 0; number < universe; number++) {
    if (at < members && numbers[at] === number) at++;
    else rest.push(number);
  }
  return rest;
}

function writeMembers(writer: BitWriter, numbers: ArrayLike<number>, { universe, members }: SubsetSize): void {
  if (members === 1) {
    writer.write(numbers[0] ?? 0, widthOf(universe));
    return;
  }
  writer.ascending(numbers, members, lowerBits(universe, members));
}

/** Where the numbers of a subset go, and what is added to each. */
export interface SubsetPlace {
  readonly into: Uint32Array;
  readonly at: number;
  readonly first: number;
}

/**
 * Reads a subset that {@link writeSubset} wrote with the same size. One that has more than half of a universe may have
 * no more than 256 others.
 */
export function readSubset(
  reader: BitReader,
  { universe, members }: SubsetSize,
  { into, at, first }: SubsetPlace,
): void {
  if (members * 2 <= universe) {
    readMembers(reader, { universe, members }, { into, at, first });
    return;
  }
  const left = universe - members;
  if (left > 0) readMembers(reader, { universe, members: left }, { into: others, at: 0, first });
  let other = 0;
  let place = at;
  for (let number = first; number < first + universe; number++) {
    if (other < left && others[other] === number) other++;
    else into[place++] = number;
  }
}

function readMembers(reader: BitReader, { universe, members }: SubsetSize, { into, at, first }: SubsetPlace): void {
  if (members === 1) into[at] = first + reader.read(widthOf(universe));
  else reader.ascending({ count: members, lower: lowerBits(universe, members), first }, into, at);
}
