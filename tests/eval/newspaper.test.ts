import { describe, expect, it } from 'vitest';
import { ownArticles } from '../../eval/reading-order/clean.ts';
import { NEWS_DAMAGES, type NewsDamage } from '../../eval/reading-order/newspaper-damage.ts';
import { type NewsPage, newsPage } from '../../eval/reading-order/newspaper-page.ts';
import { NOBODY } from '../../eval/reading-order/newspaper-parts.ts';
import { runReadingOrder } from '../../eval/reading-order/run.ts';
import { judgeWhole, MEASURES } from '../../eval/reading-order/whole.ts';
import { ourArticles, reportOnWhole, wholeText } from '../../eval/reading-order/whole-report.ts';
import { projectRoot } from '../../eval/root.ts';
import { trueArticles } from './newspaper-truth.ts';

const ROOT = projectRoot();
const POOL = ownArticles(ROOT);
const SEEDS = ['a', 'b', 'c', 'd'];
const pagesOf = (kind: NewsDamage): NewsPage[] =>
  NEWS_DAMAGES.filter((wish) => wish.kind === kind).flatMap((wish) => SEEDS.map((seed) => newsPage(POOL, wish, seed)));
const PAGES = NEWS_DAMAGES.flatMap((wish) => SEEDS.map((seed) => newsPage(POOL, wish, seed)));
/** What is wrong where it is not nought. */
const FAULTS: readonly string[] = ['lost', 'twice'];

describe('a newspaper page', () => {
  it('is the same for the same seed and another one for another', () => {
    const wish = { kind: 'doubled', strength: 3 } as const;
    expect(newsPage(POOL, wish, 'x')).toEqual(newsPage(POOL, wish, 'x'));
    expect(newsPage(POOL, wish, 'x').text).not.toBe(newsPage(POOL, wish, 'y').text);
  });

  it('prints every stretch of every part where it says that it does', () => {
    for (const { text, words } of PAGES)
      for (const { part, from, start, end } of words)
        expect(text.slice(start, end)).toBe(part.text.slice(from, from + end - start));
  });

  it('has several articles with headlines and bylines, and captions or labels on some pages', () => {
    const kinds = new Set(PAGES.flatMap(({ words }) => words.map(({ part }) => part.kind)));
    for (const kind of ['label', 'kicker', 'title', 'deck', 'byline', 'text', 'caption', 'house', 'rule'] as const)
      expect(kinds).toContain(kind);
    for (const { articles } of PAGES) expect(articles.length).toBeGreaterThan(1);
  });
});

describe('the damage', () => {
  it('torn-heads parts a headline from its text', () => {
    const apart = pagesOf('torn-heads').filter(({ words }) =>
      words.some(({ part }, at) => {
        const next = words.slice(at).find((one) => one.part.kind === 'text');
        return part.kind === 'title' && next?.part.article !== part.article;
      }),
    );
    expect(apart.length).toBeGreaterThan(SEEDS.length);
  });

  it('late-leads prints a text before its beginning', () => {
    const late = pagesOf('late-leads').filter(({ words }) =>
      words.some(({ part, from }, at) => {
        const later = words.slice(at + 1).filter((one) => one.part.article === part.article);
        return part.kind === 'text' && later.some((one) => one.part.number === part.number && one.from < from);
      }),
    );
    expect(late.length).toBeGreaterThan(0);
  });

  it('doubled prints words twice, and no other damage does', () => {
    for (const page of PAGES) expect(page.words.some(({ copy }) => copy)).toBe(page.kind === 'doubled');
  });

  it('captions puts captions between two stretches of a paragraph', () => {
    const inside = ({ words }: NewsPage): boolean =>
      words.some(
        ({ part }, at) => part.kind === 'caption' && words[at - 1]?.part.number === words[at + 1]?.part.number,
      );
    expect(pagesOf('captions').some(inside)).toBe(true);
  });

  it('headless loses all headlines where it is told to', () => {
    for (const { words, strength } of pagesOf('headless'))
      if (strength === 1) expect(words.some(({ part }) => part.kind === 'title')).toBe(false);
  });

  it('cut-off says which articles break off', () => {
    for (const { articles, strength } of pagesOf('cut-off'))
      expect(articles.filter(({ cut }) => cut)).toHaveLength(strength);
  });

  it('remains brings text of nobody', () => {
    for (const { words } of pagesOf('remains'))
      expect(words.some(({ part }) => part.kind === 'text' && part.article === NOBODY)).toBe(true);
  });
});

describe('a reader', () => {
  it('that knows the truth is right in everything, on every damage', () => {
    for (const page of PAGES) {
      const scores = judgeWhole(page, trueArticles(page));
      for (const measure of MEASURES) {
        const { right, all } = scores[measure];
        expect([page.kind, measure, right]).toEqual([page.kind, measure, FAULTS.includes(measure) ? 0 : all]);
      }
    }
  });

  it('that takes the page for one article has no headline right but that of the longest', () => {
    for (const page of pagesOf('undamaged')) {
      const articles = trueArticles(page);
      const [first] = articles;
      if (first === undefined) continue;
      const one = { ...first, blocks: articles.flatMap(({ blocks }) => blocks) };
      const { titles, lost } = judgeWhole(page, [one]);
      expect(titles.right).toBeLessThanOrEqual(1);
      expect(lost.right).toBeGreaterThan(0);
    }
  });

  it('that forgets what is printed twice, or keeps it twice, is told so', () => {
    for (const page of pagesOf('doubled')) {
      const forgetful = trueArticles(page).map((article) => ({
        ...article,
        blocks: article.blocks.map(({ copies: _, ...block }) => block),
      }));
      expect(judgeWhole(page, forgetful).copies.right).toBe(0);
    }
  });

  it('that takes captions for text is told so', () => {
    for (const page of pagesOf('captions')) {
      const careless = trueArticles(page).map((article) => ({
        ...article,
        blocks: article.blocks.map((block) =>
          block.kind === 'caption' ? { ...block, kind: 'paragraph' as const } : block,
        ),
      }));
      expect(judgeWhole(page, careless).captions.right).toBe(0);
    }
  });
});

describe('the report on whole articles', () => {
  const trial = { pages: NEWS_DAMAGES.length, seed: '1', reader: ourArticles };

  it('has a row for each damage, and the wanted one alone where one is wanted', () => {
    const { rows, pages } = reportOnWhole(POOL, { ...trial, only: null });
    expect([pages, rows.length]).toEqual([NEWS_DAMAGES.length, NEWS_DAMAGES.length]);
    const only = reportOnWhole(POOL, { ...trial, only: 'remains' });
    expect(new Set(only.rows.map(({ kind }) => kind))).toEqual(new Set(['remains']));
    expect(wholeText(only)).toContain('remains 1');
  });

  it('stands below the one on reading order, and alone for a damage that lines do not know', () => {
    const wish = { set: null, pages: 2, seed: '1', json: false };
    expect(runReadingOrder(ROOT, { ...wish, only: 'doubled' })).toMatch(/joins[\s\S]*titles/);
    expect(runReadingOrder(ROOT, { ...wish, only: 'late-leads' })).not.toContain('joins');
    expect(runReadingOrder(ROOT, { ...wish, only: 'stuck' })).not.toContain('titles');
    expect(JSON.parse(runReadingOrder(ROOT, { ...wish, only: 'remains', json: true }))).toHaveProperty('whole.rows');
  });
});
