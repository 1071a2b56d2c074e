import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { messagesTo, outputTo } from '../../../src/adapters/console/output.ts';
import { PLAIN } from '../../../src/adapters/console/palette.ts';
import { createProgress } from '../../../src/adapters/console/progress.ts';
import { terminalWording } from '../../../src/adapters/console/wording.ts';
import type { Terminal } from '../../../src/adapters/console/workplace.ts';
import { pageDesk } from '../../support/terminal.ts';

interface Watched {
  readonly terminal: Terminal;
  shown(): string;
}

/** A terminal whose messages are kept, at the given time. */
function watched(isTTY: boolean, now: () => number): Watched {
  const messages = Object.assign(new PassThrough(), {
    isTTY,
    columns: 80,
    cursorTo: () => true,
    clearLine: () => true,
  });
  const output = new PassThrough();
  let text = '';
  messages.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const terminal: Terminal = {
    parts: {
      streams: { input: Readable.from([]), output, messages },
      locale: 'zh-CN',
      dataDir: '',
      corpusDir: null,
      colours: 'never',
      version: '1',
      clock: now,
      pages: pageDesk,
      open: () => Promise.reject(new Error('not asked for')),
    },
    output: outputTo(output),
    messages: messagesTo(messages),
    palette: PLAIN,
    messagePalette: PLAIN,
    width: 80,
    wording: terminalWording('zh-CN'),
    dataDir: '',
  };
  return { terminal, shown: () => text };
}

async function take(isTTY: boolean, step: number): Promise<string> {
  let now = 0;
  const { terminal, shown } = watched(isTTY, () => now);
  const progress = createProgress(terminal);
  for (let done = 0; done < 5; done += 1) {
    now += step;
    progress.show({ done, total: 5, file: `第${done}页\u001B[2J.txt` });
  }
  progress.end();
  await new Promise(setImmediate);
  return shown();
}

describe('the progress bar', () => {
  it('appears on a terminal once the work lasts, with the file under way', async () => {
    const text = await take(true, 300);
    expect(text).toMatch(/收入 [█░]+ \d\/5 第\d页\.txt/u);
    expect(text).not.toContain('\u001B[2J');
  });

  it('does not switch off line breaks, which an interrupted program could not switch on again', async () => {
    expect(await take(true, 300)).not.toContain('\u001B[?7l');
  });

  it('is not shown for work that is done at once', async () => {
    expect(await take(true, 10)).toBe('');
  });

  it('is not shown where nobody watches', async () => {
    expect(await take(false, 300)).toBe('');
  });
});
