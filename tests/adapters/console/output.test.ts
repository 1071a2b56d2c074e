import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { messagesTo, outputTo, PipeClosed } from '../../../src/adapters/console/output.ts';

/** A stream whose writes fail with this code. */
function failing(code: string): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });
}

describe('outputTo', () => {
  it('waits until the text has been taken', async () => {
    const taken: (() => void)[] = [];
    const slow = new Writable({ write: (_chunk, _encoding, done) => taken.push(done) });
    let written = false;
    const writing = outputTo(slow)
      .write('text')
      .then(() => {
        written = true;
      });
    await new Promise(setImmediate);
    expect(written).toBe(false);
    taken[0]?.();
    await writing;
    expect(written).toBe(true);
  });

  it('tells a reader who has gone away from a failure', async () => {
    await expect(outputTo(failing('EPIPE')).write('x')).rejects.toBeInstanceOf(PipeClosed);
    await expect(outputTo(failing('ENOSPC')).write('x')).rejects.toThrow('ENOSPC');
  });

  it('knows that nobody reads a stream that was destroyed', async () => {
    const stream = new PassThrough();
    stream.destroy();
    await expect(outputTo(stream).write('x')).rejects.toBeInstanceOf(PipeClosed);
  });
});

describe('messagesTo', () => {
  it.each(['EPIPE', 'ENOSPC'])('does not mind that a message cannot be told (%s)', async (code) => {
    await expect(messagesTo(failing(code)).write('x')).resolves.toBeUndefined();
  });
});
