/** What the tests of a queue work with. */
import { expect, vi } from 'vitest';
import type { Perform, QueueHost, QueueWorker, RetryPolicy } from '../../src/queue/contract.ts';

/** Three attempts in no time. */
export const QUICK: RetryPolicy = { attempts: 3, pauseMs: 10 };

/** Pauses that no test sees the end of. */
export const PATIENT: RetryPolicy = { attempts: 3, pauseMs: 600_000 };

/** One queue, empty at first. */
export interface QueueUnderTest {
  /** A new host. The first one's queue is the one under test; a later one is used by itself. */
  host(retries: RetryPolicy): QueueHost;
  /** A host of the first one's queue, as from another process; the first one itself where there can be no other. */
  other(): QueueHost;
  /** Closes the hosts and removes all. */
  discard(): Promise<void>;
}

/** A queue for one test. */
export interface QueueBench {
  place: QueueUnderTest;
  host: QueueHost;
  /** Faults that workers have told of. */
  readonly faults: unknown[];
  /** Starts a worker of the host, or of another one. */
  work(perform: Perform, options?: { readonly concurrency?: number; readonly host?: QueueHost }): QueueWorker;
}

/** Something that is waited for until it is let go. */
export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

export function gate(): Gate {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Resolves when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Resolves when work on the only subject has been tried so often, and it waits for the next attempt. */
export async function resting({ queue }: QueueHost, attempts: readonly number[], tried: number): Promise<void> {
  await vi.waitFor(async () => {
    expect(attempts).toHaveLength(tried);
    expect(await queue.counts()).toEqual({ waiting: 1, running: 0, failed: 0 });
  });
}
