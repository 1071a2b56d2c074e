/** A worker of BullMQ that gives a Redis which refuses it time. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Job, Worker } from 'bullmq';

/** Milliseconds between being refused and asking again. */
const PAUSE = 1000;

/** Whether Redis has answered, but with a refusal: it is full, a replica, or has too few of them. */
function isRefusal(fault: unknown): boolean {
  return fault instanceof Error && fault.name === 'ReplyError';
}

/**
 * BullMQ waits where the connection is lost or a blocking command fails. Where a Redis takes in nothing it would ask for
 * the next job again at once, two thousand times a second; this one waits for a second.
 */
export class PatientWorker<Data> extends Worker<Data> {
  protected override async moveToActive(token: string, name?: string): Promise<Job<Data>> {
    try {
      return await super.moveToActive(token, name);
    } catch (fault) {
      if (isRefusal(fault)) await wait(PAUSE);
      throw fault;
    }
  }
}
