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
    ['记者赵小满写了哪些报道？', { kind: 'by-reporter', reporter: '赵小满', wants: 'titles' }],
    ['记者赵小满一共写了几篇？', { kind: 'by-reporter', reporter: '赵小满', wants: 'count' }],
    ['记者赵小满署名的有哪两篇？', { kind: 'by-reporter', reporter: '赵小满', wants: 'titles' }],
    ['哪篇报道提到了新图书馆？', { kind: 'which', limit: 1, phrase: '新图书馆', wants: 'titles' }],
    ['哪两篇文章写到了水库？', { kind: 'which', limit: 2, phrase: '水库', wants: 'titles' }],
    ['哪些报道提到了水库？', { kind: 'which', limit: 0, phrase: '水库', wants: 'titles' }],
    ['哪些文章里出现了南岭镇这个镇名？', { kind: 'which', limit: 0, phrase: '南岭镇', wants: 'titles' }],
    ['水库这个词，在哪两篇报道里都出现过？', { kind: 'which', limit: 2, phrase: '水库', wants: 'titles' }],
    ['提到水库的报道有几篇？', { kind: 'which', limit: 0, phrase: '水库', wants: 'count' }],
    ['哪几版提到了水库？', { kind: 'which', limit: 0, phrase: '水库', wants: 'pages' }],
    [
      '注明“本报5月2日讯”的报道有几篇，记者分别是谁？',
      { kind: 'dispatch', lines: ['本报5月2日讯'], wants: ['count', 'reporters'] },
    ],
    [
      '“本报5月2日讯”和“本报5月9日讯”的合起来有几篇？',
      { kind: 'dispatch', lines: ['本报5月2日讯', '本报5月9日讯'], wants: ['count'] },
    ],
    ['哪位记者写的报道最多？', { kind: 'busiest' }],
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
