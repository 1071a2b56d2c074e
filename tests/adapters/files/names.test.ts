import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileNames } from '../../../src/adapters/files/names.ts';
import type { FoundFile } from '../../../src/adapters/files/walk.ts';
import type { PageKind, PageRecord } from '../../../src/app/target.ts';
import { inFolder, pageInfo } from '../../support/library.ts';

function found(path: string, { name = 'a.txt', folder = '2023' } = {}): FoundFile {
  return { path, shown: path, name, folder, kind: 'page', packed: false };
}

function record(id: string, source: string | null, kind: PageKind = 'page'): PageRecord {
  const counted = { articles: 0, passages: 0, warnings: [], refusals: [] };
  return { ...pageInfo(id), kind, source, hash: '', encoding: 'UTF-8', ...counted };
}

describe('FileNames', () => {
  it('calls a new file by its path from the named folder', () => {
    expect(new FileNames([]).idOf(found('/x/2023/b/a.txt', { name: 'b/a.txt' }))).toBe('b/a.txt');
  });

  it('leaves a known file the id that it has, wherever it is named from', () => {
    const names = new FileNames([record('old name', '/x/2023/a.txt')]);
    expect(names.idOf(found('/x/2023/a.txt', { name: '2023/a.txt' }))).toBe('old name');
  });

  it('takes a file for a known one that was moved when the old place is empty', () => {
    const names = new FileNames([record('a.txt', '/nowhere/any/more/a.txt'), record('b.txt', null)]);
    expect(names.idOf(found('/x/2023/a.txt'))).toBe('a.txt');
    expect(names.idOf(found('/x/2023/b.txt', { name: 'b.txt' }))).toBe('b.txt');
  });

  it('keeps files of the same name apart while both exist', async () => {
    await inFolder(async (folder) => {
      const places = ['1', '2', '3', '4'].map((name) => join(folder, name));
      for (const place of places) await writeFile(place, '');
      const [first = '', ...others] = places;
      const names = new FileNames([record('a.txt', first)]);
      const ids = others.map((place) => names.idOf(found(place)));
      expect(ids).toEqual(['2023/a.txt', '2023/a.txt~2', '2023/a.txt~3']);
      expect(others.map((place) => names.idOf(found(place)))).toEqual(ids);
    });
  });

  it('knows a file of lines by its batches', () => {
    const names = new FileNames([
      record('old.jsonl#00000001', '/x/n.jsonl', 'jsonl'),
      record('old.jsonl#00000501', '/x/n.jsonl', 'jsonl'),
    ]);
    expect(names.idOf(found('/x/n.jsonl', { name: 'n.jsonl' }))).toBe('old.jsonl');
  });
});
