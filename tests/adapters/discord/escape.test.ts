import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, escapeText, isBlank, plainLabel } from '../../../src/adapters/discord/escape.ts';
import { HOSTILE } from './hostile.ts';
import { shownText } from './shown.ts';
import { anyText } from './texts.ts';

describe('escapeText', () => {
  it.each([
    ['**粗**', '\\*\\*粗\\*\\*'],
    ['@everyone', '\\@everyone'],
    ['<@1>', '\\<\\@1\\>'],
    ['https://example.com', 'https\\://example.com'],
    ['- 一\n  - 二', '\\- 一\n  \\- 二'],
    ['12. 一', '12\\. 一'],
    ['# 一', '\\# 一'],
    ['> 一', '\\> 一'],
    ['a\\', 'a\\\\'],
    ['比分3-2，增长12.5%', '比分3-2，增长12.5%'],
  ])('writes %j so that it is shown as it stands', (text, expected) => {
    expect(escapeText(text)).toBe(expected);
  });

  it.each(HOSTILE)('shows %s as the text that it is', (_, text) => {
    expect(shownText(escapeText(text))).toBe(cleanText(text));
  });

  it('shows any text as it stands, whatever it holds', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(shownText(escapeText(text))).toBe(cleanText(text));
      }),
    );
  });

  it('cleans a clean text no further', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });

  it('keeps joiners inside of emoji and nowhere else', () => {
    expect(cleanText('连\u200C接')).toBe('连接');
    expect(cleanText('👨‍👩‍👧 👩🏽‍🚀 🏳️‍🌈 甲‍乙 ‍👩 👩‍ 👩‍‍👩')).toBe('👨‍👩‍👧 👩🏽‍🚀 🏳️‍🌈 甲乙 👩 👩 👩👩');
  });

  it('keeps the flags that are made of tags and drops text that is hidden in tags', () => {
    const flag = '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}';
    expect(cleanText(`${flag}旗\u{E0041}\u{E007F}`)).toBe(`${flag}旗`);
  });
});

describe('plainLabel', () => {
  it.each([
    ['一行\n两行\t三', 80, '一行 两行 三'],
    ['大桥昨天正式通车', 6, '大桥昨天…'],
    ['大桥昨天正式通车', 8, '大桥昨天正式通车'],
    ['ab👨‍👩‍👧‍👦cd', 8, 'ab…'],
    ['👨‍👩‍👧‍👦', 5, '…'],
    ['😀😀😀', 4, '😀…'],
    ['甲', 1, '甲'],
    ['甲乙', 1, '…'],
    ['**粗** @here', 80, '**粗** @here'],
    ['\u3164\u200B ', 80, ''],
  ])('makes of %j within %i units: %j', (text, limit, expected) => {
    expect(plainLabel(text, limit)).toBe(expected);
  });

  it('keeps within the limit, cuts no character and is never blank where there is something to see', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 120 }), (text, limit) => {
        const label = plainLabel(text, limit);
        expect(label.length).toBeLessThanOrEqual(limit);
        expect(/\p{Surrogate}|\n/u.test(label)).toBe(false);
        expect(isBlank(label)).toBe(isBlank(cleanText(text)));
      }),
    );
  });
});
