import { describe, expect, it } from 'vitest';
import { reportOnSummaries, summaryText } from '../../eval/summaries.ts';
import { articleOf, firstSentences, missedFacts, shownText, summaryFigures } from '../../eval/summaries-score.ts';
import { article, block } from '../support/articles.ts';

const POOL = article({
  id: 'pool',
  title: '新 泳池开放',
  blocks: [
    block('本报5月8日讯 昨天，城东新泳池开放，总投资3200万元。泳池每天可接待市民1500人，门票20元。'),
    block('市民们都说，夏天到了，大家可以来这里好好地游泳，真是太开心了，孩子们也非常高兴。'),
  ],
});
const GOLD = { title: '新泳池开放', key_facts: [['泳池', '开放'], ['3200万元']] };

describe('the facts of a text', () => {
  it.each([
    ['are there with other width, script and blanks', '總投資３２００ 万元', []],
    ['are missing when one of their strings is', '开放', [['泳池', '开放'], ['3200万元']]],
    ['are there wherever their strings stand', '开放的是泳池。3200万元', []],
  ])('%s', (_name, text, missed) => {
    const facts = text.startsWith('總') ? [['总投资', '3200万元']] : GOLD.key_facts;
    expect(missedFacts(text, facts)).toEqual(missed);
  });
});

describe('the baseline', () => {
  it('is the beginning of the text behind its dateline', () => {
    expect(firstSentences(POOL, 10)).toBe('昨天，城东新泳池开放');
  });
});

describe('the article of gold facts', () => {
  it('is found by its headline, whatever the blanks in it', () => {
    expect(articleOf([POOL], GOLD)).toBe(POOL);
  });

  it('is asked for in vain where no headline is the same', () => {
    expect(() => articleOf([POOL], { ...GOLD, title: '别的' })).toThrow('别的');
  });
});

describe('figures', () => {
  it('are means over articles and over facts', () => {
    const verdict = { title: '', length: 100, used: 20, text: '' };
    const figures = summaryFigures([
      { ...verdict, facts: 1, missed: [] },
      { ...verdict, facts: 3, missed: [['a'], ['b'], ['c']] },
    ]);
    expect(figures).toEqual({ macro: 0.5, micro: 0.25, length: 0.2 });
  });

  it('are 0 for nothing', () => {
    expect(summaryFigures([])).toEqual({ macro: 0, micro: 0, length: 0 });
  });
});

describe('the report', () => {
  const report = reportOnSummaries([POOL], [GOLD]);

  it('compares texts of the same length', () => {
    for (const { ours, first } of report.articles) expect(ours.used).toBeLessThanOrEqual(first.used);
  });

  it('says each share, each article, and the facts that are missing', () => {
    const poor = reportOnSummaries([POOL], [{ ...GOLD, key_facts: [['没有的事']] }]);
    expect(summaryText(poor, 1)).toContain('0.25');
    expect(summaryText(poor, 1)).toContain('没有的事');
    expect(summaryText(poor, 0)).not.toContain('没有的事');
  });
});

describe('the shown text', () => {
  it('marks what was left out', () => {
    const sentence = { article: 'a', block: 0, span: { start: 0, end: 2 }, text: '开放', before: true, after: false };
    expect(shownText([sentence])).toBe('…开放');
  });
});
