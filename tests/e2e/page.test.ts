import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runChild } from '../support/child.ts';

const PAGE = join(import.meta.dirname, '..', '..', 'corpus', 'qingdao-daily-2022-07-26.txt');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-page-e2e-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the built wenbao page', () => {
  it('shows a page as plain text in a pipe, and makes no library', async () => {
    const ran = await runChild(['page', PAGE], { env: { DATA_DIR: join(folder, 'data') } });
    expect(ran).toMatchObject({ status: 0, messages: '' });
    expect(ran.output).not.toContain('\u001B');
    expect(ran.output).toContain('报纸 青岛日报 · 日期 2022-07-26 · 版次 002 · 编码 UTF-8');
    expect(await readdir(folder)).toEqual([]);
  });

  it('speaks the language of its reader, in the web page too', async () => {
    const html = join(folder, 'page.html');
    const ran = await runChild(['page', PAGE, '--html', html], {
      env: { LOCALE: 'en', DATA_DIR: join(folder, 'data') },
    });
    expect(ran.status).toBe(0);
    const text = await readFile(html, 'utf8');
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('The articles restored');
    expect(await readdir(folder)).toEqual(['page.html']);
  });

  it('ends with 2 for wrong usage and with 1 for a file that is not there', async () => {
    expect((await runChild(['page'])).status).toBe(2);
    const missing = await runChild(['page', join(folder, 'nothing.txt')]);
    expect(missing).toMatchObject({ status: 1, output: '' });
    expect(missing.messages).toContain('没有这个文件');
  });
});
