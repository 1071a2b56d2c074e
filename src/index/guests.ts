/** Finds the list of a pair of characters that holds every passage of a word. */
import type { Dictionary } from './dictionary.ts';
import { PostingCursor } from './posting-cursor.ts';
import type { Hosts, PostingLists } from './posting-lists.ts';
import type { ListDraft } from './posting-writer.ts';
import { END, MOST, Room } from './postings.ts';
import { isChinese } from './units.ts';

/** A list with more postings than this many times those of a word is no host: a search would read them for nothing. */
const FACTOR = 4;

/** What a guest shares with its host. */
export interface Guest {
  /** 0 for the whole term, else which of its pairs is the host, counted from 1. */
  readonly place: number;
  /** How many passages the host has. */
  readonly size: number;
  /** Which of them the guest has as well. */
  readonly ranks: readonly number[];
  /** Which of the guest's postings have another count than the host's. */
  readonly others: readonly number[];
}

/** A kind of term whose lists hold those of another. */
export interface HostTerms {
  readonly dictionary: Dictionary;
  readonly lists: PostingLists;
}

/** The same while a segment is made. */
export interface NewHosts extends HostTerms {
  /** Per term: in how many passages it stands. */
  readonly frequencies: Uint32Array;
}

/** The term of a host. */
function hostTerm(term: string, place: number): string {
  return place === 0 ? term : term.slice(place - 1, place + 1);
}

/** Tells the hosts of terms, given the terms of the guests. */
export function hostsOf(hosts: HostTerms, guests: Dictionary): Hosts {
  return {
    lists: hosts.lists,
    find: (term, place) => hosts.dictionary.find(hostTerm(guests.term(term), place)),
  };
}

/** A list that may be a host. */
interface Candidate {
  /** The number of its term; -1 for none. */
  readonly number: number;
  readonly place: number;
  readonly size: number;
}

/** Looks for hosts. The same lists always find the same ones. */
export class GuestFinder {
  readonly #hosts: NewHosts;
  readonly #room = new Room();

  constructor(hosts: NewHosts) {
    this.#hosts = hosts;
  }

  /** The host that has the fewest postings, if it holds all of the list. */
  find(draft: ListDraft): Guest | undefined {
    const least = draft.to - draft.from;
    const { number, place, size } = this.#best(draft.term, least);
    if (number < 0 || size > FACTOR * least) return undefined;
    const shared = this.#compare(draft, number);
    return shared === undefined ? undefined : { place, size, ...shared };
  }

  /** The shortest list that is no shorter than `least`: that of the whole term, or of one of its pairs where there is none. */
  #best(term: string, least: number): Candidate {
    // No term of hosts has more than two Chinese characters.
    const isWhole = term.length <= 2 || !isChinese(term.charCodeAt(0));
    const whole = this.#candidate(isWhole ? this.#hosts.dictionary.find(term) : -1, 0, least);
    let best = whole;
    for (let place = 1; whole.number < 0 && place < term.length; place++) {
      const pair = this.#hosts.dictionary.findPair(term.charCodeAt(place - 1), term.charCodeAt(place));
      const candidate = this.#candidate(pair, place, least);
      if (candidate.size < best.size) best = candidate;
    }
    return best;
  }

  #candidate(number: number, place: number, least: number): Candidate {
    const size = number < 0 ? 0 : (this.#hosts.frequencies[number] ?? 0);
    return size < least ? { number: -1, place, size: END } : { number, place, size };
  }

  #compare({ pairs, from, to }: ListDraft, host: number): Pick<Guest, 'ranks' | 'others'> | undefined {
    const ranks: number[] = [];
    const others: number[] = [];
    this.#room.used = 0;
    const cursor = new PostingCursor(this.#hosts.lists, host, this.#room);
    let rank = 0;
    for (let at = from; at < to; at++) {
      const ordinal = pairs[at * 2] ?? 0;
      for (; cursor.ordinal < ordinal; cursor.next()) rank++;
      if (cursor.ordinal !== ordinal) return undefined;
      if (cursor.count !== Math.min(pairs[at * 2 + 1] ?? 1, MOST)) others.push(at - from);
      ranks.push(rank);
    }
    return { ranks, others };
  }
}
