import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readRaw } from '../../src/app/reading.ts';
import { passagesOf } from '../../src/ingest/passages.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { built, startChild } from '../support/built.ts';
import { indexFromScratch, indexOf, rawPage } from '../support/intake.ts';
import { KILLS } from '../support/kills.ts';
import { inFolder, keptPassages, pageInfo } from '../support/library.ts';

const CORPUS = fileURLToPath(new URL('../../corpus/', import.meta.url));

/** A page of the corpus in full and in half, so that either state can be told from the other. */
type Versions = readonly [id: string, ...texts: readonly string[]];

async function corpusVersions(): Promise<Versions[]> {
  const names = (await readdir(CORPUS)).filter((name) => name.endsWith('.txt')).toSorted();
  const texts = await Promise.all(names.map((name) => readFile(join(CORPUS, name), 'utf8')));
  return names.map((name, i) => [name, texts[i] ?? '', (texts[i] ?? '').slice(0, 6000)]);
}

/** The passages that a page of this text has. */
function passagesIn(id: string, text: string): string[] {
  const info = pageInfo(id, { date: '2022-07-15' });
  return readRaw(rawPage(id, text, { info })).articles.flatMap((article) =>
    passagesOf(article).map((each) => each.text),
  );
}

describe('an ingestion that is killed', () => {
  it(
    `leaves each page old or new and the index whole, whenever it dies (${KILLS} times)`,
    async () => {
      const versions = await corpusVersions();
      const expected = new Map(versions.map(([id, ...texts]) => [id, texts.map((text) => passagesIn(id, text))]));
      await inFolder(async (folder) => {
        const pages = join(folder, 'pages.json');
        await writeFile(pages, JSON.stringify(versions));
        const root = new URL('../', built('src/app/intake.ts')).href;
        let states = new Map<string, number>();
        for (let round = 0; round < KILLS; round += 1) {
          const child = startChild('intake-child.mjs', [root, join(folder, 'data'), pages, String(round * 7)]);
          await child.wrote(1);
          await wait(Math.random() * 300);
          child.process.kill('SIGKILL');
          await child.ended;
          const store = await openSqliteStore(join(folder, 'data'));
          const found = new Map<string, number>();
          for (const { id } of await store.pageRecords()) {
            const articles = await store.articles({ page: id });
            const passages = (await Promise.all(articles.map((article) => store.passagesOfArticle(article.id)))).flat();
            const texts = passages.map(({ text }) => text);
            found.set(id, expected.get(id)?.findIndex((each) => JSON.stringify(each) === JSON.stringify(texts)) ?? -1);
          }
          expect([...found.values()]).not.toContain(-1);
          // What was acknowledged last is there, unless the page that follows it in turn came through as well.
          for (const line of child.lines) states.set(line.split(' ')[0] ?? '', Number(line.split(' ')[1]));
          const differing = [...states].filter(([id, state]) => found.get(id) !== state);
          expect(differing.length).toBeLessThanOrEqual(1);
          expect((await store.counts()).passages).toBe((await keptPassages(store)).length);
          expect(await indexOf(store)).toEqual(await indexFromScratch(store));
          states = found;
          await store.close();
        }
        expect(states.size).toBe(versions.length);
      });
    },
    KILLS * 20_000,
  );
});
