import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/ingest/model.ts';
import { HOSTILE } from '../adapters/discord/hostile.ts';
import { shownText } from '../adapters/discord/shown.ts';
import { type House, pingsByBot, reader } from '../support/bot-house.ts';
import { buttonsOf } from '../support/discord/finding.ts';
import { fieldsOf, itemsOf } from '../support/discord/form.ts';
import type { Channel, Embed, Message, Person } from '../support/discord/model.ts';
import type { SlashCall } from '../support/discord/people.ts';
import { WORD, writeHostilePages } from '../support/hostile-pages.ts';
import {
  answered,
  everyScreen,
  type OpenHouse,
  openPageHouse,
  PATIENCE,
  type PageLibrary,
  takenIn,
} from '../support/page-house.ts';

/** Units of the longest question. */
const LONGEST = 500;
const TIMEOUT = { timeout: 300_000 };

let folder = '';
let pages: PageLibrary;
let open: OpenHouse;
let house: House;
let user: Person;
let channel: Channel;
let articles: readonly Article[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-hostile-'));
  pages = await takenIn();
  open = await openPageHouse(pages);
  house = open.house;
  const { discord } = house;
  const guild = discord.addGuild({ locale: 'zh-CN' });
  channel = discord.addChannel(guild);
  user = reader(discord);
  const role = discord.addRole(guild, { name: 'Readers', mentionable: true });
  await writeHostilePages(folder, { user: user.id, role: role.id });
  const taken = await pages.workplace.takeIn([folder], { rebuild: false, onProgress: () => {} });
  expect(taken.refused).toEqual([]);
  articles = await pages.workplace.library.articles({});
  const options = { threads: true };
  const settings = { channel, command: 'admin', subcommand: 'settings', options, permissions: 1n << 5n };
  await answered(discord, user, settings);
  await house.restart();
  await discord.ready();
});
afterAll(async () => {
  await open.close();
  await pages.close();
  await rm(folder, { recursive: true, force: true });
});

/** What of a text can be seen: no blanks, nothing invisible; the sign that ends code is its twin. */
function seen(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Surrogate}\uFFFD]+/gu, '\uFFFD')
    .replace(/[\s\u2800\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu, '')
    .replaceAll('`', 'ˋ');
}

/** Everything that an article says. */
function textsOf({ title, byline, blocks }: Article): readonly string[] {
  const said = blocks.flatMap(({ text, table }) => (table === undefined ? [text] : table.rows.flat()));
  return [title ?? '', byline ?? '', ...said];
}

function embedsOf(body: unknown): readonly Embed[] {
  const fields = fieldsOf(body);
  return itemsOf(fields['embeds'] ?? fieldsOf(fields['data'])['embeds']) as readonly Embed[];
}

/** Nobody was called, nothing was refused, and every card that was sent says what it says without any other markup. */
function expectUnharmed(): void {
  const { discord, log } = house;
  expect(pingsByBot(discord)).toEqual([]);
  expect(discord.requests.filter(({ status }) => status >= 400)).toEqual([]);
  expect(log.filter(({ level }) => level !== 'info')).toEqual([]);
  for (const { body } of discord.requests) {
    for (const { title = '', description = '' } of embedsOf(body)) {
      expect(() => shownText(title)).not.toThrow();
      expect(() => shownText(description)).not.toThrow();
    }
  }
}

function shownBy(messages: readonly Message[]): string {
  const embeds = messages.flatMap((message) => message.embeds);
  // Titles by themselves, for a text that goes on from one screen to the next has one in its middle.
  const texts = [...embeds.map(({ title = '' }) => title), ...embeds.map(({ description = '' }) => description)];
  return seen(texts.map(shownText).join(''));
}

/** All that the screens of a call show. */
async function shown(call: Omit<SlashCall, 'channel'>): Promise<string> {
  const { discord } = house;
  const first = await answered(discord, user, { channel, ...call });
  return shownBy(await everyScreen({ discord, user }, first));
}

/** As much of a text as a question may be long, and no half of a character. */
function asQuestion(text: string): string {
  let question = '';
  for (const character of text.replace(/\p{Surrogate}/gu, '')) {
    if (question.length + character.length > LONGEST) break;
    question += character;
  }
  return question;
}

const QUESTIONS = HOSTILE.map(([what, text]) => [what, asQuestion(`${WORD}高多少米？${text}`)] as const);

function hasButton(message: Message, label: string): boolean {
  return buttonsOf(message).some((button) => button.label === label && button.disabled !== true);
}

describe('hostile pages in Discord', TIMEOUT, () => {
  it('are counted in the presence', async () => {
    const { discord } = house;
    const said = `${articles.length} 篇文章`;
    await discord.until(() => discord.presences.some((presence) => JSON.stringify(presence).includes(said)));
  });

  it('are shown whole by /article, screen by screen', async () => {
    for (const article of articles) {
      const text = await shown({ command: 'article', options: { article: article.id } });
      const missing = textsOf(article).filter((part) => !text.includes(seen(part)));
      expect({ id: article.id, missing }).toEqual({ id: article.id, missing: [] });
    }
    expectUnharmed();
  });

  it('are listed by /articles with their whole titles, and opened from its menu', async () => {
    const { discord } = house;
    const screens = await everyScreen(
      { discord, user },
      await answered(discord, user, { channel, command: 'articles' }),
    );
    const text = shownBy(screens);
    for (const { title } of articles) expect(text).toContain(seen(title ?? ''));
    const options = screens.flatMap(({ components }) =>
      components.flatMap((row) => (row.components ?? []).flatMap(({ options: entries = [] }) => entries)),
    );
    expect(options.length).toBeGreaterThan(0);
    expectUnharmed();
  });

  it('are found by /search, short passages whole', async () => {
    const text = await shown({ command: 'search', options: { words: WORD } });
    const { passages } = await pages.workplace.library.search(WORD, { limit: 100 });
    const short = passages.filter(({ text: said }) => said.length < 200);
    expect(short.length).toBeGreaterThan(20);
    for (const { text: said } of short) expect(text).toContain(seen(said));
    expectUnharmed();
  });

  it.each(HOSTILE)('are searched for: %s', async (_, words) => {
    const asked = asQuestion(words);
    if (asked !== '') await shown({ command: 'search', options: { words: asked } });
    expectUnharmed();
  });

  it('complete the name of an article', async () => {
    const { discord } = house;
    for (const typed of ['', WORD, ...HOSTILE.map(([, text]) => asQuestion(text).slice(0, 20))]) {
      const call = { channel, command: 'article', options: { article: typed }, focused: 'article' };
      const choices = await discord.autocomplete(user, call).offered(PATIENCE);
      for (const { name, value } of choices) {
        const [label = ''] = name.split(' · ');
        const title = articles.find(({ id }) => id === value)?.title ?? '';
        expect(seen(title)).toContain(seen(label.replace(/…$/u, '')));
      }
    }
    expectUnharmed();
  });

  it.each([
    ['article', { article: 'h3' }],
    ['topic', { words: WORD }],
    ['day', { day: '2023-08-16' }],
    ['page', { page: 'hostile.jsonl' }],
    ['range', {}],
  ])('are summarised: %s', async (subcommand, options) => {
    expect(await shown({ command: 'summary', subcommand, options })).toContain(WORD);
    expectUnharmed();
  });
});

describe('a hostile question', TIMEOUT, () => {
  it.each(QUESTIONS)('is answered, and its buttons work: %s', async (_, question) => {
    const { discord } = house;
    const turner = { discord, user };
    const asked = await answered(discord, user, { channel, command: 'ask', options: { question, explain: true } });
    const card = await answered(discord, user, { channel, command: 'ask', options: { question } });
    await everyScreen(turner, asked);
    for (const label of ['原文', '更多出处']) {
      if (hasButton(card, label)) await everyScreen(turner, await discord.press(user, card, label).answered(PATIENCE));
    }
    expectUnharmed();
  });

  it('is the name of a thread and goes on in it, and goes through the form', async () => {
    const { discord } = house;
    let threads = 0;
    for (const [, question] of QUESTIONS) {
      const card = await answered(discord, user, { channel, command: 'ask', options: { question } });
      if (!hasButton(card, '接着讨论')) continue;
      await discord.press(user, card, '接着讨论').answered(PATIENCE);
      const { body } = discord.requests.findLast(({ path }) => path.endsWith('/threads')) ?? expect.fail();
      const name = String(fieldsOf(body)['name']).replace(/…$/u, '');
      expect(seen(question)).toContain(seen(name));
      threads += 1;
      const form = discord.press(user, card, '追问');
      await form.asked(PATIENCE);
      await discord.submit(user, form, question).answered(PATIENCE);
    }
    expect(threads).toBeGreaterThan(QUESTIONS.length / 2);
    expectUnharmed();
  });

  it.each(QUESTIONS)(
    'is answered where somebody mentions us with it, and checked from the menu: %s',
    async (_, text) => {
      const { discord } = house;
      // What calls everybody is for everybody, not for us.
      const question = text.replace(/<@&?!?\d+>|@everyone|@here/gu, '');
      await discord.replyTo(discord.say(user, channel, `<@${discord.botUser.id}> ${question}`), PATIENCE);
      const message = discord.say(user, channel, text);
      await discord.menu(user, message, 'Check this').answered(PATIENCE);
      expectUnharmed();
    },
  );
});
