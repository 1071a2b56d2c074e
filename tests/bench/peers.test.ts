import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openSet, writeSet } from '../../bench/peers/collection.ts';
import type { Unit } from '../../bench/peers/engine.ts';
import { openOurs } from '../../bench/peers/engines/ours.ts';
import { percentile, qualityOf, rankOf, sampleOf, spreadOf, spreadOut } from '../../bench/peers/figures.ts';
import { makeQuestions, makeUnit, openGrowth, writeSentences } from '../../bench/peers/growth.ts';
import type { Figures, Outcome } from '../../bench/peers/job.ts';
import { readOptions } from '../../bench/peers/options.ts';
import { summarise } from '../../bench/peers/summary.ts';
import { digits, growthTable, markdownTable, resultTable } from '../../bench/peers/table.ts';
import { bigramsOf, plainOf, wordsOf } from '../../bench/peers/tokens.ts';

const folder = mkdtempSync(join(tmpdir(), 'wenbao-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FIGURES: Figures = {
  indexSeconds: 10,
  indexWork: 9,
  p50: 1,
  p99: 4,
  work: 1,
  memory: 100,
  peak: 300,
  disk: 20,
  quality: { recall1: 0.9, recall5: 0.95, recall10: 0.96, mrr10: 0.925 },
  asked: 100,
};

function measured(changed: Partial<Figures>): Outcome {
  return { kind: 'measured', figures: { ...FIGURES, ...changed } };
}

describe('a rank', () => {
  it('counts each article once, where its best passage stands', () => {
    expect(rankOf(['甲', '甲', '甲', '乙'], ['乙'])).toBe(2);
  });

  it('is that of the first relevant article', () => {
    expect(rankOf(['甲', '乙', '丙'], ['丙', '乙'])).toBe(2);
  });

  it('is 0 where none was found', () => {
    expect(rankOf(['甲'], ['乙'])).toBe(0);
    expect(rankOf([], ['乙'])).toBe(0);
  });
});

describe('recall and mean reciprocal rank', () => {
  it('are shares of all questions, those with nothing found included', () => {
    expect(qualityOf([1, 2, 6, 0])).toEqual({
      recall1: 0.25,
      recall5: 0.5,
      recall10: 0.75,
      mrr10: (1 + 1 / 2 + 1 / 6) / 4,
    });
  });

  it('give nothing for a rank behind the tenth', () => {
    expect(qualityOf([11])).toEqual({ recall1: 0, recall5: 0, recall10: 0, mrr10: 0 });
  });

  it('are 0 without questions', () => {
    expect(qualityOf([]).mrr10).toBe(0);
  });
});

describe('percentiles and spreads', () => {
  it('finds a percentile by rank, whatever the order', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(hundred, 0.5)).toBe(51);
    expect(percentile(hundred, 0.99)).toBe(100);
    expect(percentile([], 0.5)).toBe(0);
  });

  it('gives the middle of an odd number of figures and the mean of two in the middle', () => {
    expect(spreadOf([30, 10, 20])).toEqual({ median: 20, least: 10, most: 30 });
    expect(spreadOf([10, 40, 20, 30]).median).toBe(25);
  });
});

describe('a choice of questions', () => {
  it('takes a sample from all of them, and all where there are few', () => {
    expect(sampleOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 5)).toEqual([0, 2, 4, 6, 8]);
    expect(sampleOf([1, 2], 5)).toEqual([1, 2]);
  });

  it.each([0, 1, 2, 3, 10, 997, 1002])('spreads %d of them without losing one', (count) => {
    const items = Array.from({ length: count }, (_, index) => index);
    expect(spreadOut(items).toSorted((a, b) => a - b)).toEqual(items);
  });

  it('has both halves at its beginning', () => {
    const first = spreadOut(Array.from({ length: 1000 }, (_, index) => index)).slice(0, 50);
    const low = first.filter((item) => item < 500).length;
    expect(low).toBeGreaterThan(20);
    expect(low).toBeLessThan(30);
  });
});

describe('a summary', () => {
  it('takes the median of the runs and of the ratios within a run', () => {
    const runs = [
      { ours: measured({ p50: 1 }), peer: measured({ p50: 4 }) },
      { ours: measured({ p50: 4 }), peer: measured({ p50: 8 }) },
      { ours: measured({ p50: 2 }), peer: measured({ p50: 6 }) },
    ];
    const [, peer] = summarise(runs, 'ours');
    expect(peer?.measures.p50).toEqual({ median: 6, least: 4, most: 8, ratio: 3 });
  });

  it('takes ranks from the run in which they were asked for', () => {
    const runs = [{ ours: measured({}) }, { ours: measured({ quality: null, asked: 0 }) }];
    expect(summarise(runs, 'ours')[0]).toMatchObject({ quality: FIGURES.quality, asked: 100 });
  });

  it('says why an engine gave up, in whichever run', () => {
    const runs = [
      { ours: measured({}), peer: measured({}) },
      { ours: measured({}), peer: { kind: 'gave up', why: 'more than 9 s' } as const },
    ];
    expect(summarise(runs, 'ours')[1]?.gaveUp).toBe('more than 9 s');
  });

  it('leaves out what cannot be stored, and has no ratio to it', () => {
    const [ours, peer] = summarise([{ ours: measured({ disk: null }), peer: measured({}) }], 'ours');
    expect(ours?.measures.disk).toBeNull();
    expect(peer?.measures.disk).toEqual({ median: 20, least: 20, most: 20, ratio: null });
  });
});

describe('a table', () => {
  it.each([
    [0, '0.0000'],
    [0.01234, '0.0123'],
    [1.234, '1.23'],
    [12.34, '12.3'],
    [1234.5, '1235'],
  ])('writes %d as %s', (value, text) => {
    expect(digits(value)).toBe(text);
  });

  it('escapes a bar in a cell', () => {
    expect(markdownTable([['a|b'], ['c']])).toBe('| a\\|b |\n|---|\n| c |');
  });

  it('shows median, spread and ratio, and every row is as wide as the head', () => {
    const runs = [
      {
        ours: measured({ p50: 1 }),
        peer: measured({ p50: 2, disk: null }),
        slow: { kind: 'gave up', why: 'more than 9 s' } as const,
      },
      {
        ours: measured({ p50: 2 }),
        peer: measured({ p50: 6, disk: null }),
        slow: { kind: 'gave up', why: 'more than 9 s' } as const,
      },
    ];
    const lines = resultTable(summarise(runs, 'ours')).split('\n');
    expect(lines[3]).toContain('| peer | 0.9000 | 0.9500 | 0.9600 | 0.9250 |');
    expect(lines[3]).toContain('| 4.00 (2.00–6.00) 2.50× |');
    expect(lines[3]).toMatch(/\| – \|$/);
    expect(lines[4]).toContain('| slow | gave up: more than 9 s |');
    expect(new Set(lines.map((line) => line.split('|').length)).size).toBe(1);
  });

  it('shows growth size by size', () => {
    const bySize = new Map([
      [1000, summarise([{ ours: measured({}) }], 'ours')],
      [10000, summarise([{ ours: { kind: 'gave up', why: 'more than 9 MiB' } }], 'ours')],
    ]);
    const lines = growthTable([1000, 10000], bySize).split('\n');
    expect(lines[2]).toContain('| 1,000 | ours | 10.0 1.00× |');
    expect(lines[3]).toContain('| 10,000 | ours | gave up: more than 9 MiB |');
    expect(new Set(lines.map((line) => line.split('|').length)).size).toBe(1);
  });
});

describe('the tokens that peers are given', () => {
  it('are words without punctuation and stop words, folded', () => {
    expect(wordsOf('臺灣的經濟，增長了３％。')).toEqual(['台湾', '经济', '增长', '3']);
  });

  it('are pairs of characters within a run', () => {
    expect(bigramsOf('经济增长 GDP 3%，好')).toEqual(['经济', '济增', '增长', 'gdp', '3', '好']);
  });

  it('are a text without signs, for tokenizers of their own', () => {
    expect(plainOf('「經濟」，增長！')).toBe('经济 增长');
  });
});

describe('a question set', () => {
  it('is cut as the product cuts it, or kept whole, among other articles', () => {
    const paragraph = (name: string): string => `${`${name}今天举行了会议，讨论了明年的计划和预算。`.repeat(10)}\n`;
    const article = (id: string): string =>
      JSON.stringify({ id, title: `${id}的会议`, text: paragraph('市政府') + paragraph('县政府') });
    writeFileSync(join(folder, 'corpus.jsonl'), `${article('甲')}\n`);
    writeFileSync(join(folder, 'questions.jsonl'), '{"question":"谁举行了会议？","relevant":["甲"]}\n');
    writeFileSync(join(folder, 'others.jsonl'), `${article('乙')}\n${article('丙')}\n`);
    const distractors = { file: join(folder, 'others.jsonl'), count: 1 };
    expect(writeSet({ set: folder, distractors, cutting: 'passages' }, folder)).toEqual({ units: 4, questions: 1 });
    const { size, unit, questions } = openSet(folder);
    expect([size, unit(1).article, unit(2).article, unit(2).title]).toEqual([4, '甲', '乙', '乙的会议']);
    expect(unit(3).text).toContain('县政府');
    expect(questions[0]?.relevant).toEqual(['甲']);
    expect(writeSet({ set: folder, distractors, cutting: 'articles' }, folder).units).toBe(2);
    expect(openSet(folder).unit(0).text).toMatch(/市政府[\s\S]*县政府/);
  });
});

describe('a collection of any size', () => {
  const sentences = Array.from({ length: 500 }, (_, index) => `第${index}号公路昨天开始全线通车运行。`);

  it('gives the same passage for the same number, and another for another', () => {
    expect(makeUnit(sentences, 7, 3)).toEqual(makeUnit(sentences, 7, 3));
    expect(makeUnit(sentences, 7, 3).text).not.toBe(makeUnit(sentences, 7, 4).text);
    expect(makeUnit(sentences, 8, 3).text).not.toBe(makeUnit(sentences, 7, 3).text);
  });

  it('makes passages as long as they are cut, of whole sentences', () => {
    const { text } = makeUnit(sentences, 7, 0);
    expect(text.length).toBeGreaterThanOrEqual(260);
    expect(text.length).toBeLessThan(290);
    expect(text).toMatch(/^(?:第\d+号公路昨天开始全线通车运行。)+$/);
  });

  it('uses every sentence about equally often', () => {
    const seen = new Map<string, number>();
    for (let id = 0; id < 2000; id++) {
      for (const [sentence] of makeUnit(sentences, 7, id).text.matchAll(/[^。]+。/g)) {
        seen.set(sentence, (seen.get(sentence) ?? 0) + 1);
      }
    }
    expect(seen.size).toBe(500);
    const mean = [...seen.values()].reduce((sum, count) => sum + count, 0) / 500;
    expect(Math.max(...seen.values())).toBeLessThan(2 * mean);
    expect(Math.min(...seen.values())).toBeGreaterThan(mean / 2);
  });

  it('asks different clauses, the same each time', () => {
    const questions = makeQuestions(sentences, 7, 50);
    expect(new Set(questions.map(({ question }) => question)).size).toBe(50);
    expect(makeQuestions(sentences, 7, 50)).toEqual(questions);
  });

  it('is made of the sentences of a file', () => {
    writeFileSync(
      join(folder, 'news.jsonl'),
      `${JSON.stringify({ id: '1', text: '今天上午大会在北京开幕。代表们讨论了报告。' })}\n`,
    );
    expect(writeSentences(join(folder, 'news.jsonl'), folder)).toBe(2);
    const { size, unit } = openGrowth(folder, { size: 1_000_000, seed: 1, questions: 1 });
    expect([size, unit(999_999).id]).toEqual([1_000_000, 999_999]);
    expect(unit(999_999).text).toMatch(/^(?:今天上午大会在北京开幕。|代表们讨论了报告。)+$/);
  });
});

describe('the adapter of the own index', () => {
  it('ranks the unit that a question speaks of first, and stores as many bytes as it says', async () => {
    const texts = ['港口今年新开三条航线。', '图书馆新馆周末开放，读者可以借书。', '果园里的苹果熟了，农户忙着采摘。'];
    const units = texts.map((text, id): Unit => ({ id, article: String(id), title: '', text }));
    const unit = (id: number): Unit => units[id] ?? { id, article: '', title: '', text: '' };
    const engine = await openOurs({ folder, unit });
    await engine.add(units);
    await engine.finish();
    expect((await engine.search('图书馆什么时候开放？', 2))[0]).toBe(1);
    expect((await engine.search('苹果熟了吗', 2))[0]).toBe(2);
    expect(await engine.save()).toBe(statSync(join(folder, 'segment.bin')).size);
    await engine.close();
  });
});

describe('options', () => {
  it('reads a set with its distractors', () => {
    const options = readOptions(['--set', 'a', '--distractors', 'news.jsonl.gz:20000', '--runs', '1']);
    const choice = { set: 'a', distractors: { file: 'news.jsonl.gz', count: 20000 }, cutting: 'passages' };
    expect(options).toMatchObject({ kind: 'set', choice, common: { runs: 1 } });
  });

  it('reads growth with its sizes', () => {
    const options = readOptions(['--grow', '--news', 'n', '--sizes', '10,100']);
    expect(options).toMatchObject({ kind: 'growth', news: 'n', sizes: [10, 100] });
  });

  it('refuses what cannot be, and says how it is used where nothing is asked for', () => {
    expect(() => readOptions(['--set', 'a', '--runs', 'many'])).toThrow('--runs, got many');
    expect(() => readOptions(['--set', 'a', '--cutting', 'lines'])).toThrow('passages or articles');
    expect(() => readOptions([])).toThrow('npm run bench:peers');
  });
});
