import { describe, expect, expectTypeOf, it } from 'vitest';
import { createRegistry, defineCommand, optionKey } from '../../src/app/command.ts';
import { content } from '../../src/app/reply.ts';

const texts = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text });

const sample = defineCommand({
  name: 'sample',
  names: { 'zh-CN': '例子', 'zh-TW': '範例', en: 'sample' },
  description: texts('…'),
  pace: 'instant',
  audience: 'asker',
  options: {
    words: { type: 'text', required: true, maxLength: 10, names: texts('words'), description: texts('…') },
    count: { type: 'integer', min: 1, max: 9, names: texts('count'), description: texts('…') },
    order: {
      type: 'choice',
      names: texts('order'),
      description: texts('…'),
      choices: [
        { value: 'new', names: texts('newest') },
        { value: 'old', names: texts('oldest') },
      ],
    },
    loud: { type: 'flag', names: texts('loud'), description: texts('…') },
  },
  async run(values) {
    expectTypeOf(values.words).toEqualTypeOf<string>();
    expectTypeOf(values.count).toEqualTypeOf<number | undefined>();
    expectTypeOf(values.order).toEqualTypeOf<'new' | 'old' | undefined>();
    expectTypeOf(values.loud).toEqualTypeOf<boolean | undefined>();
    return content([]);
  },
});

describe('defineCommand', () => {
  it('freezes the command', () => {
    expect(Object.isFrozen(sample)).toBe(true);
  });
});

describe('a registry', () => {
  const registry = createRegistry([sample]);

  it.each(['sample', '例子', '範例'])('finds a command by its name %s', (name) => {
    expect(registry.find(name)).toBe(sample);
  });

  it('does not know other names', () => {
    expect(registry.find('constructor')).toBeUndefined();
  });

  it('names the nearest command', () => {
    expect(registry.nearest('sampel')).toBe('sample');
  });

  it('refuses two commands of one name', () => {
    expect(() => createRegistry([sample, sample])).toThrow('Two commands are called "sample"');
  });
});

describe('optionKey', () => {
  it('finds an option by its name in any language', () => {
    const options = {
      day: { type: 'flag', names: { 'zh-CN': '日', 'zh-TW': '天', en: 'day' }, description: texts('…') },
    } as const;
    expect(['日', '天', 'day', '月'].map((name) => optionKey(options, name))).toEqual(['day', 'day', 'day', undefined]);
  });
});
