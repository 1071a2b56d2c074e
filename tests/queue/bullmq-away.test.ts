import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { QueueUnavailableError } from '../../src/queue/contract.ts';
import { gate } from '../conformance/queue-bench.ts';
import { freePort } from '../support/redis.ts';
import { openRedisProxy } from '../support/redis-proxy.ts';
import { connect, faults, ownRedis, within, work } from './bench.ts';

describe('Redis that goes away', () => {
  it('is told of when it returns, empty; what is handed in again is worked on, by the same worker', async () => {
    const server = await ownRedis();
    const host = connect(server.url);
    const brought: string[] = [];
    const returned = gate();
    let returns = 0;
    const heard: string[] = [];
    const end = host.queue.onReturn(() => {
      returns += 1;
      returned.open();
    });
    host.queue.onProgress(({ subject }) => heard.push(subject));
    await host.queue.pause();
    await host.queue.submit(['lost']);
    expect(returns).toBe(0);
    const worker = work(host, async ({ subject, report }) => {
      brought.push(subject);
      report({ stage: 'read', done: 1, total: 1 });
    });
    await vi.waitFor(() => expect(worker.isReady()).toBe(true));
    await server.kill('SIGKILL');
    await vi.waitFor(() => expect([host.isReady(), worker.isReady()]).toEqual([false, false]));
    await server.restart();
    await returned.opened;
    expect(await host.queue.counts()).toEqual({ waiting: 0, running: 0, failed: 0 });
    await host.queue.submit(['a']);
    await host.queue.drain();
    expect(brought).toEqual(['a']);
    await vi.waitFor(() => expect([host.isReady(), worker.isReady()]).toEqual([true, true]), 10_000);
    // The channel for progress and cancelling has returned as well.
    await vi.waitFor(async () => {
      await host.queue.submit(['b']);
      await wait(50);
      expect(heard).toContain('b');
    }, 10_000);
    expect(returns).toBe(1);
    end();
  });

  it('has everything again after it was killed, where it keeps a file', async () => {
    const server = await ownRedis({ appendonly: true });
    const host = connect(server.url);
    await host.queue.submit(['a', 'b']);
    const returned = gate();
    host.queue.onReturn(returned.open);
    await server.restart({ keepData: true });
    await returned.opened;
    expect(await host.queue.list('waiting', 10)).toEqual(['a', 'b']);
  });

  it('refuses what is handed in while it is down, each time soon and with the reason', async () => {
    const port = await freePort();
    const host = connect(`redis://127.0.0.1:${port}`);
    for (const _ of [1, 2]) {
      const submitted = within(4, host.queue.submit(['a']));
      await expect(submitted).rejects.toThrow(QueueUnavailableError);
      await expect(submitted).rejects.toThrow(`127.0.0.1:${port}/0 cannot be reached. (connect ECONNREFUSED`);
    }
    await expect(within(4, host.ping())).rejects.toThrow(QueueUnavailableError);
    expect(host.isReady()).toBe(false);
    // Told once, however often it is tried.
    await wait(500);
    expect(faults).toHaveLength(1);
  });

  it('is used as soon as it is there for the first time', async () => {
    const server = await ownRedis();
    await server.kill('SIGKILL');
    const host = connect(server.url);
    const returned = gate();
    host.queue.onReturn(returned.open);
    const brought: string[] = [];
    work(host, async ({ subject }) => void brought.push(subject));
    await expect(host.queue.submit(['a'])).rejects.toThrow(QueueUnavailableError);
    await server.restart();
    await returned.opened;
    await host.queue.submit(['a']);
    await host.queue.drain();
    expect(brought).toEqual(['a']);
  });

  it.each([
    ['frozen', 'SIGSTOP'],
    ['down', 'SIGKILL'],
  ] as const)('lets everything be closed while it is %s, with work under way', async (_, signal) => {
    const server = await ownRedis();
    const host = connect(server.url);
    const begun = gate();
    const worker = work(host, async () => {
      begun.open();
      await new Promise(() => {});
    });
    await host.queue.submit(['a']);
    await begun.opened;
    await server.kill(signal);
    await within(10, Promise.all([worker.close(100), host.queue.close()]));
  });

  it('lets a worker without work be closed at once while it is frozen, however long its grace', async () => {
    const server = await ownRedis();
    const host = connect(server.url);
    const worker = work(host, async () => {});
    await vi.waitFor(() => expect(worker.isReady()).toBe(true));
    await server.kill('SIGSTOP');
    await within(10, worker.close(600_000));
  });

  it('can be closed that was never there', async () => {
    const host = connect(`redis://127.0.0.1:${await freePort()}`);
    const worker = work(host, async () => {});
    await within(10, worker.close(600_000));
    await within(10, host.queue.close());
  });

  it('can be closed while its channel is being taken up again: nothing fails that nobody hears of', async () => {
    const server = await ownRedis();
    const proxy = await openRedisProxy(server.url);
    onTestFinished(() => proxy.close());
    const unheard: unknown[] = [];
    const hear = (fault: unknown) => unheard.push(fault);
    process.on('unhandledRejection', hear);
    onTestFinished(() => void process.off('unhandledRejection', hear));
    const host = connect(proxy.url);
    const heard: string[] = [];
    host.queue.onProgress(({ subject }) => heard.push(subject));
    work(host, async ({ subject, report }) => report({ stage: subject, done: 1, total: 1 }));
    await vi.waitFor(async () => {
      await host.queue.submit(['a']);
      await wait(50);
      expect(heard).toContain('a');
    }, 10_000);
    proxy.swallow('subscribe');
    proxy.cut();
    await vi.waitFor(() => expect(proxy.swallowed()).toBeGreaterThan(0), 10_000);
    await within(10, host.queue.close());
    await wait(50);
    expect(unheard).toEqual([]);
  });

  it('refuses calls while it is frozen and is used again when it goes on', async () => {
    const server = await ownRedis();
    const host = connect(server.url);
    await host.queue.submit(['a']);
    await server.kill('SIGSTOP');
    await expect(within(4, host.queue.submit(['b']))).rejects.toThrow('gave no answer');
    expect(host.isReady()).toBe(false);
    await server.kill('SIGCONT');
    await vi.waitFor(() => expect(host.isReady()).toBe(true), 5000);
    await host.queue.submit(['c']);
    expect(await host.queue.list('waiting', 10)).toContain('c');
  });
});
