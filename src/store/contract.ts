/**
 * What a store of the library is, whatever stands behind it: one file on this machine or a server for many.
 *
 * Everything is asynchronous and every writing call is one transaction that is durable when its promise resolves.
 * A call that fails rejects with a StoreError and has changed nothing. Several processes may use a store at once.
 */
import type { CallShelf } from '../app/shelf.ts';
import type { LibrarySource } from '../app/source.ts';
import type { LibraryTarget } from '../app/target.ts';
import type { Turns } from '../app/turns.ts';

/** A store: where pages, articles, passages, index segments and what was asked live. */
export interface Store extends LibrarySource, LibraryTarget, Turns, CallShelf {
  /** Whether it can only be read; every writing call is then refused with `readonly`. */
  readonly readonly: boolean;
  /** A remembered value, or `null`. */
  setting(name: string): Promise<string | null>;
  /** Remembers a value; `null` forgets it. */
  setSetting(name: string, value: string | null): Promise<void>;
  /** Lets go of everything that is held open; further calls are refused. Closing twice is fine. */
  close(): Promise<void>;
}
