import { mkdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { filesBelow, foldersBelow } from '../../../../src/adapters/files/uploads/folder.ts';
import { unpackUpload } from '../../../../src/adapters/files/uploads/unpack.ts';
import { inFolder } from '../../../support/library.ts';
import { LIMITS } from './makers.ts';

const PAGE = '市图书馆新馆开放\n';

async function write(root: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), content);
  }
}

/** Runs `work` with a root that has a neighbour with a page of its own. */
async function inRoot(work: (root: string, neighbour: string) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const [root, neighbour] = [join(folder, 'corpus'), join(folder, 'corpus-secret')];
    await write(root, { 'a.txt': PAGE });
    await write(neighbour, { 'secret.txt': PAGE, 'pages.json': '{"b.txt":{"publication":"X"}}' });
    await work(root, neighbour);
  });
}

function namesOf(files: readonly { readonly name: string }[]): string[] {
  return files.map(({ name }) => name);
}

describe('foldersBelow', () => {
  it('names folders to their depths, in order, and nothing hidden', async () => {
    await inRoot(async (root) => {
      await write(root, { '晚报/2022/a.txt': PAGE, 'b/a.txt': PAGE, 'b/.git/a.txt': PAGE, '__MACOSX/a.txt': PAGE });
      expect(await foldersBelow(root)).toEqual(['b', '晚报', '晚报/2022']);
    });
  });

  it('follows links inside, once, and none that lead outside', async () => {
    await inRoot(async (root, neighbour) => {
      await write(root, { 'a/b/c.txt': PAGE });
      await symlink(neighbour, join(root, 'out'));
      await symlink(root, join(root, 'a/circle'));
      await symlink(join(root, 'a/b'), join(root, 'again'));
      await symlink(join(root, 'nowhere'), join(root, 'broken'));
      expect(await foldersBelow(root)).toEqual(['a', 'again']);
    });
  });

  it('names two hundred at most, those that lie highest', async () => {
    await inRoot(async (root) => {
      await mkdir(join(root, 'a/deep'), { recursive: true });
      for (let i = 0; i < 210; i += 1) await mkdir(join(root, `f${i}`));
      const found = await foldersBelow(root);
      expect(found).toHaveLength(200);
      expect(found).not.toContain('a/deep');
    });
  });

  it('names none where there is no root', async () => {
    expect(await foldersBelow('/nowhere/at/all')).toEqual([]);
  });
});

describe('filesBelow', () => {
  it('finds the pages with their places, and what the lists beside them say', async () => {
    await inRoot(async (root) => {
      const list = { 'b.txt': { publication: '晚报', date: '2022-07-15', page: 3 }, 'c.txt': { size: 1, page: [] } };
      const files = { 'sub/b.txt.gz': gzipSync(PAGE), 'sub/deep/c.jsonl': '{}', 'sub/d.pdf': 'x' };
      await write(root, { ...files, 'sub/pages.json': JSON.stringify(list) });
      const { files: found, refused, warnings } = await filesBelow(root, 'sub');
      const top = await realpath(root);
      expect(found).toMatchObject([
        {
          ...{ name: 'b.txt.gz', source: join(top, 'sub/b.txt.gz'), folder: 'sub', kind: 'page' },
          facts: { publication: '晚报', date: '2022-07-15', label: '3' },
        },
        { name: 'deep/c.jsonl', kind: 'jsonl', facts: { publication: null, date: null, label: null } },
      ]);
      expect(refused).toMatchObject([{ file: 'sub/pages.json', remark: { code: 'list-member-no-text' } }]);
      expect(warnings).toMatchObject([{ file: 'sub/pages.json', remark: { code: 'list-member-unknown' } }]);
    });
  });

  it('gives files that can be unpacked like any other, within the same limits', async () => {
    await inRoot(async (root) => {
      await write(root, { 'sub/b.txt.gz': gzipSync(PAGE) });
      const { files } = await filesBelow(root, '');
      expect(namesOf(files)).toEqual(['a.txt', 'sub/b.txt.gz']);
      for (const file of files) {
        const { pages } = await unpackUpload(file, LIMITS);
        expect(new TextDecoder().decode(pages[0]?.bytes)).toBe(PAGE);
        const { refused } = await unpackUpload(file, { ...LIMITS, fileBytes: 5 });
        expect(refused).toMatchObject([{ remark: { code: 'upload-too-large', details: { limit: 5 } } }]);
      }
    });
  });

  it('tells of a file that has gone meanwhile', async () => {
    await inRoot(async (root) => {
      const { files } = await filesBelow(root, '');
      await rm(join(root, 'a.txt'));
      const told = await Promise.all(files.map((file) => unpackUpload(file, LIMITS)));
      expect(told).toMatchObject([{ refused: [{ file: 'a.txt', remark: { code: 'file-missing' } }] }]);
    });
  });

  it.each(['..', '../corpus-secret', '/etc', 'sub/../../corpus-secret', 'C:\\', 'a\0b', '.'])(
    'refuses a name that leads outside: %j',
    async (folder) => {
      await inRoot(async (root) => {
        const { files, refused } = await filesBelow(root, folder);
        expect(files).toEqual([]);
        expect(refused).toMatchObject([{ remark: { code: 'upload-path-outside' } }]);
      });
    },
  );

  it.each(['nowhere', 'a.txt', '.hidden'])('refuses a name that is no folder there: %s', async (folder) => {
    await inRoot(async (root) => {
      await write(root, { '.hidden/b.txt': PAGE });
      expect(await filesBelow(root, folder)).toEqual({
        files: [],
        refused: [{ file: folder, remark: { code: 'upload-folder-unknown', details: {} } }],
        warnings: [],
      });
    });
  });

  it('refuses links that lead outside, whatever they lead to, and takes the rest', async () => {
    await inRoot(async (root, neighbour) => {
      await write(root, { 'sub/b.txt': PAGE });
      await symlink(neighbour, join(root, 'out'));
      await symlink(neighbour, join(root, 'sub/out'));
      await symlink(join(neighbour, 'secret.txt'), join(root, 'sub/link.txt'));
      await symlink(join(neighbour, 'pages.json'), join(root, 'sub/pages.json'));
      expect(await filesBelow(root, 'out')).toMatchObject({
        files: [],
        refused: [{ file: 'out', remark: { code: 'upload-path-outside' } }],
      });
      const { files, refused } = await filesBelow(root, 'sub');
      expect(files).toMatchObject([{ name: 'b.txt', facts: { publication: null } }]);
      expect(refused.map(({ file, remark }) => [file, remark.code])).toEqual([
        ['sub/link.txt', 'upload-path-outside'],
        ['sub/out', 'upload-path-outside'],
        ['sub/pages.json', 'upload-path-outside'],
      ]);
    });
  });

  it('takes links that stay inside', async () => {
    await inRoot(async (root) => {
      await mkdir(join(root, 'sub'));
      await symlink(join(root, 'a.txt'), join(root, 'sub/b.txt'));
      expect(namesOf((await filesBelow(root, 'sub')).files)).toEqual(['b.txt']);
    });
  });
});
