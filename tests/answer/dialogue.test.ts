import { describe, expect, it } from 'vitest';
import { completeQuestion } from '../../src/answer/dialogue.ts';

describe('completeQuestion', () => {
  const before = { question: '上海去年的粮食产量是多少？', answer: '95万吨', article: null };

  it('exchanges the word that an ellipsis replaces', () => {
    expect(completeQuestion('那北京呢？', before)).toBe('北京去年的粮食产量是多少?');
  });

  it('puts what the turn before was about in front of a pronoun', () => {
    expect(completeQuestion('它在哪里？', { question: '哪座桥最长？', answer: '跨海大桥', article: null })).toContain(
      '跨海大桥',
    );
  });

  it.each(['广州去年新建了多少所学校？', '谁主持了昨天的开工仪式？'])('leaves the whole question %s alone', (text) => {
    expect(completeQuestion(text, before)).toBe(text);
  });

  it('leaves any question alone where nothing came before', () => {
    expect(completeQuestion('那北京呢？', undefined)).toBe('那北京呢？');
  });
});
