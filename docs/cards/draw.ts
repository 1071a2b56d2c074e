/** Draws the pictures of README.md: `npm run cards` asks the real bot and shoots what it answers, and a page beside its articles. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Scene, scenes } from './conversation.ts';
import { shootNewspaper } from './newspaper.ts';
import { drawPage } from './page.ts';

const FOLDER = join('docs', 'cards');
const STYLES = ['themes.css', 'card.css'];
const WIDTH = 760;
const THEMES = ['light', 'dark'] as const;
/** Bytes: more than that is slow to load. */
const LIMIT = 300_000;
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--force-device-scale-factor=2'];

const run = promisify(execFile);

/** The browser that shoots, or `null` where none is installed. */
function browser(): string | null {
  const named = process.env['CHROMIUM'] ?? '';
  return [named, ...BROWSERS].find((file) => file !== '' && existsSync(file)) ?? null;
}

/** Shoots a page at its own height. */
async function shoot(chromium: string, page: string, picture: string): Promise<void> {
  const address = `file://${page}`;
  const { stdout } = await run(chromium, [...FLAGS, `--window-size=${WIDTH},800`, '--dump-dom', address]);
  const [, height] = /data-height="(\d+)"/u.exec(stdout) ?? [];
  if (height === undefined) throw new Error(`${chromium} did not tell how high ${picture} is.`);
  await run(chromium, [...FLAGS, `--window-size=${WIDTH},${height}`, `--screenshot=${picture}`, address]);
}

function report(picture: string, bytes: number): void {
  process.stdout.write(`${picture}  ${Math.ceil(bytes / 1000)} kB\n`);
  if (bytes > LIMIT) process.stderr.write(`${picture} is larger than ${LIMIT / 1000} kB: show something shorter.\n`);
}

async function draw({ name, said }: Scene, chromium: string, folder: string): Promise<void> {
  const css = (await Promise.all(STYLES.map((file) => readFile(join(FOLDER, file), 'utf8')))).join('\n');
  for (const theme of THEMES) {
    const page = join(folder, `${name}-${theme}.html`);
    const picture = join(FOLDER, `${name}-${theme}.png`);
    await writeFile(page, drawPage(said, { theme, css, channels: new Map() }));
    await shoot(chromium, page, picture);
    report(picture, (await stat(picture)).size);
  }
}

async function main(): Promise<number> {
  const chromium = browser();
  if (chromium === null) {
    process.stderr.write(
      `No Chromium found. Install the packages chromium, fonts-noto-cjk and fonts-noto-color-emoji, or name the program in CHROMIUM (looked for: ${BROWSERS.join(', ')}).\n`,
    );
    return 2;
  }
  const folder = await mkdtemp(join(tmpdir(), 'wenbao-pages-'));
  try {
    for (const scene of await scenes()) await draw(scene, chromium, folder);
    const { picture, bytes } = await shootNewspaper(chromium);
    report(picture, bytes);
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
