import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLine, plainText } from '../../src/app/plain-text.ts';

describe('plainText', () => {
  it.each([
    ['\u001B]0;title\u0007text', ']0;titletext', 'escape and bell'],
    ['a\u0000b\u009Bc\u007F', 'abc', 'C0, C1 and delete'],
    ['\u202Eabc\u202C\u2066d\u2069', 'abcd', 'marks that turn the direction'],
    ['\uFEFFa\u200Bb\u2060', 'ab', 'zero width'],
    ['one\r\ntwo\rthree\u2028four', 'one\ntwo\nthree\nfour', 'line ends'],
    ['中文\t“引号” 👨‍👩‍👧', '中文\t“引号” 👨‍👩‍👧', 'nothing of what people read'],
  ])('makes %j into %j (%s)', (text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  it('leaves nothing that it would take away a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = plainText(text);
        expect(plainText(once)).toBe(once);
        expect(once).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E]/u);
      }),
    );
  });
});

describe('plainLine', () => {
  it('gives one line without white space at its ends', () => {
    expect(plainLine('  一行\n\t 又一行\u3000')).toBe('一行 又一行');
  });
});
