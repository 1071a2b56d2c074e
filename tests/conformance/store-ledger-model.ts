/** Whatever is done to a store's ledger in whatever order, it says what the plainest ledger says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim, JobState, Ledger } from '../../src/app/ledger.ts';
import { ERROR, other, RESULT, STAGE, submission, takeIn, terms } from '../support/jobs.ts';
import { memoryLedger } from '../support/memory-ledger.ts';
import type { Bench } from './bench.ts';

/** Something that is done at a time; numbers choose among what is there. */
interface Step {
  readonly act: 'submit' | 'claim' | 'advance' | 'finish' | 'fail' | 'cancel' | 'retry' | 'forget';
  readonly subject: number;
  readonly which: number;
  readonly flag: boolean;
  /** Milliseconds since the step before. */
  readonly pause: number;
}

const STATES: readonly JobState[] = ['waiting', 'running', 'done', 'failed', 'cancelled', 'superseded'];
const SILENCE = 30;

const step: fc.Arbitrary<Step> = fc.record({
  // Claims come often, so that jobs get far enough for the rest to matter.
  act: fc.constantFrom(
    ...(['submit', 'submit', 'claim', 'claim', 'claim', 'advance', 'finish', 'finish'] as const),
    ...(['fail', 'fail', 'cancel', 'retry', 'retry', 'forget'] as const),
  ),
  subject: fc.constantFrom(0, 0, 0, 1),
  which: fc.nat({ max: 20 }),
  flag: fc.boolean(),
  pause: fc.constantFrom(0, 10, 20),
});

/** One ledger with what was claimed there: two of them that agree are told the same things. */
class Actor {
  readonly #ledger: Ledger;
  readonly #claims: Claim[] = [];
  readonly #ids: string[] = [];
  readonly #prefix: string;

  constructor(ledger: Ledger, prefix: string) {
    this.#ledger = ledger;
    this.#prefix = prefix;
  }

  async act({ act, subject, which, flag }: Step, { at, count }: { at: number; count: number }): Promise<unknown> {
    const page = `${this.#prefix}p${subject}`;
    const claim = this.#claims[this.#claims.length - 1 - (which % 3)] ?? { job: 'nobody', attempt: 1 };
    const chosen = this.#ids[this.#ids.length - 1 - (which % 3)] ?? 'nobody';
    switch (act) {
      case 'submit': {
        const id = `${this.#prefix}${count}`;
        this.#ids.push(id);
        const given = submission([flag ? takeIn(id, page) : other(id, page)], { at, place: `place ${subject}` });
        return this.#ledger.submit(given);
      }
      case 'claim': {
        const claimed = await this.#ledger.claim(
          page,
          terms({ at, silentSince: at - SILENCE, noLaterThan: at + SILENCE, most: 3 }),
        );
        if (claimed !== null) this.#claims.push(claimed.claim);
        return claimed;
      }
      case 'advance':
        return this.#ledger.advance(claim, STAGE, at);
      case 'finish':
        return this.#ledger.finish(claim, RESULT, at);
      case 'fail':
        return this.#ledger.fail(claim, { error: ERROR, again: flag }, at);
      case 'cancel':
        return this.#ledger.cancel(chosen, at);
      case 'retry':
        return this.#ledger.retry(chosen, at);
      case 'forget':
        return flag ? this.#ledger.forgetJobsBefore(at - SILENCE) : undefined;
    }
  }

  /** Everything that can be asked of it. */
  async said(at: number): Promise<unknown> {
    const jobs = await this.#ledger.jobs({});
    return {
      jobs,
      materials: await Promise.all(jobs.map(({ id }) => this.#ledger.material(id))),
      owed: [await this.#ledger.owed(at - SILENCE), await this.#ledger.owed(0, at - SILENCE)],
      tally: await this.#ledger.tally(),
      parts: await Promise.all(STATES.map((state) => this.#ledger.jobs({ states: [state], limit: 2, offset: 1 }))),
      submitted: await this.#ledger.submittedSince('place 1', at - SILENCE),
    };
  }
}

/** Describes this part of the contract; `bench` holds a fresh store in each test. */
export function describeLedgerModel(bench: Bench): void {
  describe('the ledger', () => {
    it('says what the plainest ledger says, whatever is done to it', async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 50 }), async (steps) => {
          await bench.store.forgetJobsBefore(Number.MAX_SAFE_INTEGER);
          for (const { id } of await bench.store.jobs({})) await bench.store.cancel(id, 0);
          await bench.store.forgetJobsBefore(Number.MAX_SAFE_INTEGER);
          run += 1;
          const [real, plain] = [bench.store, memoryLedger()].map((ledger) => new Actor(ledger, `r${run}-`));
          let at = 1000;
          for (const [count, each] of steps.entries()) {
            at += each.pause;
            expect(await real?.act(each, { at, count })).toEqual(await plain?.act(each, { at, count }));
            expect(await real?.said(at)).toEqual(await plain?.said(at));
          }
        }),
        { numRuns: 40 },
      );
    });
  });
}
