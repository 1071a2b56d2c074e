import { describe, expect, it } from 'vitest';
import { type BadlyAsked, grouped, likeness } from '../../src/app/unanswered.ts';

function asked(question: string, more: Partial<BadlyAsked> = {}): BadlyAsked {
  return { question, refused: true, disliked: 0, at: 1, ...more };
}

/** From here on two questions are one group. */
const ALIKE = 0.65;

describe('the likeness of questions', () => {
  it.each([
    ['大桥多长？', '大桥有多长'],
    ['大桥总投资是多少？', '大桥总投资多少钱？'],
    ['大桥总投资多少', '大橋的總投資有多少'],
    ['地铁三号线什么时候开通', '地铁三号线何时开通？'],
    ['小麦产量是多少', '今年小麦产量多少'],
    ['江城晚报的总编辑是谁？', '请问江城晚报总编辑是谁'],
    ['学校招多少学生', '学校招了多少名学生'],
  ])('is high for %s and %s', (one, other) => {
    expect(likeness(one, other)).toBeGreaterThanOrEqual(ALIKE);
    expect(likeness(other, one)).toBe(likeness(one, other));
  });

  it.each([
    ['大桥多长', '大桥多宽'],
    ['大桥总投资是多少？', '地铁总投资是多少？'],
    ['小麦产量是多少', '水稻产量是多少'],
    ['谁是新任市长', '谁是新任书记'],
    ['大桥谁设计的', '大桥谁建的'],
    ['小麦', '大桥'],
  ])('is low for %s and %s', (one, other) => {
    expect(likeness(one, other)).toBeLessThan(ALIKE);
  });

  it('is that of the signs where a question has no word', () => {
    expect(grouped([asked('？'), asked('！')])).toHaveLength(1);
  });
});

describe('groups of questions', () => {
  const questions = [
    asked('大桥多长？', { at: 5 }),
    asked('大桥有多长', { at: 9, refused: false, disliked: 2 }),
    asked('小麦产量是多少', { at: 7 }),
    asked('今年小麦产量多少', { at: 3 }),
    asked('小麦产量是多少', { at: 8 }),
    asked('水稻种在哪里', { at: 20 }),
    asked('大桥总投资是多少', { at: 1 }),
  ];

  it('count refusals and dislikes, show the latest wording, and begin with what went wrong most often', () => {
    expect(grouped(questions)).toEqual([
      { question: '大桥有多长', questions: ['大桥有多长', '大桥多长？'], refused: 1, disliked: 2, last: 9 },
      {
        question: '小麦产量是多少',
        questions: ['小麦产量是多少', '今年小麦产量多少'],
        refused: 3,
        disliked: 0,
        last: 8,
      },
      { question: '水稻种在哪里', questions: ['水稻种在哪里'], refused: 1, disliked: 0, last: 20 },
      { question: '大桥总投资是多少', questions: ['大桥总投资是多少'], refused: 1, disliked: 0, last: 1 },
    ]);
  });

  it('do not depend on the order of the questions', () => {
    const whole = grouped(questions);
    for (let turn = 1; turn < questions.length; turn += 1) {
      expect(grouped([...questions.slice(turn), ...questions.slice(0, turn)])).toEqual(whole);
    }
    expect(grouped(questions.toReversed())).toEqual(whole);
  });

  it('of nothing are none', () => {
    expect(grouped([])).toEqual([]);
  });
});
