import { describe, expect, it } from 'vitest';
import type { Gold } from '../../eval/gold.ts';
import { figuresTable, missText, reliabilityTable } from '../../eval/print.ts';
import { calibrationError, reliability } from '../../eval/reliability.ts';
import { reportOn } from '../../eval/report.ts';
import { judge, type Verdict } from '../../eval/score.ts';

/** A verdict on the answer 甲 to a question about 甲 or, when `right` is false, about 乙. */
function verdict(confidence: number, right: boolean, gold: Partial<Gold> = {}): Verdict {
  const answers = [[right ? '甲' : '乙']];
  const given = { id: 'q', answered: true, answer: '甲', confidence, evidence: [{ sentence: '甲来了。' }], ms: 1 };
  return judge({ id: 'q', question: '谁？', answers, ...gold }, given);
}

describe('reliability', () => {
  it('sorts answers into bins of a tenth, 1 into the last', () => {
    const bins = reliability([verdict(0, true), verdict(0.95, true), verdict(1, false)]);
    expect(bins.map(({ answers }) => answers)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(bins.at(-1)).toMatchObject({ confidence: 0.975, right: 0.5 });
  });

  it('leaves out what was not answered', () => {
    const silent = judge(
      { id: 'q', question: '谁？', answers: [['甲']] },
      { id: 'q', answered: false, confidence: 0.4 },
    );
    expect(reliability([silent]).every(({ answers }) => answers === 0)).toBe(true);
  });

  it('has an error of nothing when confidence says what happens', () => {
    const half = [verdict(0.5, true), verdict(0.5, false)];
    expect(calibrationError(reliability(half))).toBe(0);
  });

  it('weighs each bin by its answers', () => {
    const verdicts = [verdict(0.9, true), verdict(0.9, true), verdict(0.9, true), verdict(0.3, true)];
    expect(calibrationError(reliability(verdicts))).toBeCloseTo((3 * 0.1 + 0.7) / 4, 12);
  });

  it('has no error where nothing was answered', () => {
    expect(calibrationError(reliability([]))).toBeNull();
  });
});

describe('reportOn', () => {
  const questions = {
    name: 'questions',
    verdicts: [
      verdict(0.9, true, { type: 'name', noise: true }),
      verdict(0.7, false, { type: 'person', displaced: true }),
    ],
  };
  const unanswerable = { name: 'unanswerable', verdicts: [verdict(0.6, false, { answerable: false })] };
  const dialogues = { name: 'dialogues', verdicts: [verdict(0.2, false), verdict(0.2, false)] };

  it('takes the precision over what has an answer and what has none, and nothing else', () => {
    const { together } = reportOn([questions, unanswerable, dialogues]);
    expect(together).toEqual({ questions: 3, answered: 3, precision: 1 / 3 });
  });

  it('takes it over the only set there is, whatever its name', () => {
    expect(reportOn([dialogues]).together).toEqual({ questions: 2, answered: 2, precision: 0 });
  });

  it('shows each type, the noise and the displaced', () => {
    const [report] = reportOn([questions]).sets;
    expect(report?.parts.map(({ name, figures }) => [name, figures.hit])).toEqual([
      ['name', 1],
      ['person', 0],
      ['noise', 1],
      ['displaced', 0],
    ]);
  });

  it('has no parts for a set of one type', () => {
    expect(reportOn([dialogues]).sets[0]?.parts).toEqual([]);
  });
});

describe('the tables', () => {
  const report = reportOn([{ name: 'questions', verdicts: [verdict(0.9, true), verdict(0.8, false)] }]);

  it('leave out columns that nothing fills', () => {
    const [head = '', line = ''] = figuresTable(report.sets).split('\n');
    expect(head.split(/\s+/).filter(Boolean)).not.toContain('recall@1');
    expect(line).toMatch(/^questions +2 +0\.500/);
  });

  it('show the bins that hold answers', () => {
    expect(reliabilityTable(report).split('\n')).toEqual([
      'confidence  answers   mean  right',
      '0.8 to 0.9        1  0.800  0.000',
      '0.9 to 1.0        1  0.900  1.000',
      'mean distance 0.450',
    ]);
  });

  it('show of a miss what was wanted, what came and from where', () => {
    expect(missText(verdict(0.8, false))).toBe('q 谁？\n  want [["乙"]]\n  got  甲  0.800\n  from 甲来了。');
  });
});
