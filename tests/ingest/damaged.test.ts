/** What holds for newspaper pages whatever has happened to them. */
import { describe, expect, it } from 'vitest';
import { ownArticles } from '../../eval/reading-order/clean.ts';
import { NEWS_DAMAGES } from '../../eval/reading-order/newspaper-damage.ts';
import { newsPage } from '../../eval/reading-order/newspaper-page.ts';
import { projectRoot } from '../../eval/root.ts';
import { articlesOf } from './pages.ts';

const POOL = ownArticles(projectRoot());
const SEEDS = ['1', '2', '3', '4', '5', '6'];
const RUNNING = new Set(['paragraph', 'list', 'notice']);

describe.each(NEWS_DAMAGES.map(({ kind, strength }) => [kind, strength] as const))(
  'a page with %s %d',
  (kind, strength) => {
    const texts = SEEDS.map((seed) => newsPage(POOL, { kind, strength }, seed).text);

    it('keeps every piece of every block as a copy of its place', () => {
      for (const text of texts)
        for (const { pieces, text: made } of articlesOf(text).flatMap(({ blocks }) => blocks))
          for (const { at, start, end } of pieces)
            expect(made.slice(at, at + end - start)).toBe(text.slice(start, end));
    });

    it('uses no letter of the page twice in running text', () => {
      for (const text of texts) {
        const used = new Set<number>();
        const blocks = articlesOf(text).flatMap((article) => article.blocks);
        for (const { start, end } of blocks
          .filter((block) => RUNNING.has(block.kind))
          .flatMap(({ pieces }) => pieces)) {
          for (let at = start; at < end; at++) {
            expect(used.has(at)).toBe(false);
            used.add(at);
          }
        }
      }
    });

    it('loses no word: each stands in a head, a block or a copy', () => {
      for (const text of texts) {
        const held = new Set<number>();
        for (const { heads, blocks } of articlesOf(text))
          for (const { start, end } of [
            ...heads,
            ...blocks.flatMap(({ pieces, copies = [] }) => [...pieces, ...copies]),
          ])
            for (let at = start; at < end; at++) held.add(at);
        const lost = text.split('').filter((sign, at) => /[\p{L}\p{N}]/u.test(sign) && !held.has(at));
        expect(lost.join('')).toBe('');
      }
    });
  },
);
