/**
 * Uses a queue in a process of its own: `node queue-child.mjs MODULE URL PREFIX TASK`, MODULE being the address of the
 * built src/queue/bullmq/host.ts.
 */
const [, , module, url, prefix, task] = process.argv;
const { connectBullmqQueue } = await import(module);

const onFault = () => {};
const host = connectBullmqQueue({ url, prefix, lockMs: 500, onFault });

const TASKS = {
  /** Writes a line for every subject that it gets, and never ends one. */
  hold() {
    const perform = ({ subject, attempt }) => {
      process.stdout.write(`${subject} ${attempt}\n`);
      return new Promise(() => {});
    };
    host.startWorker({ concurrency: 4, onFault, perform });
  },
  /** Closes everything, after which nothing is left to keep the process. */
  async leave() {
    const worker = host.startWorker({ concurrency: 4, onFault, async perform() {} });
    await host.queue.counts().catch(({ name }) => process.stdout.write(`${name}\n`));
    await worker.close(1000);
    await host.queue.close();
    process.stdout.write('closed\n');
  },
};

await TASKS[task]();
