import { describe, expect, it } from 'vitest';
import { binLimit, binRows } from '../../eval/training/bins.ts';
import { gainOf } from '../../eval/training/gain.ts';
import { growForest } from '../../eval/training/grow.ts';
import { fitLogistic, rescaled } from '../../eval/training/logistic.ts';
import { perturbed } from '../../eval/training/perturb.ts';
import { logistic } from '../../src/answer/abstain.ts';
import { plantForest } from '../../src/answer/forest.ts';

describe('binRows', () => {
  it('sorts values so that a limit between two bins divides the values as the bins do', () => {
    const values = Float32Array.from({ length: 1000 }, (_, i) => ((i * 37) % 1000) / 7);
    const binned = binRows(values, 1);
    values.forEach((value, i) => {
      for (const bin of [0, 5, 20]) {
        expect((binned.columns[0]?.[i] ?? 0) > bin).toBe(value > (binned.limits[0]?.[bin] ?? 0));
      }
    });
    expect(binLimit(binned, 0, 0)).toBeGreaterThan(0);
  });
});

describe('growForest', () => {
  it('learns to put first what two features tell, and nothing of noise', () => {
    const groups = Array.from({ length: 300 }, (_, g) =>
      [0, 1, 2, 3].map((i) => ({ row: [i & 1, i >> 1, (g * 7 + i * 3) % 5], gain: (i & 1) * (i >> 1) })),
    );
    const things = groups.flat();
    const names = ['left', 'right', 'noise'];
    const data = growForest(
      {
        binned: binRows(Float32Array.from(things.flatMap(({ row }) => row)), 3),
        offsets: Uint32Array.from({ length: 301 }, (_, i) => 4 * i),
        gains: Float32Array.from(things, ({ gain }) => gain),
        weights: new Float32Array(300).fill(1),
      },
      names,
      { trees: 30, depth: 2, rate: 0.3, stiffness: 1, features: 1 },
    );
    const forest = plantForest(data, names);
    const both = Math.min(...[0, 2, 4].map((noise) => forest.score([1, 1, noise])));
    const others = [0, 2, 4].flatMap((noise) => [
      forest.score([0, 0, noise]),
      forest.score([0, 1, noise]),
      forest.score([1, 0, noise]),
    ]);
    expect(both).toBeGreaterThan(Math.max(...others) + 1);
  });
});

describe('fitLogistic', () => {
  it('finds the probabilities that examples were drawn by', () => {
    const examples = Array.from({ length: 4000 }, (_, i) => ({
      features: { seen: i % 2 },
      truth: i % 20 < (i % 2 === 0 ? 4 : 16),
      weight: 1,
    }));
    const weights = fitLogistic(examples);
    expect(logistic({ seen: 0 }, weights)).toBeCloseTo(0.2, 1);
    expect(logistic({ seen: 1 }, weights)).toBeCloseTo(0.8, 1);
  });
});

describe('rescaled', () => {
  it('makes modest probabilities say what happens', () => {
    const modest = { bias: 0, sign: 1 };
    const examples = [-2, -1, 1, 2].flatMap((sign) =>
      Array.from({ length: 400 }, (_, i) => {
        const truth = i / 400 < 1 / (1 + Math.exp(-(2 * sign + 0.5)));
        return { features: { sign }, truth, weight: 1 };
      }),
    );
    const made = rescaled(modest, examples);
    expect(made['sign']).toBeCloseTo(2, 0);
    expect(logistic({ sign: 1 }, made)).toBeCloseTo(1 / (1 + Math.exp(-2.5)), 1);
  });
});

describe('gainOf', () => {
  const gold = { id: 'q', question: '多少人？', answers: [['超过400人', '400余人']] };

  it('gives all for any gold form, whatever its punctuation', () => {
    expect(gainOf('400余人', gold)).toBe(1);
    expect(gainOf('“超过400人”', gold)).toBe(1);
  });

  it('gives far less for what lacks a sign, and the less the more it lacks', () => {
    const [near, far] = [gainOf('过400人', gold), gainOf('400', gold)];
    expect(near).toBeLessThan(0.3);
    expect(far).toBeLessThan(near / 2);
    expect(gainOf('三百', gold)).toBe(0);
  });

  it('gives nothing for a list that lacks an element', () => {
    const list = { id: 'q', question: '哪两个？', answers: [['松树'], ['柏树']] };
    expect(gainOf('松树', list)).toBe(0);
    expect(gainOf('松树、柏树', list)).toBe(1);
  });
});

describe('perturbed', () => {
  const golds = [
    { id: 'a', question: '2021年江北区新建了多少公里农村公路？', answers: [['420公里']], relevant: ['x'] },
    { id: 'b', question: '第二轮巡察从哪天开始？', answers: [['3月1日']] },
    { id: 'c', question: '崇明区的水厂一天供多少水？', answers: [['8万吨']] },
    { id: 'd', question: '会议是不是在上半年开的？', answers: [['是']], type: 'yesno' },
  ];
  const made = perturbed(golds, 2);

  it('asks for another year, place or round, and says that there is no answer', () => {
    const asked = made.map(({ question }) => question);
    expect(asked).toContain('2020年江北区新建了多少公里农村公路?');
    expect(asked.some((question) => question.startsWith('第一轮巡察'))).toBe(true);
    expect(made.every(({ answerable, answers }) => answerable === false && answers === undefined)).toBe(true);
  });

  it('never repeats a question, and leaves yes or no alone', () => {
    const asked = new Set(golds.map(({ question }) => question.replace('？', '?')));
    expect(made.filter(({ question }) => asked.has(question))).toEqual([]);
    expect(made.filter(({ id }) => id.startsWith('d'))).toEqual([]);
  });

  it('keeps which articles the question was about', () => {
    expect(made.filter(({ id }) => id.startsWith('a')).every(({ relevant }) => relevant?.[0] === 'x')).toBe(true);
  });
});
