/** What can be wrong with a store, each with the way out. */
import { RemarkError, type StoreRemarks } from '../app/remarks.ts';
import type { RemarkOf } from '../ingest/remarks.ts';

/** `older`, `newer`: another schema; `absent`: none is there and none can be made; `full`: no room on the disk. */
export type StoreErrorCode =
  | 'older'
  | 'newer'
  | 'readonly'
  | 'absent'
  | 'busy'
  | 'corrupt'
  | 'foreign'
  | 'full'
  | 'closed';

/** What a code says of a place that needs no numbers. */
export type PlainStoreErrorCode = Exclude<StoreErrorCode, 'older' | 'newer'>;

/** A store that cannot do what was asked. The message, for logs, names the place and what is wrong. */
export class StoreError extends RemarkError {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  override readonly remark: RemarkOf<StoreRemarks>;

  constructor(code: StoreErrorCode, remark: RemarkOf<StoreRemarks>, cause?: unknown) {
    super(remark, `${WORDS[code]}: ${JSON.stringify(remark.details)}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.remark = remark;
  }
}

const WORDS: Readonly<Record<StoreErrorCode, string>> = {
  older: 'The store has an older format',
  newer: 'The store has a newer format',
  readonly: 'The store cannot be written to',
  absent: 'There is no store, and none can be made',
  busy: 'Another process holds the store',
  corrupt: 'The store is damaged',
  foreign: 'This is no store',
  full: 'The disk of the store has no room left',
  closed: 'The store has been closed',
};

/** A store error that has no more to say than its place. */
export function storeError(code: PlainStoreErrorCode, place: string, cause?: unknown): StoreError {
  return new StoreError(code, { code: `store-${code}`, details: { place } }, cause);
}
