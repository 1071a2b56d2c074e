import { describe, expect, it } from 'vitest';
import { type PerformParts, performOwed, SILENCE } from '../../src/app/performing.ts';
import type { Store } from '../../src/store/contract.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { drillPage, randomFrom, SEED } from '../support/drill.ts';
import { DAY, expectSoundDrill, PAPER } from '../support/drill-sound.ts';
import { intakeFor } from '../support/intake.ts';
import { NOW } from '../support/keeper-house.ts';
import { inFolder, pageInfo } from '../support/library.ts';

const STEPS = 300;
/** The furthest that a clock is turned at once, in milliseconds: a day. */
const FURTHEST = 24 * 3_600_000;
/** As often as a job may be begun: whoever did it may have died each time. */
const MOST_BEGUN = 8;

/** A clock that is turned forward and back. */
class Clock {
  at = NOW;
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Time goes on; now and then somebody turns the clock. */
  read(): number {
    this.at += Math.floor(this.#random() * 100);
    if (this.#random() < 0.1) this.at += Math.floor((this.#random() * 2 - 1) * FURTHEST);
    return this.at;
  }
}

function partsFor(store: Store, clock: () => number): PerformParts {
  const onFault = (fault: unknown): never => {
    throw fault;
  };
  return { ledger: store, target: store, intake: intakeFor(store), clock, onFault };
}

/** Takes a job on and is never heard of again. */
async function dieWith(store: Store, subject: string, at: number): Promise<void> {
  const error = { kind: 'given-up', times: MOST_BEGUN } as const;
  const silence = { silentSince: at - SILENCE, noLaterThan: at + SILENCE };
  await store.claim(subject, { at, ...silence, most: MOST_BEGUN, error });
}

/** Does everything that is owed as time goes on, as workers do that look for it again and again. */
async function workThrough(store: Store, from: number): Promise<void> {
  let at = from;
  const parts = partsFor(store, () => at);
  // Twice the silence: enough for whoever died just now, whatever the clock said when they did.
  for (const end = from + 2 * SILENCE; at <= end; at += 1000) {
    for (const subject of await store.owed(at - SILENCE, at + SILENCE)) await performOwed(subject, parts);
  }
}

async function submit(store: Store, { name, version, at }: { name: string; version: number; at: number }) {
  const material = new TextEncoder().encode(drillPage(name, version));
  const id = `${name} ${version}`;
  const info = pageInfo(name, { publication: PAPER, date: DAY });
  const work = { kind: 'take-in', info, page: 'page', source: null } as const;
  const jobs = [{ id, subject: name, name, work, material }];
  await store.submit({ batch: id, asker: '甲', place: null, at, jobs });
  return material;
}

describe('a clock that is turned forward and back', () => {
  it('leaves nothing owed for ever, whoever dies meanwhile', async () => {
    const random = randomFrom(SEED);
    await inFolder(async (folder) => {
      const store = await openSqliteStore(folder);
      const clock = new Clock(random);
      const pages = new Map<string, Uint8Array>();
      for (let step = 0; step < STEPS; step += 1) {
        const name = `p${Math.floor(random() * 60)}.txt`;
        const act = random();
        if (act < 0.5) pages.set(name, await submit(store, { name, version: step, at: clock.read() }));
        else if (act < 0.8) await dieWith(store, name, clock.read());
        else
          await performOwed(
            name,
            partsFor(store, () => clock.read()),
          );
      }
      await workThrough(store, clock.at);
      await store.close();
      await expectSoundDrill(folder, { pages, failed: 0 });
    });
  });

  it('takes nothing from somebody who is at work on the same machine', async () => {
    await inFolder(async (folder) => {
      const store = await openSqliteStore(folder);
      await submit(store, { name: 'p.txt', version: 1, at: NOW });
      await dieWith(store, 'p.txt', NOW);
      // Whoever looks may have read the clock a moment before the other showed life.
      for (const ahead of [0, 1, 5000, SILENCE]) {
        const at = NOW - ahead;
        expect(await store.owed(at - SILENCE, at + SILENCE)).toEqual([]);
        expect(
          await performOwed(
            'p.txt',
            partsFor(store, () => at),
          ),
        ).toEqual([]);
      }
      await store.close();
    });
  });

  it('does not keep the job of a dead one until it is as late as it was', async () => {
    await inFolder(async (folder) => {
      const store = await openSqliteStore(folder);
      const material = await submit(store, { name: 'p.txt', version: 1, at: NOW });
      await dieWith(store, 'p.txt', NOW + FURTHEST);
      expect(await store.owed(NOW - SILENCE, NOW + SILENCE)).toEqual(['p.txt']);
      await workThrough(store, NOW);
      await store.close();
      await expectSoundDrill(folder, { pages: new Map([['p.txt', material]]), failed: 0 });
    });
  });
});
