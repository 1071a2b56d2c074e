import { describe, expect, it } from 'vitest';
import { OptionsError, readOptions } from '../../eval/options.ts';

describe('readOptions', () => {
  it('asks everything of the own sets by default', () => {
    expect(readOptions([])).toEqual({
      set: null,
      distractors: null,
      limit: Number.POSITIVE_INFINITY,
      misses: 0,
      intervals: false,
      save: null,
      json: false,
      summaries: false,
      readingOrder: false,
      pages: null,
      only: null,
      seed: '1',
      recorded: null,
    });
  });

  it.each([
    ['news.jsonl.gz:20000', { file: 'news.jsonl.gz', count: 20000 }],
    ['news.jsonl', { file: 'news.jsonl', count: Number.POSITIVE_INFINITY }],
    ['C:/news.jsonl', { file: 'C:/news.jsonl', count: Number.POSITIVE_INFINITY }],
  ])('reads the distractors %s', (text, distractors) => {
    expect(readOptions(['--distractors', text]).distractors).toEqual(distractors);
  });

  it('takes recorded answers together with their gold', () => {
    expect(readOptions(['--gold', 'g.jsonl', '--answers', 'a.jsonl']).recorded).toEqual({
      gold: 'g.jsonl',
      answers: 'a.jsonl',
    });
  });

  it.each([['--reading-order'], ['reading-order']])('takes %s with its pages and seed', (word) => {
    const options = readOptions([word, '--set', 'news.jsonl.gz', '--pages', '300', '--seed', 'x', '--only', 'strays']);
    expect(options).toMatchObject({ only: 'strays', readingOrder: true, set: 'news.jsonl.gz', pages: 300, seed: 'x' });
  });

  it.each([
    [['--limit', 'many'], '--limit takes a number'],
    [['--misses', '-1'], '--misses'],
    [['--gold', 'g.jsonl'], 'go together'],
    [['--pages', 'x'], '--pages'],
    [['--only', 'rain'], 'undamaged, interleaved'],
    [['--unknown'], '--unknown'],
    [['folder'], 'folder'],
  ])('refuses %j and says why', (args, message) => {
    expect(() => readOptions(args)).toThrow(OptionsError);
    expect(() => readOptions(args)).toThrow(message);
  });
});
