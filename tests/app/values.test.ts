import { describe, expect, it } from 'vitest';
import type { Option } from '../../src/app/command.ts';
import { UserError } from '../../src/app/errors.ts';
import { readValues } from '../../src/app/values.ts';

const names = { 'zh-CN': '选项', 'zh-TW': '選項', en: 'option' };
const description = names;

function read(option: Option, text: string): unknown {
  return readValues({ it: option }, { it: text }, 'zh-CN')['it'];
}

/** The code and details of the user error that `act` throws. */
function slip(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, ...error.details };
    throw error;
  }
  return 'nothing was thrown';
}

const text: Option = { type: 'text', maxLength: 5, names, description };
const integer: Option = { type: 'integer', min: 1, max: 20, names, description };
const from: Option = { type: 'date', edge: 'from', names, description };
const to: Option = { type: 'date', edge: 'to', names, description };
const flag: Option = { type: 'flag', names, description };
const article: Option = { type: 'article', names, description };
const choice: Option = {
  type: 'choice',
  names,
  description,
  choices: [{ value: 'new', names: { 'zh-CN': '最新', 'zh-TW': '最新', en: 'newest' } }],
};

describe('readValues', () => {
  it.each<[string, Option, string, unknown]>([
    ['text', text, '  招商\u0000 \n', '招商'],
    ['text of the longest kind, counted in characters', text, '𠮷𠮷𠮷𠮷𠮷', '𠮷𠮷𠮷𠮷𠮷'],
    ['a number', integer, '12', 12],
    ['a full-width number', integer, '１２', 12],
    ['a first day', from, '2022-07-15', '2022-07-15'],
    ['a day in words', from, '2022年7月5日', '2022-07-05'],
    ['a day with slashes', to, '2022/7/5', '2022-07-05'],
    ['the first day of a month', from, '2022-07', '2022-07-01'],
    ['the last day of a month', to, '2022年2月', '2022-02-28'],
    ['the last day of a leap month', to, '2024-02', '2024-02-29'],
    ['the last day of a year', to, '2022年', '2022-12-31'],
    ['yes', flag, '是', true],
    ['no', flag, 'False', false],
    ['a choice by its value', choice, 'new', 'new'],
    ['a choice by its name', choice, '最新', 'new'],
    ['an article', article, '《某文》', '《某文》'],
  ])('reads %s', (_what, option, raw, expected) => {
    expect(read(option, raw)).toBe(expected);
  });

  it.each<[string, Option, string, object]>([
    ['text that is too long', text, '一二三四五六', { code: 'option-too-long', option: '选项', length: 6, limit: 5 }],
    [
      'what is no number',
      integer,
      '3.5',
      { code: 'option-not-integer', option: '选项', value: '3.5', min: 1, max: 20 },
    ],
    [
      'a number out of range',
      integer,
      '0',
      { code: 'option-not-integer', option: '选项', value: '0', min: 1, max: 20 },
    ],
    ['what is no day', from, '明天', { code: 'option-not-date', option: '选项', value: '明天' }],
    ['a day that does not exist', from, '2022-02-30', { code: 'option-not-date', option: '选项', value: '2022-02-30' }],
    ['a month that does not exist', to, '2022-13', { code: 'option-not-date', option: '选项', value: '2022-13' }],
    ['neither yes nor no', flag, '也许', { code: 'option-not-flag', option: '选项', value: '也许' }],
    ['another choice', choice, 'old', { code: 'option-not-choice', option: '选项', value: 'old', choices: ['最新'] }],
  ])('refuses %s', (_what, option, raw, expected) => {
    expect(slip(() => read(option, raw))).toEqual(expected);
  });

  it('leaves out what is blank', () => {
    expect(readValues({ it: text }, { it: ' \u200B\n' }, 'zh-CN')).toEqual({ it: undefined });
  });

  it('asks for a required option that is missing or blank', () => {
    const required = { it: { ...text, required: true } };
    const expected = { code: 'option-missing', option: '选项' };
    expect(slip(() => readValues(required, {}, 'zh-CN'))).toEqual(expected);
    expect(slip(() => readValues(required, { it: '\u001B' }, 'zh-CN'))).toEqual(expected);
  });

  it('refuses an option that does not exist, with the ones that do, in the language of the asker', () => {
    const expected = { code: 'option-unknown', option: 'other', known: ['option'] };
    expect(slip(() => readValues({ it: text }, { other: '1' }, 'en'))).toEqual(expected);
  });

  it('does not take a member of every object for an option', () => {
    expect(slip(() => readValues({ it: text }, { constructor: '1' }, 'en'))).toMatchObject({ code: 'option-unknown' });
  });
});
