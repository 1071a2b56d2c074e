import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemeEnds } from '../../../src/adapters/discord/breaks.ts';
import { cutText } from '../../../src/adapters/discord/cutting.ts';
import { cleanStyled, drawStyled, plainOf } from '../../../src/adapters/discord/styled.ts';
import { inline, type Text } from '../../../src/app/reply.ts';
import { longText, styledText } from './texts.ts';

function parts(text: Text | string, limit: number): string[] {
  return cutText(typeof text === 'string' ? inline(text) : text, limit).map(drawStyled);
}

describe('cutText', () => {
  it.each<[string, string, number, string[]]>([
    [
      'after paragraphs',
      '第一段话。说完。\n第二段话，还没有说完。',
      14,
      ['第一段话。说完。\n', '第二段话，还没有说完。'],
    ],
    ['after sentences', '大桥通车了。市民都很高兴，纷纷前往。', 15, ['大桥通车了。', '市民都很高兴，纷纷前往。']],
    ['after clauses', '大桥昨天正式通车，市民高兴，纷纷前往', 16, ['大桥昨天正式通车，市民高兴，', '纷纷前往']],
    ['at blanks', 'one two three four', 10, ['one two ', 'three four']],
    ['between words', '大桥昨天正式通车', 5, ['大桥昨天', '正式通车']],
    ['between characters at last', 'x'.repeat(10), 4, ['xxxx', 'xxxx', 'xx']],
    ['never inside of an emoji', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 15, ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦']],
    ['not where a number has its comma', '共1,200人 到场', 8, ['共1,200人 ', '到场']],
    ['with what escaping adds counted', '****', 4, ['\\*\\*', '\\*\\*']],
  ])('cuts %s', (_, text, limit, expected) => {
    expect(parts(text, limit)).toEqual(expected);
  });

  it('closes bold at a cut and opens it again, and counts its signs', () => {
    expect(parts([{ text: '大桥昨天正式通车', style: 'mark' }], 9)).toEqual(['**大桥昨天**', '**正式通车**']);
  });

  it('gives no part for nothing', () => {
    expect(cutText([], 10)).toEqual([]);
    expect(cutText(inline('\u200B'), 10)).toEqual([]);
  });

  it('does not stop at a short paragraph where far more would fit', () => {
    expect(parts(`短。\n${'长'.repeat(200)}`, 100)[0]?.length).toBeGreaterThan(30);
  });

  it('loses nothing, keeps the limit and cuts no character', () => {
    fc.assert(
      fc.property(styledText(longText), fc.integer({ min: 40, max: 4000 }), (text, limit) => {
        const cut = cutText(text, limit);
        const whole = plainOf(cleanStyled(text));
        expect(cut.map(plainOf).join('')).toBe(whole);
        const ends = new Set(graphemeEnds(whole));
        const points = new Set(
          [...ends].flatMap((end, at) => (([...ends][at - 1] ?? 0) + limit / 8 < end ? [end] : [])),
        );
        let at = 0;
        for (const part of cut) {
          expect(part.length).toBeGreaterThan(0);
          expect(drawStyled(part).length).toBeLessThanOrEqual(limit);
          expect(/\p{Surrogate}/u.test(plainOf(part))).toBe(false);
          at += plainOf(part).length;
          // A cluster of a thousand marks is longer than some limits and has to be parted.
          if (points.size === 0) expect(ends.has(at)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('knows the ends of characters as the segmenter of the platform does', () => {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
    const simple = fc.string({ unit: fc.constantFrom(...'abc 09-~\n—…“”　、。《》〇㐀一龥！０｠') });
    fc.assert(
      fc.property(fc.oneof(simple, longText), (text) => {
        const ends = [...segmenter.segment(text)].map(({ index, segment }) => index + segment.length);
        expect(graphemeEnds(text)).toEqual(ends);
      }),
    );
  });

  it('cuts long text quickly', () => {
    const start = performance.now();
    parts('全市各级各部门紧紧围绕目标任务，扎实推进项目建设。'.repeat(1000), 4000);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
