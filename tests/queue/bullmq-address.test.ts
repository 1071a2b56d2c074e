import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { QueueUnavailableError } from '../../src/queue/contract.ts';
import { gate } from '../conformance/queue-bench.ts';
import { connect, faults, ownRedis, within, work } from './bench.ts';

describe('the address of Redis', () => {
  it('may hold a user, a password with odd characters and a database', async () => {
    const server = await ownRedis({
      requirepass: 'for the default user',
      users: ['报社 on >p@ss:/w#% ~wenbao:* &wenbao:* +@all -@dangerous +info'],
    });
    const user = `${encodeURIComponent('报社')}:${encodeURIComponent('p@ss:/w#%')}`;
    const host = connect(`redis://${user}@127.0.0.1:${server.port}/5`, { prefix: 'wenbao' });
    const heard = gate();
    host.queue.onProgress(heard.open);
    work(host, async ({ report, signal }) => {
      while (!signal.aborted) {
        report({ stage: 'read', done: 1, total: 1 });
        await wait(5);
      }
    });
    await host.queue.submit(['a']);
    await heard.opened;
    expect(await host.queue.cancel('a')).toBe(true);
    await host.queue.drain();
    expect(faults).toEqual([]);
    // Another database is another queue.
    const elsewhere = connect(`redis://${user}@127.0.0.1:${server.port}/6`, { prefix: 'wenbao' });
    await host.queue.pause();
    await host.queue.submit(['b']);
    expect(await elsewhere.queue.counts()).toEqual({ waiting: 0, running: 0, failed: 0 });
  });

  it.each([
    ['a wrong password', ':wrong-secret@', 'refuses the user name or the password. (WRONGPASS'],
    ['an unknown user', 'anna:wrong-secret@', 'refuses the user name or the password. (WRONGPASS'],
    ['no password', '', 'asks for a password. (NOAUTH'],
  ])('with %s is refused with a reason that holds no secret', async (_, user, reason) => {
    const server = await ownRedis({ requirepass: 'right-secret' });
    const host = connect(`redis://${user}127.0.0.1:${server.port}`);
    const worker = work(host, async () => {});
    const submitted = within(4, host.queue.submit(['a']));
    await expect(submitted).rejects.toThrow(QueueUnavailableError);
    await expect(submitted).rejects.toThrow(reason);
    await vi.waitFor(() => expect(faults.length).toBeGreaterThan(1));
    const thrown = await submitted.catch((error: unknown) => error);
    for (const fault of [thrown, ...faults]) expect(everything(fault)).not.toContain('secret');
    await within(10, worker.close(0));
  });

  it.each([
    '',
    'localhost:6379',
    'http://user:secret@localhost',
    'redis://:secret@localhost/x',
    'redis://:secret@:x',
    'redis://:50%secret@localhost',
  ])('is refused where it is none: %j', (url) => {
    expect(() => connect(url)).toThrow(/^(?!.*secret).*must look like redis:/);
  });
});

describe('Redis that may throw jobs away', () => {
  it('is warned of and used', async () => {
    const server = await ownRedis({ maxmemory: '50mb', maxmemoryPolicy: 'allkeys-lru' });
    const host = connect(server.url);
    await host.queue.submit(['a']);
    await vi.waitFor(() => expect(faults).toHaveLength(1));
    expect(faults[0]).toMatchObject({ name: 'EvictionWarning', policy: 'allkeys-lru' });
    expect(await host.queue.list('waiting', 1)).toEqual(['a']);
  });

  it('says so when it is full', async () => {
    const server = await ownRedis({ maxmemory: '1' });
    const host = connect(server.url);
    await expect(within(4, host.queue.submit(['a']))).rejects.toThrow('takes nothing in.');
  });
});

/** All that an error holds, its hidden fields and causes included. */
function everything(fault: unknown): string {
  if (!(fault instanceof Error)) return String(JSON.stringify(fault));
  const fields = Object.getOwnPropertyNames(fault).map((name) => Reflect.get(fault, name));
  return fields.map((field) => everything(field)).join('\n');
}
