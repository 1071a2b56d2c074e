import { describe, expect, it } from 'vitest';
import { intervalsOf } from '../../eval/intervals.ts';
import { intervalsTable, trialText } from '../../eval/print.ts';
import { reportOn } from '../../eval/report.ts';
import { judge, type Verdict } from '../../eval/score.ts';

const verdicts = (right: number, wrong: number): Verdict[] =>
  Array.from({ length: right + wrong }, (_, i) =>
    judge(
      { id: `q${i}`, question: '谁？', answers: [[i < right ? '甲' : '乙']] },
      { id: `q${i}`, answered: true, answer: '甲', evidence: [{ sentence: '甲来了。' }] },
    ),
  );

describe('intervalsOf', () => {
  it('holds the figure itself, and is the same each time', () => {
    const first = intervalsOf(verdicts(30, 10));
    expect(first.hit?.low).toBeLessThan(0.75);
    expect(first.hit?.high).toBeGreaterThan(0.75);
    expect(intervalsOf(verdicts(30, 10))).toEqual(first);
  });

  it('is about as wide as the binomial law says, and narrower for more questions', () => {
    const width = (right: number, wrong: number): number => {
      const { hit = { low: 0, high: 1 } } = intervalsOf(verdicts(right, wrong));
      return hit.high - hit.low;
    };
    expect(width(50, 50)).toBeGreaterThan(0.15);
    expect(width(50, 50)).toBeLessThan(0.25);
    expect(width(500, 500)).toBeLessThan(0.08);
  });

  it('says nothing of shares that no question has', () => {
    expect(intervalsOf(verdicts(3, 1)).abstained).toBeUndefined();
    expect(intervalsOf([])).toEqual({});
  });
});

describe('the report', () => {
  const judged = [{ name: 'questions', verdicts: verdicts(30, 10) }];

  it('shows intervals where they are asked for, and only there', () => {
    expect(trialText(reportOn(judged, true))).toMatch(/questions +0\.\d{3}–0\.\d{3}/u);
    expect(intervalsTable(reportOn(judged).sets)).toBe('');
  });
});
