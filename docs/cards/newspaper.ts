/** Shoots `wenbao page --html` for README.md: a page of the corpus beside its articles, one paragraph pointed at. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const PROGRAM = join('dist', 'src', 'bin', 'wenbao.js');
const PAGE = join('corpus', 'laoshan-party-building-2022.txt');
const PICTURE = join('docs', 'page.png');
const SIZE = { width: 1180, height: 780 };
/** The line that stands on top of the left side. */
const FROM_LINE = 49;

/** Draws the picture with a browser and gives its path and bytes. */
export async function shootNewspaper(
  executablePath: string,
): Promise<{ readonly picture: string; readonly bytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'wenbao-newspaper-'));
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const file = join(folder, 'page.html');
    await promisify(execFile)(process.execPath, [PROGRAM, 'page', PAGE, '--html', file]);
    const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
    await page.goto(pathToFileURL(file).href);
    const block = page.locator('article .block', { has: page.locator('.moved') }).first();
    const top = `const to = (side, one) => document.querySelector(side).scrollTo(0, one.offsetTop - 70);`;
    await page.evaluate(`{${top} to('#raw', document.querySelector('#L${FROM_LINE}'))}`);
    await page.evaluate(
      `{${top} to('#articles', document.querySelector('article .moved').closest('.block').previousElementSibling)}`,
    );
    await block.hover();
    await page.screenshot({ path: PICTURE });
    return { picture: PICTURE, bytes: (await stat(PICTURE)).size };
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}
