/** The subjects of one process and where each stands. Every subject is here once at most. */
import type { QueueCounts, RetryPolicy, SubjectState } from '../contract.ts';

/** Time, for pauses. */
export interface Timers {
  /** Milliseconds from any beginning. */
  now(): number;
  /** Does something once after so many milliseconds; returns what keeps it from happening. */
  after(ms: number, action: () => void): () => void;
}

/** A subject and what has become of it. */
export interface Entry {
  readonly subject: string;
  state: SubjectState;
  /** The one under way, or the next; from 1. */
  attempt: number;
  /** Handed in while it was being worked on: to be brought once more afterwards. */
  again: boolean;
  /** Of the work under way. */
  controller: AbortController | null;
  /** Why the work under way was aborted. */
  aborted: 'cancelled' | 'left' | null;
  /** A pause before the next attempt, and when it ends. */
  pause: { readonly until: number; readonly end: () => void } | null;
}

/** How a piece of work ended. */
export type Ending = 'done' | 'failed' | 'hopeless';

/** What decides how long a pause is. */
export interface PauseParts {
  readonly retries: RetryPolicy;
  readonly timers: Timers;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** All subjects; `wake` is called whenever there may be one to bring, `rest` whenever something has come to its end. */
export class Subjects {
  readonly #parts: PauseParts;
  readonly #entries = new Map<string, Entry>();
  /** To be brought, in this order. */
  #ready: Entry[] = [];
  readonly #wake: () => void;

  constructor(parts: PauseParts, wake: () => void) {
    this.#parts = parts;
    this.#wake = wake;
  }

  submit(subject: string): void {
    const entry = this.#entries.get(subject);
    if (entry?.state === 'running') entry.again = true;
    if (entry === undefined || entry.state === 'failed') this.#enter(subject);
  }

  #enter(subject: string): void {
    const fresh = { attempt: 1, again: false, controller: null, aborted: null, pause: null };
    const entry: Entry = { subject, state: 'waiting', ...fresh };
    // Taken out first, so that the order of the map is the order of handing in.
    this.#entries.delete(subject);
    this.#entries.set(subject, entry);
    this.#ready.push(entry);
  }

  cancel(subject: string): boolean {
    const entry = this.#entries.get(subject);
    if (entry === undefined || entry.state === 'failed') return false;
    if (entry.state === 'running') this.abort(entry, 'cancelled');
    else this.#drop(entry);
    return true;
  }

  retry(subject: string): boolean {
    const entry = this.#entries.get(subject);
    if (entry?.state === 'failed') this.#enter(subject);
    else if (entry?.pause) this.#endPause(entry);
    else return false;
    return true;
  }

  /** The next one to be worked on, now running; `null` where none is ready. */
  take(): Entry | null {
    const entry = this.#ready.shift();
    if (entry === undefined) return null;
    entry.state = 'running';
    entry.controller = new AbortController();
    entry.aborted = null;
    return entry;
  }

  /** Aborts the work on a running subject; the first reason counts, but that it was cancelled counts in any case. */
  abort(entry: Entry, reason: 'cancelled' | 'left'): void {
    if (entry.aborted !== 'cancelled') entry.aborted = reason;
    entry.controller?.abort(new Error(`The work was ${reason === 'left' ? 'given up: the worker leaves' : reason}.`));
  }

  /** Notes how the work on a running subject ended, and what comes of it. */
  end(entry: Entry, ending: Ending): void {
    const over = ending === 'done' || entry.aborted === 'cancelled';
    entry.controller = null;
    if (over) this.#leave(entry);
    else if (entry.aborted === 'left') this.#giveBack(entry);
    else if (ending === 'failed' && entry.attempt < this.#parts.retries.attempts) this.#pauseBefore(entry);
    else this.#fail(entry);
  }

  #leave(entry: Entry): void {
    this.#entries.delete(entry.subject);
    if (entry.again) this.#enter(entry.subject);
  }

  /** A worker that leaves has not failed: the subject is the next one again, and the attempt does not count. */
  #giveBack(entry: Entry): void {
    entry.state = 'waiting';
    this.#ready.unshift(entry);
  }

  #pauseBefore(entry: Entry): void {
    const { retries, timers, random } = this.#parts;
    const ms = retries.pauseMs * 2 ** (entry.attempt - 1) * (1 - random() / 2);
    entry.state = 'waiting';
    entry.attempt += 1;
    const end = timers.after(ms, () => {
      this.#endPause(entry);
      this.#wake();
    });
    entry.pause = { until: timers.now() + ms, end };
  }

  #endPause(entry: Entry): void {
    entry.pause?.end();
    entry.pause = null;
    this.#ready.push(entry);
  }

  #fail(entry: Entry): void {
    if (entry.again) {
      this.#leave(entry);
      return;
    }
    entry.state = 'failed';
    this.#entries.delete(entry.subject);
    this.#entries.set(entry.subject, entry);
  }

  #drop(entry: Entry): void {
    entry.pause?.end();
    this.#entries.delete(entry.subject);
    this.#ready = this.#ready.filter((other) => other !== entry);
  }

  list(state: SubjectState, limit: number): string[] {
    const entries =
      state === 'waiting' ? this.#waiting() : [...this.#entries.values()].filter((e) => e.state === state);
    return entries.slice(0, Math.max(0, limit)).map(({ subject }) => subject);
  }

  #waiting(): Entry[] {
    const until = ({ pause }: Entry) => pause?.until ?? 0;
    const paused = [...this.#entries.values()].filter(({ pause }) => pause !== null);
    return [...this.#ready, ...paused.sort((a, b) => until(a) - until(b))];
  }

  counts(): QueueCounts {
    const counts = { waiting: 0, running: 0, failed: 0 };
    for (const { state } of this.#entries.values()) counts[state] += 1;
    return counts;
  }

  /** Forgets everything and ends all pauses. */
  clear(): void {
    for (const { pause } of this.#entries.values()) pause?.end();
    this.#entries.clear();
    this.#ready = [];
  }
}
