import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registry } from '../../../commands/registry.ts';
import { parseSlash, slashLine } from '../../../src/adapters/console/slash.ts';

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
  ])('reads %s', (line, command, values) => {
    expect(parseSlash(line, registry)).toEqual({ command, values });
  });
});

describe('slashLine', () => {
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
