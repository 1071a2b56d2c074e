import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runConsole } from '../../../src/adapters/console/program.ts';
import { RemarkError } from '../../../src/app/remarks.ts';
import { article, block } from '../../support/articles.ts';
import { answer, memoryLibrary } from '../../support/memory-library.ts';
import { pageDesk, runWith } from '../../support/terminal.ts';

const bridge = article({
  id: 'a1',
  title: '大桥通车',
  kicker: '引题',
  byline: '记者 李明',
  reporters: ['李明'],
  date: '2022-07-15',
  blocks: [
    block('大桥全长2547米。'),
    block('小标题', 'crosshead'),
    block('图说', 'caption'),
    block('广告', 'advert'),
    block('启事', 'notice'),
  ],
});
const library = memoryLibrary({ articles: [bridge], outcomes: { '大桥多长？': answer() } });

describe('wenbao', () => {
  it.each([
    [['--help'], 0],
    [['--version'], 0],
  ])('says it without opening the library: %s', async (args, status) => {
    let opened = 0;
    const ran = await runWith(args, { onOpen: () => opened++ });
    expect({ ...ran, opened }).toMatchObject({ status, messages: '', opened: 0 });
    expect(ran.output).not.toBe('');
  });

  it('ends with 2 and says how, for wrong usage', async () => {
    const ran = await runWith(['summary', '--subject', 'x']);
    expect(ran).toMatchObject({ status: 2, output: '' });
    expect(ran.messages).toMatch(/没有“--subject”这个选项。\n.*wenbao --help/u);
  });

  it('speaks the language it is told', async () => {
    expect((await runWith(['listen'], { locale: 'en' })).messages).toContain('There is no command “listen”.');
  });

  it('does jobs as a worker where there is a queue to take them from, and says what is missing where there is none', async () => {
    expect(await runWith(['worker'])).toMatchObject({ status: 2, messages: expect.stringContaining('REDIS_URL') });
  });

  it('opens the folder of --data, else that of the environment, and closes it', async () => {
    const seen: string[] = [];
    const parts = { onOpen: (dataDir: string) => seen.push(dataDir), onClose: () => seen.push('closed') };
    await runWith(['stats', '--data', '/elsewhere'], parts);
    await runWith(['stats'], parts);
    expect(seen).toEqual(['/elsewhere', 'closed', '/nowhere', 'closed']);
  });

  it('ends with 1 and the reason, the cause included, when the library cannot be opened', async () => {
    const open = async () => {
      throw new Error('the store is newer', { cause: new Error('schema 9\u001B[2J') });
    };
    const ran = await runConsole(['stats'], {
      streams: { input: Readable.from([]), output: new PassThrough(), messages: new PassThrough() },
      locale: 'zh-CN',
      dataDir: '/nowhere',
      corpusDir: null,
      colours: 'never',
      version: '1',
      clock: () => 0,
      open,
      pages: pageDesk,
    });
    expect(ran).toBe(1);
  });

  it.each([
    ['zh-CN', /^出错：\/data 是格式 9，.*--data/u],
    ['zh-TW', /^出錯：\/data 是格式 9，.*--data/u],
    ['en', /^Failed: \/data has format 9, .*--data/u],
  ] as const)('says in %s what is wrong with the library and what to do', async (locale, said) => {
    const details = { place: '/data', found: 9, known: 1 };
    const open = () => Promise.reject(new RemarkError({ code: 'store-newer', details }, 'for logs'));
    const ran = await runWith(['stats'], { locale, open });
    expect(ran).toEqual({ status: 1, output: '', messages: expect.stringMatching(said) });
  });

  it('ends quietly with 0 when the reader goes away, and closes the library', async () => {
    const output = new PassThrough();
    const messages = new PassThrough();
    let [closed, read] = [false, 0];
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        read += 1;
        yield new TextEncoder().encode('{"id":1,"question":"谁"}\n');
      }
    }
    output.once('data', () => output.destroy());
    const status = await runConsole(['ask', '--jsonl'], {
      streams: { input: Readable.from(endless()), output, messages },
      locale: 'zh-CN',
      dataDir: '/nowhere',
      corpusDir: null,
      colours: 'never',
      version: '1',
      clock: () => 0,
      pages: pageDesk,
      open: async () => ({
        library,
        registry: (await import('../../../commands/registry.ts')).registry,
        readonly: false,
        doubtfulPages: async () => new Set<string>(),
        takeIn: () => Promise.reject(new Error('not asked for')),
        shelf: { keepCall: async () => {}, keptCall: async () => null },
        secret: async () => 'secret',
        warm: async () => {},
        startKeeping: async () => {},
        close: async () => {
          closed = true;
        },
      }),
    });
    expect({ status, closed, said: messages.read() }).toEqual({ status: 0, closed: true, said: null });
    expect(read).toBeLessThan(1000);
  });
});

describe('wenbao ask', () => {
  it('shows the answer, its proof and how sure it is', async () => {
    const { status, output } = await runWith(['ask', '大桥多长？'], { library });
    expect(status).toBe(0);
    expect(output).toBe(
      '2547米\n\n  │ 大桥全长【2547米】。\n  └ 《大桥通车》 · 晚报 01 · 2022年7月15日 · 记者 李明\n\n很有把握\n',
    );
  });

  it('says that there is no answer, which is no failure', async () => {
    const ran = await runWith(['ask', '别的'], { library });
    expect(ran).toMatchObject({ status: 0, messages: '' });
    expect(ran.output).toContain('没有写到');
  });

  it('refuses a question of 10,000 characters with the limit', async () => {
    const ran = await runWith(['ask', '长'.repeat(10_000)], { library });
    expect(ran).toEqual({ status: 1, output: '', messages: '“问题”有 10000 个字，最多 500 个字。请缩短后再发。\n' });
  });

  it('tells a fault with a reference, and its message to whoever runs the program', async () => {
    const broken = { ...library, ask: () => Promise.reject(new Error('disk gone')) };
    const { status, output, messages } = await runWith(['ask', '谁'], { library: broken });
    expect({ status, output }).toEqual({ status: 1, output: '' });
    const [, reference] = /编号 ([0-9a-f]{8})：disk gone/u.exec(messages) ?? [];
    expect(messages).toContain(`反馈时请附上编号 ${reference}`);
  });
});

describe('wenbao index', () => {
  const taken = { pages: 2, added: 3, replaced: 1, removed: 0 };
  const refused = [{ file: 'bad\u001B[2J.txt', remark: { code: 'binary', details: { sign: 'pdf' } } }] as const;

  it('takes in the paths and says what has changed', async () => {
    const paths: unknown[] = [];
    const ran = await runWith(['index', 'a', 'b'], { library, taken, onTakeIn: (...given) => paths.push(given) });
    expect(paths).toEqual([[['a', 'b'], false]]);
    expect(ran).toEqual({
      status: 0,
      output: '新增 3 篇，更新 1 篇，移除 0 篇。读了 2 个页面；现在共有 1 篇文章、5 个段落。\n',
      messages: '',
    });
  });

  it('gives one line of JSON', async () => {
    const { output } = await runWith(['index', '--json', 'a'], { library, taken });
    expect(output.endsWith('\n')).toBe(true);
    expect(JSON.parse(output)).toEqual({
      ...taken,
      ...{ refused: [], warnings: [], refusedMore: 0, warningsMore: 0 },
      ...{ articles: 1, passages: 5, ms: 1 },
    });
  });

  it('names what it refuses, with the reason, and ends with 1', async () => {
    const ran = await runWith(['index', 'a'], { library, taken: { refused } });
    expect(ran.status).toBe(1);
    expect(ran.messages).toBe('没有收入 bad.txt：这不是文本（像 PDF 文件）；请先转成 .txt 或 .md。\n');
  });

  it('tells them in the language of the person, and programs by code as well', async () => {
    const { output, messages } = await runWith(['index', '--json', 'a'], { library, locale: 'en', taken: { refused } });
    const message = 'It is no text: it begins like a PDF file. Convert it to .txt or .md first.';
    expect(messages).toBe(`bad.txt was not taken in: ${message}\n`);
    expect(JSON.parse(output).refused).toEqual([{ file: refused[0].file, ...refused[0].remark, message }]);
  });

  it.each([
    ['zh-CN', '另外还有 1 处没有收入，不再一一列出。', '另外还有 2 条提醒，不再一一列出。'],
    ['zh-TW', '另外還有 1 處沒有收入，不再一一列出。', '另外還有 2 條提醒，不再一一列出。'],
    ['en', '1 more was not taken in and is not listed.', '2 more remarks are not listed.'],
  ] as const)('says in %s how many more remarks there are than it names', async (locale, refusal, warning) => {
    const more = { refused, refusedMore: 1, warningsMore: 2 };
    const { messages } = await runWith(['index', 'a'], { library, locale, taken: more });
    const [first, , last] = messages.split('\n');
    expect([first, last]).toEqual([warning, refusal]);
  });

  it('reads again all that is kept when no path is named', async () => {
    const paths: unknown[] = [];
    const ran = await runWith(['index', '--rebuild'], { library, onTakeIn: (...given) => paths.push(given) });
    expect(paths).toEqual([[[], true]]);
    expect(ran.status).toBe(0);
    expect((await runWith(['index'])).status).toBe(2);
  });
});

describe('wenbao articles', () => {
  it('gives each article as other programs read it: text only, without crossheads, captions and adverts', async () => {
    const { output } = await runWith(['articles', '--json'], { library });
    expect(JSON.parse(output)).toEqual([
      {
        id: 'a1',
        page: 'page.txt',
        title: '大桥通车',
        kicker: '引题',
        subtitle: null,
        byline: '记者 李明',
        dateline: null,
        date: '2022-07-15',
        paragraphs: ['大桥全长2547米。', '启事'],
      },
    ]);
  });

  it('gives all of them, however many', async () => {
    const many = Array.from({ length: 1201 }, (_, at) => article({ id: `a${at}` }));
    const { output } = await runWith(['articles', '--json'], { library: memoryLibrary({ articles: many }) });
    const listed: { id: string }[] = JSON.parse(output);
    expect(listed.map(({ id }) => id)).toEqual(many.map(({ id }) => id));
  });

  it('gives an empty array for an empty library', async () => {
    expect(JSON.parse((await runWith(['articles', '--json'])).output)).toEqual([]);
  });

  it('lists them for people with their ids', async () => {
    const { output } = await runWith(['articles'], { library });
    expect(output).toBe('1. 《大桥通车》 · 晚报 01 · 2022年7月15日 · 记者 李明  a1\n');
  });
});

describe('wenbao stats', () => {
  it('counts for programs and for people', async () => {
    expect(JSON.parse((await runWith(['stats', '--json'], { library })).output)).toEqual({
      pages: 1,
      articles: 1,
      passages: 5,
      newest: '2022-07-15',
    });
    expect((await runWith(['stats'], { library })).output).toContain('最新日期  2022年7月15日');
  });
});
