import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArguments, UsageError } from '../../../src/adapters/console/arguments.ts';
import { pageLines } from '../../../src/adapters/console/page-lines.ts';
import { COLOURS, PLAIN } from '../../../src/adapters/console/palette.ts';
import { displayWidth } from '../../../src/adapters/console/width.ts';
import { terminalWording } from '../../../src/adapters/console/wording.ts';
import { inspectPage } from '../../../src/app/page-view.ts';
import { wordingFor } from '../../../src/app/wording.ts';
import { corpusPage } from '../../ingest/pages.ts';
import { runWith } from '../../support/terminal.ts';

const TEXT = `# 甲桥通车

□本报记者 张三

本报讯 今天甲桥通车，全长二千米。

乙港开渔

□本报记者 李四

本报讯 乙港今天开渔，出海渔船三百艘。
`;

let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-one-page-'));
  writeFileSync(at('page.txt'), TEXT);
  writeFileSync(at('old.txt'), iconv.encode(TEXT, 'GB18030'));
  writeFileSync(at('packed.txt.gz'), gzipSync(TEXT));
  writeFileSync(at('lines.jsonl'), '{"title":"甲桥通车","text":"今天通车。"}\n');
  writeFileSync(at('empty.txt'), '');
  writeFileSync(at('picture.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]));
  writeFileSync(at('notes.doc'), 'x');
  writeFileSync(at('wrong.txt'), TEXT);
  const facts = { publication: '晚报', date: '2022-07-15', page: '03' };
  const list = { 'page.txt': facts, 'packed.txt': { publication: '早报' }, 'wrong.txt': { date: 'gestern' } };
  writeFileSync(at('pages.json'), JSON.stringify(list));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('wenbao page', () => {
  it('shows lines and articles with what pages.json says, and opens no library', async () => {
    let opened = 0;
    const ran = await runWith(['page', at('page.txt')], { onOpen: () => opened++ });
    expect({ ...ran, opened, output: '' }).toEqual({ status: 0, messages: '', output: '', opened: 0 });
    const lines = ran.output.split('\n');
    expect(lines).toContain('报纸 晚报 · 日期 2022-07-15 · 版次 03 · 编码 UTF-8');
    expect(lines).toContain(' 1  [1] # 甲桥通车');
    expect(lines).toContain(' 5  [1] 本报讯 今天甲桥通车，全长二千米。');
    expect(lines).toContain('11  [2] 本报讯 乙港今天开渔，出海渔船三百艘。');
    expect(lines).toContain('[2] 乙港开渔');
    expect(lines).toContain('    署名 本报记者 李四');
    expect(lines).toContain('│ 段落 · 第 11 行');
    expect(readdirSync(folder)).not.toContain('data');
  });

  it.each([
    ['old.txt', '编码 GB18030'],
    ['packed.txt.gz', '报纸 早报 · 编码 UTF-8'],
  ])('reads %s as it would be taken in', async (name, fact) => {
    const { status, output } = await runWith(['page', at(name)]);
    expect(status).toBe(0);
    expect(output).toContain(`\n${fact}\n`);
    expect(output).toContain('[1] 甲桥通车');
  });

  it.each([
    ['nothing.txt', '没有这个文件或文件夹；请核对路径。'],
    ['empty.txt', '文件是空的；请换成有文字的文件。'],
    ['picture.txt', '这不是文本（像 PNG 图片）；请先转成 .txt 或 .md。'],
    ['notes.doc', '只收 .txt、.md、.jsonl，以及它们的 .gz；请先转换。'],
    ['lines.jsonl', '.jsonl 每行已经是一篇文章，没有版面可以对照；'],
    ['', '这是文件夹，一次只能对照一个版面；请写出其中一个文件。'],
  ])('ends with 1 for %j and says what to do', async (name, why) => {
    const { status, output, messages } = await runWith(['page', at(name)]);
    expect({ status, output }).toEqual({ status: 1, output: '' });
    expect(messages).toContain(`没有读成 ${at(name)}：${why}`);
    expect(messages.trim().split('\n')).toHaveLength(1);
  });

  it('tells what pages.json says wrongly of this page alone, shows the page, and ends with 1', async () => {
    const wrong = await runWith(['page', at('wrong.txt')]);
    expect(wrong.status).toBe(1);
    expect(wrong.messages).toContain('“wrong.txt”的“date”');
    expect(wrong.output).toContain('[1] 甲桥通车');
    expect((await runWith(['page', at('page.txt')])).messages).toBe('');
  });

  it('gives the same as one line of data', async () => {
    const { status, output } = await runWith(['page', '--json', at('page.txt')]);
    expect(status).toBe(0);
    expect(output.trim().split('\n')).toHaveLength(1);
    const view = JSON.parse(output);
    expect(view.lines.map((line: { text: string }) => line.text)).toEqual(TEXT.trimEnd().split('\n'));
    expect(view.articles.map((article: { title: string }) => article.title)).toEqual(['甲桥通车', '乙港开渔']);
    expect(view.info).toMatchObject({ publication: '晚报', date: '2022-07-15', label: '03' });
    expect(view.tally).toMatchObject({ lines: 11, articles: 2, leftOut: 0 });
  });

  it('puts warnings into words, also in the data', async () => {
    writeFileSync(
      at('torn.txt'),
      '甲桥通车\n\n□本报记者 张三\n\n本报讯 今天甲桥通车，市民纷纷前来观看，大家都说这座桥来得\n',
    );
    const { output } = await runWith(['page', at('torn.txt')]);
    expect(output).toContain('请核对 · 《甲桥通车》在页面里中断');
    const { warnings } = JSON.parse((await runWith(['page', '--json', at('torn.txt')])).output);
    expect(warnings).toMatchObject([{ code: 'breaks-off', message: expect.stringContaining('中断') }]);
  });

  it('keeps what a page prints from steering the terminal', async () => {
    writeFileSync(
      at('steering.txt'),
      `甲桥通车\n\n本报讯 今天\u001B[31m甲桥\u009B2J通车，\u202E全长二千米。${'大桥全长二千米。'.repeat(30)}\n`,
    );
    const { output } = await runWith(['page', at('steering.txt')]);
    expect(output).not.toMatch(/[\u001B\u009B\u202E]/u);
    expect(output).toContain('通车，全长二千米。');
  });
});

describe('wenbao page --html', () => {
  it('writes the web page over the one that is there, and leaves nothing else behind', async () => {
    writeFileSync(at('out.html'), '旧的');
    const before = readdirSync(folder);
    const ran = await runWith(['page', at('page.txt'), '--html', at('out.html')]);
    expect(ran).toEqual({ status: 0, output: `文件已写到 ${at('out.html')}\n`, messages: '' });
    expect(readFileSync(at('out.html'), 'utf8')).toMatch(/^<!doctype html>.*<\/html>\n$/su);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('writes where a link leads, and the link stays', async () => {
    symlinkSync(at('real.html'), at('link.html'));
    writeFileSync(at('real.html'), '旧的');
    expect((await runWith(['page', at('page.txt'), '--html', at('link.html')])).status).toBe(0);
    expect(readFileSync(at('real.html'), 'utf8')).toContain('<!doctype html>');
  });

  it('gives data as well where both are wanted, and keeps the two apart', async () => {
    const { status, output, messages } = await runWith(['page', at('page.txt'), '--json', '--html', at('both.html')]);
    expect(status).toBe(0);
    expect(JSON.parse(output).tally.articles).toBe(2);
    expect(messages).toContain('both.html');
    expect(existsSync(at('both.html'))).toBe(true);
  });

  it.each([
    ['nowhere/out.html', '没有这个文件夹，请先建立'],
    ['folder.html', '那里已经有一个同名的文件夹，请换一个名字'],
  ])('ends with 1 for %s and says why', async (name, why) => {
    if (name === 'folder.html') symlinkSync(tmpdir(), at(name));
    const { status, output, messages } = await runWith(['page', at('page.txt'), '--html', at(name)]);
    expect({ status, output }).toEqual({ status: 1, output: '' });
    expect(messages).toContain(`没有写成文件 ${at(name)}：写不进去`);
    expect(messages).toContain(why);
    expect(readdirSync(folder).filter((file) => file.startsWith(`${name}.`))).toEqual([]);
  });
});

describe('the arguments of wenbao page', () => {
  const wording = terminalWording('zh-CN');

  it.each([
    ['page a.txt', { kind: 'page', file: 'a.txt', json: false, html: null }],
    ['page --json a.txt --html b.HTML', { kind: 'page', file: 'a.txt', json: true, html: 'b.HTML' }],
  ])('reads wenbao %s', (line, expected) => {
    expect(readArguments(line.split(' '), wording)).toEqual(expected);
  });

  it.each([
    ['page', wording.noFile],
    ['page a.txt b.txt', wording.tooMuch('b.txt')],
    ['page a.txt --data d', wording.unknownFlag('--data')],
    ['page a.txt --html a.txt', wording.htmlName('a.txt')],
    ['page a.txt --html', wording.flagWithoutValue('--html')],
    ['page a.txt --topic x', wording.unknownFlag('--topic')],
    ['stats --html a.html', wording.unknownFlag('--html')],
  ])('refuses wenbao %s', (line, message) => {
    expect(() => readArguments(line.split(' '), wording)).toThrow(new UsageError(message));
  });
});

describe('a page on a screen', () => {
  const page = corpusPage('003');
  const view = inspectPage(page, new TextEncoder().encode(page.text));
  const wording = wordingFor('zh-CN');

  it('stands in two columns where they fit, none wider than the screen', () => {
    const lines = pageLines(view, { palette: PLAIN, width: 100, screen: 160, wording });
    const rows = lines.slice(lines.findIndex((line) => line.startsWith('原来的版面')));
    expect(rows[0]).toMatch(/^原来的版面 {2,}│ 复原的文章$/u);
    expect(rows.every((row) => displayWidth(row) <= 160)).toBe(true);
    const bars = rows.map((row) => displayWidth(row.slice(0, row.indexOf(' │'))));
    expect(new Set(bars)).toEqual(new Set([78]));
  });

  it('stands one below the other on a narrow screen', () => {
    const lines = pageLines(view, { palette: PLAIN, width: 80, screen: 80, wording });
    expect(lines.indexOf('原来的版面')).toBeLessThan(lines.indexOf('复原的文章'));
    expect(lines.every((line) => displayWidth(line) <= 80)).toBe(true);
  });

  it('has every line of the page on one line where there is no screen', () => {
    const lines = pageLines(view, { palette: PLAIN, width: Infinity, screen: Infinity, wording });
    const from = lines.indexOf('原来的版面') + 1;
    expect(lines.slice(from, from + view.lines.length).map((line) => Number.parseInt(line, 10))).toEqual(
      view.lines.map(({ number }) => number),
    );
  });

  it('says the same with colours, and tells neighbouring articles apart by them', () => {
    const sheet = { width: 100, screen: 160, wording };
    const coloured = pageLines(view, { ...sheet, palette: COLOURS });
    expect(coloured.map(stripVTControlCharacters)).toEqual(pageLines(view, { ...sheet, palette: PLAIN }));
    const narrow = pageLines(view, { ...sheet, screen: 80, palette: COLOURS });
    const titles = narrow.filter((line) => /^\[[12]\] /u.test(stripVTControlCharacters(line)));
    const [first, second] = titles.map((line) => line.match(/\u001B\[3\dm/u)?.[0]);
    expect(first).not.toBe(second);
  });

  it('marks copies, moves and what is left out', () => {
    const copied = corpusPage('004');
    const shown = inspectPage(copied, new TextEncoder().encode(copied.text));
    const text = pageLines(shown, { palette: PLAIN, width: Infinity, screen: Infinity, wording }).join('\n');
    expect(text).toMatch(/^ 97 {2}\[5=\] /mu);
    expect(text).toContain('重复印在第 97 行');
    const lost = {
      ...shown,
      lines: [
        {
          number: 1,
          text: '丢',
          stretches: [
            { text: '丢', fate: 'left-out' as const, article: null, block: null, run: null, moved: 'no' as const },
          ],
        },
      ],
    };
    expect(pageLines(lost, { palette: PLAIN, width: 80, screen: 80, wording })).toContain('1  [-] 丢');
  });
});
