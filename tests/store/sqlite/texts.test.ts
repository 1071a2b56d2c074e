import { describe, expect, it } from 'vitest';
import type { StoredPassage } from '../../../src/app/source.ts';
import { KeptTexts, TextShelf, textColumns } from '../../../src/store/sqlite/texts.ts';
import { article, passagesFor } from '../../support/library.ts';

const LONG = article('a', 'p', { texts: ['第一段。\n有换行，有“引号”。', '第二段𠮷字。'.repeat(60), ''] });

describe('packed texts', () => {
  it('give back an article and its passages as they were', () => {
    const passages = passagesFor([LONG], 7);
    const columns = textColumns(LONG, passages);
    const kept = new KeptTexts(columns);
    expect(kept.article).toEqual(LONG);
    expect(kept.passages).toEqual(passages);
    expect(columns).toMatchObject({ first: 7, passages: 3 });
  });

  it('need hardly more room for the passages than the article alone', () => {
    const text = Array.from({ length: 200 }, (_, at) => `第${at}号塔高${at * 37}米，`).join('');
    const whole = article('b', 'p', { texts: [text] });
    const alone = textColumns(whole, []).packed.length;
    expect(textColumns(whole, passagesFor([whole], 1)).packed.length).toBeLessThan(alone * 1.15);
  });

  it('are kept for an article without passages', () => {
    const kept = new KeptTexts(textColumns(LONG, []));
    expect([kept.article, kept.passages]).toEqual([LONG, []]);
  });

  it('refuse passages that are not numbered in a row', () => {
    const passages = passagesFor([LONG], 1).map((each): StoredPassage => ({ ...each, id: each.id * 2 }));
    expect(() => textColumns(LONG, passages)).toThrow('out of the row');
  });
});

describe('the shelf of texts', () => {
  it('asks for what it has only once, and for what was not asked for long ago anew', () => {
    const shelf = new TextShelf();
    const loaded: number[] = [];
    const load = (first: number) => () => {
      loaded.push(first);
      return textColumns(article(`a${first}`, 'p'), []).packed;
    };
    expect(shelf.texts(1, load(1))).toBe(shelf.texts(1, load(1)));
    for (let first = 2; first <= 600; first += 1) shelf.texts(first, load(first));
    expect(shelf.texts(600, load(600)).article.id).toBe('a600');
    expect(shelf.texts(1, load(1)).article.id).toBe('a1');
    expect(loaded.filter((first) => first === 600)).toHaveLength(1);
    expect(loaded.filter((first) => first === 1)).toHaveLength(2);
  });
});
