/** How often processes are killed in tests that do so, and how. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Child } from './built.ts';

/**
 * Kills in each such test, 5 or more; every one costs a process that has to load what it works with. Set `WENBAO_TEST_KILLS` for
 * more, such as 200 after a change of the store.
 */
export const KILLS = Math.max(5, Number(process.env['WENBAO_TEST_KILLS'] ?? 8) || 8);

/** Kills a child some time after it wrote so many lines; gives all that it wrote. */
export async function killedAfter(count: number, child: Child): Promise<readonly string[]> {
  await child.wrote(count);
  await wait(Math.random() * 60);
  child.process.kill('SIGKILL');
  await child.ended;
  return child.lines;
}
