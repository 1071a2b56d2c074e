import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { drillPage, inDrill } from '../support/drill.ts';

const DRILL_MS = 240_000;
const PAGES = 20;

/** Whether this user may make a small disk; on most machines only root may. */
function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
    return true;
  } catch {
    process.stderr.write(
      'The drills with a full disk are left out: they need the right to mount a small one (root).\n',
    );
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs `work` with the folder of a disk of so many megabytes. */
async function onDisk(megabytes: number, work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  try {
    await work(folder);
  } finally {
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fills the disk of a folder up to so many bytes; gives what makes room again. */
function fill(folder: string, left: number): () => void {
  const { bavail, bsize } = statfsSync(folder);
  const ballast = join(folder, 'ballast');
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left), 1));
  return () => rmSync(ballast);
}

describe.skipIf(!mayMount())('a disk that is full', { timeout: DRILL_MS, concurrent: true }, () => {
  it.each([0, 64, 256])(
    'when %d KB are left loses nothing that was acknowledged, and with room all of it is taken in',
    async (kilobytes) => {
      await onDisk(24, async (folder) => {
        await inDrill(
          async (drill) => {
            const worker = drill.startWorker();
            await drill.submit('first.txt');
            await drill.allOver();
            // It works from then on, but on nothing before the disk is full.
            worker.process.kill('SIGSTOP');
            for (let page = 0; page < PAGES; page += 1) {
              const name = `p${page}.txt`;
              await drill.submit(name, drillPage(name, 1, 100));
            }
            const makeRoom = fill(folder, kilobytes * 1024);
            worker.process.kill('SIGCONT');
            await drill.until('the worker meets it', () => worker.messages.includes('no room left'), 30);
            await wait(3000);
            expect((await drill.store.tally()).done).toBeLessThan(PAGES + 1);
            makeRoom();
            await drill.allOver();
            const left = await drill.retryFailed();
            await drill.allOver();
            await drill.sound(left);
          },
          { folder },
        );
      });
    },
  );

  it('acknowledges nothing that it has no room for, and says why', async () => {
    await onDisk(12, async (folder) => {
      await inDrill(
        async (drill) => {
          drill.startWorker();
          await drill.submit('first.txt');
          await drill.allOver();
          const makeRoom = fill(folder, 16 * 1024);
          const noise = Array.from({ length: 3000 }, (_, at) => Math.imul(at + 1, 0x9e3779b1).toString(36)).join('。');
          const refused = drill.submit('long.txt', drillPage(noise, 1, 20));
          await expect(refused).rejects.toMatchObject({ code: 'full', remark: { code: 'store-full' } });
          makeRoom();
          expect((await drill.store.jobs({})).map(({ name }) => name)).toEqual(['first.txt']);
          await drill.submit('long.txt', drillPage('long', 1, 20));
          await drill.allOver();
          await drill.sound();
        },
        { folder },
      );
    });
  });
});
