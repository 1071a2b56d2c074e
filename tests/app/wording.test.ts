import { Converter } from 'opencc-js/cn2t';
import { describe, expect, it } from 'vitest';
import { terminalWording } from '../../src/adapters/console/wording.ts';
import { LOCALES, type Locale } from '../../src/app/locale.ts';
import type { DocumentExcess, RemarkDetails, UnreadableReason, UnwritableReason } from '../../src/app/remarks.ts';
import { wordingFor } from '../../src/app/wording.ts';
import type { BinarySign, JsonKind } from '../../src/ingest/remarks.ts';
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

const LINE = { line: 7 };
const FIELD = { ...LINE, field: 'FIELD' };
const KINDS: readonly JsonKind[] = ['null', 'list', 'object', 'string', 'number', 'boolean'];
const SIGNS: readonly BinarySign[] = [
  ...(['pdf', 'zip', 'old-office', 'gzip', 'png', 'jpeg'] as const),
  ...(['nul-bytes', 'control-characters'] as const),
];
const REASONS: readonly UnreadableReason[] = [
  ...(['no-rights', 'link-circle', 'name-too-long'] as const),
  ...(['disk-fault', 'too-many-open', 'other'] as const),
];
const UNWRITABLE: readonly UnwritableReason[] = ['no-folder', 'no-rights', 'is-folder', 'disk-full', 'other'];
const EXCESSES: readonly DocumentExcess[] = ['pages', 'characters', 'seconds'];
const PLACE = { place: '/PLACE' };

/** Examples of every remark; the types ask for one of each. */
const REMARKS: { readonly [Code in keyof RemarkDetails]: readonly RemarkDetails[Code][] } = {
  'columns-interleaved': [{}],
  'lines-moved': [{ moved: 1 }, { moved: 12 }],
  'no-headline': [{ beginning: 'BEGIN' }],
  'no-text': [{ article: 'TITLE' }],
  'breaks-off': [{ article: 'TITLE' }],
  'id-repeated': [{ id: 'ID' }],
  empty: [{ bytes: 0 }, { bytes: 12 }],
  binary: SIGNS.map((sign) => ({ sign })),
  undecodable: [{ bytes: 12 }],
  'line-no-json': [LINE],
  'line-no-object': KINDS.map((found) => ({ ...LINE, found })),
  'line-field-missing': [FIELD],
  'line-field-empty': [FIELD],
  'line-field-no-text': KINDS.map((found) => ({ ...FIELD, found })),
  'line-not-utf8': [LINE],
  'line-too-long': [{ line: 7, limit: 1.5 * 1024 * 1024 }],
  'file-missing': [{}],
  'file-unreadable': REASONS.map((reason) => ({ reason, system: 'EIO' })),
  'file-of-other-kind': [{}],
  'file-no-file': [{}],
  'file-too-large': [{ limit: 20 * 1024 * 1024 }],
  'file-damaged': [{}],
  'file-unwritable': UNWRITABLE.map((reason) => ({ reason, system: 'EIO' })),
  'page-is-folder': [{}],
  'page-is-lines': [{}],
  'folder-empty': [{}],
  'list-no-object': [{}],
  'list-entry-no-object': [{ entry: 'ENTRY' }],
  'list-member-no-text': [{ entry: 'ENTRY', member: 'MEMBER' }],
  'list-date-unknown': [{ entry: 'ENTRY', found: '"FOUND"' }],
  'list-member-unknown': [{ entry: 'ENTRY', member: 'MEMBER' }],
  'upload-too-large': [{ limit: 25 * 1024 * 1024 }],
  'upload-entry-too-large': [{ limit: 25 * 1024 * 1024 }],
  'upload-too-many': [{ limit: 200 }],
  'upload-type-unknown': [{ known: '.KNOWN' }],
  'upload-no-text': [{}],
  'upload-name-repeated': [{}],
  'upload-path-outside': [{}],
  'upload-encrypted': [{}],
  'upload-archive-empty': [{}],
  'upload-archive-nested': [{}],
  'upload-archive-ratio': [{ limit: 100 }],
  'upload-archive-total': [{ limit: 200 * 1024 * 1024 }],
  'upload-archive-damaged': [{}],
  'upload-document-damaged': [{}],
  'upload-document-swells': [{ limit: 128 * 1024 * 1024 }],
  'upload-document-too-long': EXCESSES.map((unit) => ({ limit: 500, unit })),
  'upload-pdf-without-text': [{}],
  'upload-pdf-signs-unknown': [{ table: 'TABLE' }],
  'upload-folder-unknown': [{}],
  'upload-hourly-limit': [{ limit: 1000, minutes: 12 }],
  'page-unknown': [{ name: 'NAME' }],
  'article-unknown': [{ name: 'NAME' }],
  'queue-away': [{}],
  'store-older': [{ ...PLACE, found: 1, wanted: 2 }],
  'store-newer': [{ ...PLACE, found: 9, known: 2 }],
  'store-readonly': [PLACE],
  'store-absent': [PLACE],
  'store-busy': [PLACE],
  'store-corrupt': [PLACE],
  'store-foreign': [PLACE],
  'store-full': [PLACE],
  'store-closed': [PLACE],
  'index-stale': [
    { what: 'format', found: '1', wanted: '2' },
    { what: 'analyzer', found: 'abc', wanted: 'def' },
  ],
  'index-damaged': [{}],
};

function remarksOf(code: string): readonly object[] {
  return Object.entries(REMARKS).find(([key]) => key === code)?.[1] ?? [];
}

/** Every sentence of a wording by its path; functions are called. */
function sentences(wording: object, path = ''): [string, string][] {
  return Object.entries(wording).flatMap(([key, value]): [string, string][] => {
    const at = `${path}.${key}`;
    if (typeof value === 'string') return [[at, value]];
    if (typeof value === 'object' && value !== null) return sentences(value, at);
    if (typeof value !== 'function') return [];
    if (path === '.remarks') return remarksOf(key).map((details, i) => [`${at}/${i}`, String(value(details))]);
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

/** What is to be read in every language: names and numbers, but no kinds or reasons, which have words of their own. */
function namedParts(details: object): string[] {
  const worded: readonly string[] = [
    ...[...SIGNS, ...REASONS, ...UNWRITABLE, ...KINDS, ...EXCESSES],
    ...['format', 'analyzer'],
  ];
  return Object.entries(details).flatMap(([name, value]) => {
    if (value === 0 || worded.includes(String(value))) return [];
    return [name === 'limit' && Number(value) >= 1024 * 1024 ? `${Number(value) / 1024 / 1024} MiB` : String(value)];
  });
}

describe.each(LOCALES)('the remarks in %s', (locale) => {
  const cases = sentences({ remarks: wordingFor(locale).remarks });

  it('name the place, the line, the field and the numbers they are about', () => {
    for (const [path, text] of cases) {
      const [, code = '', at = ''] = /^\.remarks\.(.+)\/(\d+)$/u.exec(path) ?? [];
      for (const part of namedParts(remarksOf(code)[Number(at)] ?? {})) expect(text, path).toContain(part);
    }
  });

  it('say for each kind and reason something else', () => {
    expect(new Set(cases.map(([, text]) => text)).size).toBe(cases.length);
  });

  it('say what to do', () => {
    const advice = {
      'zh-CN': /请/u,
      'zh-TW': /請/u,
      en: /\b(?:Add|Check|Choose|Close|Convert|Correct|Fill|Give|Is it misspelt|Make|Move|Name|Open|Pack|Put|Run|Save|Split|Take|Try|Use|Write|be rid)|(?:give the right|mend|shorten|check the|check it|try again)/u,
    };
    const silent = cases.filter(([, text]) => !advice[locale].test(text));
    expect(silent).toEqual([]);
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
