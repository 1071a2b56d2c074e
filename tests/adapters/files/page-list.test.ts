import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePageList, readPageList } from '../../../src/adapters/files/page-list.ts';
import { inFolder } from '../../support/library.ts';

const NOTHING = { publication: null, date: null, label: null };

function parsed(list: unknown) {
  const { entries, problems, warnings } = parsePageList(JSON.stringify(list));
  return { entries: Object.fromEntries(entries), problems, warnings };
}

describe('parsePageList', () => {
  it('reads paper, day and page of each file', () => {
    const list = { 'a.txt': { publication: '晚报', date: '2022-07', page: '003' }, 'b.txt': { page: 4 }, 'c.txt': {} };
    expect(parsed(list)).toEqual({
      entries: {
        'a.txt': { publication: '晚报', date: '2022-07', label: '003' },
        'b.txt': { ...NOTHING, label: '4' },
        'c.txt': NOTHING,
      },
      problems: [],
      warnings: [],
    });
  });

  it('takes null and nothing for what is not known', () => {
    const members = { publication: null, date: '', page: null };
    expect(parsed({ a: members })).toEqual({ entries: { a: NOTHING }, problems: [], warnings: [] });
  });

  it.each([
    [{ date: '15.7.2022' }, 'list-date-unknown', { found: '"15.7.2022"' }],
    [{ date: '2022-02-30' }, 'list-date-unknown', { found: '"2022-02-30"' }],
    [{ date: 2022 }, 'list-date-unknown', { found: '2022' }],
    [{ publication: 7 }, 'list-member-no-text', { member: 'publication' }],
    [{ page: ['3'] }, 'list-member-no-text', { member: 'page' }],
    [{ page: 1.5 }, 'list-member-no-text', { member: 'page' }],
    ['晚报', 'list-entry-no-object', {}],
    [null, 'list-entry-no-object', {}],
  ])('says what is wrong with %j and reads the rest', (members, code, details) => {
    const { entries, problems } = parsed({ 'a.txt': members, 'b.txt': { page: '1' } });
    expect(problems).toEqual([{ code, details: { entry: 'a.txt', ...details } }]);
    expect(entries['b.txt']).toEqual({ ...NOTHING, label: '1' });
  });

  it('warns of a member that it does not know', () => {
    expect(parsed({ 'a.txt': { data: '2022' } })).toMatchObject({
      problems: [],
      warnings: [{ code: 'list-member-unknown', details: { entry: 'a.txt', member: 'data' } }],
    });
  });

  it.each(['', '[', '[]', '"x"', 'null', '3'])('refuses the list %j', (text) => {
    expect(parsePageList(text).problems).toEqual([{ code: 'list-no-object', details: {} }]);
  });

  it('is not misled by members that every object has', () => {
    expect(parsePageList('{"a.txt": {}}').entries.get('constructor')).toBeUndefined();
  });
});

describe('readPageList', () => {
  it('needs no list', async () => {
    await inFolder(async (folder) => {
      expect(await readPageList(folder, 'shown')).toEqual({ entries: new Map(), problems: [], warnings: [] });
    });
  });

  it('reads the list beside the pages, with or without byte order mark', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'pages.json'), '\ufeff{"a.txt": {"page": "1"}}');
      expect((await readPageList(folder, 'shown')).entries.get('a.txt')).toEqual({ ...NOTHING, label: '1' });
    });
  });
});
