import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registry } from '../../commands/registry.ts';
import { isSlashLine, parseSlash } from '../../src/app/slash-line.ts';
import { type House, reader } from '../support/bot-house.ts';
import type { Channel, Message, Person } from '../support/discord/model.ts';
import {
  answered,
  CORPUS,
  everyScreen,
  type Gold,
  linesOf,
  type OpenHouse,
  openPageHouse,
  PATIENCE,
  type PageLibrary,
  takenIn,
} from '../support/page-house.ts';

const TIMEOUT = { timeout: 120_000 };

let pages: PageLibrary;
let open: OpenHouse;
let house: House;
let user: Person;
let channel: Channel;

beforeAll(async () => {
  pages = await takenIn(CORPUS);
  open = await openPageHouse(pages);
  house = open.house;
  const { discord } = house;
  channel = discord.addChannel(discord.addGuild({ locale: 'zh-CN' }));
  user = reader(discord);
});
afterAll(async () => {
  await open.close();
  await pages.close();
});

/** What people read of cards: their texts without the signs of markup. */
function read(...messages: readonly Message[]): string {
  const text = messages.map((message) => house.discord.textOf(message)).join('\n');
  return text.replace(/\*\*/gu, '').replace(/\\([^0-9A-Za-z\s])/gu, '$1');
}

/** Whether a text gives the answer: of each part one of its forms. */
function gives(text: string, { answers }: Pick<Gold, 'answers'>): boolean {
  return answers.every((forms) => forms.some((form) => text.includes(form)));
}

const QUESTIONS = linesOf<Gold>('questions.jsonl');
/** Of every page, and of every kind of answer; each stands word for word in one sentence. */
const ASKED = [
  ...['000-001', '000-005', '000-008', '000-016', '001-003', '001-009'],
  ...['002-014', '002-018', '003-007', '003-036', '004-001', '004-007'],
];

describe('a question about the real pages', TIMEOUT, () => {
  it.each(ASKED)('is answered on its card: %s', async (id) => {
    const gold = QUESTIONS.find((each) => each.id === id) ?? expect.fail();
    const options = { question: gold.question };
    const card = await answered(house.discord, user, { channel, command: 'ask', options });
    expect({ text: read(card), given: gives(read(card), gold) }).toMatchObject({ given: true });
    expect(card.embeds[0]?.description).toContain('> ');
    expect(read(card)).toMatch(/《.+》/u);
  });
});

interface Dialogue {
  readonly id: string;
  readonly turns: readonly Pick<Gold, 'question' | 'answers'>[];
}

const DIALOGUES = linesOf<Dialogue>('dialogues.jsonl').filter(({ id }) => ['dlg-16', 'dlg-35'].includes(id));

describe('a dialogue about the real pages', TIMEOUT, () => {
  it.each(DIALOGUES)('goes on by the button that asks for the next question: $id', async ({ turns }) => {
    const { discord } = house;
    let card: Message | null = null;
    for (const { question, answers } of turns) {
      if (card === null) card = await answered(discord, user, { channel, command: 'ask', options: { question } });
      else {
        // Somebody else in between does not change what is followed up.
        await answered(discord, user, { channel, command: 'ask', options: { question: '卡奥斯是什么？' } });
        const pressed = discord.press(user, card, '追问');
        await pressed.asked(PATIENCE);
        card = await discord.submit(user, pressed, question).answered(PATIENCE);
      }
      expect(gives(read(card), { answers }), read(card)).toBe(true);
    }
  });

  it.each(DIALOGUES)('goes on by replies of several people: $id', async ({ turns }) => {
    const { discord } = house;
    let card: Message | null = null;
    for (const { question, answers } of turns) {
      const said =
        card === null
          ? discord.say(reader(discord), channel, `<@${discord.botUser.id}> ${question}`)
          : discord.say(reader(discord), channel, question, { replyTo: card });
      card = await discord.replyTo(said, PATIENCE);
      expect(gives(read(card), { answers }), read(card)).toBe(true);
    }
  });
});

interface Wish {
  readonly id: string;
  readonly input: string;
  readonly category: string;
  readonly must_mention?: readonly { readonly text: string }[];
}

/** What exists today. */
const CATEGORIES = ['summary', 'search', 'list', 'source', 'ambiguous_title'];
const WISHES = linesOf<Wish>('commands.jsonl').filter(({ category }) => CATEGORIES.includes(category));

/** What is said instead of what a wish names, where the texts are shown as they stand and nothing is translated. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  'cmd-09': ['2020年', '2022年', '2024年'],
  'cmd-13': ['housing fund', '中文'],
  'cmd-20': ['火星移民', '没有找到'],
  'cmd-21': ['晚于'],
  'cmd-23': ['例如'],
  'cmd-28': ['青岛金花', '考核结果', '以高科技高智能'],
  'cmd-29': ['文章', '30'],
  'cmd-31': ['出处', '2547.26亿元', '丁倩倩'],
  'cmd-60': ['上合示范区打造青年创业国际孵化平台'],
};

/** The first card that answers a wish: typed as a command, or said to us. */
async function firstCard(input: string): Promise<Message> {
  const { discord } = house;
  const line = input.replace(/^\/source/u, '/article');
  if (!isSlashLine(line)) {
    return discord.replyTo(discord.say(user, channel, `<@${discord.botUser.id}> ${line}`), PATIENCE);
  }
  const { command, values: options } = parseSlash(line, registry);
  const asked = discord.slash(user, { channel, command, options });
  // A slip is told beside what was promised to everybody.
  await asked.until(({ original, followUps }) => followUps.length > 0 || (original?.embeds.length ?? 0) > 0, PATIENCE);
  return asked.followUps[0] ?? asked.original ?? expect.fail();
}

describe('a wish about the real pages', TIMEOUT, () => {
  it.each(WISHES)('$input', async ({ id, input, must_mention = [] }) => {
    if (id === 'cmd-31') await firstCard('青岛住房公积金累计收缴多少亿元？');
    const text = read(...(await everyScreen({ discord: house.discord, user }, await firstCard(input))));
    const parts = INSTEAD[id] ?? must_mention.map((mention) => mention.text);
    expect(parts.length).toBeGreaterThan(0);
    expect({ missing: parts.filter((part) => !text.includes(part)), text }).toMatchObject({ missing: [] });
    expect(house.log.filter(({ level }) => level === 'error')).toEqual([]);
    expect(house.discord.requests.filter(({ status }) => status >= 400)).toEqual([]);
  });

  it('that names two articles offers both as buttons, and the one that is pressed is summarised', async () => {
    const { discord } = house;
    const card = await firstCard('总结组织部那篇');
    const labels = card.components.flatMap(({ components = [] }) => components.map(({ label }) => label ?? ''));
    expect(labels.length).toBeGreaterThan(1);
    const opened = await discord.press(user, card, labels[0] ?? '').answered(PATIENCE);
    expect(read(opened)).toContain('句子照录原文');
  });
});

describe('a real page', TIMEOUT, () => {
  it('is read to its end by /article, and every screen is within the limits', async () => {
    const { discord } = house;
    for (const { id, blocks } of await pages.workplace.library.articles({})) {
      const first = await answered(discord, user, { channel, command: 'article', options: { article: id } });
      const text = read(...(await everyScreen({ discord, user }, first))).replace(/\s+/gu, '');
      const words = blocks.filter(({ table }) => table === undefined).map((block) => block.text.replace(/\s+/gu, ''));
      // A paragraph may go on on the next screen, where the foot of the first stands in between.
      expect(words.filter((word) => word.length < 40 && !text.includes(word))).toEqual([]);
      expect(text).toContain(words.at(-1)?.slice(-20) ?? '');
    }
    expect(discord.requests.filter(({ status }) => status >= 400)).toEqual([]);
    expect(discord.pings.filter(({ users }) => !users.includes(discord.botUser.id))).toEqual([]);
  });
});
