/** Arbitrary texts: any characters, halves of characters, and hostile fragments in between. */
import fc from 'fast-check';
import type { Inline, Style, Text } from '../../../src/app/reply.ts';
import { HOSTILE } from './hostile.ts';

const STYLES: readonly Style[] = ['plain', 'strong', 'mark', 'faint', 'channel'];

const fragments = HOSTILE.map(([, text]) => text).filter((text) => text.length < 300);

const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(...fragments),
  fc.constantFrom(
    '*',
    '_',
    '`',
    '\\',
    '\n',
    ' ',
    '- ',
    '1. ',
    '> ',
    '-# ',
    '@',
    ':',
    '：',
    '，',
    '。',
    '大桥',
    '《',
    '》',
  ),
  fc.string({ unit: fc.integer({ min: 0xd7f0, max: 0xe00f }).map((unit) => String.fromCharCode(unit)), maxLength: 3 }),
);

/** Up to a few hundred units of anything. */
export const anyText: fc.Arbitrary<string> = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

/** The same, up to several screens long. */
export const longText: fc.Arbitrary<string> = fc.oneof(
  { weight: 15, arbitrary: anyText },
  {
    weight: 1,
    arbitrary: fc
      .tuple(anyText, fc.integer({ min: 1, max: 9000 }))
      .map(([text, length]) => text.repeat(Math.ceil(length / Math.max(1, text.length))).slice(0, length)),
  },
);

/** Styled text. */
export function styledText(text: fc.Arbitrary<string>): fc.Arbitrary<Text> {
  const part: fc.Arbitrary<Inline> = fc.record({ text, style: fc.constantFrom(...STYLES) });
  return fc.array(part, { maxLength: 4 });
}
