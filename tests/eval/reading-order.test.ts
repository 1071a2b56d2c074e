import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { drawArticles, ownArticles } from '../../eval/reading-order/clean.ts';
import { diceOf } from '../../eval/reading-order/dice.ts';
import { DAMAGES, type DamageKind, type DamageWish, simulatePage } from '../../eval/reading-order/simulate.ts';
import { breakLines } from '../../eval/reading-order/typeset.ts';
import { projectRoot } from '../../eval/root.ts';
import { chainsOf, paragraphsOf } from './reading-order-truth.ts';

const POOL = ownArticles(projectRoot());
const SEEDS = ['a', 'b', 'c', 'd'];
const NAMED = DAMAGES.map((wish): [string, DamageWish] => [`${wish.kind} ${wish.strength} ${wish.printing}`, wish]);

const pagesOf = (kind: DamageKind) =>
  DAMAGES.filter((wish) => wish.kind === kind).flatMap((wish) => SEEDS.map((seed) => simulatePage(POOL, wish, seed)));

/** Share of the joins whose lines stand one behind the other in the file. */
function shareInPlace(kind: DamageKind, strength: number): number {
  const lines = pagesOf(kind)
    .filter((page) => page.strength === strength)
    .flatMap((page) => page.lines.map((line, at) => ({ ...line, inPlace: line.truth === at + 1 })));
  const joins = lines.filter(({ role, closes }) => role === 'text' && !closes);
  return joins.filter(({ inPlace }) => inPlace).length / joins.length;
}

describe('dice', () => {
  it('fall the same way for the same seed and otherwise for another', () => {
    const throws = (seed: string) => {
      const dice = diceOf(seed);
      return Array.from({ length: 50 }, () => dice.between(1, 6));
    };
    expect(throws('1')).toEqual(throws('1'));
    expect(throws('1')).not.toEqual(throws('2'));
    expect(new Set(throws('1'))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });

  it('shuffle without losing or doubling anything', () => {
    const things = Array.from({ length: 40 }, (_, at) => at);
    const shuffled = diceOf('x').shuffle(things);
    expect(shuffled).not.toEqual(things);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(things);
  });
});

describe('breakLines', () => {
  const texts = POOL.flatMap(({ paragraphs }) => paragraphs);

  it.each([16, 19, 22, 26])('cuts every text into lines of %d characters that give it back when joined', (width) => {
    for (const text of texts) {
      const lines = breakLines(text, width, 2);
      expect(lines.join('')).toBe(text);
      expect(lines.slice(0, -1).every((line) => line.length >= width / 2)).toBe(true);
    }
  });

  it('lets punctuation hang and keeps figures whole', () => {
    expect(breakLines('一二三四，五六1234.5万元', 4)).toEqual(['一二三四，', '五六', '1234.5万', '元']);
  });

  it('lets a closing quotation mark hang, but never an opening one', () => {
    expect(breakLines('他说"好。"她走', 5)).toEqual(['他说"好。"', '她走']);
    expect(breakLines('他们说“好。”', 4)).toEqual(['他们说', '“好。”']);
  });

  it('begins the first line with its indent', () => {
    expect(breakLines('一二三四五六七', 4, 2)).toEqual(['一二', '三四五六', '七']);
  });
});

describe('the articles to set', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-order-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const text = '据 悉，城东新 泳池 8 月开放。'.repeat(12);
  const script = JSON.stringify({ id: 'x', text: 'a{position:relative}。' });
  const line = (id: number) => JSON.stringify({ id, title: '', date: '2023-08-16', text: `${text}没有完的话` });
  const file = join(folder, 'news.jsonl.gz');
  writeFileSync(file, gzipSync([script, ...Array.from({ length: 9 }, (_, at) => line(at))].join('\n')));

  it('of the own pages are there without any other data', () => {
    expect(POOL.length).toBeGreaterThanOrEqual(10);
    for (const { title, paragraphs } of POOL) {
      expect(title).not.toBe('');
      expect(paragraphs.length).toBeGreaterThan(0);
    }
  });

  it('are drawn from packed lines, with a headline and without loose blanks and unfinished sentences', () => {
    const articles = drawArticles(file, 10, diceOf('1'));
    expect(articles).toHaveLength(9);
    const [article] = articles;
    expect(article?.title).toBe('城东新泳池8月开放');
    expect(article?.paragraphs.join('').replace('本报8月16日讯 ', '')).toBe('据悉，城东新泳池8月开放。'.repeat(12));
    expect(article?.paragraphs.length).toBeGreaterThan(1);
  });

  it('are others with other dice', () => {
    expect(drawArticles(file, 9, diceOf('1'))).not.toEqual(drawArticles(file, 9, diceOf('2')));
  });
});

describe.each(NAMED)('a page that is %s', (_name, wish) => {
  const pages = SEEDS.map((seed) => simulatePage(POOL, wish, seed));

  it('is the same for the same seed and another for another', () => {
    expect(SEEDS.map((seed) => simulatePage(POOL, wish, seed))).toEqual(pages);
    expect(new Set(pages.map(({ text }) => text)).size).toBe(SEEDS.length);
  });

  it('has each line where it says, in the order of the file and followed by one at most', () => {
    for (const { text, lines } of pages) {
      let end = 0;
      for (const line of lines) {
        expect(text.slice(line.start, line.end)).toBe(line.text);
        expect(line.start).toBeGreaterThanOrEqual(end);
        end = line.end;
      }
      const truths = lines.flatMap(({ truth }) => (truth === null ? [] : [truth]));
      expect(new Set(truths).size).toBe(truths.length);
      expect(truths.every((truth) => lines[truth] !== undefined)).toBe(true);
    }
  });

  it('holds nothing between its lines but blanks and marks of quotation', () => {
    for (const { text, lines } of pages) {
      const between = lines.map(({ start }, at) => text.slice(lines[at - 1]?.end ?? 0, start)).join('');
      expect(between).toMatch(/^[\s>]*$/);
    }
  });

  it('gives the clean articles back to whoever follows the truth', () => {
    const clean = (text: string): string => (wish.kind === 'misread' ? '字'.repeat(text.length) : text);
    for (const page of pages) {
      const restored = chainsOf(page).map((chain) => {
        const of = (role: string) => paragraphsOf(chain.filter((line) => line.role === role));
        const told = (role: string) => of(role).map((lines) => clean(lines.map(({ text }) => text).join('')));
        return { title: told('head'), paragraphs: told('text') };
      });
      const wanted = page.source.map(({ title, paragraphs }) => ({
        title: [clean(title)],
        paragraphs: paragraphs.map(clean),
      }));
      const byText = (articles: typeof restored) =>
        articles
          .map(({ title, paragraphs }) =>
            wish.kind === 'headless' ? { title: [], paragraphs } : { title, paragraphs },
          )
          .map((article) => JSON.stringify(article))
          .sort();
      expect(byText(restored)).toEqual(byText(wanted));
    }
  });
});

describe('damage', () => {
  it.each<[DamageKind, number, number, number]>([
    ['undamaged', 0, 1, 1],
    ['interleaved', 2, 0, 0.2],
    ['interleaved', 4, 0, 0.1],
    ['blocks', 2, 0.4, 0.95],
    ['strays', 0.1, 0.75, 0.95],
    ['strays', 0.3, 0.5, 0.85],
    ['swapped', 1, 0.97, 0.999],
    ['stuck', 0.3, 1, 1],
  ])('%s of strength %d leaves a fitting share of the joins in place', (kind, strength, least, most) => {
    const share = shareInPlace(kind, strength);
    expect(share).toBeGreaterThanOrEqual(least);
    expect(share).toBeLessThanOrEqual(most);
  });

  it.each<DamageKind>(['interleaved', 'blocks', 'strays', 'swapped'])('%s only moves lines', (kind) => {
    const texts = (wish: DamageWish) => simulatePage(POOL, wish, 'a').lines.map(({ text }) => text);
    for (const wish of DAMAGES.filter((one) => one.kind === kind)) {
      const whole = texts({ ...wish, kind: 'undamaged' });
      expect(texts(wish)).not.toEqual(whole);
      expect(texts(wish).toSorted()).toEqual(whole.toSorted());
    }
  });

  it('prints doubled paragraphs as they are', () => {
    for (const { lines, strength } of pagesOf('doubled')) {
      const copies = lines.filter(({ copyOf }) => copyOf !== null);
      expect(copies.filter(({ closes }) => closes)).toHaveLength(strength);
      for (const copy of copies) expect(lines[copy.copyOf ?? -1]?.text).toBe(copy.text);
    }
  });

  it('puts captions inside paragraphs', () => {
    for (const { lines, strength } of pagesOf('captions')) {
      const starts = lines.flatMap(({ role, text }, at) => (role === 'caption' && text.startsWith('图为') ? [at] : []));
      expect(starts).toHaveLength(strength);
      for (const at of starts) {
        expect(lines[at - 1]).toMatchObject({ role: 'text', closes: false });
        expect(lines.slice(at).find(({ role }) => role === 'text')).toBe(lines[lines[at - 1]?.truth ?? -1]);
      }
    }
  });

  it('loses all headlines or some', () => {
    const heads = (strength: number) =>
      pagesOf('headless')
        .filter((page) => page.strength === strength)
        .flatMap(({ lines }) => lines.filter(({ role }) => role === 'head'));
    expect(heads(1)).toEqual([]);
    expect(heads(0.5).length).toBeGreaterThan(0);
  });

  it('sticks lines together where line ends are lost', () => {
    for (const { lines, strength } of pagesOf('stuck')) {
      const stuck = lines.filter(({ start }, at) => at > 0 && lines[at - 1]?.end === start).length / lines.length;
      expect(stuck).toBeGreaterThan(strength / 3);
      expect(stuck).toBeLessThan(strength * 2);
    }
  });

  it('replaces about as many letters as it says, and none of the headlines', () => {
    const told = (wish: DamageWish) => {
      const chains = chainsOf(simulatePage(POOL, wish, 'a'));
      const text = (role: string) =>
        chains.map((chain) => chain.flatMap((line) => (line.role === role ? [line.text] : [])).join(''));
      const texts = text('text');
      return new Map(text('head').map((head, at) => [head, texts[at] ?? '']));
    };
    const read = told({ kind: 'undamaged', strength: 0, printing: 'lines' });
    for (const strength of [0.01, 0.03]) {
      const spoilt = told({ kind: 'misread', strength, printing: 'lines' });
      expect([...spoilt.keys()].toSorted()).toEqual([...read.keys()].toSorted());
      const letters = [...spoilt].flatMap(([head, text]) =>
        text.split('').map((letter, at) => letter !== read.get(head)?.charAt(at)),
      );
      const wrong = letters.filter((changed) => changed).length / letters.length;
      expect(wrong).toBeGreaterThan(strength / 3);
      expect(wrong).toBeLessThan(strength * 1.7);
    }
  });
});
