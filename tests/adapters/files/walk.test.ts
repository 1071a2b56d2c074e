import { chmod, mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFiles } from '../../../src/adapters/files/walk.ts';
import { built, startChild } from '../../support/built.ts';
import { inFolder } from '../../support/library.ts';

async function write(folder: string, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), name);
  }
}

describe('findFiles', () => {
  it('finds pages in folders to their depths, by name, and nothing else', async () => {
    await inFolder(async (folder) => {
      const pages = ['b.txt', 'a.md', 'sub/c.TXT.gz', 'sub/deep/d.jsonl', 'e.jsonl.gz'];
      const others = ['pages.json', 'sub/pages.json', 'f.pdf', '.hidden.txt', '.git/g.txt', 'txt', 'h.txt.bak', 'i.gz'];
      await write(folder, ...pages, ...others);
      const { files, problems } = await findFiles([folder]);
      expect(problems).toEqual([]);
      expect(files.map(({ name, kind, packed }) => [name, kind, packed])).toEqual([
        ['a.md', 'page', false],
        ['b.txt', 'page', false],
        ['e.jsonl.gz', 'jsonl', true],
        ['sub/c.TXT.gz', 'page', true],
        ['sub/deep/d.jsonl', 'jsonl', false],
      ]);
      expect(files[3]).toMatchObject({
        path: join(await realpath(folder), 'sub/c.TXT.gz'),
        shown: join(folder, 'sub/c.TXT.gz'),
        folder: basename(folder),
      });
    });
  });

  it('calls a named file by its own name', async () => {
    await inFolder(async (folder) => {
      await write(folder, 'sub/a.txt');
      const { files, folders } = await findFiles([join(folder, 'sub/a.txt')]);
      expect(files).toMatchObject([{ name: 'a.txt', folder: 'sub' }]);
      expect(folders).toEqual([]);
    });
  });

  it('finds a file once, however often it is named', async () => {
    await inFolder(async (folder) => {
      await write(folder, 'a.txt', 'sub/b.txt');
      const { files } = await findFiles([
        join(folder, 'sub'),
        folder,
        join(folder, 'a.txt'),
        join(folder, 'sub/../a.txt'),
      ]);
      expect(files.map(({ name }) => name)).toEqual(['b.txt', 'a.txt']);
    });
  });

  it('follows links, and comes back from those that lead in circles', async () => {
    await inFolder(async (folder) => {
      await write(folder, 'pages/a.txt', 'elsewhere/b.txt');
      await symlink(join(folder, 'elsewhere'), join(folder, 'pages/link'));
      await symlink(join(folder, 'pages'), join(folder, 'pages/self'));
      await symlink(join(folder, 'elsewhere/b.txt'), join(folder, 'pages/c.txt'));
      const { files, problems } = await findFiles([join(folder, 'pages')]);
      expect(files.map(({ name }) => name)).toEqual(['a.txt', 'c.txt']);
      expect(problems).toEqual([]);
    });
  });

  it.each([
    ['nothing.txt', 'file-missing'],
    ['a.txt/b.txt', 'file-missing'],
    ['a.pdf', 'file-of-other-kind'],
    ['txt', 'file-of-other-kind'],
  ])('says why it does not take %s, and finds the rest', async (name, code) => {
    await inFolder(async (folder) => {
      await write(folder, 'a.txt', 'a.pdf', 'txt');
      const { files, problems } = await findFiles([join(folder, name), join(folder, 'a.txt')]);
      expect(files.map((file) => file.name)).toEqual(['a.txt']);
      expect(problems).toMatchObject([{ remark: { code }, file: join(folder, name) }]);
    });
  });

  it('does not wait at what is no file', async () => {
    const { files, problems } = await findFiles(['/dev/null']);
    expect(files).toEqual([]);
    expect(problems).toMatchObject([{ remark: { code: 'file-no-file' }, file: '/dev/null' }]);
  });

  it('names a link that leads nowhere, as hidden from it', async () => {
    await inFolder(async (folder) => {
      await write(folder, 'a.txt');
      await symlink(join(folder, 'gone'), join(folder, 'b.txt'));
      const { files, problems, hidden } = await findFiles([folder]);
      expect(files).toHaveLength(1);
      expect(problems).toMatchObject([{ remark: { code: 'file-missing' }, file: join(folder, 'b.txt') }]);
      expect(hidden).toEqual([join(await realpath(folder), 'b.txt')]);
    });
  });
});

describe('whoever may not read', () => {
  it('is told which folder and which file, and gets the rest', async () => {
    await inFolder(async (folder) => {
      await write(folder, 'a.txt', 'open/b.txt', 'shut/c.txt');
      await chmod(folder, 0o755);
      await chmod(join(folder, 'a.txt'), 0);
      await chmod(join(folder, 'shut'), 0);
      const child = startChild('files-child.mjs', [new URL('./', built('src/adapters/files/walk.ts')).href, folder]);
      await child.ended;
      await chmod(join(folder, 'shut'), 0o755);
      expect(child.lines).toEqual([
        `no-rights ${join(folder, 'shut')}`,
        `no-rights ${join(folder, 'a.txt')}`,
        'read open/b.txt 10',
      ]);
    });
  });
});
