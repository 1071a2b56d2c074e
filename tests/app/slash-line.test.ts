import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registry } from '../../commands/registry.ts';
import { callOfLine, parseSlash, slashLine, typedNames } from '../../src/app/slash-line.ts';

describe('parseSlash', () => {
  it.each([
    ['/search 招商 引资', 'search', { words: '招商 引资' }],
    ['/检索 招商', 'search', { words: '招商' }],
    ['／search 招商', 'search', { words: '招商' }],
    ['/SEARCH 招商', 'search', { words: '招商' }],
    ['/search 记者:李明', 'search', { reporter: '李明' }],
    [
      '/search 关键词:城区 开始:2022-07-01 结束：2022-07-31',
      'search',
      { words: '城区', from: '2022-07-01', to: '2022-07-31' },
    ],
    ['/search 城区 FROM:2022 part:2', 'search', { words: '城区', from: '2022', part: '2' }],
    ['/search 关键词:', 'search', {}],
    ['/search 时间:不是选项', 'search', { words: '时间:不是选项' }],
    ['/article 党建引领：搞活一座城', 'article', { article: '党建引领：搞活一座城' }],
    ['/articles', 'articles', {}],
    ['/articles 记者:李明', 'articles', { reporter: '李明' }],
    ['/status 什么', 'status', {}],
    ['/serach 招商', 'serach', {}],
    ['/', '', {}],
    ['/constructor x', 'constructor', {}],
    ['/summary article 大桥通车', 'summary article', { article: '大桥通车' }],
    ['/summary  article  大桥 通车', 'summary article', { article: '大桥 通车' }],
    ['/概括 文章 大桥通车', 'summary article', { article: '大桥通车' }],
    ['/概括 article 大桥通车 长度:短', 'summary article', { article: '大桥通车', length: '短' }],
    ['/SUMMARY Topic 招商 from:2022', 'summary topic', { words: '招商', from: '2022' }],
    ['/summary range 2022-07-01 2022-07-31', 'summary range', { from: '2022-07-01', to: '2022-07-31' }],
    ['/summary range 2022-07-01 2022-07-31 短 3 4 5 6', 'summary range', { from: '2022-07-01 2022-07-31 短 3 4 5 6' }],
    ['/summary range 2022-07-01 结束:2022-07-31', 'summary range', { from: '2022-07-01', to: '2022-07-31' }],
    ['/summary range', 'summary range', {}],
    ['/summary', 'summary', {}],
    ['/summary artcle 大桥', 'summary artcle', {}],
    ['/article article', 'article', { article: 'article' }],
    ['/privacy show', 'privacy show', {}],
  ])('reads %s', (line, command, values) => {
    expect(parseSlash(line, registry)).toEqual({ command, values });
  });
});

describe('callOfLine', () => {
  it.each([
    ['/articles', 'articles'],
    ['／articles', 'articles'],
    [' /articles', 'articles'],
    ['大桥多长？', 'ask'],
    ['1/2 是多少', 'ask'],
  ])('takes %s for a call of %s', (line, command) => {
    expect(callOfLine(line, registry).command).toBe(command);
  });
});

describe('typedNames', () => {
  it('leaves out what only buttons and menus call', () => {
    const names = typedNames(registry);
    expect(names).toContain('summary article');
    expect(names).not.toContain('evidence');
    expect(names).not.toContain('check');
  });
});

describe('slashLine', () => {
  it('names commands of a group by both words', () => {
    const call = { command: 'summary article', values: { article: 'a1', length: 'short' } };
    expect(slashLine(call, registry)).toBe('/summary article a1 length:short');
    expect(parseSlash(slashLine(call, registry), registry)).toEqual(call);
  });

  it('is read as the call that it was made of', () => {
    const word = fc
      .string({ unit: fc.constantFrom('招', '商', 'a', '1', ' ', '-'), minLength: 1 })
      .map((text) => `x${text.trim()}`);
    const values = fc.record({ words: word, reporter: word, from: word, part: word }, { requiredKeys: [] });
    fc.assert(
      fc.property(values, (given) => {
        const call = { command: 'search', values: given };
        expect(parseSlash(slashLine(call, registry), registry)).toEqual(call);
      }),
    );
  });
});
