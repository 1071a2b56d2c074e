/** Writes to a stream so that nothing is cut, nothing piles up, and a reader who has gone away is no failure. */

/** The reader of our output has closed its end; what is left to say has no listener. */
export class PipeClosed extends Error {
  constructor() {
    super('The reader of the output has gone away.');
    this.name = 'PipeClosed';
  }
}

/** The way to a stream. */
export interface Output {
  /** Resolves when the text has been taken; rejects with {@link PipeClosed} when nobody reads any more. */
  write(text: string): Promise<void>;
}

const GONE: readonly unknown[] = ['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END', 'EOF'];

function isGone(error: Error): boolean {
  return 'code' in error && GONE.includes(error.code);
}

/** An output onto `stream`. Waiting for each write is what keeps memory flat when the reader is slow. */
export function outputTo(stream: NodeJS.WritableStream): Output {
  // Every failure reaches the callback of its write; the event must have a listener or it would end the process.
  stream.on('error', () => {});
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => {
          if (error === null || error === undefined) resolve();
          else reject(isGone(error) ? new PipeClosed() : error);
        });
      }),
  };
}

/** An output for messages: who cannot read them misses them, and nothing else happens. */
export function messagesTo(stream: NodeJS.WritableStream): Output {
  const output = outputTo(stream);
  return { write: (text) => output.write(text).catch(() => {}) };
}
