/** What has to be on the machine before any test runs. */
import { ensureBrowser } from './browser.ts';
import { ensureRedis } from './redis.ts';

/** Once for all tests: what tests in several processes would otherwise try to install at the same time. */
export function setup(): void {
  ensureRedis();
  ensureBrowser();
}
