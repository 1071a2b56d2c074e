import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../src/adapters/discord/excerpt.ts';
import { cleanStyled, drawStyled, plainOf } from '../../../src/adapters/discord/styled.ts';
import type { Text } from '../../../src/app/reply.ts';
import { longText, styledText } from './texts.ts';

/** A text in which marks stand between brackets. */
function marked(text: string): Text {
  return text
    .split(/(【[^】]*】)/u)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('【') ? { text: part.slice(1, -1), style: 'mark' } : { text: part, style: 'plain' },
    );
}

describe('excerptOf', () => {
  it.each([
    ['the sentence with the mark', '天很冷。大桥长【9米】。人很多。', 18, '…大桥长**9米**。人很多。'],
    ['as many marks as there is room for', '甲【一】。天很冷天很冷。乙【二】。丙【三】。', 18, '…乙**二**。丙**三**。'],
    ['the beginning where nothing is marked', '天很冷。大桥长9米。人很多。', 8, '天很冷。…'],
    [
      'clauses of a sentence that is too long',
      '天气很冷，大桥长【9米】，人很多，车也多',
      18,
      '…大桥长**9米**，人很多，…',
    ],
    ['words of a clause that is too long', '江城大桥昨天正式通车全长【9米】', 16, '…通车全长**9米**'],
    ['the beginning of a word that is too long', '甲【xxxxxxxxxxxxxxxxxxxx】', 10, '…**xxxx**…'],
    ['words of a mark that is too long', '【江城大桥昨天正式通车】', 10, '**江城**…'],
  ])('shows %s', (_, text, limit, expected) => {
    expect(drawStyled(excerptOf(marked(text), limit))).toBe(expected);
  });

  it('shows a part of the text within the limit', () => {
    fc.assert(
      fc.property(styledText(longText), fc.integer({ min: 30, max: 900 }), (given, limit) => {
        const text = cleanStyled(given);
        if (drawStyled(text).length <= limit) return;
        const excerpt = excerptOf(text, limit);
        // One character may be longer than the limit: a letter with a thousand marks.
        expect(drawStyled(excerpt).length).toBeLessThanOrEqual(limit);
        expect(plainOf(text)).toContain(plainOf(excerpt).replace(/^…|…$/gu, ''));
      }),
    );
  });
});
