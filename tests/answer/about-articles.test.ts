import { describe, expect, it } from 'vitest';
import { askedOfArticles } from '../../src/answer/about-articles.ts';

describe('askedOfArticles', () => {
  it.each([
    ['这篇报道是谁写的？', { kind: 'writer', title: '' }],
    ['谁写的', { kind: 'writer', title: '' }],
    ['《大桥昨日通车》的记者是谁？', { kind: 'writer', title: '大桥昨日通车' }],
    ['《大橋昨日通車》是哪位記者寫的？', { kind: 'writer', title: '大桥昨日通车' }],
    ['这条消息是哪天发的？', { kind: 'day', title: '' }],
    ['《大桥昨日通车》这篇文章是几月几日见报的？', { kind: 'day', title: '大桥昨日通车' }],
    ['记者赵小满写了哪些报道？', { kind: 'by-reporter', reporter: '赵小满' }],
    ['记者赵小满署名的有哪两篇？', { kind: 'by-reporter', reporter: '赵小满' }],
    ['哪篇报道提到了新图书馆？', { kind: 'which', limit: 1 }],
    ['哪两篇文章写到了水库？', { kind: 'which', limit: 2 }],
    ['哪些报道提到了水库？', { kind: 'which', limit: 0 }],
  ])('understands %s', (text, asked) => {
    expect(askedOfArticles(text)).toEqual(asked);
  });

  it.each([
    '谁主持了开工仪式？',
    '大桥是哪天通车的？',
    '《城市更新条例》是哪天公布的？',
    '哪些学校参加了比赛？',
    '局长告诉记者，今年新建了多少所学校？',
  ])('leaves %s to the sentences of the articles', (text) => {
    expect(askedOfArticles(text)).toBeUndefined();
  });
});
