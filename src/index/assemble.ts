/** Makes a segment of sorted terms and their postings: the common last step of building and of merging. */
import { type Kind, lengthNorms } from './bm25.ts';
import { NumberWriter } from './bytes.ts';
import type { Dictionary } from './dictionary.ts';
import { GuestFinder } from './guests.ts';
import { decodeLength } from './lengths.ts';
import { PostingWriter } from './posting-writer.ts';
import { normsOf } from './postings.ts';
import { type Segment, type TermIndex, withLists } from './segment.ts';
import { isChinese } from './units.ts';

/** One kind of term before its lists are written. */
export interface KindDraft {
  /** Per passage: the code of its length. */
  readonly lengths: Uint8Array;
  /** Writes the list of every term in the order of the dictionary, and gives the dictionary. */
  write(writer: PostingWriter): Dictionary;
}

/**
 * From this many passages on words are told as parts of pairs. What is smaller will be merged soon, and does not gain the time that
 * it takes to look.
 */
const GUESTS_FROM = 2048;

/** One kind of term, and in how many passages each term stands. */
interface NewTerms {
  readonly index: TermIndex;
  readonly frequencies: Uint32Array;
}

function finishKind(kind: Kind, draft: KindDraft, hosts?: NewTerms): NewTerms {
  const { lengths } = draft;
  let total = 0;
  for (const code of lengths) total += decodeLength(code);
  const norms = normsOf(lengths, lengthNorms(kind, averageOf(total, lengths.length)));
  const writer = new PostingWriter(norms, hosts && guestsOf(hosts, lengths.length));
  const dictionary = draft.write(writer);
  const arrays = writer.finish();
  const index = withLists({ arrays, dictionary, lengths, total }, hosts?.index);
  return { index, frequencies: writer.frequencies() };
}

function guestsOf({ index, frequencies }: NewTerms, passages: number): GuestFinder | 'none' {
  const { dictionary, lists } = index;
  return passages < GUESTS_FROM ? 'none' : new GuestFinder({ dictionary, lists, frequencies });
}

/** The mean length of passages; 1 where there is nothing to divide by or nothing to divide. */
export function averageOf(total: number, passages: number): number {
  return total > 0 ? total / passages : 1;
}

/** In how many passages each Chinese character begins a bigram, by the frequencies of those bigrams. */
function countCharacters({ index, frequencies }: NewTerms): { characters: Uint16Array; characterCounts: Uint32Array } {
  const { counts: terms, heads, headStarts, text } = index.dictionary;
  const counts = new Uint32Array(0x10000);
  const add = (unit: number, term: number): void => {
    if (isChinese(unit)) counts[unit] = (counts[unit] ?? 0) + (frequencies[term] ?? 0);
  };
  const [alone, pairs] = [terms[0] ?? 0, terms[1] ?? 0];
  for (let term = 0; term < alone; term++) add(text[term] ?? 0, term);
  heads.forEach((head, at) => {
    const end = headStarts[at + 1] ?? pairs;
    for (let pair = headStarts[at] ?? 0; pair < end; pair++) add(head, alone + pair);
  });
  const characters = new NumberWriter();
  const characterCounts = new NumberWriter();
  for (let unit = 0; unit < counts.length; unit++) {
    const count = counts[unit] ?? 0;
    if (count === 0) continue;
    characters.write(unit);
    characterCounts.write(count);
  }
  return { characters: new Uint16Array(characters.finish()), characterCounts: characterCounts.finish() };
}

/** The segment of some passages, `ids` ascending. */
export function assemble(ids: Uint32Array, drafts: Readonly<Record<Kind, KindDraft>>): Segment {
  const bigrams = finishKind('bigrams', drafts.bigrams);
  const { index: words } = finishKind('words', drafts.words, bigrams);
  return { ids, words, bigrams: bigrams.index, ...countCharacters(bigrams) };
}
