/**
 * What a store of the library is, whatever stands behind it: one file on this machine or a server for many.
 *
 * Everything is asynchronous and every writing call is one transaction that is durable when its promise resolves.
 * A call that fails rejects with a StoreError and has changed nothing. Several processes may use a store at once.
 */
import type { Ledger } from '../app/ledger.ts';
import type { CallShelf } from '../app/shelf.ts';
import type { LibrarySource } from '../app/source.ts';
import type { LibraryTarget } from '../app/target.ts';
import type { Turns } from '../app/turns.ts';
import type { AskedBadly } from '../app/unanswered.ts';

/** A store: where pages, articles, passages, index segments, jobs and what was asked live. */
export interface Store extends LibrarySource, LibraryTarget, Ledger, Turns, AskedBadly, CallShelf {
  /** Whether it can only be read; every writing call is then refused with `readonly`. */
  readonly readonly: boolean;
  /** A remembered value, or `null`. */
  setting(name: string): Promise<string | null>;
  /** Remembers a value; `null` forgets it. */
  setSetting(name: string, value: string | null): Promise<void>;
  /**
   * Copies the store as it is at one moment to a file at `path`, while it is in use here and elsewhere; folders that are
   * missing are made. Resolves with the bytes of the copy, which is a store as good as this one. Rejects with a
   * StoreError and leaves nothing there where it cannot be made; what stands at `path` already is never touched.
   */
  copyTo(path: string): Promise<number>;
  /** Lets go of everything that is held open; further calls are refused. Closing twice is fine. */
  close(): Promise<void>;
}
