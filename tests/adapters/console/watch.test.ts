import { EventEmitter } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runConsole } from '../../../src/adapters/console/program.ts';
import type { TextOption } from '../../../src/app/command.ts';
import { type Content, content } from '../../../src/app/reply.ts';
import { only, paragraph, small } from '../../support/small-commands.ts';
import { pageDesk, runWith, workplaceOf } from '../../support/terminal.ts';

const AGAIN = { call: { command: 'ask', values: { question: 'again' } }, afterMs: 1 };
const names = { 'zh-CN': 'question', 'zh-TW': 'question', en: 'question' };
const QUESTION: TextOption = { type: 'text', maxLength: 100, names, description: names };

let dataDir = '';

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'wenbao-watch-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

/** A program whose answers come from `say`, by how often it was asked before. */
function answering(say: (asked: number) => Content) {
  let asked = 0;
  const run = async (): Promise<Content> => {
    asked += 1;
    return say(asked - 1);
  };
  return { registry: only(small({ name: 'ask', options: { question: QUESTION }, run })), times: () => asked };
}

/** Lines of a job: its name, how far it is. */
function stage(done: number, isLast = false): Content {
  const blocks = [paragraph('Taking in the tides.'), paragraph(`${done} of 3 pages`)];
  return content(blocks, isLast ? {} : { refresh: AGAIN });
}

describe('a reply that goes on', () => {
  it('is followed by a line for each change and by its end as a whole', async () => {
    const { registry, times } = answering((asked) => stage([0, 1, 1, 3][asked] ?? 9, asked === 3));
    const { status, output } = await runWith(['ask', 'tides'], { registry });
    expect(status).toBe(0);
    expect(times()).toBe(4);
    const card = (done: number): string => `Taking in the tides.\n\n${done} of 3 pages\n`;
    expect(output).toBe(`${card(0)}1 of 3 pages\n\n${card(3)}`);
  });

  it('is waited for in the chat, before the next line is read', async () => {
    const { registry } = answering((asked) => stage(asked, asked % 2 === 1));
    const { output } = await runWith(['chat'], { registry, input: 'one\ntwo\n' });
    const parts = ['问：one', '0 of 3', '1 of 3', '问：two', '2 of 3', '3 of 3'];
    const places = parts.map((part) => output.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('ends at Ctrl-C, which is heeded no longer afterwards', async () => {
    const signals = new EventEmitter();
    const { registry, times } = answering((asked) => {
      if (asked === 2) signals.emit('SIGINT');
      return stage(asked);
    });
    const { status, output } = await runWith(['ask', 'tides'], { registry, signals });
    expect(status).toBe(0);
    expect(times()).toBe(3);
    expect(output).toContain('2 of 3');
    expect(signals.listenerCount('SIGINT')).toBe(0);
  });

  it('that fails says so on the messages, with status 1', async () => {
    const { registry, times } = answering((asked) => {
      if (asked === 1) throw new Error('a wheel came off');
      return stage(asked);
    });
    const { status, output, messages } = await runWith(['ask', 'tides'], { registry });
    expect(status).toBe(1);
    expect(times()).toBe(2);
    expect(messages).toContain('a wheel came off');
    expect(output).not.toContain('wheel');
  });
});

/** A keyboard and a screen; what is shown is kept. */
function screen() {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  let text = '';
  output.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return {
    streams: { input, output, messages: new PassThrough() },
    type: (keys: string) => void input.write(keys),
    shown: () => text,
  };
}

describe('Ctrl-C at the keyboard', () => {
  it('ends the waiting first, and the chat only when pressed again', async () => {
    const { streams, type, shown } = screen();
    const { registry, times } = answering((asked) => {
      if (asked === 2) type('\u0003');
      return stage(asked, asked === 3);
    });
    const workplace = workplaceOf({ registry });
    const over = runConsole(['chat'], {
      ...{ streams, locale: 'zh-CN', dataDir, corpusDir: null, colours: 'never', version: '1' },
      clock: () => 0,
      pages: pageDesk,
      open: async () => workplace,
    });
    type('tides\r');
    await vi.waitFor(() => expect(times()).toBe(3));
    type('more\r');
    await vi.waitFor(() => expect(shown()).toContain('3 of 3'));
    expect(shown()).not.toContain('再见');
    type('\u0003');
    expect(await over).toBe(0);
    expect(shown()).toContain('再见');
    expect(times()).toBe(4);
  });
});

describe('a file of a reply', () => {
  function giving(name: string, text = 'low,high\n') {
    return answering(() => content([paragraph('Here.')], { file: { name, bytes: new TextEncoder().encode(text) } }));
  }

  it('is written into the folder of exports, which is said', async () => {
    const { status, output } = await runWith(['ask', 'tides', '--data', dataDir], { ...giving('tides.csv') });
    expect(status).toBe(0);
    const path = join(dataDir, 'exports', 'tides.csv');
    expect(output).toBe(`Here.\n文件已写到 ${path}\n`);
    expect(await readFile(path, 'utf8')).toBe('low,high\n');
  });

  it('is never written over another one', async () => {
    for (const text of ['one', 'two', 'three']) await runWith(['ask', 'x'], { dataDir, ...giving('tides.csv', text) });
    const folder = join(dataDir, 'exports');
    const files = (await readdir(folder)).sort();
    expect(files).toEqual(['tides-2.csv', 'tides-3.csv', 'tides.csv']);
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    expect(texts).toEqual(['two', 'three', 'one']);
  });

  it.each([
    ['../../outside.csv', '_.._outside.csv'],
    ['/etc/passwd', '_etc_passwd'],
    ['..', 'export'],
    ['a\u001B[2J\nb', 'a__2J_b'],
    ['潮汐', '潮汐'],
  ])('stays in that folder whatever its name is: %j', async (name, written) => {
    const { status } = await runWith(['ask', 'x'], { dataDir, ...giving(name) });
    expect(status).toBe(0);
    expect(await readdir(join(dataDir, 'exports'))).toEqual([written]);
    expect(await readdir(dataDir)).toEqual(['exports']);
  });

  it('comes with the last of several replies once', async () => {
    const file = { name: 'tides.csv', bytes: new Uint8Array([1]) };
    const { registry } = answering((asked) => (asked < 2 ? stage(asked) : content([paragraph('Done.')], { file })));
    const { output } = await runWith(['ask', 'x'], { dataDir, registry });
    expect(output.split('tides.csv')).toHaveLength(2);
    expect(await readdir(join(dataDir, 'exports'))).toEqual(['tides.csv']);
  });

  it('that cannot be written is told on the messages, with status 1', async () => {
    await writeFile(join(dataDir, 'exports'), 'in the way');
    const { status, messages } = await runWith(['ask', 'x'], { dataDir, ...giving('tides.csv') });
    expect(status).toBe(1);
    expect(messages).toContain('没有写成文件 tides.csv');
  });
});
