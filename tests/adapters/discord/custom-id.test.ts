import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pressId, readKeptPress, readPressId } from '../../../src/adapters/discord/custom-id.ts';
import type { Press } from '../../../src/adapters/discord/press.ts';
import { anyText } from './texts.ts';

function press(more: Partial<Press> = {}): Press {
  return { verb: 'open', call: { command: 'article', values: { article: 'a1' } }, screen: 0, fill: null, ...more };
}

const anyPress: fc.Arbitrary<Press> = fc.record({
  verb: fc.constantFrom('open', 'turn', 'fill', 'thread'),
  call: fc.record({
    command: fc.oneof(fc.constantFrom('ask', 'summary article'), anyText),
    values: fc.dictionary(fc.oneof(fc.constantFrom('question', '__proto__', '1'), anyText), anyText, {
      noNullPrototype: true,
    }),
  }),
  screen: fc.nat(),
  fill: fc.option(anyText),
});

/** The press that an id stands for, from the shelf where it is kept there. */
function reread(given: Press): Press | null {
  const { id, kept } = pressId(given);
  const found = readPressId(id);
  if (found === null) return null;
  if ('press' in found) return found.press;
  return kept?.key === found.key ? readKeptPress(kept.text) : null;
}

describe('pressId', () => {
  it.each<[Press, string]>([
    [press(), '1o0|article||article=a1|'],
    [press({ verb: 'turn', screen: 36 }), '1t10|article||article=a1|'],
    [press({ verb: 'fill', fill: 'question', call: { command: 'ask', values: {} } }), '1f0|ask|.question|'],
    [
      press({ call: { command: 'summary day', values: { 词: 'a|b=c\\' } } }),
      '1o0|summary day||词=a\\u007cb\\u003dc\\\\|',
    ],
  ])('writes %j readably', (given, expected) => {
    expect(pressId(given)).toEqual({ id: expected, kept: null });
  });

  it('keeps what is too long under the same key every time', () => {
    const long = press({ call: { command: 'search', values: { words: '大桥'.repeat(100) } } });
    const { id, kept } = pressId(long);
    expect(id).toMatch(/^k:[\w-]{27}$/u);
    expect(pressId(long)).toEqual({ id, kept });
    expect(readPressId(id)).toEqual({ key: kept?.key });
    expect(readKeptPress(kept?.text ?? '')).toEqual(long);
  });

  it('gives back any press from at most 100 units', () => {
    fc.assert(
      fc.property(anyPress, (given) => {
        expect(pressId(given).id.length).toBeLessThanOrEqual(100);
        expect(/\p{Surrogate}|\s$|^\s/u.test(pressId(given).id)).toBe(false);
        expect(reread(given)).toEqual(given);
      }),
    );
  });

  it('writes different presses differently', () => {
    fc.assert(
      fc.property(anyPress, anyPress, (one, other) => {
        const isSame = pressId(one).id === pressId(other).id;
        expect(isSame).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });
});

describe('readPressId', () => {
  it.each([
    '',
    'k:',
    'k:short',
    'none:next',
    'pick:0',
    '1',
    '1o0',
    '1o0|',
    '1x0|ask||',
    '2o0|ask||',
    '1o0|ask||a=b',
    '1o00|ask||',
    '1oZ|ask||',
    '1o0|ask|question|',
    '1o0|ask||a|',
    '1o0|ask||a=1|a=2|',
    '1o0|ask||a=\\x|',
    '1o0|ask||a=\\u0061|',
    `1o0|ask||a=${'b'.repeat(100)}|`,
  ])('gives null for %j', (id) => {
    expect(readPressId(id)).toBeNull();
  });

  it('never throws and reads only what it would write', () => {
    const near = fc.array(fc.oneof(fc.constantFrom('1', 'o', '0', '|', '.', '=', '\\', 'u0041', 'ask', 'k:'), anyText));
    fc.assert(
      fc.property(near, (pieces) => {
        const id = pieces.join('');
        const found = readPressId(id);
        if (found !== null && 'press' in found) expect(pressId(found.press).id).toBe(id);
        const kept = readKeptPress(id);
        if (kept !== null) expect(reread(kept)).toEqual(kept);
      }),
    );
  });
});
