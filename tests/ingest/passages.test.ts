import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Passage } from '../../src/ingest/model.ts';
import { LONGEST_PASSAGE, PASSAGE_LENGTH, passagesOf } from '../../src/ingest/passages.ts';
import { readPage } from '../../src/ingest/read-page.ts';
import { articlesOf, CORPUS_PAGES, corpusPage } from './pages.ts';

const SENTENCE = '会议强调，要压实责任，狠抓落实，确保完成全年目标任务。';
const LEAD = '本报讯 今天新桥通车。';

function passages(body: string): Passage[] {
  const [article] = articlesOf(`特别策划\n\n从天堑到通途——\n\n新桥通车\n\n□记者 张三\n\n${body}\n`);
  return article === undefined ? [] : passagesOf(article);
}

describe('passagesOf', () => {
  it('joins short neighbours with a line feed up to its length', () => {
    const body = [LEAD, ...Array.from({ length: 12 }, (_, n) => `第${n}组代表发言。${SENTENCE}`)].join('\n\n');
    const found = passages(body);
    expect(found.length).toBeGreaterThan(1);
    expect(
      found
        .map((passage) => passage.text)
        .join('\n')
        .replaceAll('\n', '\n\n'),
    ).toBe(body);
    for (const { text } of found) expect(text.length).toBeLessThanOrEqual(PASSAGE_LENGTH);
  });

  it('splits a long paragraph at sentence ends into parts of like length', () => {
    const body = LEAD + SENTENCE.repeat(24);
    const found = passages(body);
    expect(found.map((passage) => passage.text).join('')).toBe(body);
    for (const { text } of found) {
      expect(text).toMatch(/。$/);
      expect(text.length).toBeGreaterThan(PASSAGE_LENGTH / 2);
      expect(text.length).toBeLessThan(PASSAGE_LENGTH * 1.5);
    }
  });

  it('leaves a paragraph whole that is hardly longer', () => {
    const body = LEAD + SENTENCE.repeat(12);
    expect(body.length).toBeLessThan(LONGEST_PASSAGE);
    expect(passages(body)).toHaveLength(1);
  });

  it('cuts a sentence without end at its commas, and one without commas anywhere', () => {
    for (const endless of ['一桥飞架南北，'.repeat(400), '一桥飞架南北'.repeat(400)]) {
      const found = passages(LEAD + endless);
      expect(found.map((passage) => passage.text).join('')).toBe(LEAD + endless);
      for (const { text } of found) expect(text.length).toBeLessThanOrEqual(600);
    }
  });

  it('never runs across a crosshead, which goes into the heading with all that stands above', () => {
    const found = passages(`${LEAD}\n\n机制更活\n\n${SENTENCE}\n\n动力更足\n\n${SENTENCE.slice(4)}`);
    expect(found.map(({ heading, text, block }) => [heading, text, block])).toEqual([
      ['新桥通车 特别策划 从天堑到通途—— 本报讯', LEAD, 0],
      ['新桥通车 特别策划 从天堑到通途—— 本报讯 机制更活', SENTENCE, 2],
      ['新桥通车 特别策划 从天堑到通途—— 本报讯 动力更足', SENTENCE.slice(4), 4],
    ]);
  });

  it('makes a caption a passage of its own, without parting the text around it', () => {
    const found = passages(`${LEAD}\n\n■通车现场。 李四 摄\n\n${SENTENCE}`);
    expect(found.map(({ kind, text }) => [kind, text])).toEqual([
      ['caption', '■通车现场。 李四 摄'],
      ['text', `${LEAD}\n${SENTENCE}`],
    ]);
  });

  it('makes each row of a table a passage, whole with the cell that spans it', () => {
    const found = passages(`${LEAD}\n\n一、单项成绩\n\n板块\t区市\t得分\n经济\t东区\t54.96\n\t西区\t52.43`);
    expect(
      found.filter((passage) => passage.kind === 'row').map(({ text, row, heading }) => [text, row, heading]),
    ).toEqual([
      ['经济 东区 54.96', 0, '新桥通车 特别策划 从天堑到通途—— 本报讯 一、单项成绩 板块 区市 得分'],
      ['经济 西区 52.43', 1, '新桥通车 特别策划 从天堑到通途—— 本报讯 一、单项成绩 板块 区市 得分'],
    ]);
  });

  it('finds the places of both cells of a repeated name', () => {
    const raw = '对阵表\n\n□记者 张三\n\n主队\t客队\t比分\n东区\t东区二队\t1:0\n西区\t东区\t2:2\n';
    const [article] = articlesOf(raw);
    const rows = (article === undefined ? [] : passagesOf(article)).filter((passage) => passage.kind === 'row');
    expect(rows.map(({ text, pieces }) => [text, pieces.map(({ start }) => start - raw.indexOf('主队'))])).toEqual([
      ['东区 东区二队 1:0', [9, 12, 17]],
      ['西区 东区 2:2', [21, 24, 27]],
    ]);
  });

  it('leaves lines of the house out, and takes notices in', () => {
    const found = passages(`${LEAD}\n\n市综合考核委员会\n2022年7月26日\n\n责任编辑：李四`);
    expect(found.map((passage) => passage.text)).toEqual([`${LEAD}\n市综合考核委员会\n2022年7月26日`]);
  });

  it('makes a headline that lost its text a passage', () => {
    const [article] = articlesOf('# 新桥通车\n');
    expect(article && passagesOf(article)).toMatchObject([{ kind: 'text', text: '新桥通车', block: 0, row: -1 }]);
  });

  it('numbers the passages of an article', () => {
    for (const page of CORPUS_PAGES.values()) {
      for (const article of readPage(page).articles) {
        const found = passagesOf(article);
        expect(found.map((passage) => passage.ordinal)).toEqual(found.map((_, at) => at));
        expect(new Set(found.map((passage) => passage.article))).toEqual(new Set([article.id]));
      }
    }
  });

  it('says in the heading of a row what its numbers are', () => {
    const row = readPage(corpusPage('002'))
      .articles.flatMap(passagesOf)
      .find((passage) => passage.kind === 'row' && passage.text.includes('胶州市') && passage.text.includes('52.43'));
    expect(row?.text).toMatch(/^经济运行 /);
    expect(row?.heading).toMatch(/考核结果 .*单项板块 区市 得分 摘星情况$/);
  });

  it('holds every sentence of a paragraph in one passage, if it is not longer than one', () => {
    const sentences = fc.array(
      fc.integer({ min: 2, max: 120 }).map((length) => `${'字'.repeat(length)}。`),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(sentences, (list) => {
        const text = list.join('');
        const block = { kind: 'paragraph' as const, text, pieces: [{ at: 0, start: 0, end: text.length }] };
        const article: Article = {
          id: 'a',
          page: 'p',
          file: 'p',
          publication: null,
          label: null,
          title: null,
          kicker: null,
          subtitle: null,
          byline: null,
          reporters: [],
          dateline: null,
          date: null,
          heads: [],
          blocks: [block],
          truncated: false,
        };
        const found = passagesOf(article).map((passage) => passage.text);
        expect(found.join('')).toBe(text);
        for (const part of found) expect(part.endsWith('。')).toBe(true);
      }),
    );
  });
});
