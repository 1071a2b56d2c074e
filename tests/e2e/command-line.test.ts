import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChildRan, runChild, runSlowly, runWithClosedPipe } from '../support/child.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const CORPUS = join(ROOT, 'corpus');

let folder = '';
let data = '';
let first: ChildRan;

interface Listed {
  readonly id: string;
  readonly page: string;
  readonly title: string | null;
  readonly paragraphs: readonly string[];
}

interface Answered {
  readonly id: string;
  readonly answered: boolean;
  readonly answer: string | null;
  readonly confidence: number;
  readonly evidence: readonly { readonly article: string; readonly sentence: string }[];
  readonly hits: readonly string[];
  readonly ms: number;
}

function jsonLines<Row>(text: string): Row[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Row => JSON.parse(line));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-e2e-'));
  data = join(folder, 'data');
  first = await runChild(['index', '--json', '--data', data, CORPUS]);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('wenbao index', () => {
  it('takes in a folder of pages and sums up in one line of JSON', () => {
    expect(first.messages).not.toContain('没有收入');
    expect(first.status).toBe(0);
    expect(jsonLines(first.output)).toMatchObject([{ pages: 5, replaced: 0, removed: 0, refused: [] }]);
  });

  it('has nothing to do the second time', async () => {
    const { status, output } = await runChild(['index', '--json', '--data', data, CORPUS]);
    expect(status).toBe(0);
    expect(jsonLines(output)).toMatchObject([{ pages: 5, added: 0, replaced: 0, removed: 0 }]);
  });

  it('refuses what it cannot read by name, takes in the rest and ends with 1', async () => {
    const [empty, good] = [join(folder, 'empty.txt'), join(folder, 'good.txt')];
    await writeFile(empty, '');
    await writeFile(good, '# 小镇开了一家书店\n\n本报讯 记者 张三 报道 小镇昨天开了一家书店，藏书三万册。\n');
    const missing = join(folder, 'missing.txt');
    const own = join(folder, 'own');
    const { status, output, messages } = await runChild(['index', '--json', '--data', own, empty, missing, good]);
    expect(status).toBe(1);
    expect(messages).toContain('empty.txt');
    expect(messages).toContain('missing.txt');
    expect(jsonLines(output)).toMatchObject([{ articles: 1 }]);
  });
});

describe('an index of another version', () => {
  it('is named with its cure, and the cure works without a path', async () => {
    const own = join(folder, 'stale');
    const question = '小镇的书店藏书多少册？';
    await writeFile(
      join(folder, 'shop.txt'),
      '# 小镇开了一家书店\n\n本报讯 记者 张三 报道 小镇昨天开了一家书店，藏书三万册。\n',
    );
    await runChild(['index', '--data', own, join(folder, 'shop.txt')]);
    const db = new Database(join(own, 'wenbao.db'));
    // The number of the format is the second of the header.
    db.exec("UPDATE segment_parts SET bytes = CAST(substr(bytes, 1, 4) || x'63000000' || substr(bytes, 9) AS BLOB)");
    db.close();
    await rm(join(folder, 'shop.txt'));
    const refused = await runChild(['ask', '--data', own, question]);
    expect(refused).toMatchObject({ status: 1, output: '' });
    expect(refused.messages).toMatch(/^索引的格式是 99，.*wenbao index --rebuild/u);
    expect(await runChild(['index', '--rebuild', '--data', own])).toMatchObject({ status: 0, messages: '' });
    expect((await runChild(['ask', '--data', own, question])).output).toContain('三万册');
  });
});

describe('wenbao articles', () => {
  it('gives all articles as one JSON array, however slowly it is read', async () => {
    const { status, output } = await runChild(['articles', '--json', '--data', data]);
    expect(status).toBe(0);
    const articles: Listed[] = JSON.parse(output);
    expect(articles.length).toBeGreaterThan(20);
    expect(new Set(articles.map(({ page }) => page)).size).toBe(5);

    expect(await runSlowly(['articles', '--json', '--data', data])).toEqual({ status: 0, output, messages: '' });
  });

  it('lists them for people', async () => {
    const { status, output } = await runChild(['articles', '--data', data]);
    expect(status).toBe(0);
    expect(output).toMatch(/^1\. .*《.+》/u);
  });
});

describe('wenbao search', () => {
  it('gives every line whole, though it has to wait for its reader', async () => {
    const lines = Array.from({ length: 80 }, (_, id) => JSON.stringify({ id, question: '青岛 项目 企业' }));
    const { status, output } = await runSlowly(['search', '--jsonl', '--data', data], lines.join('\n'));
    expect(status).toBe(0);
    // More than the pipe and the buffer of the reader hold together.
    expect(Buffer.byteLength(output)).toBeGreaterThan(2 ** 18);
    const found = jsonLines<{ id: number; passages: readonly unknown[] }>(output);
    expect(found.map(({ id }) => id)).toEqual(lines.map((_, id) => id));
    for (const { passages } of found) expect(passages).toEqual(found[0]?.passages);
  });
});

describe('wenbao ask', () => {
  it('answers lines of JSON in their order, from articles that exist', async () => {
    const questions = jsonLines<{ id: string; question: string }>(
      await readFile(join(ROOT, 'eval', 'pages', 'questions.jsonl'), 'utf8'),
    ).slice(0, 60);
    const input = questions.map(({ id, question }) => JSON.stringify({ id, question })).join('\n');
    const { status, output, messages } = await runChild(['ask', '--jsonl', '--data', data], { input });
    expect({ status, messages }).toEqual({ status: 0, messages: '' });
    const answers = jsonLines<Answered>(output);
    expect(answers.map(({ id }) => id)).toEqual(questions.map(({ id }) => id));
    const listed: Listed[] = JSON.parse((await runChild(['articles', '--json', '--data', data])).output);
    const ids = new Set(listed.map(({ id }) => id));
    for (const { answered, answer, confidence, evidence, hits, ms } of answers) {
      expect(typeof answer).toBe(answered ? 'string' : 'object');
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(ms).toBeGreaterThanOrEqual(0);
      for (const id of [...hits, ...evidence.map(({ article }) => article)]) expect(ids).toContain(id);
    }
    expect(answers.filter(({ answered }) => answered).length).toBeGreaterThan(30);
  });

  it('reports a broken line in its place and ends with 1', async () => {
    const input = 'nonsense\n{"id":"b","question":"这份报纸是哪一天的？"}\n';
    const { status, output, messages } = await runChild(['ask', '--jsonl', '--data', data], { input });
    expect(status).toBe(1);
    expect(jsonLines<{ id: string | null }>(output).map(({ id }) => id)).toEqual([null, 'b']);
    expect(messages).toContain('第 1 行');
  });

  it('ends quietly with 0 when the reader has seen enough', async () => {
    const line = `${JSON.stringify({ id: 'x', question: '这份报纸是哪一天的？' })}\n`;
    expect(await runWithClosedPipe(['ask', '--jsonl', '--data', data], line.repeat(2000))).toEqual({
      status: 0,
      messages: '',
    });
    expect(await runWithClosedPipe(['articles', '--json', '--data', data], '')).toEqual({ status: 0, messages: '' });
  });

  it('says of an empty library that it is empty', async () => {
    const { status, output } = await runChild(['ask', '--data', join(folder, 'fresh'), '谁写的？']);
    expect(status).toBe(0);
    expect(output).toContain('资料库还是空的');
  });

  it.each([
    ['only signs', '？？？！！。。'],
    ['control characters', '\u0001\u001B[2J\u0007'],
    ['an emoji', '😀'],
  ])('survives %s', async (_what, question) => {
    const { status, output, messages } = await runChild(['ask', '--data', data, question]);
    expect([0, 1, 2]).toContain(status);
    expect(output + messages).not.toBe('');
    expect(output + messages).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/u);
  });

  it('refuses 10,000 characters politely', async () => {
    const { status, output, messages } = await runChild(['ask', '--data', data, '多少'.repeat(5000)]);
    expect({ status, output }).toEqual({ status: 1, output: '' });
    expect(messages).toContain('最多 500 个字');
  });
});

describe('wenbao chat and start', () => {
  it('answers each line of a pipe', async () => {
    const input = '/status\n/articles\n/search 青岛\n/quti\n';
    const { status, output, messages } = await runChild(['chat', '--data', data], { input });
    expect({ status, messages }).toEqual({ status: 0, messages: '' });
    for (const part of ['资料库', '《', '【青岛】', '没有“quti”这个命令']) expect(output).toContain(part);
  });

  it('takes in the corpus by itself on the first start, and shows three questions it can answer when nobody asks', async () => {
    const env = { DATA_DIR: join(folder, 'started') };
    const { status, output, messages } = await runChild(['start'], { env });
    expect(status).toBe(0);
    expect(messages).toContain('新增');
    const asked = [...output.matchAll(/^问：(.*)$/gmu)].map(([, question]) => question);
    expect(new Set(asked).size).toBe(3);
    expect(output.match(/^ {2}└ 《/gmu)?.length).toBeGreaterThanOrEqual(3);
    expect(output).toContain('DISCORD_TOKEN');
    expect((await runChild(['start'], { env })).messages).toBe('');
  });
});

describe('wenbao', () => {
  it.each([
    [[], 2],
    [['summary'], 2],
    [['worker'], 2],
    [['ask'], 2],
    [['stats', '--what'], 2],
    [['--help'], 0],
    [['--version'], 0],
  ])('%j ends with %d', async (args, expected) => {
    const { status } = await runChild(args);
    expect(status).toBe(expected);
  });

  it('refuses a wrong environment with 2', async () => {
    const { status, messages } = await runChild(['stats'], { env: { LOCALE: 'fr' } });
    expect(status).toBe(2);
    expect(messages).toContain('LOCALE');
  });

  it('counts', async () => {
    const { output } = await runChild(['stats', '--json', '--data', data]);
    expect(jsonLines(output)).toMatchObject([{ pages: 5 }]);
  });
});
