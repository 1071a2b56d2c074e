import { Converter } from 'opencc-js/cn2t';
import { describe, expect, it } from 'vitest';
import { terminalWording } from '../../src/adapters/console/wording.ts';
import { LOCALES, type Locale } from '../../src/app/locale.ts';
import { wordingFor } from '../../src/app/wording.ts';
import { foldText } from '../../src/text/normalize.ts';

const ARGUMENT = {
  option: 'OPT',
  command: 'CMD',
  nearest: 'NEAR',
  known: ['K1', 'K2'],
  length: 7,
  limit: 5,
  value: 'VAL',
  min: 1,
  max: 9,
  choices: ['C1'],
  from: '2022-07-02',
  to: '2022-07-01',
};

/** Every sentence of a wording by its path; functions are called. */
function sentences(wording: object, path = ''): [string, string][] {
  return Object.entries(wording).flatMap(([key, value]): [string, string][] => {
    const at = `${path}.${key}`;
    if (typeof value === 'string') return [[at, value]];
    if (typeof value === 'object' && value !== null) return sentences(value, at);
    if (typeof value !== 'function') return [];
    const args = path.startsWith('.errors') ? [ARGUMENT] : ['2022-07-15', 'two', 'three'];
    return [[at, String(value(...args))]];
  });
}

const toTraditional = Converter({ from: 'cn', to: 'tw' });

/** What a bit of Chinese in another script, or in English outside of examples, gives away. */
function strangers(text: string, locale: Locale): string[] {
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  switch (locale) {
    case 'zh-CN':
      return han.filter((character) => foldText(character) !== character);
    case 'zh-TW':
      return han.filter((character) => toTraditional(character) !== character);
    case 'en':
      return text.replaceAll(/“[^”]*”|words:\S+/gu, '').match(/\p{Script=Han}/gu) ?? [];
  }
}

const wordings = LOCALES.flatMap((locale) => [
  { locale, part: 'replies', wording: wordingFor(locale) },
  { locale, part: 'terminal', wording: terminalWording(locale) },
]);

describe.each(wordings)('the $part in $locale', ({ locale, wording }) => {
  it('says something for every key', () => {
    for (const [path, text] of sentences(wording)) {
      expect(text.trim(), path).not.toBe(path.endsWith('eparator') ? null : '');
      expect(text, path).not.toMatch(/undefined|null|NaN|\[object/u);
    }
  });

  it('is written in its own script', () => {
    for (const [path, text] of sentences(wording)) expect(strangers(text, locale), path).toEqual([]);
  });
});

describe('the user errors', () => {
  it.each(LOCALES)('name the option and its value in %s', (locale) => {
    const { errors } = wordingFor(locale);
    const option = Object.entries(errors).filter(([code]) => code.startsWith('option-'));
    expect(option.length).toBeGreaterThan(5);
    for (const [code, tell] of option) expect(String(Reflect.apply(tell, null, [ARGUMENT])), code).toContain('OPT');
  });
});

describe('the languages', () => {
  it('differ in every sentence of the replies that is not a mere sign', () => {
    const [cn, tw, en] = LOCALES.map((locale) => new Map(sentences(wordingFor(locale).reasons)));
    for (const [path, text] of cn ?? []) {
      expect(tw?.get(path), path).not.toBe(text);
      expect(en?.get(path), path).not.toBe(text);
    }
  });

  it('say the same in both Chinese scripts as far as one folds into the other', () => {
    const cn = wordingFor('zh-CN').reasons;
    const tw = wordingFor('zh-TW').reasons;
    expect(foldText(tw['other-time'])).toBe(foldText(cn['other-time']));
  });
});
