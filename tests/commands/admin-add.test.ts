import { describe, expect, it } from 'vitest';
import { registry } from '../../commands/registry.ts';
import { dispatch } from '../../src/app/dispatch.ts';
import { LOCALES } from '../../src/app/locale.ts';
import type { Block, Reply } from '../../src/app/reply.ts';
import type { Call } from '../../src/app/request.ts';
import { linesOf, say } from '../support/desk.ts';
import { inHouse, type KeeperHouse, textFile } from '../support/keeper-house.ts';
import { memoryLibrary } from '../support/memory-library.ts';

const PAGE = '# 大桥通车\n\n　　大桥全长2547米。\n\n# 小麦丰收\n\n　　小麦产量120万吨。\n';

const add = (values: Record<string, string> = {}): Call => ({ command: 'admin add', values });

/** Hands in files by an admin. */
function handIn(house: KeeperHouse, ...files: readonly (readonly [name: string, text: string])[]): Promise<Reply> {
  const sent = new Map(files.map(([name, text], at) => [`upload-${at}`, textFile(name, text)]));
  const values = Object.fromEntries([...sent.keys()].map((key, at) => [`file${at + 1}`, key]));
  return house.say(add({ ...values, paper: '江城晚报', date: '2022-7-15' }), 'zh-CN', sent);
}

function refreshed(house: KeeperHouse, reply: Reply): Promise<Reply> {
  if (reply.refresh === undefined) throw new Error('It does not go on.');
  return house.say(reply.refresh.call);
}

function labels(reply: Reply): string[] {
  return reply.actions.map(({ label }) => label);
}

function items(block: Block | undefined): readonly (Call | undefined)[] {
  return block?.kind === 'list' ? block.items.map(({ call }) => call) : [];
}

function press(house: KeeperHouse, reply: Reply, label: string): Promise<Reply> {
  const action = reply.actions.find((each) => each.label === label);
  if (action === undefined) throw new Error(`There is no button "${label}".`);
  return house.say(action.call);
}

describe('/admin', () => {
  it('is for admins alone', async () => {
    const refused = await say(memoryLibrary(), add());
    expect(refused.tone).toBe('error');
    expect(linesOf(refused)[0]).toContain('BOT_ADMINS');
  });

  it('says of a library that can only be read that it cannot be changed', async () => {
    const asker = { id: '甲', locale: 'zh-CN' as const, admin: true };
    const desk = { library: memoryLibrary(), registry, onFault: String };
    const reply = await dispatch({ ...add(), asker }, desk);
    expect(reply.tone).toBe('refusal');
    expect(linesOf(reply)[0]).toContain('只能读');
  });

  it('is listed in the help of admins alone', () =>
    inHouse(async (house) => {
      const help = { command: 'help', values: {} };
      expect(linesOf(await say(house.library, help)).join()).not.toContain('/admin add');
      expect(linesOf(await house.say(help)).join()).toContain('/admin add');
    }));
});

describe('/admin add', () => {
  it.each(LOCALES)('says in %s what can be handed in, with a way to paste a text', (locale) =>
    inHouse(async (house) => {
      house.folders['2022'] = [];
      const reply = await house.say(add({ paper: '晚报', date: '2022-07' }), locale);
      expect(reply.audience).toBe('asker');
      expect(linesOf(reply).join()).toContain('.docx');
      expect(linesOf(reply).join()).toContain('1 MiB');
      expect(items(reply.blocks.at(-1))).toEqual([add({ paper: '晚报', date: '2022-07', folder: '2022' })]);
      const [paste] = reply.actions;
      expect(paste).toMatchObject({
        call: { command: 'admin paste', values: { paper: '晚报', date: '2022-07' } },
        fill: 'text',
      });
      expect(paste?.label).toBe({ 'zh-CN': '粘贴文字', 'zh-TW': '貼上文字', en: 'Paste text' }[locale]);
    }),
  );

  it('shows each file, goes on by itself, and ends with the articles that were found', () =>
    inHouse(async (house) => {
      const first = await handIn(house, ['a.txt', PAGE], ['b.exe', 'MZ']);
      expect(linesOf(first)).toEqual([
        'heading 收入进度',
        'list a.txt · 等待',
        'heading 没有收入的',
        expect.stringMatching(/^list b\.exe · .*\.txt/u),
      ]);
      expect(first.refresh?.afterMs).toBe(1500);
      expect(labels(first)).toEqual(['刷新', '取消']);
      await house.work();
      const last = await refreshed(house, first);
      expect(linesOf(last)).toEqual([
        'heading 已办完',
        'list a.txt · 完成：2 篇（新增 2，更新 0，移除 0）',
        'heading 收入的文章',
        'list 《大桥通车》\n《小麦丰收》',
        'heading 没有收入的',
        expect.stringContaining('b.exe'),
      ]);
      expect(last.refresh).toBeUndefined();
      const [call] = items(last.blocks[3]);
      expect(linesOf(await house.say(call ?? add()))[0]).toBe('heading 大桥通车');
      expect(await house.store.pageRecord('a.txt')).toMatchObject({ publication: '江城晚报', date: '2022-07-15' });
    }));

  it('tells the stage of a page that is being read, and that the queue is away or rests', () =>
    inHouse(async (house) => {
      const first = await handIn(house, ['a.txt', PAGE]);
      const error = { kind: 'given-up', times: 8 } as const;
      const claimed = await house.store.claim('a.txt', { at: 1, silentSince: 0, most: 8, error });
      if (claimed === null) throw new Error('Nothing to claim.');
      await house.store.advance(claimed.claim, { name: 'reading', done: 0, total: 0 }, 2);
      expect(linesOf(await refreshed(house, first))[1]).toBe('list a.txt · 正在读取');
      await house.store.advance(claimed.claim, { name: 'indexing', done: 1, total: 3 }, 3);
      expect(linesOf(await refreshed(house, first))[1]).toBe('list a.txt · 写入索引 1/3');
      house.queue.paused = true;
      expect(linesOf(await refreshed(house, first))[1]).toContain('暂停');
      house.queue.away = true;
      expect(linesOf(await refreshed(house, first))[1]).toContain('连不上队列');
    }));

  it('says why a page has failed, and retries it by a button', () =>
    inHouse(async (house) => {
      const first = await handIn(house, ['a.txt', '   ']);
      await house.work();
      const failed = await refreshed(house, first);
      expect(linesOf(failed)[1]).toMatch(/^list a\.txt · 失败：3 个字节全是空白/u);
      expect(labels(failed)).toEqual(['重试']);
      expect(linesOf(await press(house, failed, '重试'))[1]).toBe('list a.txt · 等待');
    }));

  it('cancels by a button', () =>
    inHouse(async (house) => {
      const cancelled = await press(house, await handIn(house, ['a.txt', PAGE]), '取消');
      expect(linesOf(cancelled)).toEqual(['heading 已办完', 'list a.txt · 已取消']);
      expect(labels(cancelled)).toEqual(['重试']);
    }));

  it('tells that a newer submission of the page is done instead', () =>
    inHouse(async (house) => {
      const first = await handIn(house, ['a.txt', PAGE]);
      await handIn(house, ['a.txt', PAGE]);
      await house.work();
      expect(linesOf(await refreshed(house, first))[1]).toBe('list a.txt · 已被更新的提交取代');
    }));

  it('takes in a folder of the server', () =>
    inHouse(async (house) => {
      house.folders['七月'] = [{ ...textFile('a.txt', PAGE), source: '/corpus/七月/a.txt' }];
      expect(linesOf(await house.say(add({ folder: '七月' })))[1]).toBe('list a.txt · 等待');
    }));

  it('wants files or a folder, not both, and real dates and files', () =>
    inHouse(async (house) => {
      const sent = new Map([['u', textFile('a.txt', PAGE)]]);
      expect(linesOf(await house.say(add({ folder: '七月', file1: 'u' }), 'zh-CN', sent))[0]).toContain('分两次');
      expect(linesOf(await house.say(add({ file1: 'u', date: '昨天' }), 'zh-CN', sent))[0]).toContain('昨天');
      expect(linesOf(await house.say(add({ file2: 'u' })))[0]).toContain('文件二');
    }));

  it('says that nothing came of files that are all refused', () =>
    inHouse(async (house) => {
      const reply = await handIn(house, ['b.exe', 'MZ']);
      expect(reply.tone).toBe('refusal');
      expect(linesOf(reply)).toEqual([
        'text 没有收到任何页面。',
        'heading 没有收入的',
        expect.stringContaining('b.exe'),
      ]);
    }));
});

describe('admin paste', () => {
  const paste = (text: string): Call => ({ command: 'admin paste', values: { text, date: '2022-07-15' } });

  it('takes in a text of several lines under its first one', () =>
    inHouse(async (house) => {
      const reply = await house.say(paste('大桥/通车?\n\n　　大桥全长2547米。'));
      expect(linesOf(reply)[1]).toBe('list 大桥 通车.txt · 等待');
      await house.work();
      const [article] = await house.library.articles();
      expect(article?.date).toBe('2022-07-15');
      expect(article?.blocks.map(({ text }) => text).join()).toContain('2547米');
    }));

  it('replaces what was pasted under the same first line', () =>
    inHouse(async (house) => {
      for (const end of ['甲。', '乙。']) {
        await house.say(paste(`大桥通车\n\n　　${end}`));
        await house.work();
      }
      expect(await house.library.counts()).toMatchObject({ pages: 1 });
    }));
});

describe('admin batch', () => {
  it('counts many pages instead of listing them, and lists those that failed', () =>
    inHouse(async (house) => {
      const lines = Array.from({ length: 11 }, (_, at) => (at === 4 ? ' ' : `# 新闻${at}\n`)).join('|');
      const first = await handIn(house, ['a.zip', lines.replaceAll('\n', '').replaceAll('|', '\n')]);
      expect(linesOf(first)[1]).toContain('facts 等待=11');
      expect(first.refresh?.afterMs).toBe(5000);
      await house.work();
      const last = await refreshed(house, first);
      expect(linesOf(last).slice(1, 4)).toEqual([
        'facts 完成=10\n失败=1\n文章变动=（新增 10，更新 0，移除 0）',
        'heading 失败的',
        expect.stringMatching(/^list 5\.txt · 失败：/u),
      ]);
    }));

  it('says where nothing is known any more', () =>
    inHouse(async (house) => {
      const reply = await house.say({ command: 'admin batch', values: { batch: 'long ago' } });
      expect(reply.tone).toBe('refusal');
    }));
});
