import { analyze, isStopword } from '../../src/index/analyzer.ts';
import { idf } from '../../src/index/bm25.ts';
import type { IndexedPassage } from '../../src/index/builder.ts';
import type { Finder } from '../../src/index/contract.ts';
import { Searcher } from '../../src/index/searcher.ts';
import { type BeginFinder, describeFinder } from '../conformance/finder.ts';
import { NaiveSearcher, segmentOf } from './support.ts';

/** Passages dealt out to so many segments. */
function segments(count: number): BeginFinder {
  return async (passages, deleted = new Set()) => {
    const parts = Array.from({ length: count }, (_, part) => passages.filter((_each, at) => at % count === part));
    return new Searcher(parts.map((part) => ({ segment: segmentOf(part), deleted })));
  };
}

/** The plainest backend there can be: it shows that the suite asks for nothing that only segments have. */
async function plain(passages: readonly IndexedPassage[], deleted: ReadonlySet<number> = new Set()): Promise<Finder> {
  const left = passages.filter(({ id }) => !deleted.has(id));
  const naive = new NaiveSearcher(left);
  const terms = left.map(({ text, heading }) => analyze(`${text}。${heading}`));
  const rarity = (holds: (at: number) => boolean): number =>
    idf(left.length, terms.filter((_, at) => holds(at)).length);
  return {
    passages: left.length,
    find: async (asked, limit) => naive.search(asked, limit),
    weightOf: (word) => (isStopword(word) ? 0 : rarity((at) => terms[at]?.words.includes(word) === true)),
    bigramWeight: (pair) => rarity((at) => terms[at]?.bigrams.includes(pair) === true),
    characterWeight: (unit) => rarity((at) => terms[at]?.bigrams.some((pair) => pair.startsWith(unit)) === true),
  };
}

describeFinder('one segment', segments(1));
describeFinder('several segments', segments(5));
describeFinder('every passage scored', plain);
