import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Given, type Gold, type GoldLine, readLines, unrollTurns } from '../../eval/gold.ts';
import { byType, figuresOf, judge, judgeAll, precisionOf } from '../../eval/score.ts';

function fixture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');
}

/** A question with one accepted form an element, and what was said to it. */
function asked(required: readonly string[], said: string, gold: Partial<Gold> = {}): { gold: Gold; given: Given } {
  const answers = required.map((form) => [form]);
  return { gold: { id: 'q', question: '？', answers, ...gold }, given: { id: 'q', answered: true, answer: said } };
}

const LONG = '一二三四五六七八九十'.repeat(3);

describe('a hit', () => {
  it.each([
    ['says the answer', ['王小明'], '王小明', {}, true],
    ['may say a little more', ['王小明'], '语文教师王小明', {}, true],
    ['must hold every element', ['甲镇', '乙镇'], '甲镇', {}, false],
    ['takes elements in any order', ['甲镇', '乙镇'], '乙镇、甲镇', {}, true],
    ['may have thirty characters', ['三'], LONG, {}, true],
    ['may not have more than thirty', ['三'], `${LONG}多`, {}, false],
    ['may be three times as long as a long answer', [LONG], `${LONG}${LONG}${LONG}`, {}, true],
    ['may not be longer than that', [LONG], `${LONG}${LONG}${LONG}多`, {}, false],
    ['begins with yes or no where that is asked', ['是'], '是，免费开放', { type: 'yesno' }, true],
    ['does not count a yes that comes later', ['是'], '不是', { type: 'yesno' }, false],
  ])('%s', (_name, required, said, extra, hit) => {
    const { gold, given } = asked(required, said, extra);
    expect(judge(gold, given).marks?.hit).toBe(hit);
  });

  it('is not what was left unanswered, whatever was shown', () => {
    const { gold, given } = asked(['王小明'], '王小明');
    expect(judge(gold, { ...given, answered: false }).marks).toMatchObject({ hit: false, exact: false, f1: 0 });
  });
});

describe('the sentences shown', () => {
  const { gold, given } = asked(['王小明', '李四'], '王小明、李四');
  const show = (...sentences: string[]): Given => ({ ...given, evidence: sentences.map((sentence) => ({ sentence })) });

  it('are evidence when the first three hold the answer together', () => {
    expect(judge(gold, show('王小明来了。', '无关。', '李四也来了。')).marks?.evidence).toBe(true);
  });

  it('count no further than the third', () => {
    expect(judge(gold, show('王小明来了。', '无关。', '无关。', '李四也来了。')).marks?.evidence).toBe(false);
  });

  it('count no further than their three hundredth character', () => {
    const one = asked(['末尾'], '末尾');
    const ends = (length: number): Given => ({ ...one.given, evidence: [{ sentence: `${'字'.repeat(length)}末尾` }] });
    expect(judge(one.gold, ends(298)).marks).toMatchObject({ evidence: true, proof: true });
    expect(judge(one.gold, ends(299)).marks).toMatchObject({ evidence: false, proof: false });
  });

  it('prove nothing by a second sentence', () => {
    const one = asked(['李四'], '李四');
    const given = { ...one.given, evidence: [{ sentence: '无关。' }, { sentence: '李四来了。' }] };
    expect(judge(one.gold, given).marks).toMatchObject({ evidence: true, proof: false });
  });

  it('are not asked of yes and no', () => {
    const yes = asked(['是'], '是', { type: 'yesno' });
    expect(judge(yes.gold, yes.given).marks).toMatchObject({ evidence: undefined, proof: undefined });
  });
});

describe('a question without an answer', () => {
  const gold: Gold = { id: 'u', question: '？', answerable: false };

  it.each([
    ['is right when it is left unanswered', { id: 'u', answered: false }, true],
    ['is wrong when it is answered', { id: 'u', answered: true, answer: '是' }, false],
    ['is wrong when nothing came back at all', undefined, false],
  ])('%s', (_name, given, right) => {
    expect(judge(gold, given).right).toBe(right);
  });

  it('lowers precision when it is answered', () => {
    const good = asked(['甲'], '甲');
    const verdicts = [judge(good.gold, good.given), judge(gold, { id: 'u', answered: true, answer: '乙' })];
    expect(precisionOf(verdicts)).toBe(0.5);
  });
});

describe('ranking', () => {
  const { gold, given } = asked(['甲'], '甲', { relevant: ['b', 'c'] });

  it('takes the first relevant of the hits', () => {
    expect(judge(gold, { ...given, hits: ['a', 'c', 'b'] }).marks?.rank).toBe(1);
  });

  it('takes the articles of the evidence where there are no hits', () => {
    expect(judge(gold, { ...given, evidence: [{ article: 'b' }] }).marks?.rank).toBe(0);
  });

  it('is scored for what was left unanswered too', () => {
    expect(judge(gold, { id: 'q', answered: false, hits: ['b'] }).marks?.rank).toBe(0);
  });
});

describe('the figures', () => {
  const golds = unrollTurns(readLines<GoldLine>(fixture('gold.jsonl')));
  const verdicts = judgeAll(golds, readLines<Given>(fixture('answers.jsonl')));

  it('are those that the reference scorer prints for the same answers', () => {
    expect(figuresOf(verdicts)).toEqual(JSON.parse(fixture('figures.json')));
  });

  it('are taken by type, turns of a conversation by their number', () => {
    const turns = byType(verdicts).get('turn1') ?? [];
    expect(turns.map(({ gold, right }) => [gold.id, gold.session, right])).toEqual([['d1#1', 'd1', true]]);
  });

  it('say nothing of shares of nothing', () => {
    expect(figuresOf([])).toMatchObject({ questions: 0, missing: 0, hit: null, precision: null, p50ms: null });
  });
});

describe('readLines', () => {
  it('passes over blank lines', () => {
    expect(readLines('{"id":1}\n\n  \n{"id":2}\n')).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('names the line that is not JSON', () => {
    expect(() => readLines('{"id":1}\n{"id":')).toThrow('Line 2');
  });
});
