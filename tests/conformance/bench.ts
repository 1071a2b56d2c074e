/** What the parts of the store's conformance suite work on. */
import type { Change } from '../../src/app/target.ts';
import type { Store } from '../../src/store/contract.ts';

/** How the suite gets at a store: `open` opens the same one each time until `discard` throws it away. */
export interface StoreUnderTest {
  open(): Promise<Store>;
  discard(): Promise<void>;
}

/** The store of the test that is running. */
export interface Bench {
  place: StoreUnderTest;
  store: Store;
  /** Puts in a page of articles with these ids, one passage each. */
  put(id: string, ...articles: readonly string[]): Promise<Change>;
}
