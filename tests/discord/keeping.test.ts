import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../src/adapters/log.ts';
import { type OpenWorkplace, openWorkplace } from '../../src/compose.ts';
import { type House, reader } from '../support/bot-house.ts';
import { built } from '../support/built.ts';
import type { Channel, Message, Person, Upload } from '../support/discord/model.ts';
import { answered, type OpenHouse, openPageHouse, PATIENCE } from '../support/page-house.ts';

const TIMEOUT = { timeout: 120_000 };
const ROOT = join(import.meta.dirname, '..', '..');
const MANAGE_SERVER = 1n << 5n;
const LIMITS = {
  fileBytes: 1024 * 1024,
  files: 10,
  unpackedBytes: 8 * 1024 * 1024,
  unpackRatio: 100,
  pagesPerHour: 500,
};

let folder = '';
let workplace: OpenWorkplace;
let open: OpenHouse;
let house: House;
let channel: Channel;
let admin: Person;
const log: string[] = [];

beforeAll(async () => {
  const program = built('src/bin/performer.ts');
  folder = await mkdtemp(join(tmpdir(), 'wenbao-keeping-'));
  workplace = await openWorkplace(join(folder, 'data'), {
    keeping: {
      queue: { redis: null, worker: true, workers: 1 },
      limits: LIMITS,
      corpusDir: join(ROOT, 'corpus'),
      program,
      log: createLog({ level: 'warn', logQuestions: false, destination: { write: (line) => log.push(line) } }),
    },
  });
  await workplace.startKeeping('asker');
  const admins = new Set<string>();
  open = await openPageHouse({ workplace, close: () => workplace.close() }, { parts: { admins } });
  house = open.house;
  const { discord } = house;
  channel = discord.addChannel(discord.addGuild({ locale: 'zh-CN' }));
  admin = reader(discord);
  admins.add(admin.id);
});
afterAll(async () => {
  await open.close();
  await workplace.close();
  await rm(folder, { recursive: true, force: true });
});

function upload(filename: string, text: string): Upload {
  return { filename, data: new TextEncoder().encode(text) };
}

function page(title: string, ...sentences: readonly string[]): string {
  return `# ${title}\n\n　　本报讯 记者 张三 报道 ${sentences.join('')}\n`;
}

interface Wish {
  readonly subcommand: string;
  readonly options?: Readonly<Record<string, string | boolean | number | Upload>>;
  readonly user?: Person;
}

function keep({ subcommand, options = {}, user = admin }: Wish): Promise<Message> {
  const call = { channel, command: 'admin', subcommand, options, permissions: MANAGE_SERVER };
  return answered(house.discord, user, call);
}

function textOf(message: Message): string {
  return house.discord.textOf(message).replace(/\\(?=[^0-9A-Za-z\s])/gu, '');
}

/** The card when it says so. */
async function shows(message: Message, said: string | RegExp): Promise<Message> {
  return vi.waitFor(
    () => {
      const now = house.discord.current(message) ?? expect.fail('The card is gone.');
      expect(textOf(now)).toMatch(said);
      return now;
    },
    { timeout: PATIENCE, interval: 50 },
  );
}

async function answerTo(question: string): Promise<string> {
  return textOf(
    await answered(house.discord, reader(house.discord), { channel, command: 'ask', options: { question } }),
  );
}

describe('those who keep the library, in Discord', TIMEOUT, () => {
  it('hand in pages, watch them being taken in, and ask about them', async () => {
    const card = await keep({
      subcommand: 'add',
      options: {
        file1: upload('shop.txt', page('小镇开了一家书店', '小镇昨天开了一家书店，藏书三万册。')),
        file2: upload('bridge.md', page('北河大桥通车', '北河大桥昨天通车，全长1250米。')),
        file3: upload('photo.png', '\u0089PNG'),
        paper: '晚报',
        date: '2023-05-01',
      },
    });
    const done = await shows(card, '已办完');
    const text = textOf(done);
    expect(text.match(/完成：1 篇/gu)).toHaveLength(2);
    expect(text).toContain('《小镇开了一家书店》');
    expect(text).toContain('photo.png');
    expect(await answerTo('北河大桥全长多少米？')).toMatch(/1250米[\s\S]*晚报[\s\S]*2023年5月1日/u);
    expect(log).toEqual([]);
  });

  it('are told that a page is there already, whatever they left out', async () => {
    const file1 = upload('shop.txt', page('小镇开了一家书店', '小镇昨天开了一家书店，藏书三万册。'));
    await shows(await keep({ subcommand: 'add', options: { file1 } }), '没有变化');
    expect((await workplace.library.articles()).filter(({ title }) => title === '小镇开了一家书店')).toHaveLength(1);
  });

  it('replace a page by one of the same name, paper and day', async () => {
    const file1 = upload('shop.txt', page('小镇开了一家书店', '小镇昨天开了一家书店，藏书四万册。'));
    const options = { file1, paper: '晚报', date: '2023-05-01' };
    await shows(await keep({ subcommand: 'add', options }), /更新 1/u);
    expect(await answerTo('小镇的书店藏书多少册？')).toContain('四万册');
  });

  it('paste a text into a form', async () => {
    const { discord } = house;
    const card = await keep({ subcommand: 'add', options: { paper: '晨报', date: '2023-06-02' } });
    const pressed = discord.press(admin, card, '粘贴文字');
    await pressed.asked(PATIENCE);
    const text = page('植树活动举行', '今天，某区举行植树活动，共植树300棵。');
    await shows(await discord.submit(admin, pressed, text).answered(PATIENCE), '已办完');
    expect(await answerTo('某区植树活动共植树多少棵？')).toContain('300棵');
  });

  it('are told what is wrong with an empty file, and that nothing was taken in', async () => {
    const card = await keep({ subcommand: 'add', options: { file1: upload('blank.txt', '') } });
    expect(textOf(await shows(card, 'blank.txt'))).toMatch(/空|没有/u);
    expect(await workplace.library.articles({ page: 'blank.txt' })).toEqual([]);
  });

  it('take out an article after they were asked again, and let it in again', async () => {
    const { discord } = house;
    const [bridge] = await workplace.library.findArticles('北河大桥通车');
    const asked = await keep({ subcommand: 'remove', options: { article: bridge?.id ?? '' } });
    expect(textOf(asked)).toContain('北河大桥通车');
    expect(await workplace.library.article(bridge?.id ?? '')).not.toBeNull();
    const confirmed = await discord.press(admin, asked, '确定移除').answered(PATIENCE);
    const gone = await shows(confirmed, '已办完');
    expect(await answerTo('北河大桥全长多少米？')).not.toContain('1250米');
    const again = await discord.press(admin, gone, '恢复这篇文章').answered(PATIENCE);
    await shows(again, '已办完');
    expect(await answerTo('北河大桥全长多少米？')).toContain('1250米');
  });

  it('read everything again, and are told that nothing has changed', async () => {
    await shows(await keep({ subcommand: 'reindex' }), '没有变化');
    await shows(await keep({ subcommand: 'reindex', options: { force: true } }), '已办完');
    expect(await answerTo('北河大桥全长多少米？')).toContain('1250米');
  });

  it('look at jobs, pause them, and let them go on', async () => {
    const { discord } = house;
    const jobs = await keep({ subcommand: 'jobs' });
    const paused = await discord.press(admin, jobs, '暂停').answered(PATIENCE);
    const card = await keep({
      subcommand: 'add',
      options: { file1: upload('later.txt', page('迟到的消息', '湖心亭高12米。')) },
    });
    expect(textOf(card)).toContain('等待');
    await discord.press(admin, paused, '继续').answered(PATIENCE);
    await shows(card, '已办完');
    expect(await answerTo('湖心亭高多少米？')).toContain('12米');
  });

  it('are given the questions that went unanswered, as a file too', async () => {
    await answerTo('南山隧道有多长？');
    expect(textOf(await keep({ subcommand: 'unanswered' }))).toContain('南山隧道有多长');
    const exported = await keep({ subcommand: 'unanswered', options: { export: true } });
    const [file] = exported.attachments;
    const text = await (await fetch(file?.url ?? '')).text();
    expect(text).toContain('南山隧道有多长');
  });

  it('are given a copy of the library', async () => {
    const card = await keep({ subcommand: 'backup' });
    const [copy] = await readdir(join(folder, 'data', 'backups'));
    expect(textOf(card)).toContain(copy);
    expect(card.attachments).toHaveLength(1);
  });

  it.each(['add', 'remove', 'reindex', 'jobs', 'unanswered', 'backup'])(
    'are the only ones who can: /admin %s is refused to others, for them alone to see',
    async (subcommand) => {
      const user = reader(house.discord);
      const { tally } = workplace.store;
      const before = await tally.call(workplace.store);
      const asked = house.discord.slash(user, { channel, command: 'admin', subcommand, permissions: MANAGE_SERVER });
      expect(textOf(await asked.answered(PATIENCE))).toContain('BOT_ADMINS');
      expect(asked.ephemeral).toBe(true);
      expect(await workplace.store.tally()).toEqual(before);
    },
  );
});
