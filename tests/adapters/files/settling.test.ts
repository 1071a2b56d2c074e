import { describe, expect, it } from 'vitest';
import { type Look, Settling } from '../../../src/adapters/files/settling.ts';

/** Files by what they look like, and what settles when they are looked at. */
function watchdog(settleMs = 100) {
  const files = new Map<string, Look>();
  const settling = new Settling(settleMs);
  const settle = (now: number) => settling.settle(async (path) => files.get(path) ?? null, now);
  return { files, settling, settle };
}

describe('settling', () => {
  it('gives a file once, when it has looked the same for the whole time', async () => {
    const { files, settling, settle } = watchdog();
    files.set('a', '1');
    settling.notice('a', 0);
    expect(await settle(10)).toEqual([]);
    expect(await settle(109)).toEqual([]);
    expect(await settle(110)).toEqual([['a', '1']]);
    expect(await settle(500)).toEqual([]);
    expect(settling.isIdle).toBe(true);
  });

  it('waits anew when a file has grown', async () => {
    const { files, settling, settle } = watchdog();
    settling.notice('a', 0);
    for (const now of [0, 90, 180, 270]) {
      files.set('a', String(now));
      expect(await settle(now)).toEqual([]);
    }
    expect(await settle(369)).toEqual([]);
    expect(await settle(370)).toEqual([['a', '270']]);
  });

  it('waits anew when something happens to a file that looks the same', async () => {
    const { files, settling, settle } = watchdog();
    files.set('a', '1');
    settling.notice('a', 0);
    await settle(0);
    settling.notice('a', 90);
    expect(await settle(120)).toEqual([]);
    expect(await settle(190)).toEqual([['a', '1']]);
  });

  it('gives a file that is gone as well', async () => {
    const { settling, settle } = watchdog();
    settling.notice('a', 0);
    await settle(0);
    expect(await settle(100)).toEqual([['a', null]]);
  });

  it('gives the files of a burst together', async () => {
    const { files, settling, settle } = watchdog();
    for (const [index, path] of ['a', 'b', 'c'].entries()) {
      files.set(path, '1');
      settling.notice(path, index * 50);
      expect(await settle(index * 50)).toEqual([]);
    }
    expect(await settle(150)).toEqual([]);
    expect((await settle(200)).map(([path]) => path)).toEqual(['a', 'b', 'c']);
  });

  it('lets a file that never stops growing hold up nobody', async () => {
    const { files, settling, settle } = watchdog();
    files.set('quiet', '1');
    settling.notice('quiet', 0);
    settling.notice('growing', 0);
    const given: string[] = [];
    for (let now = 0; now <= 1000; now += 50) {
      files.set('growing', String(now));
      for (const [path] of await settle(now)) given.push(`${path} ${now}`);
    }
    expect(given).toEqual(['quiet 500']);
  });

  it('loses no change that happens while other files are looked at', async () => {
    const settling = new Settling(100);
    settling.notice('a', 0);
    settling.notice('b', 0);
    await settling.settle(async () => '1', 0);
    const given = await settling.settle(async (path) => {
      if (path === 'b') settling.notice('a', 150);
      return '1';
    }, 140);
    expect(given.map(([path]) => path)).not.toContain('a');
    expect(settling.isIdle).toBe(false);
  });
});
