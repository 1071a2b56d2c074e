import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, cleanLine, jsonLine } from '../../../src/adapters/console/clean.ts';

describe('clean', () => {
  it.each([
    ['\u001B[31m红\u001B[0m', '红'],
    ['\u001B]0;新标题\u0007文', '文'],
    ['\u001B]8;;http://x.example\u001B\\链接\u001B]8;;\u001B\\', '链接'],
    ['\u009B2J清屏', '清屏'],
    ['a\tb', 'a  b'],
    ['一\r\n二', '一\n二'],
    ['abc\u202Edef', 'abcdef'],
  ])('makes %j into %j', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it('leaves nothing that steers a terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(clean(text)).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/u);
      }),
    );
  });
});

describe('cleanLine', () => {
  it('is one line', () => {
    expect(cleanLine(' 一\n\u001B[2K二 ')).toBe('一 二');
  });
});

describe('jsonLine', () => {
  it('is one line of JSON of the same value, which no terminal obeys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const line = jsonLine(value);
        expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(line.slice(0, -1)).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E]/u);
        expect(line.endsWith('\n')).toBe(true);
      }),
    );
  });
});
