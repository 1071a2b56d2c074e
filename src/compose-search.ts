/**
 * Searches a large index on several cores: each thread has some of its segments, and all of them look at the same memory.
 *
 * While threads search, this one is free for others. What they cannot do is done here: the first questions, until
 * the threads have come, questions to an index that has been replaced meanwhile, and everything once a thread has failed.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SeekerFound, SeekerTask, SharedPart } from './compose-seeker.ts';
import type { Terms } from './index/analyzer.ts';
import type { Finder, Hit } from './index/contract.ts';
import type { LivingPart, PartTerm } from './index/search-part.ts';
import type { Searcher } from './index/searcher.ts';
import type { Segment } from './index/segment.ts';
import { bestOf } from './index/share.ts';

/** From so many passages on: among 100,000, one or two segments, a search here is over sooner than one by threads. */
const WORTHWHILE = 300_000;
/** Threads at most: a question takes no shorter with more, as every thread looks for the best hits by itself. */
const MOST_THREADS = 4;
/** Searches that are done here before threads are called: who asks once needs none. */
const PATIENCE = 2;

/** A thread and what was asked of it. */
class Seat {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { take(hits: readonly Hit[]): void; fail(fault: Error): void }>();
  readonly #known = new Set<number>();
  #tickets = 0;

  constructor(program: string, onFault: (fault: Error) => void) {
    this.#worker = new Worker(program, {
      resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 },
    });
    this.#worker.unref();
    this.#worker.on('message', ({ ticket, hits }: SeekerFound) => {
      this.#waiting.get(ticket)?.take(hits);
      this.#done(ticket);
    });
    const fail = (fault: Error): void => {
      for (const { fail } of this.#waiting.values()) fail(fault);
      onFault(fault);
    };
    this.#worker.on('error', fail);
    this.#worker.on('exit', (status) => fail(new Error(`A thread that searches has ended with ${status}.`)));
  }

  /** Gives the thread its segments; those that it has from before go without their bytes. */
  share(parts: readonly SharedPart[], averages: Searcher['averages']): void {
    const told = parts.map((part) => (this.#known.has(part.key) ? { ...part, bytes: null } : part));
    this.#known.clear();
    for (const { key } of parts) this.#known.add(key);
    this.#tell({ kind: 'share', parts: told, averages });
  }

  find(terms: readonly PartTerm[], limit: number): Promise<readonly Hit[]> {
    const ticket = this.#tickets++;
    return new Promise((take, fail) => {
      this.#waiting.set(ticket, { take, fail });
      // A process does not end while somebody waits.
      this.#worker.ref();
      this.#tell({ kind: 'find', ticket, terms, limit });
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #done(ticket: number): void {
    this.#waiting.delete(ticket);
    if (this.#waiting.size === 0) this.#worker.unref();
  }

  #tell(task: SeekerTask): void {
    this.#worker.postMessage(task);
  }
}

/** The segments of an index, dealt out to threads. */
interface Deal {
  readonly searcher: Searcher;
  /** Per thread: which parts of the searcher it has. */
  readonly places: readonly (readonly number[])[];
}

/** Deals the parts out, the largest first, each to the thread that has the least. */
function dealt(parts: readonly LivingPart[], threads: number): number[][] {
  const hands = Array.from({ length: threads }, () => ({ places: [] as number[], passages: 0 }));
  const order = parts.map((_, place) => place).sort((a, b) => sizeOf(parts[b]) - sizeOf(parts[a]));
  for (const place of order) {
    const least = hands.reduce((best, hand) => (hand.passages < best.passages ? hand : best));
    least.places.push(place);
    least.passages += sizeOf(parts[place]);
  }
  return hands.map(({ places }) => places);
}

function sizeOf(part: LivingPart | undefined): number {
  return part?.segment.ids.length ?? 0;
}

/** The memory of a segment, if threads can look at it. */
function sharedBytes({ ids }: Segment): SharedArrayBuffer | undefined {
  return ids.buffer instanceof SharedArrayBuffer ? ids.buffer : undefined;
}

/** How threads are called. */
export interface SearchThreadOptions {
  /** The program of a thread, absolute. */
  readonly program: string;
  readonly threads?: number;
  /** From how many passages on. */
  readonly worthwhile?: number;
  /** Searches that are done without them at first. */
  readonly patience?: number;
  /** Told once when they can no longer be used. */
  onFault?(fault: Error): void;
}

/** Threads that search. */
export class SearchThreads {
  readonly #options: Required<SearchThreadOptions>;
  readonly #keys = new WeakMap<Segment, number>();
  #nextKey = 1;
  #seats: readonly Seat[] = [];
  #deal: Deal | undefined;
  #searches = 0;
  #isOver = false;

  constructor(options: SearchThreadOptions) {
    const threads = Math.min(MOST_THREADS, availableParallelism());
    this.#options = { threads, worthwhile: WORTHWHILE, patience: PATIENCE, onFault: () => {}, ...options };
  }

  /** Who finds in the place of a searcher. */
  finderOf(searcher: Searcher): Finder {
    const { threads, worthwhile } = this.#options;
    const shared = searcher.living.every(({ segment }) => sharedBytes(segment) !== undefined);
    if (this.#isOver || threads < 2 || searcher.passages < worthwhile || !shared) return searcher;
    this.#deal = { searcher, places: dealt(searcher.living, threads) };
    this.#share();
    return {
      passages: searcher.passages,
      find: (terms, limit) => this.#find(searcher, terms, limit),
      weightOf: (word) => searcher.weightOf(word),
      bigramWeight: (pair) => searcher.bigramWeight(pair),
      characterWeight: (character) => searcher.characterWeight(character),
    };
  }

  async close(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#seats.map((seat) => seat.close()));
  }

  async #find(searcher: Searcher, terms: Terms, limit: number): Promise<readonly Hit[]> {
    const deal = this.#deal;
    if (this.#isOver || deal === undefined || deal.searcher !== searcher || !this.#areCalled()) {
      return searcher.find(terms, limit);
    }
    const asked = searcher.queryTerms(terms);
    const shares = deal.places.map((places): PartTerm[] =>
      asked.map(({ kind, weight, numbers }) => ({
        kind,
        weight,
        numbers: places.map((place) => numbers[place] ?? -1),
      })),
    );
    try {
      return bestOf(await Promise.all(this.#seats.map((seat, at) => seat.find(shares[at] ?? [], limit))), limit);
    } catch {
      return searcher.find(terms, limit);
    }
  }

  /** Whether there are threads; calls them when it is time. */
  #areCalled(): boolean {
    this.#searches += 1;
    if (this.#searches <= this.#options.patience) return false;
    if (this.#seats.length === 0) {
      const { program, threads } = this.#options;
      this.#seats = Array.from({ length: threads }, () => new Seat(program, (fault) => this.#fail(fault)));
      this.#share();
    }
    return true;
  }

  #share(): void {
    const deal = this.#deal;
    if (deal === undefined) return;
    for (const [at, seat] of this.#seats.entries()) {
      const parts = (deal.places[at] ?? []).flatMap((place) => this.#sharedPart(deal.searcher.living[place]));
      seat.share(parts, deal.searcher.averages);
    }
  }

  #sharedPart(part: LivingPart | undefined): SharedPart[] {
    const bytes = part === undefined ? undefined : sharedBytes(part.segment);
    if (part === undefined || bytes === undefined) return [];
    const key = this.#keys.get(part.segment) ?? this.#nextKey++;
    this.#keys.set(part.segment, key);
    return [{ key, bytes, alive: part.alive, dead: part.dead }];
  }

  #fail(fault: Error): void {
    if (this.#isOver) return;
    void this.close();
    this.#options.onFault(fault);
  }
}
