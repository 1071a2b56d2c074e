import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawPage } from '../../../src/adapters/page-html/draw.ts';
import { type PageView, viewPage } from '../../../src/app/page-view.ts';
import { readPage } from '../../../src/ingest/read-page.ts';
import { pageOf } from '../../ingest/pages.ts';
import { startBrowser } from '../../support/browser.ts';
import { corpusView, hostileView, viewOf } from './pages.ts';
import { boxes, classNames, contrasts, contrastWith, styles } from './seen.ts';

const WIDE = { width: 1400, height: 900 };
const PHONE = { width: 390, height: 844 };

/** A page with paragraphs that run over the end of a column. */
const PAGE = corpusView('003');

let folder = '';
let browser: Browser;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-page-'));
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  /** Addresses that were asked for besides the page itself. */
  readonly requests: string[];
  /** What the browser complained of. */
  readonly complaints: string[];
}

/** Opens a view as a file; scripts may run, so that one that got through would. */
async function open(view: PageView, options: BrowserContextOptions = { viewport: WIDE }): Promise<Opened> {
  const file = join(folder, `${Math.floor(performance.now() * 1000)}.html`);
  writeFileSync(file, drawPage(view, 'zh-CN'));
  const page = await (await browser.newContext(options)).newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(dialog.message()));
  await page.goto(pathToFileURL(file).href);
  return { page, requests: requests.slice(1), complaints };
}

const STRETCHES = '.lines .s';
const backgrounds = (page: Page): Promise<string[]> => styles(page, STRETCHES, 'backgroundColor');

async function background(place: Locator): Promise<string> {
  const [colour = ''] = await styles(place.page(), `#${await place.getAttribute('id')}`, 'backgroundColor');
  return colour;
}

/** The blocks whose stretches in the raw page have another colour than before. */
async function lit(page: Page, before: readonly string[]): Promise<string[]> {
  const now = await backgrounds(page);
  const classes = await classNames(page, STRETCHES);
  return classes
    .filter((_, at) => now[at] !== before[at])
    .map((names) => /\b[hp]\d+(?:-\d+)?\b/u.exec(names)?.[0] ?? '');
}

async function hasFocus(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.id');
}

describe('a hostile page in a browser', () => {
  it('runs no script, asks for nothing, and makes no element of what it prints', async () => {
    const { page, requests, complaints } = await open(hostileView());
    await page.waitForTimeout(200);
    expect(await page.title()).toMatch(/^版面对照：<script>/u);
    expect(await page.locator('script, iframe, img, svg, link, base, form, object, [onload], [onerror]').count()).toBe(
      0,
    );
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
  });

  it('would not run one either if it had got into the document', async () => {
    const { page, complaints } = await open(viewOf('大桥通车\n\n本报讯 今天大桥通车。\n'));
    await page.evaluate(
      `const script = document.createElement('script'); script.textContent = 'document.title = "hacked"'; document.body.append(script);`,
    );
    expect(await page.title()).not.toBe('hacked');
    expect(complaints.join(' ')).toContain('Content Security Policy');
  });

  it('does not turn the direction of what stands beside it', async () => {
    const { page } = await open(viewOf('大桥通车\n\n本报讯 \u202E今天通车\u202C，长2公里。\nمرحبا 大桥\n'));
    expect(await page.locator('.lines .unseen').allTextContents()).toEqual(['U+202E', 'U+202C']);
    const edges = (await boxes(page, '.no')).map((box) => box.right);
    expect(new Set(edges).size).toBe(1);
  });
});

describe('a page of a newspaper in a browser', () => {
  it('lights up the stretches of a paragraph that is pointed at, and no others', async () => {
    const { page } = await open(PAGE);
    const before = await backgrounds(page);
    const block = page.locator('article .block', { hasText: '打好网格党建牌' });
    await block.hover();
    const name = await block.getAttribute('id');
    expect(await lit(page, before)).toEqual([name, name]);
    await page.mouse.move(0, 0);
    expect(await lit(page, before)).toEqual([]);
  });

  it('does the same for whoever goes by keys', async () => {
    const { page } = await open(PAGE);
    const before = await backgrounds(page);
    await page.locator('#p1-2').focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    expect(await hasFocus(page)).toBe('p1-2');
    expect(await styles(page, '#p1-2', 'outlineStyle')).toEqual(['solid']);
    expect(await lit(page, before)).toEqual(['p1-2']);
  });

  it('lights up the paragraph when a stretch of the page is pointed at, and leads to it', async () => {
    const { page } = await open(PAGE);
    const block = page.locator('article .block', { hasText: '打好网格党建牌' });
    const before = await background(block);
    const stretch = page.locator('.lines .s', { hasText: '整基层党建工作重点' });
    await stretch.hover();
    expect(await background(block)).not.toBe(before);
    await stretch.click();
    await page.mouse.move(0, 0);
    expect(new URL(page.url()).hash).toBe(`#${await block.getAttribute('id')}`);
    expect(await background(block)).not.toBe(before);
    const [box] = await boxes(page, `#${await block.getAttribute('id')}`);
    expect(box?.top).toBeGreaterThanOrEqual(0);
    expect(box?.bottom).toBeLessThanOrEqual(WIDE.height);
  });

  it('leads from a line number to that line, where it lights up with its paragraph', async () => {
    const { page } = await open(PAGE);
    const block = page.locator('article .block', { hasText: '打好网格党建牌' });
    const before = await background(block);
    await block.getByRole('link', { name: '28', exact: true }).click();
    await page.mouse.move(0, 0);
    const [line] = await boxes(page, '#L28');
    expect(line?.top).toBeGreaterThanOrEqual(0);
    expect(line?.bottom).toBeLessThanOrEqual(WIDE.height);
    expect(await background(block)).not.toBe(before);
  });

  it('marks what was moved on both sides, and leads from one to the other', async () => {
    const text = '甲桥通车\n\n□本报记者 张三\n\n本报讯 今天甲桥通车，全长二千米。\n';
    const page = pageOf(text);
    const read = readPage(page);
    const ends = { start: text.indexOf('全长'), end: text.indexOf('。') + 1 };
    const begins = { start: text.indexOf('本报讯'), end: ends.start };
    const pieces = [
      { ...ends, at: 0 },
      { ...begins, at: ends.end - ends.start },
    ];
    const turned = text.slice(ends.start, ends.end) + text.slice(begins.start, begins.end);
    const articles = read.articles.map((one) => ({
      ...one,
      blocks: [{ kind: 'paragraph' as const, text: turned, pieces }],
    }));
    const { page: shown } = await open(viewPage(page, { articles, warnings: [] }, 'UTF-8'));
    expect(await shown.locator('.moved').allTextContents()).toEqual(['↶5']);
    const signs = await styles(shown, '.lines .s.block', 'content', '::before');
    expect(signs).toEqual(['"①↶"', 'none']);
    await shown.locator('.moved').click();
    expect(await classNames(shown, ':target')).toEqual([expect.stringContaining('p1-1')]);
  });

  it('stands in two columns on a wide screen and in one on a phone, which it does not overflow', async () => {
    const wide = await open(PAGE);
    const [left, right] = await boxes(wide.page, '.side');
    expect(left?.top).toBe(right?.top);
    expect(left?.right).toBeLessThanOrEqual(right?.left ?? 0);
    const phone = await open(PAGE, { viewport: PHONE });
    const [above, below] = await boxes(phone.page, '.side');
    expect(above?.bottom).toBeLessThanOrEqual(below?.top ?? 0);
    expect(above?.width).toBe(PHONE.width);
    expect(await phone.page.evaluate<number>('document.documentElement.scrollWidth')).toBe(PHONE.width);
  });

  it.each(['light', 'dark'] as const)('can be read in the %s scheme', async (colorScheme) => {
    const { page } = await open(PAGE, { viewport: WIDE, colorScheme });
    expect(await contrastWith(page, 'body', 'black')).toSatisfy(
      (least: number) => least > 7 === (colorScheme === 'light'),
    );
    const text = ['.lines .s.block', '.lines .s.head', '.paragraph .body', 'h1', 'h3', 'dd', '.contents a'];
    const small = [
      '.advert .body',
      '.no',
      '.about',
      'dt',
      '.counts li',
      '.legend li',
      '.number',
      '.about a',
      '.warnings b',
    ];
    const measured = await contrasts(page, [...text, ...small]);
    for (const place of text) expect(measured[place], place).toBeGreaterThanOrEqual(7);
    for (const place of small) expect(measured[place], place).toBeGreaterThanOrEqual(4.5);
    await page.locator('#p1-2').hover();
    const bright = await contrasts(page, ['#p1-2 .body', '.lines .p1-2']);
    for (const place of Object.keys(bright)) expect(bright[place], place).toBeGreaterThanOrEqual(4.5);
  });

  it('has a title, landmarks and headings for whoever listens', async () => {
    const { page } = await open(PAGE);
    expect(await page.title()).toBe('版面对照：dazhong-daily-qingdao-2020-05.txt');
    expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
    expect(await page.getByRole('main').count()).toBe(1);
    expect(await page.getByRole('region', { name: '原来的版面' }).count()).toBe(1);
    expect(await page.getByRole('region', { name: '复原的文章' }).count()).toBe(1);
    expect(await page.getByRole('navigation', { name: '文章' }).count()).toBe(1);
    expect(await page.getByRole('heading', { level: 3 }).count()).toBe(PAGE.articles.length);
    expect(await page.getByRole('article').count()).toBe(PAGE.articles.length);
  });
});
