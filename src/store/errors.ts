/** What can be wrong with a store, each with the way out. */

/** `older`, `newer`: another schema; `busy`: another process holds it; `full`: no room on the disk. */
export type StoreErrorCode = 'older' | 'newer' | 'readonly' | 'busy' | 'corrupt' | 'not-a-store' | 'full' | 'closed';

/** A store that cannot do what was asked. The message names the place, what is wrong and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  /** The place and the numbers, without the advice. */
  readonly detail: string;

  constructor(code: StoreErrorCode, detail: string, cause?: unknown) {
    super(`${detail} ${REMEDIES[code]}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.detail = detail;
  }
}

const REMEDIES: Readonly<Record<StoreErrorCode, string>> = {
  older: 'Run `wenbao stats` once with the right to write there, which brings it up to date.',
  newer: 'Use the program that wrote it or a newer one, or another folder with --data.',
  readonly: 'Give this user the right to write there, or choose another folder with --data.',
  busy: 'Another process is writing to it: try again when that has finished.',
  corrupt: 'Put a backup in its place, or move it away and run `wenbao index` again.',
  'not-a-store': 'Move it away, or choose another folder with --data.',
  full: 'Make room on the disk and try again: what was there before is unharmed.',
  closed: 'Open it again.',
};
