/** What the HTTP server works with; everything comes in from outside. */
import type { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import type { Metrics } from './metrics.ts';

/** How the process is, as others may know. */
export interface Health {
  readonly version: string;
  /** Seconds since the process began. */
  uptime(): number;
  /** What has to work before questions or jobs are taken on, by name, such as `store`. One that rejects has failed. */
  readonly checks: Readonly<Record<string, () => Promise<boolean>>>;
}

/** A queue of BullMQ, which the board looks into. */
export type BoardQueue = ConstructorParameters<typeof BullMQAdapter>[0];

/** The board of the queue. */
export interface BoardParts {
  readonly queue: BoardQueue;
  /** Asked for before anything is shown, and then jobs may be changed; with `null` they can only be looked at. */
  readonly password: string | null;
}

/** Where the server tells what goes wrong. */
export interface HttpLog {
  warn(event: string, details?: object): void;
  error(event: string, details?: object): void;
}

/** What is served, and where. */
export interface HttpParts {
  /** An address or a name of this machine. */
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly health: Health;
  readonly metrics: Pick<Metrics, 'contentType' | 'text'>;
  readonly board?: BoardParts;
  readonly log: HttpLog;
}
