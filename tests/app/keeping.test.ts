import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/app/keeper.ts';
import type { Job } from '../../src/app/ledger.ts';
import { BY, inHouse, type KeeperHouse, LIMITS, NO_FACTS, NOW, textFile } from '../support/keeper-house.ts';

const PAGE = '# 大桥通车\n\n　　大桥全长2547米。\n\n# 小麦丰收\n\n　　小麦产量120万吨。\n';
const JULY = { ...NO_FACTS, publication: '江城晚报', date: '2022-07-15' };

/** Subjects of the jobs of a receipt, first one first. */
async function subjects({ keeper }: KeeperHouse, { batch }: Receipt): Promise<string[]> {
  return (await keeper.jobs({ batch: batch ?? '' })).map(({ subject }) => subject).reverse();
}

async function onlyJob({ keeper }: KeeperHouse, { batch }: Receipt): Promise<Job> {
  const [job] = await keeper.jobs({ batch: batch ?? '' });
  if (job === undefined) throw new Error('No job.');
  return job;
}

async function pageIds({ keeper }: KeeperHouse): Promise<string[]> {
  return (await keeper.pages()).map(({ id }) => id);
}

describe('handing in files', () => {
  it('notes them with their bytes before they are carried, and the pages come in', () =>
    inHouse(async (house) => {
      const receipt = await house.keeper.takeIn([textFile('2022-07-15_A01.txt', PAGE)], NO_FACTS, BY);
      expect(receipt).toEqual({ batch: 'id2', jobs: 1, refused: [], carried: true });
      const job = await onlyJob(house, receipt);
      expect(job).toMatchObject({ state: 'waiting', subject: '2022-07-15_A01.txt', asker: '甲', place: 'g1', at: NOW });
      expect(job.work).toMatchObject({ info: { date: '2022-07-15', publication: null } });
      expect(await house.store.material(job.id)).toEqual(new TextEncoder().encode(PAGE));
      await house.work();
      expect(await house.library.counts()).toMatchObject({ pages: 1, articles: 2 });
    }));

  it('keeps what the queue cannot take', () =>
    inHouse(async (house) => {
      house.queue.away = true;
      const receipt = await house.keeper.takeIn([textFile('a.txt', PAGE)], NO_FACTS, BY);
      expect(receipt).toMatchObject({ jobs: 1, carried: false });
      expect(await house.store.owed(0)).toEqual(['a.txt']);
    }));

  it('refuses by name what cannot be opened and takes the rest', () =>
    inHouse(async (house) => {
      const files = [textFile('a.exe', 'MZ'), textFile('b.txt', PAGE)];
      const receipt = await house.keeper.takeIn(files, NO_FACTS, BY);
      expect(receipt.refused).toEqual([
        { file: 'a.exe', remark: { code: 'upload-type-unknown', details: { known: '.txt' } } },
      ]);
      expect(await subjects(house, receipt)).toEqual(['b.txt']);
    }));

  it('notes nothing where everything is refused', () =>
    inHouse(async (house) => {
      const receipt = await house.keeper.takeIn([textFile('a.exe', 'MZ')], NO_FACTS, BY);
      expect(receipt).toMatchObject({ batch: null, jobs: 0, refused: [{ file: 'a.exe' }] });
      expect(await house.keeper.jobs({})).toEqual([]);
    }));

  it('counts the files of archives and names the limit for all of them together', () =>
    inHouse(async (house) => {
      const files = [textFile('a.txt', PAGE), textFile('b.zip', 'x\n'.repeat(20)), textFile('c.txt', PAGE)];
      const receipt = await house.keeper.takeIn(files, NO_FACTS, BY);
      expect(receipt.refused).toEqual([
        { file: 'b.zip', remark: { code: 'upload-too-many', details: { limit: LIMITS.files } } },
      ]);
      expect(await subjects(house, receipt)).toEqual(['a.txt', 'c.txt']);
    }));

  it('lets a fault of ours through instead of calling it a bad file', () =>
    inHouse(
      async ({ keeper }) => {
        await expect(keeper.takeIn([textFile('a.txt', PAGE)], NO_FACTS, BY)).rejects.toThrow('disk on fire');
      },
      { unpack: async () => Promise.reject(new Error('disk on fire')) },
    ));

  it('believes what a list says of a page before what is said of all, and that before the name', () => {
    const facts = { publication: null, date: '2020-01-01', label: '03' };
    const pages = [{ name: 'z/2021-02-03.txt', kind: 'page' as const, bytes: new Uint8Array([49]), facts }];
    return inHouse(
      async (house) => {
        const { work } = await onlyJob(house, await house.keeper.takeIn([textFile('a.txt', '')], JULY, BY));
        expect(work).toMatchObject({
          info: { file: '2021-02-03.txt', publication: '江城晚报', date: '2020-01-01', label: '03' },
        });
      },
      { unpack: async () => ({ pages, refused: [] }) },
    );
  });
});

describe('the id of a page', () => {
  const OTHER = '# 另一版\n\n　　别的内容。\n';
  const handIn = (house: KeeperHouse, facts = NO_FACTS, text = PAGE) =>
    house.keeper.takeIn([textFile('001.txt', text)], facts, BY);

  it('is the name of its file, and the same name of the same paper and day takes its place', () =>
    inHouse(async (house) => {
      await handIn(house, JULY);
      await house.work();
      await handIn(house, JULY, '# 换了\n\n　　新的内容。\n');
      await house.work();
      expect(await pageIds(house)).toEqual(['001.txt']);
      expect((await house.library.articles()).map(({ title }) => title)).toEqual(['换了']);
    }));

  it.each([
    ['another day', { ...JULY, date: '2022-07-16' }, '江城晚报 2022-07-16/001.txt'],
    ['another paper', { ...JULY, publication: '山城日报' }, '山城日报 2022-07-15/001.txt'],
    ['no paper and day at all', NO_FACTS, '001.txt~2'],
  ])('is another one for %s, each time the same', (_what, facts, id) =>
    inHouse(async (house) => {
      await handIn(house, JULY);
      await house.work();
      for (let round = 0; round < 2; round += 1) {
        const text = round === 0 ? OTHER : `${OTHER}\n　　又及。\n`;
        expect(await subjects(house, await handIn(house, facts, text))).toEqual([id]);
        await house.work();
      }
      expect((await pageIds(house)).sort()).toEqual(['001.txt', id].sort());
    }),
  );

  it('is that of the very same page, where no other paper or day is named', () =>
    inHouse(async (house) => {
      await handIn(house, JULY);
      await house.work();
      expect(await subjects(house, await handIn(house, NO_FACTS))).toEqual(['001.txt']);
      await house.work();
      expect(await subjects(house, await handIn(house, { ...NO_FACTS, publication: '山城日报' }))).not.toEqual([
        '001.txt',
      ]);
      const [page] = await house.keeper.pages();
      expect(page).toMatchObject(JULY);
    }));

  it('is another one beside a page that is only on its way', () =>
    inHouse(async (house) => {
      const other = { ...JULY, date: '2022-07-16' };
      const [one, two] = await Promise.all([handIn(house, JULY), handIn(house, other)]);
      expect(await subjects(house, one)).toEqual(['001.txt']);
      expect(await subjects(house, two)).toEqual(['江城晚报 2022-07-16/001.txt']);
      await house.work();
      expect(await pageIds(house)).toHaveLength(2);
    }));

  it('tells files of one name apart that come together', () =>
    inHouse(async (house) => {
      const files = [textFile('001.txt', PAGE), textFile('001.txt', '# 另一页\n\n　　内容。\n')];
      const receipt = await house.keeper.takeIn(files, NO_FACTS, BY);
      expect(await subjects(house, receipt)).toEqual(['001.txt', '001.txt~2']);
    }));

  it.each([
    ['whose names tell no day have their names before it', ['a.zip', 'b.zip'], ['a.zip/1.txt', 'b.zip/1.txt']],
    ['whose names tell a day take that day', ['2022-07-15.zip', '2022-07-16.zip'], ['1.txt', '2022-07-16/1.txt']],
  ])('in archives %s', (_what, archives, ids) =>
    inHouse(async (house) => {
      const files = archives.map((name) => textFile(name, `${name}的新闻`));
      for (let round = 0; round < 2; round += 1) {
        expect(await subjects(house, await house.keeper.takeIn(files, NO_FACTS, BY))).toEqual(ids);
        await house.work();
      }
      expect(await pageIds(house)).toHaveLength(2);
    }),
  );

  it('is that of the whole file for lines', () =>
    inHouse(async (house) => {
      const lines = '{"title":"甲","text":"甲的正文。"}\n{"title":"乙","text":"乙的正文。"}\n';
      const file = textFile('a.jsonl', lines);
      for (let round = 0; round < 2; round += 1) {
        expect(await subjects(house, await house.keeper.takeIn([file], NO_FACTS, BY))).toEqual(['a.jsonl']);
        await house.work();
      }
      expect(await house.library.counts()).toMatchObject({ pages: 1, articles: 2 });
    }));

  it('stays that of its place for a file of a folder, and another place has another', () =>
    inHouse(async (house) => {
      house.folders['七月'] = [{ ...textFile('001.txt', PAGE), source: '/corpus/七月/001.txt' }];
      house.folders['八月'] = [{ ...textFile('001.txt', PAGE), source: '/corpus/八月/001.txt' }];
      for (const [folder, id] of [
        ['七月', '001.txt'],
        ['八月', '001.txt~2'],
        ['八月', '001.txt~2'],
      ] as const) {
        const receipt = await house.keeper.takeInFolder(folder, NO_FACTS, BY);
        expect(await subjects(house, receipt)).toEqual([id]);
        await house.work();
      }
      expect((await house.store.pageRecord('001.txt~2'))?.source).toBe('/corpus/八月/001.txt');
    }));
});

describe('the limit of an hour', () => {
  const pages = (count: number) => [
    textFile('a.zip', Array.from({ length: count }, (_, at) => `第${at}页`).join('\n')),
  ];

  it('refuses what is more, and says when there is room again', () =>
    inHouse(async ({ keeper }) => {
      await keeper.takeIn(pages(20), NO_FACTS, { ...BY, at: NOW - 50 * 60_000 });
      await keeper.takeIn(pages(10), NO_FACTS, { ...BY, at: NOW - 20 * 60_000 });
      await expect(keeper.takeIn(pages(1), NO_FACTS, BY)).rejects.toMatchObject({
        remark: { code: 'upload-hourly-limit', details: { limit: 30, minutes: 10 } },
      });
      expect(await keeper.takeIn(pages(20), NO_FACTS, { ...BY, at: NOW + 11 * 60_000 })).toMatchObject({ jobs: 20 });
    }));

  it('is each place’s own, and without a place nobody has one', () =>
    inHouse(async ({ keeper }) => {
      for (let round = 0; round < 2; round += 1) await keeper.takeIn(pages(20), NO_FACTS, { ...BY, place: null });
      await keeper.takeIn(pages(20), NO_FACTS, BY);
      expect(await keeper.takeIn(pages(20), NO_FACTS, { ...BY, place: 'g2' })).toMatchObject({ jobs: 20 });
    }));

  it('does not count what is read again', () =>
    inHouse(async (house) => {
      await house.keeper.takeIn(pages(20), NO_FACTS, { ...BY, at: NOW - 2 * 3_600_000 });
      await house.work();
      for (let round = 0; round < 2; round += 1) await house.keeper.readAgain({ pages: 'all', force: false }, BY);
      expect(await house.keeper.takeIn(pages(20), NO_FACTS, BY)).toMatchObject({ jobs: 20 });
    }));
});

describe('keeping pages', () => {
  async function filled(house: KeeperHouse): Promise<void> {
    await house.keeper.takeIn(
      [textFile('a.txt', PAGE), textFile('b.txt', '# 招商\n\n　　引资3亿元。\n')],
      NO_FACTS,
      BY,
    );
    await house.work();
  }

  it('removes a page with its articles, and refuses one that is not there', () =>
    inHouse(async (house) => {
      await filled(house);
      await house.keeper.remove('a.txt', BY);
      await house.work();
      expect(await pageIds(house)).toEqual(['b.txt']);
      await expect(house.keeper.remove('a.txt', BY)).rejects.toMatchObject({
        remark: { code: 'page-unknown', details: { name: 'a.txt' } },
      });
    }));

  it('takes an article out for good, and lets it in again', () =>
    inHouse(async (house) => {
      await filled(house);
      const [bridge] = await house.library.findArticles('大桥通车');
      const id = bridge?.id ?? '';
      await house.keeper.setWithheld(id, true, BY);
      await house.work();
      expect(await house.library.article(id)).toBeNull();
      await house.keeper.readAgain({ pages: 'all', force: true }, BY);
      await house.work();
      expect(await house.library.article(id)).toBeNull();
      expect(await house.keeper.setWithheld(id, true, BY)).toMatchObject({ batch: null });
      await house.keeper.setWithheld(id, false, BY);
      await house.work();
      expect((await house.library.article(id))?.title).toBe('大桥通车');
      expect(await house.keeper.setWithheld(id, false, BY)).toMatchObject({ batch: null });
      await expect(house.keeper.setWithheld('nobody', true, BY)).rejects.toMatchObject({
        remark: { code: 'article-unknown' },
      });
    }));

  it('reads again page by page, and tells that nothing has changed', () =>
    inHouse(async (house) => {
      await filled(house);
      const receipt = await house.keeper.readAgain({ pages: 'all', force: false }, BY);
      expect(await subjects(house, receipt)).toEqual(['a.txt', 'b.txt']);
      await house.work();
      const jobs = await house.keeper.jobs({ batch: receipt.batch ?? '' });
      expect(jobs.map(({ result }) => result?.state)).toEqual(['unchanged', 'unchanged']);
      const one = await house.keeper.readAgain({ pages: ['b.txt'], force: true }, BY);
      expect(await subjects(house, one)).toEqual(['b.txt']);
      expect(await house.keeper.readAgain({ pages: ['c.txt'], force: true }, BY)).toMatchObject({ batch: null });
    }));

  it('reads nothing again twice at once: the second who asks is shown what the first began', () =>
    inHouse(async (house) => {
      await filled(house);
      const first = await house.keeper.readAgain({ pages: 'all', force: false }, BY);
      expect(await house.keeper.readAgain({ pages: 'all', force: false }, BY)).toMatchObject({
        batch: first.batch,
        jobs: 0,
      });
      expect(await house.keeper.readAgain({ pages: 'all', force: true }, BY)).toMatchObject({ jobs: 2 });
      expect(await house.keeper.readAgain({ pages: ['a.txt'], force: false }, BY)).toMatchObject({ jobs: 0 });
      await house.work();
      expect(await house.keeper.readAgain({ pages: 'all', force: false }, BY)).toMatchObject({ jobs: 2 });
    }));
});
