/** A thread that searches some segments of the index, until whoever started it lets it go. */
import { parentPort } from 'node:worker_threads';
import { Seeker, type SeekerTask } from '../compose-seeker.ts';

const seeker = new Seeker();

parentPort?.on('message', (task: SeekerTask) => {
  const found = seeker.perform(task);
  if (found !== undefined) parentPort?.postMessage(found);
});
