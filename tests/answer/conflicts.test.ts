import { describe, expect, it } from 'vitest';
import { conflictsOf } from '../../src/answer/conflicts.ts';
import { analyseQuestion } from '../../src/answer/question.ts';
import { statementsOf } from '../../src/answer/statement.ts';
import type { Passage } from '../../src/ingest/model.ts';

function conflicts(question: string, sentence: string, date: string | null = null) {
  const passage: Passage = {
    article: 'a',
    ordinal: 0,
    kind: 'text',
    text: sentence,
    pieces: [],
    heading: '',
    block: 0,
    row: -1,
  };
  const analysed = analyseQuestion(question);
  const [statement] = statementsOf(analysed, [{ id: 1, passage, score: 1, date }], () => 3);
  if (statement === undefined) throw new Error('nothing to look at');
  const found = conflictsOf(analysed, statement);
  return Object.entries(found)
    .filter(([, value]) => value > 0)
    .map(([name]) => name);
}

describe('conflictsOf', () => {
  it.each([
    ['第四轮检查了多少个单位？', '第五轮检查安排7个组，检查14个单位。', ['ordinal']],
    ['组织一处的处长是谁？', '组织二处处长牛大山说。', ['ordinal']],
    ['这家公司的总经理是谁？', '公司副总经理刘小川告诉记者。', ['deputy']],
    ['2019年粮食产量是多少？', '2022年粮食产量为52万吨。', ['year']],
  ])('finds in %s and %s the conflict', (question, sentence, expected) => {
    expect(conflicts(question, sentence)).toEqual(expected);
  });

  it.each([
    ['西河县排查了多少家养老院？', '西河县对辖区25家养老院进行排查。'],
    ['新一届理事会会长是谁？', '王大力当选第四届理事会会长。'],
    ['第五轮检查了多少个单位？', '第五轮检查安排7个组，检查14个单位。'],
    ['这家公司的副总经理是谁？', '公司副总经理刘小川告诉记者。'],
    ['公司总经理是谁？', '总经理王大力、副总经理刘小川出席。'],
    ['2022年粮食产量是多少？', '今年粮食产量为52万吨。'],
  ])('finds none in %s and %s', (question, sentence) => {
    expect(conflicts(question, sentence, '2022-10-01')).toEqual([]);
  });
});
