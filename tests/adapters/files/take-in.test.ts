import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeInPaths } from '../../../src/adapters/files/take-in.ts';
import { MOST_TOLD, type TakenIn, type TakingProgress } from '../../../src/app/taken-in.ts';
import type { Store } from '../../../src/store/contract.ts';
import { openSqliteStore } from '../../../src/store/sqlite/store.ts';
import { indexFromScratch, indexOf, intakeFor, pageText } from '../../support/intake.ts';

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-test-'));
  store = await openSqliteStore(join(folder, 'data'));
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

async function takeIn(
  paths: readonly string[],
  { rebuild = false, knownWarnings = false } = {},
): Promise<TakenIn & { progress: TakingProgress[] }> {
  const progress: TakingProgress[] = [];
  const parts = {
    intake: intakeFor(store),
    target: store,
    rebuild,
    knownWarnings,
    onProgress: (at: TakingProgress) => progress.push(at),
  };
  const taken = await takeInPaths(
    paths.map((path) => join(folder, path)),
    parts,
  );
  return { ...taken, progress };
}

async function pageIds(): Promise<string[]> {
  return (await store.pageRecords()).map(({ id }) => id);
}

const page = (name: string) => pageText([`${name}地今日新闻`, `${name}地的消息，这里是它的正文。`]);

describe('taking in a folder', () => {
  it('takes in what is in it, with what pages.json or the name says of it', async () => {
    await write('p/a.txt', page('甲'));
    await write('p/sub/2022-07-15.md', page('乙'));
    await write('p/c.txt.gz', gzipSync(page('丙')));
    await write('p/n.jsonl', '{"id": "n1", "text": "一条新闻。"}\n');
    await write(
      'p/pages.json',
      '{"a.txt": {"publication": "晚报", "date": "2020-05", "page": "03"}, "c.txt": {"page": 4}}',
    );
    const taken = await takeIn(['p']);
    expect(taken).toMatchObject({ pages: 4, added: 4, replaced: 0, removed: 0, refused: [] });
    const records = (await store.pageRecords()).map(({ id, file, publication, date, label }) => [
      id,
      file,
      publication,
      date,
      label,
    ]);
    expect(records).toEqual([
      ['a.txt', 'a.txt', '晚报', '2020-05', '03'],
      ['c.txt.gz', 'c.txt.gz', null, null, '4'],
      ['n.jsonl#00000001', 'n.jsonl', null, null, null],
      ['sub/2022-07-15.md', '2022-07-15.md', null, '2022-07-15', null],
    ]);
  });

  it('does nothing the second time, and later only what has changed', async () => {
    await write('p/a.txt', page('甲'));
    await write('p/b.txt', page('乙'));
    await takeIn(['p']);
    const version = await store.version();
    expect(await takeIn(['p'])).toMatchObject({ pages: 2, added: 0, replaced: 0, removed: 0 });
    expect(await store.version()).toBe(version);
    await write('p/b.txt', page('丙'));
    expect(await takeIn(['p'])).toMatchObject({ pages: 2, added: 1, replaced: 0, removed: 1 });
    await write('p/pages.json', '{"a.txt": {"page": "1"}}');
    expect(await takeIn(['p'])).toMatchObject({ added: 0, replaced: 1, removed: 0 });
  });

  it('takes out what has gone from it, and nothing that came from elsewhere', async () => {
    await write('p/a.txt', page('甲'));
    await write('p/n.jsonl', '{"id": "n1", "text": "一条新闻。"}\n');
    await write('p/sub/b.txt', page('乙'));
    await write('p2/c.txt', page('丙'));
    await write('d.txt', page('丁'));
    await takeIn(['p', 'p2', 'd.txt']);
    for (const gone of ['p/n.jsonl', 'p/sub', 'p2/c.txt', 'd.txt']) await rm(join(folder, gone), { recursive: true });
    expect(await takeIn(['p'])).toMatchObject({ pages: 1, removed: 2 });
    expect(await pageIds()).toEqual(['a.txt', 'c.txt', 'd.txt']);
    expect(await indexOf(store)).toEqual(await indexFromScratch(store));
  });

  it('takes out nothing when a single file is named', async () => {
    for (const name of ['p/a.txt', 'p/b.txt']) await write(name, page(name));
    await takeIn(['p']);
    await rm(join(folder, 'p/b.txt'));
    expect(await takeIn(['p/a.txt'])).toMatchObject({ pages: 1, removed: 0 });
    expect(await pageIds()).toEqual(['a.txt', 'b.txt']);
  });

  it('takes out nothing when all has gone, for a disk may be missing, and says so', async () => {
    await write('p/a.txt', page('甲'));
    await takeIn(['p']);
    await rm(join(folder, 'p/a.txt'));
    const taken = await takeIn(['p']);
    expect(taken).toMatchObject({ removed: 0, refused: [], warnings: [{ remark: { code: 'folder-empty' } }] });
    expect(await pageIds()).toEqual(['a.txt']);
  });

  it('keeps a file that can no longer be read', async () => {
    await write('p/a.txt', page('甲'));
    await write('p/b.txt', page('乙'));
    await takeIn(['p']);
    await write('p/a.txt', '');
    expect(await takeIn(['p'])).toMatchObject({ pages: 1, removed: 0, refused: [{ file: join(folder, 'p/a.txt') }] });
    expect(await pageIds()).toEqual(['a.txt', 'b.txt']);
  });

  it('knows a folder again that was moved', async () => {
    await write('p/a.txt', page('甲'));
    await takeIn(['p']);
    const version = await store.version();
    await rename(join(folder, 'p'), join(folder, 'q'));
    expect(await takeIn(['q'])).toMatchObject({ pages: 1, added: 0, replaced: 0, removed: 0 });
    expect(await store.version()).toBe(version);
    expect(await pageIds()).toEqual(['a.txt']);
  });

  it('keeps files of the same name in two folders apart', async () => {
    await write('2022/01.txt', page('甲'));
    await write('2023/01.txt', page('乙'));
    await takeIn(['2022', '2023']);
    expect(await pageIds()).toEqual(['01.txt', '2023/01.txt']);
    expect(await takeIn(['2023/01.txt', '2022', '.'])).toMatchObject({ added: 0, replaced: 0, removed: 0 });
  });

  it('says how far it has come', async () => {
    await write('p/a.txt', page('甲'));
    await write('p/b.txt', '');
    await write('p/n.jsonl', Array.from({ length: 1200 }, (_, i) => `{"id": "n${i}", "text": "正文。"}\n`).join(''));
    const { progress } = await takeIn(['p']);
    expect(progress.length).toBeGreaterThanOrEqual(6);
    expect(progress[0]).toEqual({ done: 1, total: 3, file: join(folder, 'p/a.txt') });
    for (const { done, total } of progress) expect(done).toBeLessThanOrEqual(total);
    const dones = progress.map(({ done }) => done);
    expect(dones).toEqual(dones.toSorted((a, b) => a - b));
    expect(progress.at(-1)?.done).toBe(progress.at(-1)?.total);
  });
});

describe('what cannot be taken in', () => {
  const huge = new Uint8Array(30_000_000).fill(0x61);

  it.each([
    ['empty.txt', '', { code: 'empty', details: { bytes: 0 } }],
    [
      'picture.txt',
      Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0', 'latin1'),
      { code: 'binary', details: { sign: 'png' } },
    ],
    ['huge.txt', huge, { code: 'file-too-large' }],
    ['bomb.txt.gz', gzipSync(huge), { code: 'file-too-large' }],
    ['torn.txt.gz', gzipSync(page('甲')).subarray(0, 30), { code: 'file-damaged' }],
    ['torn.jsonl.gz', gzipSync('{"text": "正文。"}\n').subarray(0, 25), { code: 'file-damaged' }],
    ['empty.jsonl', '', { code: 'empty' }],
    [
      'broken.jsonl',
      '{"id": "a", "text": "正文。"}\n{"id": \n{"id": "c"}\n',
      { code: 'line-no-json', details: { line: 2 } },
    ],
    [
      'latin.txt',
      Buffer.from(Array.from({ length: 3000 }, (_, i) => 0x80 + ((i * 7919) % 128))),
      { code: 'undecodable', details: { bytes: 3000 } },
    ],
    [
      'pages.json',
      '{"good.txt": {"date": "yesterday"}}',
      { code: 'list-date-unknown', details: { entry: 'good.txt', found: '"yesterday"' } },
    ],
  ])('is refused by name: %s; the rest goes on', async (name, content, remark) => {
    await write(`p/${name}`, content);
    await write('p/good.txt', page('甲'));
    const { refused, added } = await takeIn(['p']);
    expect(refused[0]).toMatchObject({ file: join(folder, 'p', name), remark });
    expect((await store.articles({ page: 'good.txt' })).map(({ title }) => title)).toEqual(['甲地今日新闻']);
    expect(added).toBe(name === 'broken.jsonl' ? 2 : 1);
  });

  it('is refused by name when there is nothing of that name, or of no known kind', async () => {
    await write('a.pdf', 'x');
    await write('good.txt', page('甲'));
    const { refused, pages } = await takeIn(['a.pdf', 'gone.txt', 'good.txt', 'gone/deep']);
    expect(refused.map(({ file }) => file)).toEqual(
      ['a.pdf', 'gone.txt', 'gone/deep'].map((name) => join(folder, name)),
    );
    expect(pages).toBe(1);
  });

  it('is refused by name up to a number, and from there on counted', async () => {
    await write('p/broken.jsonl', `{"id": "a", "text": "正文。"}\n${'broken\n'.repeat(MOST_TOLD + 3)}`);
    const { refused, refusedMore, warningsMore, added } = await takeIn(['p']);
    expect({ refused: refused.length, refusedMore, warningsMore, added }).toEqual({
      ...{ refused: MOST_TOLD, refusedMore: 3 },
      ...{ warningsMore: 0, added: 1 },
    });
    expect(refused.at(-1)?.remark).toMatchObject({ code: 'line-no-json', details: { line: MOST_TOLD + 1 } });
  });

  it('is refused each time, not only the first', async () => {
    await write('p/broken.jsonl', '{"id": "a", "text": "正文。"}\n{"id": \n');
    const first = await takeIn(['p']);
    const second = await takeIn(['p']);
    expect(second.refused).toEqual(first.refused);
    expect(second.refused).toHaveLength(1);
  });
});

describe('what looks strange', () => {
  const strange = [{ file: '', remark: { code: 'breaks-off', details: { article: '春潮涌' } } }];
  const told = (file: string) => strange.map(({ remark }) => ({ file: join(folder, file), remark }));

  it('is told when the page is read, and again only for a file that is named itself and asked about', async () => {
    await write('p/a.txt', '# 春潮涌\n\n□记者 张三\n\n本报讯 正文到此为止，后面\n');
    expect((await takeIn(['p'])).warnings).toEqual(told('p/a.txt'));
    expect((await takeIn(['p'])).warnings).toEqual([]);
    expect((await takeIn(['p/a.txt'])).warnings).toEqual([]);
    expect((await takeIn(['p'], { knownWarnings: true })).warnings).toEqual([]);
    expect((await takeIn(['p/a.txt'], { knownWarnings: true })).warnings).toEqual(told('p/a.txt'));
    expect((await takeIn(['p'], { rebuild: true })).warnings).toEqual(told('p/a.txt'));
  });

  it('is told of a list each time, until it is mended', async () => {
    await write('p/a.txt', page('甲'));
    await write('p/pages.json', '{"a.txt": {"data": "2022"}}');
    for (const _ of [1, 2]) {
      const remark = { code: 'list-member-unknown', details: { entry: 'a.txt', member: 'data' } };
      expect((await takeIn(['p'])).warnings).toEqual([{ file: join(folder, 'p', 'pages.json'), remark }]);
    }
  });
});

describe('rebuilding', () => {
  it('reads again what is named, and every other page from what was kept of it', async () => {
    await write('p/a.txt', page('甲'));
    await write('b.txt', page('乙'));
    await write('n.jsonl', '{"id": "n1", "text": "一条新闻。"}\nbroken\n');
    await takeIn(['p', 'b.txt', 'n.jsonl']);
    await rm(join(folder, 'b.txt'));
    await rm(join(folder, 'n.jsonl'));
    const before = new Set((await store.index(new Set())).parts.map(({ id }) => id));
    const { pages, replaced, added, removed, refused } = await takeIn(['p'], { rebuild: true });
    expect({ pages, replaced, added, removed }).toEqual({ pages: 3, replaced: 3, added: 0, removed: 0 });
    expect(refused).toEqual([{ file: 'n.jsonl', remark: { code: 'line-no-json', details: { line: 2 } } }]);
    for (const { id } of (await store.index(new Set())).parts) expect(before.has(id)).toBe(false);
    expect(await takeIn([], { rebuild: true })).toMatchObject({ pages: 3, replaced: 3, removed: 0 });
    expect(await indexOf(store)).toEqual(await indexFromScratch(store));
  });
});
