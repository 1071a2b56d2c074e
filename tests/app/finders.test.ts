import { describe, expect, it } from 'vitest';
import { PageLibrary } from '../../src/app/library.ts';
import { Snapshot } from '../../src/app/snapshot.ts';
import type { Finder } from '../../src/index/contract.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { intakeFor, pageText, rawPage } from '../support/intake.ts';
import { inFolder } from '../support/library.ts';

describe('a library whose passages are found elsewhere', () => {
  it('answers as with its own segments, and asks the other index for nothing but the contract', async () => {
    await inFolder(async (folder) => {
      const store = await openSqliteStore(folder);
      const text = pageText(
        ['大桥通车', '本报讯 青岛大桥昨天通车，全长1200米。'],
        ['小学开学', '本报讯 小学昨天开学。'],
      );
      await intakeFor(store).takeIn(rawPage('p', text));
      const own = new Snapshot(store);
      const asked: number[] = [];
      const finder = async (): Promise<Finder> => {
        const searcher = await own.searcher();
        return {
          passages: searcher.passages,
          async find(terms, limit) {
            asked.push(limit);
            return searcher.find(terms, limit);
          },
          weightOf: (word) => searcher.weightOf(word),
          bigramWeight: (pair) => searcher.bigramWeight(pair),
          characterWeight: (character) => searcher.characterWeight(character),
        };
      };
      const [here, there] = [new PageLibrary(store), new PageLibrary(store, { finders: { finder } })];
      const question = '青岛大桥全长多少米？';
      expect(await there.ask(question)).toEqual(await here.ask(question));
      expect(await there.search('小学')).toEqual(await here.search('小学'));
      expect(asked.length).toBeGreaterThan(1);
      await store.close();
    });
  });
});
