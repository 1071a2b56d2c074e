/** The real bot at an imitation of Discord's servers, and what somebody asks it there. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Discord, startDiscord } from '../../tests/support/discord/discord.ts';
import type { Channel, Message, Person } from '../../tests/support/discord/model.ts';
import type { Face, Said } from './page.ts';

/** A picture to be: its name and what is said in it. */
export interface Scene {
  readonly name: 'ask' | 'refusal' | 'summary' | 'search';
  readonly said: readonly Said[];
}

/** The first start takes in the pages. */
const PATIENCE_MS = 120_000;
const BOT: Face = { name: '问报', colour: '#2e7d5b' };
const READER: Face = { name: '小林', colour: '#c2714f' };

/** Somebody in a channel. */
interface Seat {
  readonly discord: Discord;
  readonly person: Person;
  readonly channel: Channel;
}

/** A command as it is typed: the names that Discord shows, and those that the bot is told. */
interface Typed {
  readonly command: string;
  readonly subcommand?: string;
  readonly shown: string;
  readonly values: readonly { readonly key: string; readonly name: string; readonly value: string }[];
}

function byBot(message: Message, above: Said['above']): Said {
  return { by: BOT, isApp: true, above, message };
}

/** Calls a command and gives the answer as everybody sees it. */
async function call({ discord, person, channel }: Seat, typed: Typed): Promise<{ message: Message; said: Said }> {
  const { command, subcommand, shown, values } = typed;
  const options = Object.fromEntries(values.map(({ key, value }) => [key, value]));
  const slash = { channel, command, options, ...(subcommand === undefined ? {} : { subcommand }) };
  const message = await discord.slash(person, slash).answered();
  return { message, said: byBot(message, { kind: 'call', by: READER, command: shown, values }) };
}

/** Replies to an answer with the next question and gives both. */
async function followUp({ discord, person, channel }: Seat, answer: Message, question: string): Promise<Said[]> {
  const asked = discord.say(person, channel, `<@${discord.botUser.id}> ${question}`, { replyTo: answer });
  const reply = await discord.replyTo(asked);
  return [
    {
      ...{ by: READER, isApp: false, message: asked },
      // All that Discord shows of a message without a text.
      above: { kind: 'reply', to: BOT, said: '点击以查看附件', isApp: true },
    },
    byBot(reply, { kind: 'reply', to: READER, said: `@${BOT.name} ${question}`, isApp: false }),
  ];
}

function asking(question: string): Typed {
  return { command: 'ask', shown: '提问', values: [{ key: 'question', name: '问题', value: question }] };
}

async function scenesIn(seat: Seat): Promise<Scene[]> {
  const first = await call(seat, asking('2022年二季度“摘星夺旗”考核，崂山区综合成绩多少分？'));
  const next = await followUp(seat, first.message, '那胶州呢？');
  const refused = await call(seat, asking('首届青岛国际女水彩画家作品展2019年在哪里举办？'));
  const summary = await call(seat, {
    ...{ command: 'summary', subcommand: 'article', shown: '概括 文章' },
    values: [{ key: 'article', name: '文章', value: '青岛安排317个高质量发展项目' }],
  });
  const found = await call(seat, {
    ...{ command: 'search', shown: '检索' },
    values: [{ key: 'words', name: '关键词', value: '国药药材' }],
  });
  return [
    { name: 'ask', said: [first.said, ...next] },
    { name: 'refusal', said: [refused.said] },
    { name: 'summary', said: [summary.said] },
    { name: 'search', said: [found.said] },
  ];
}

/** Runs a built program; what it complains about goes to our own standard error. */
function run(program: string, args: readonly string[], env: Record<string, string>): ChildProcess {
  const file = join('dist', 'src', 'bin', program);
  const own = { PATH: process.env['PATH'] ?? '', LOCALE: 'zh-CN', ...env };
  return spawn(process.execPath, [file, ...args], { env: own, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Starts the bot as its owner would, asks it everything, and stops it. Wants the current folder to be the package. */
export async function scenes(): Promise<Scene[]> {
  const folder = await mkdtemp(join(tmpdir(), 'wenbao-cards-'));
  const discord = await startDiscord();
  const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api };
  const channel = discord.addChannel(discord.addGuild());
  const person = discord.addUser({ name: READER.name, locale: 'zh-CN' });
  let bot: ChildProcess | null = null;
  try {
    await once(run('deploy-commands.js', [], env), 'exit');
    bot = run('wenbao.js', ['start', '--data', folder], env);
    await discord.ready(1, PATIENCE_MS);
    return await scenesIn({ discord, person, channel });
  } finally {
    if (bot?.kill('SIGTERM')) await once(bot, 'exit');
    await discord.close();
    await rm(folder, { recursive: true, force: true });
  }
}
