import { describe, expect, it } from 'vitest';
import { questionOf } from '../../src/app/claim.ts';

describe('questionOf', () => {
  it.each([
    ['a question', '大桥有多长？', '大桥有多长？'],
    ['a question without its mark', '请问大桥有多长。谢谢！', '请问大桥有多长。'],
    ['a question among other things', '今天天气不错。大桥哪天通车？我想去看看。', '大桥哪天通车？'],
    ['a claim', '大桥全长2547米。', '大桥全长2547米吗？'],
    ['the longest of several claims', '早上好。大桥全长2547米，昨天通车了！真快。', '大桥全长2547米，昨天通车了吗？'],
    ['a claim over two lines', '听我说\n大桥全长2547米', '大桥全长2547米吗？'],
  ])('finds %s', (_what, text, question) => {
    expect(questionOf(text)).toBe(question);
  });

  it.each(['', '哈哈', '👍👍👍👍👍', '好的。', '？？？？？？'])('finds nothing in %j', (text) => {
    expect(questionOf(text)).toBeNull();
  });
});
