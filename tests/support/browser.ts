/** A real browser without a screen, for tests that look at pages. */
import { type Browser, chromium } from 'playwright-core';
import { ensureProgram } from './programs.ts';

const CHROMIUM = {
  what: 'a browser (Chromium or Chrome)',
  names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  places: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  variable: 'CHROMIUM',
  packages: ['chromium', 'fonts-noto-cjk'],
  howToInstall:
    'The tests need Chromium, and it could not be installed. Run `sudo apt-get install chromium fonts-noto-cjk` ' +
    '(`brew install --cask chromium` on a Mac), or name the program in CHROMIUM.',
};

/** Makes sure that there is a browser, and a typeface with Chinese characters; gives the program as `ensureProgram` does. */
export function ensureBrowser(): string {
  return ensureProgram(CHROMIUM);
}

/** Starts the browser. Its own sandbox cannot be had by root, and is given up only there. */
export function startBrowser(): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: ensureBrowser(), args });
}
