/** A process that opens archives and documents for the bot, one at a time, until the bot is gone. */
import { type UnpackTask, unpackBytes } from '../compose-unpacking.ts';

// Whoever was killed cannot end us.
process.once('disconnect', () => process.exit());
// A Ctrl-C in a terminal goes to every process there; the bot tells us when to leave.
process.on('SIGINT', () => {});

/** Opens a file that was handed in. */
export function unpack(task: UnpackTask) {
  return unpackBytes(task);
}
