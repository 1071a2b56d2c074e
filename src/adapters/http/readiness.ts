/** Finds out whether the process can do what it is there for. */
import type { Health, HttpLog } from './parts.ts';

/** What was found; `checks` by name. */
export interface Readiness {
  readonly status: 'ready' | 'not-ready';
  readonly checks: Readonly<Record<string, boolean>>;
}

/** Milliseconds that a check may take; whoever looks waits some seconds for all. */
const CHECK_MS = 2000;

async function passes(check: () => Promise<boolean>, onFault: (fault: unknown) => void): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${CHECK_MS} ms.`)), CHECK_MS);
  });
  try {
    return await Promise.race([check(), late]);
  } catch (fault) {
    onFault(fault);
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** A function that runs all checks at once. What begins to fail is told in the log once, not each time somebody looks. */
export function readiness({ checks }: Health, log: HttpLog): () => Promise<Readiness> {
  const failing = new Set<string>();
  const look = async ([name, check]: readonly [string, () => Promise<boolean>]): Promise<[string, boolean]> => {
    let cause: unknown = null;
    const passed = await passes(check, (fault) => {
      cause = fault;
    });
    if (passed) failing.delete(name);
    else if (!failing.has(name)) {
      failing.add(name);
      log.warn('not-ready', { check: name, cause });
    }
    return [name, passed];
  };
  return async () => {
    const found = await Promise.all(Object.entries(checks).map(look));
    const status = found.every(([, passed]) => passed) ? 'ready' : 'not-ready';
    return { status, checks: Object.fromEntries(found) };
  };
}
