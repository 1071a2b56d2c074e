import { describe, expect, it } from 'vitest';
import { incomingFile } from '../../src/adapters/discord/attachments.ts';
import { definitionsOf } from '../../src/adapters/discord/definitions.ts';
import { MESSAGE } from '../../src/adapters/discord/limits.ts';
import { RemarkError } from '../../src/app/remarks.ts';
import { content } from '../../src/app/reply.ts';
import type { IncomingFile } from '../../src/app/request.ts';
import { inHouse, pingsByBot, reader } from '../support/bot-house.ts';
import { Cdn, type Manner } from '../support/discord/cdn.ts';
import { startDiscord } from '../support/discord/discord.ts';
import type { Message, Upload } from '../support/discord/model.ts';
import { FILE, only, paragraph, small } from '../support/small-commands.ts';

/** Bytes that the command of these tests takes at most. */
const LIMIT = 1000;
const PLAIN = 'The tide comes in at noon.';

const received: { readonly name: string; readonly size: number | null }[] = [];

/** What reading a file gives: its text, or what there is to remark. */
async function outcomeOf(file: IncomingFile | undefined, limit: number): Promise<string> {
  if (file === undefined) return 'no file';
  try {
    return new TextDecoder().decode(await file.read(limit));
  } catch (fault) {
    return fault instanceof RemarkError ? JSON.stringify(fault.remark) : 'a fault';
  }
}

const hand = small({
  name: 'hand',
  options: { file: FILE },
  async run({ file }, _library, { files }) {
    const found = files?.get(file);
    if (found !== undefined) received.push({ name: found.name, size: found.size });
    return content([paragraph(found?.name ?? ''), paragraph(await outcomeOf(found, LIMIT))]);
  },
});

function upload(text: string, more: Partial<Upload> = {}): Upload {
  return { filename: 'tide.txt', data: new TextEncoder().encode(text), ...more };
}

/** What is said of a file that is handed in, and what was fetched for it. */
async function handedIn(file: Upload, manner: Manner = 'usual') {
  const cdn = new Cdn();
  cdn.manner = manner;
  let said = '';
  await inHouse({ parts: { registry: only(hand) }, discord: { cdn } }, async ({ discord, log }) => {
    const channel = discord.addChannel(discord.addGuild());
    const asked = discord.slash(reader(discord), { channel, command: 'hand', options: { file } });
    const answer = await asked.answered();
    said = discord.textOf(answer).replaceAll('\\', '');
    expect(pingsByBot(discord)).toEqual([]);
    expect(log.filter(({ level }) => level !== 'info')).toEqual([]);
  });
  return { said, fetched: cdn.fetched };
}

describe('a file that somebody sends along', () => {
  it('is asked for as an attachment', () => {
    const [definition] = definitionsOf(only(hand));
    expect(definition).toMatchObject({ options: [{ type: 11, name: 'file', required: true }] });
  });

  it('reaches the command with its name, its size and its bytes', async () => {
    received.length = 0;
    const { said, fetched } = await handedIn(upload(PLAIN));
    expect(said).toContain(PLAIN);
    expect(received).toEqual([{ name: 'tide.txt', size: PLAIN.length }]);
    expect(fetched).toHaveLength(1);
  });

  it('is waited for where it comes slowly', async () => {
    expect((await handedIn(upload(PLAIN), 'slow')).said).toContain(PLAIN);
  });

  it('is not fetched where it is announced as too large', async () => {
    const { said, fetched } = await handedIn(upload('x'.repeat(LIMIT + 1)));
    expect(said).toContain('"upload-too-large","details":{"limit":1000}');
    expect(fetched).toEqual([]);
  });

  it('is cut off where it is larger than it was announced', async () => {
    const { said, fetched } = await handedIn(upload('x'.repeat(5_000_000), { announcedSize: 10 }));
    expect(said).toContain('"upload-too-large","details":{"limit":1000}');
    expect(fetched).toHaveLength(1);
  });

  it('is taken where it is just as large as allowed', async () => {
    expect((await handedIn(upload('y'.repeat(LIMIT)))).said).toContain('y'.repeat(LIMIT));
  });

  it.each([
    ['gone', 'HTTP 404'],
    ['elsewhere', 'HTTP 302'],
    ['cut', 'ECONNRESET'],
  ] as const)('that is %s is said to be unreadable: %s', async (manner, system) => {
    const { said, fetched } = await handedIn(upload(PLAIN), manner);
    expect(said).toContain('"code":"file-unreadable"');
    expect(said).toMatch(manner === 'cut' ? /ECONNRESET|UND_ERR_SOCKET/u : new RegExp(`"system":"${system}"`, 'u'));
    expect(fetched).toHaveLength(1);
  });

  it.each([
    '../../etc/passwd',
    '..\\..\\boot.ini',
    '@everyone <@1> **bold** `code`.txt',
    'photo\u202Etxt.exe',
    'a\u0000b\nc.txt',
    `${'长'.repeat(300)}.txt`,
    '[click](https://example.org).txt',
  ])('may have any name, which is only shown: %j', async (filename) => {
    received.length = 0;
    const { said } = await handedIn(upload(PLAIN, { filename }));
    expect(said).toContain(PLAIN);
    expect(received).toHaveLength(1);
    expect(said).not.toContain('\u202E');
  });
});

describe('reading a file', () => {
  const API = 'https://discord.com/api';

  it.each([
    'https://example.org/attachments/1/2/a.txt',
    'https://cdn.discordapp.com.example.org/attachments/1/2/a.txt',
    'https://cdn.discordapp.com@example.org/attachments/1/2/a.txt',
    'https://cdn.discordapp.com:8443/attachments/1/2/a.txt',
    'http://cdn.discordapp.com/attachments/1/2/a.txt',
    'http://127.0.0.1:6379/',
    'file:///etc/passwd',
    'data:text/plain,a',
    'nonsense',
  ])('asks no other host than Discord’s: %s', async (url) => {
    const file = incomingFile({ name: 'a.txt', size: 1, url }, { api: API });
    await expect(file.read(LIMIT)).rejects.toMatchObject({
      remark: { code: 'file-unreadable', details: { reason: 'other', system: expect.stringMatching(/^HOST/u) } },
    });
  });

  it('gives up on one that never comes to its end, and when the bot leaves', async () => {
    const cdn = new Cdn();
    const discord = await startDiscord({ cdn });
    try {
      cdn.manner = 'stuck';
      const said = discord.say(reader(discord), discord.addChannel(discord.addGuild()), 'here', {
        attachments: [upload(PLAIN)],
      });
      const { url = '' } = said.attachments[0] ?? {};
      const announced = { name: 'tide.txt', size: PLAIN.length, url };
      const impatient = incomingFile(announced, { api: discord.api, patience: 50 });
      const details = (system: string) => ({
        remark: { code: 'file-unreadable', details: { reason: 'other', system } },
      });
      await expect(impatient.read(LIMIT)).rejects.toMatchObject(details('TIMEOUT'));
      const leaving = new AbortController();
      const reading = incomingFile(announced, { api: discord.api, signal: leaving.signal }).read(LIMIT);
      leaving.abort();
      await expect(reading).rejects.toMatchObject(details('AbortError'));
    } finally {
      await discord.close();
    }
  });
});

/** Sends a file with a card. */
function exporting(bytes: Uint8Array) {
  return only(
    small({
      name: 'export',
      run: async () => content([paragraph('Here it is.')], { file: { name: 'tides.json', bytes } }),
    }),
  );
}

async function fetched(message: Message): Promise<Uint8Array> {
  const response = await fetch(message.attachments[0]?.url ?? '');
  return new Uint8Array(await response.arrayBuffer());
}

describe('a file of a reply', () => {
  it('is sent with the card under its name, byte for byte', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7) % 256);
    await inHouse({ parts: { registry: exporting(bytes) } }, async ({ discord }) => {
      const channel = discord.addChannel(discord.addGuild());
      const card = await discord.slash(reader(discord), { channel, command: 'export' }).answered();
      expect(card.attachments).toMatchObject([{ filename: 'tides.json', size: 70_000 }]);
      expect(Buffer.compare(await fetched(card), bytes)).toBe(0);
      expect(discord.textOf(card)).toContain('Here it is');
    });
  });

  it('goes with the answer to a message, too', async () => {
    await inHouse({ parts: { registry: exporting(new Uint8Array([1, 2, 3])) } }, async ({ discord }) => {
      const user = reader(discord);
      const dm = discord.addDm(user);
      const reply = await discord.replyTo(discord.say(user, dm, '/export'));
      expect([...(await fetched(reply))]).toEqual([1, 2, 3]);
    });
  });

  it('that is just as large as Discord takes is sent, and a larger one is spoken of', async () => {
    for (const over of [0, 1]) {
      const bytes = new Uint8Array(MESSAGE.fileBytes + over);
      await inHouse({ parts: { registry: exporting(bytes) } }, async ({ discord }) => {
        const channel = discord.addChannel(discord.addGuild());
        const card = await discord.slash(reader(discord), { channel, command: 'export' }).answered();
        expect(card.attachments).toHaveLength(1 - over);
        const text = discord.textOf(card).replaceAll('\\', '');
        expect(text.includes('tides.json')).toBe(over === 1);
        expect(text).toContain('Here it is');
        expect(discord.requests.filter(({ status }) => status >= 400)).toEqual([]);
      });
    }
  });
});
