import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig, withEnvFile } from '../src/config.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-config-'));
  await mkdir(join(folder, 'package', 'corpus'), { recursive: true });
  await mkdir(join(folder, 'work', 'corpus'), { recursive: true });
  await mkdir(join(folder, 'bare'));
  await writeFile(join(folder, 'work', '.env'), 'LOCALE=en\nDATA_DIR="from file"\n');
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

function read(env: Record<string, string>, places: { readonly cwd?: string; readonly packageRoot?: string } = {}) {
  const { cwd = 'work', packageRoot = 'package' } = places;
  return readConfig({ env, cwd: join(folder, cwd), packageRoot: join(folder, packageRoot) });
}

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(read({})).toEqual({
      dataDir: join(folder, 'work', 'data'),
      corpusDir: join(folder, 'package', 'corpus'),
      locale: 'zh-CN',
      colours: 'auto',
      discord: null,
      queue: { redis: null, worker: true, workers: 1 },
      watch: false,
      limits: {
        fileBytes: 10 * 1024 * 1024,
        files: 50,
        unpackedBytes: 100 * 1024 * 1024,
        unpackRatio: 100,
        pagesPerHour: 500,
      },
      http: null,
      log: { level: 'info', questions: false },
    });
  });

  it('takes the pages in the working folder where the package has none, and none where there are none', () => {
    expect(read({}, { packageRoot: 'bare' }).corpusDir).toBe(join(folder, 'work', 'corpus'));
    expect(read({}, { packageRoot: 'bare', cwd: 'bare' }).corpusDir).toBeNull();
  });

  it('resolves folders from the working folder', () => {
    expect(read({ DATA_DIR: 'd', CORPUS_DIR: '../pages' })).toMatchObject({
      dataDir: join(folder, 'work', 'd'),
      corpusDir: join(folder, 'pages'),
    });
    expect(read({ DATA_DIR: '/d' }).dataDir).toBe('/d');
  });

  it('counts a blank variable as not set', () => {
    expect(read({ DATA_DIR: ' ', CORPUS_DIR: '', LOCALE: '', NO_COLOR: '', DISCORD_TOKEN: '' })).toEqual(read({}));
  });

  it.each([
    [{ NO_COLOR: '1' }, 'never'],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, 'never'],
    [{ FORCE_COLOR: '1' }, 'always'],
    [{ FORCE_COLOR: '0' }, 'never'],
  ])('reads colours from %o as %s', (env, colours) => {
    expect(read(env).colours).toBe(colours);
  });

  it.each(['zh-CN', 'zh-tw', 'EN'])('accepts the language %s', (locale) => {
    expect(read({ LOCALE: locale }).locale.toLowerCase()).toBe(locale.toLowerCase());
  });

  it('names what is wrong and what would be right', () => {
    expect(() => read({ LOCALE: 'fr' })).toThrow(
      new ConfigError([
        'LOCALE 只能是 zh-CN, zh-TW, en 之一，不能是“fr”。LOCALE must be one of zh-CN, zh-TW, en, not "fr".',
      ]),
    );
  });
});

describe('withEnvFile', () => {
  it('puts the file below the environment', () => {
    expect(withEnvFile({ LOCALE: 'zh-TW' }, join(folder, 'work'))).toEqual({ LOCALE: 'zh-TW', DATA_DIR: 'from file' });
  });

  it('does not need the file', () => {
    expect(withEnvFile({ LOCALE: 'zh-TW' }, join(folder, 'bare'))).toEqual({ LOCALE: 'zh-TW' });
  });
});
