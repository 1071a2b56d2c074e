import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readRaw } from '../../../src/app/reading.ts';
import type { StoredPassage } from '../../../src/app/source.ts';
import type { Article } from '../../../src/ingest/model.ts';
import { passagesOf } from '../../../src/ingest/passages.ts';
import { readPage } from '../../../src/ingest/read-page.ts';
import { textOf } from '../../../src/store/sqlite/origins.ts';
import { type PageToPack, packTexts } from '../../../src/store/sqlite/packed-page.ts';
import { KeptTexts, TextShelf } from '../../../src/store/sqlite/texts.ts';
import { article, pageInfo, passagesFor } from '../../support/library.ts';

const CORPUS = fileURLToPath(new URL('../../../corpus', import.meta.url));
const LONG = article('a', 'p', { texts: ['第一段。\n有换行，有“引号”。', '第二段𠮷字。'.repeat(60), ''] });

function cutAll(articles: readonly Article[]): { article: Article; passages: StoredPassage[] }[] {
  let first = 1;
  return articles.map((each) => {
    const passages = passagesOf(each).map((passage, at) => ({ ...passage, id: first + at }));
    first += passages.length;
    return { article: each, passages };
  });
}

function packed(each: { article: Article; passages: StoredPassage[] }[], page: PageToPack): KeptTexts[] {
  const facts = page.facts;
  return packTexts(each, page).texts.map((columns, at) => {
    const { id, date } = each[at]?.article ?? LONG;
    return new KeptTexts({ ...columns, id, date: date ?? null, page: { facts, text: page.text ?? '' } });
  });
}

/** How many bytes the texts take beside their page. */
function sizeOf(each: { article: Article; passages: StoredPassage[] }[], page: PageToPack): number {
  return packTexts(each, page).texts.reduce((sum, { packed: bytes }) => sum + bytes.length, 0);
}

function expectSame(each: { article: Article; passages: StoredPassage[] }[], page: PageToPack): void {
  const kept = packed(each, page);
  for (const [at, { article: wanted, passages }] of each.entries()) {
    // The tables, copies and all else of a page went through JSON before as well.
    expect(kept[at]?.article).toEqual(wanted);
    expect(kept[at]?.passages).toEqual(passages);
    const { blocks: _blocks, truncated: _truncated, ...head } = wanted;
    expect(kept[at]?.head).toEqual(head);
  }
}

const PAGE = `# 大桥昨天通车

本报记者 张三

　　本报讯 江城大桥昨天通车，桥长1200米，
总投资3.5亿元。市民张先生说：“方便多
了。”

　　图为通车现场。李四 摄

| 项目 | 数字 |
|---|---|
| 桥长 | 1200米 |
| 投资 | 3.5亿元 |

# 全市学校开学

　　昨天全市120所学校开学，学生共有3万名。
`;

describe('texts of a page', () => {
  it.each(['', '\ufeff'])('come back as they were, behind the mark "%s"', (mark) => {
    const info = pageInfo('p.txt', { publication: '江城晚报', date: '2022-07-15' });
    const each = cutAll(readPage({ ...info, text: PAGE }).articles);
    expect(new Set(each.flatMap(({ passages }) => passages.map(({ kind }) => kind)))).toContain('row');
    expectSame(each, { facts: info, kind: 'page', text: mark + PAGE });
  });

  it.each(readdirSync(CORPUS).filter((name) => /\.(?:md|txt)$/u.test(name)))('come back as %s has them', (name) => {
    const bytes = readFileSync(join(CORPUS, name));
    const info = pageInfo(name, { date: '2022' });
    const raw = { info, bytes, kind: 'page' as const, source: null };
    expectSame(cutAll(readRaw(raw).articles), { facts: info, kind: 'page', text: textOf(bytes) });
  });

  it('are kept as places: they take a third of the page at the most', () => {
    const sentence = (at: number): string => `第${at}座桥长${at * 37}米，总投资${at * 11}万元，昨天通车。`;
    const text = `# 大桥通车\n\n　　${Array.from({ length: 300 }, (_, at) => sentence(at)).join('')}\n`;
    const info = pageInfo('p.txt');
    const each = cutAll(readPage({ ...info, text }).articles);
    expect(each[0]?.passages.length).toBeGreaterThan(10);
    expect(sizeOf(each, { facts: info, kind: 'page', text })).toBeLessThan(400);
  });

  it('are kept whole where the page is no UTF-8, or says something else', () => {
    const info = pageInfo('p.txt', { label: '3' });
    const each = cutAll(readPage({ ...info, text: PAGE }).articles);
    expectSame(each, { facts: info, kind: 'page', text: undefined });
    expectSame(each, { facts: info, kind: 'page', text: '别的文字' });
    expectSame(each, { facts: pageInfo('other'), kind: 'page', text: PAGE });
  });
});

describe('texts of lines', () => {
  const lines = [
    '{"id":"1","title":"大桥通车","date":"2022-07-15","text":"本报讯（记者张三）大桥昨天通车。\\n　　桥长1200米，“很方便”。"}',
    'no JSON at all',
    '',
    '{"id":2,"text":"第二篇\\u3002"}',
    '{"id":"1","title":"另一篇","text":"同一个编号。"}',
    '{"id":"3","source":"晚报","text":"本报讯（记者张三）大桥昨天通车。"}',
  ];
  const text = `${lines.join('\n')}\n`;
  const info = pageInfo('news.jsonl#00000001', { file: 'news.jsonl', date: '2020-01-01' });

  it('come back as they were, whatever stands between them', () => {
    const raw = { info, bytes: new TextEncoder().encode(text), kind: 'jsonl' as const, source: null };
    const { articles } = readRaw(raw);
    expect(articles.map(({ id }) => id)).toEqual(['2', '1', '3']);
    expectSame(cutAll(articles), { facts: info, kind: 'jsonl', text });
    expectSame(cutAll(articles), { facts: info, kind: 'jsonl', text: undefined });
    expectSame(cutAll(articles.toReversed()), { facts: info, kind: 'jsonl', text });
  });
});

describe('packed texts', () => {
  const page: PageToPack = { facts: pageInfo('p'), kind: 'page', text: 'unlike' };

  it('give back an article that is of no page, and its passages', () => {
    expectSame([{ article: LONG, passages: passagesFor([LONG], 7) }], page);
    expectSame([{ article: LONG, passages: [] }], page);
    expect(packTexts([{ article: LONG, passages: passagesFor([LONG], 7) }], page).texts).toMatchObject([
      { first: 7, passages: 3 },
    ]);
  });

  it('give back an article that lacks what every article has', () => {
    const bare = JSON.parse('{"id":"a","title":"标题"}') as Article;
    const [kept] = packed([{ article: bare, passages: passagesFor([LONG], 3) }], page);
    expect([kept?.article, kept?.head]).toEqual([bare, bare]);
    expect(kept?.passages).toEqual(passagesFor([LONG], 3));
  });

  it('refuse passages that are not numbered in a row', () => {
    const passages = passagesFor([LONG], 1).map((each): StoredPassage => ({ ...each, id: each.id * 2 }));
    expect(() => packTexts([{ article: LONG, passages }], page)).toThrow('out of the row');
  });
});

describe('the shelf of texts', () => {
  it('asks for what it has only once, and for what was not asked for long ago anew', () => {
    const shelf = new TextShelf();
    const loaded: number[] = [];
    const load = (first: number) => () => {
      loaded.push(first);
      const one = article(`a${first}`, 'p');
      const [kept] = packed([{ article: one, passages: [] }], { facts: pageInfo('p'), kind: 'page', text: '' });
      return kept ?? expect.unreachable();
    };
    expect(shelf.texts(1, load(1))).toBe(shelf.texts(1, load(1)));
    for (let first = 2; first <= 600; first += 1) shelf.texts(first, load(first));
    expect(shelf.texts(600, load(600)).article.id).toBe('a600');
    expect(shelf.texts(1, load(1)).article.id).toBe('a1');
    expect(loaded.filter((first) => first === 600)).toHaveLength(1);
    expect(loaded.filter((first) => first === 1)).toHaveLength(2);
  });
});
