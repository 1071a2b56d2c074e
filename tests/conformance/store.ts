/** What every store must do, whatever stands behind it. */
import { afterEach, beforeEach, describe } from 'vitest';
import { article, prepared } from '../support/library.ts';
import type { Bench, StoreUnderTest } from './bench.ts';
import { describeClaims } from './store-claims.ts';
import { describeLedger } from './store-ledger.ts';
import { describeLedgerModel } from './store-ledger-model.ts';
import { describeMerging } from './store-merging.ts';
import { describeReading } from './store-reading.ts';
import { describeTurns } from './store-turns.ts';
import { describeWriting } from './store-writing.ts';

/** Describes the contract for one implementation. `begin` makes an empty store of its own for each test. */
export function describeStore(name: string, begin: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    const bench = {
      async put(id: string, ...articles: readonly string[]) {
        const made = articles.map((each) => article(each, id));
        return bench.store.replacePage(await prepared(bench.store, id, { articles: made }));
      },
    } as Bench;

    beforeEach(async () => {
      bench.place = await begin();
      bench.store = await bench.place.open();
    });

    afterEach(async () => {
      await bench.store.close();
      await bench.place.discard();
    });

    describeReading(bench);
    describeWriting(bench);
    describeMerging(bench);
    describeTurns(bench);
    describeLedger(bench);
    describeClaims(bench);
    describeLedgerModel(bench);
  });
}
