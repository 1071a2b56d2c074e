import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HISTORY_LENGTH, historyIn } from '../../../src/adapters/console/history.ts';
import { article, block } from '../../support/articles.ts';
import { answer, memoryLibrary } from '../../support/memory-library.ts';
import { runWith } from '../../support/terminal.ts';

const bridge = article({ id: 'a1', title: '大桥通车', reporters: ['李明'], blocks: [block('大桥全长2547米。')] });
const library = memoryLibrary({ articles: [bridge], outcomes: { '大桥多长？': answer() } });

describe('wenbao chat through a pipe', () => {
  it('answers each line in order: questions, commands, unknown commands', async () => {
    const input = '大桥多长？\n\n/search 全长\n/serach 全长\n';
    const { status, output } = await runWith(['chat'], { library, input });
    expect(status).toBe(0);
    const parts = [
      '问：大桥多长？',
      '2547米',
      '原文 /article a1',
      '问：/search 全长',
      '大桥【全长】2547米。',
      '问：/serach 全长',
      '您是想用“search”吗？',
    ];
    const places = parts.map((part) => output.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('is one conversation', async () => {
    const own = memoryLibrary();
    await runWith(['chat'], { library: own, input: '一\n二\n' });
    expect(own.asked.map(({ options }) => options.session)).toEqual(['terminal', 'terminal']);
  });

  it.each(['/quit', '/exit', '／退出'])('ends at %s', async (quit) => {
    const own = memoryLibrary();
    await runWith(['chat'], { library: own, input: `一\n${quit}\n二\n` });
    expect(own.asked.map(({ question }) => question)).toEqual(['一']);
  });

  it('says how to leave after /help', async () => {
    const { output } = await runWith(['chat'], { library, input: '/help\n' });
    expect(output).toContain('/quit');
    for (const name of ['/ask', '/search', '/article', '/articles', '/status']) expect(output).toContain(name);
  });

  it('survives lines of control characters and signs', async () => {
    const { status } = await runWith(['chat'], { library, input: '\u0000\u001B[A\n。。。？？？\n\u001B[2J\n' });
    expect(status).toBe(0);
  });
});

describe('wenbao start', () => {
  it('takes in the corpus, then answers', async () => {
    const paths: unknown[] = [];
    const ran = await runWith(['start'], {
      library,
      corpusDir: '/pages',
      input: '大桥多长？\n',
      taken: { added: 1 },
      onTakeIn: (...given) => paths.push(given),
    });
    expect(paths).toEqual([[['/pages'], false]]);
    expect(ran.status).toBe(0);
    expect(ran.output).toContain('2547米');
    expect(ran.messages).toBe('新增 1 篇，更新 0 篇，移除 0 篇。\n');
  });

  it('goes on when a page is refused, and names it', async () => {
    const refused = [{ file: 'x.txt', remark: { code: 'empty', details: { bytes: 0 } } }] as const;
    const ran = await runWith(['start'], { library, corpusDir: '/pages', input: '大桥多长？\n', taken: { refused } });
    expect(ran).toMatchObject({ status: 0, messages: '没有收入 x.txt：文件是空的；请换成有文字的文件。\n' });
  });

  it('tells what looked strange about what was read', async () => {
    const warnings = [{ file: 'x.txt', remark: { code: 'breaks-off', details: { article: '大桥' } } }] as const;
    const { messages } = await runWith(['start'], { library, corpusDir: '/pages', input: '/x\n', taken: { warnings } });
    expect(messages).toBe('x.txt：《大桥》在页面里中断，后文缺失；如有续页请一并收入。\n');
  });

  it('answers all the same where nothing can be written, and says that nothing was taken in', async () => {
    const parts = { library, corpusDir: '/pages', readonly: true, input: '大桥多长？\n' };
    const paths: unknown[] = [];
    const ran = await runWith(['start'], { ...parts, onTakeIn: (...given) => paths.push(given) });
    expect(ran.status).toBe(0);
    expect(ran.output).toContain('2547米');
    expect(ran.messages).toMatch(/^\/nowhere 不能写入，所以这次没有收入新的页面.*--data.*\n$/u);
    expect(paths).toEqual([]);
  });

  it('shows questions made from its own articles, with their answers, and how to connect Discord, without input', async () => {
    const outcomes = { '《大桥通车》的记者是谁？': answer({ text: '李明' }) };
    const own = memoryLibrary({ articles: [bridge], outcomes });
    const { status, output } = await runWith(['start'], { library: own, corpusDir: '/pages' });
    expect(status).toBe(0);
    expect(output).toContain('问：《大桥通车》的记者是谁？\n李明\n');
    expect(output).toContain('DISCORD_TOKEN');
  });

  it('says what to do without input and without articles', async () => {
    const { status, output, messages } = await runWith(['start']);
    expect(status).toBe(0);
    expect(output).toContain('wenbao index');
    expect(messages).toContain('CORPUS_DIR');
  });

  it('connects instead of chatting where it can, once everything is taken in, and ends as the connection did', async () => {
    const seen: unknown[] = [];
    const ran = await runWith(['start'], {
      library,
      corpusDir: '/pages',
      input: '大桥多长？\n',
      onTakeIn: (paths) => seen.push(paths),
      onClose: () => seen.push('closed'),
      connect: async (workplace, at) => {
        seen.push(workplace.library === library, at);
        return 7;
      },
    });
    expect(ran).toEqual({ status: 7, output: '', messages: '' });
    expect(seen).toEqual([['/pages'], true, { dataDir: '/nowhere' }, 'closed']);
  });

  it('chats when told to, although it could connect', async () => {
    const connect = () => Promise.reject(new Error('not asked for'));
    const { status, output } = await runWith(['chat'], { library, connect, input: '大桥多长？\n' });
    expect(status).toBe(0);
    expect(output).toContain('2547米');
  });
});

describe('the history of the chat', () => {
  it('keeps the newest lines over a restart, newest first', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wenbao-history-'));
    try {
      const lines = Array.from({ length: HISTORY_LENGTH + 5 }, (_, at) => `问题${at}`);
      await historyIn(folder).save(lines);
      const loaded = await historyIn(folder).load();
      expect(loaded).toEqual(lines.slice(0, HISTORY_LENGTH));
      expect((await readFile(join(folder, 'chat-history'), 'utf8')).split('\n').length).toBe(HISTORY_LENGTH + 1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('is empty, and no trouble, where the folder is missing', async () => {
    const history = historyIn('/nowhere/at/all');
    await history.save(['x']);
    expect(await history.load()).toEqual([]);
  });
});
