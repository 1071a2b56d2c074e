/** Finds the list of a pair of characters that holds every passage of a word. */
import type { Dictionary } from './dictionary.ts';
import { PostingCursor } from './posting-cursor.ts';
import type { Hosts, PostingLists } from './posting-lists.ts';
import type { ListDraft } from './posting-writer.ts';
import { END, MOST, Room } from './postings.ts';

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

/** Looks for hosts. The same lists always find the same ones. */
export class GuestFinder {
  readonly #hosts: HostTerms;
  readonly #room = new Room();

  constructor(hosts: HostTerms) {
    this.#hosts = hosts;
  }

  /** The host that has the fewest postings, if it holds all of the list. */
  find(draft: ListDraft): Guest | undefined {
    const { term, from, to } = draft;
    const { dictionary, lists } = this.#hosts;
    let best: { number: number; place: number; size: number } | undefined;
    for (let place = 0; place === 0 || place < term.length; place++) {
      if (place > 0 && best?.place === 0) break;
      const number = dictionary.find(hostTerm(term, place));
      const size = number < 0 ? 0 : lists.frequency(number);
      if (size >= to - from && size < (best?.size ?? END)) best = { number, place, size };
    }
    if (best === undefined || best.size > FACTOR * (to - from)) return undefined;
    const shared = this.#compare(draft, best.number);
    return shared === undefined ? undefined : { place: best.place, size: best.size, ...shared };
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
