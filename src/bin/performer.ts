/** A process that a worker starts for itself: it does what it is asked, one subject at a time, until the worker is gone. */
import { fileURLToPath } from 'node:url';
import { openPerformer, type Performer, type PerformNews, type PerformTask } from '../compose-performer.ts';

/** A thread that reads pages, built beside this program. */
const READER = fileURLToPath(new URL('./reader.js', import.meta.url));

let opened: { readonly dataDir: string; readonly performer: Promise<Performer> } | undefined;

// Whoever was killed cannot end us; what is half done is done again by somebody else.
process.once('disconnect', () => process.exit());
// A Ctrl-C in a terminal goes to every process there; the worker tells us when to leave.
process.on('SIGINT', () => {});

/** Does what is owed for a subject. */
export async function perform({ dataDir, subject }: PerformTask) {
  if (opened?.dataDir !== dataDir) {
    const tell = (news: PerformNews): void => void process.send?.({ performer: news });
    opened = { dataDir, performer: openPerformer(dataDir, { reader: READER, tell }) };
    // A store that could not be opened may be there the next time.
    opened.performer.catch(() => {
      opened = undefined;
    });
  }
  return (await opened.performer).perform(subject);
}
