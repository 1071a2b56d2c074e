import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterF1, contentOf, holdsAny } from '../../eval/match.ts';

describe('contentOf', () => {
  it.each([
    ['３,５００户', '3500户'],
    ['1,234,567.50元', '1234567.50元'],
    ['1,23', '123'],
    ['7月14日、15日', '7月14日15日'],
    ['完了. 1.5米.', '完了1.5米'],
    ['44.55 ％', '44.55%'],
    ['９‰', '9‰'],
    ['-3℃', '-3c'],
    ['“Ａ Team”', 'ateam'],
    ['……', ''],
  ])('takes %s as %s', (text, content) => {
    expect(contentOf(text)).toBe(content);
  });

  it.each([
    [null, ''],
    [undefined, ''],
    [3500, '3500'],
  ])('takes the value %s as %j', (value, content) => {
    expect(contentOf(value)).toBe(content);
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string(), (text) => contentOf(contentOf(text)) === contentOf(text)));
  });
});

describe('holdsAny', () => {
  it('finds a form whatever its width and punctuation', () => {
    expect(holdsAny('新增藏书３，５００余册。', ['3500余册'])).toBe(true);
  });

  it('keeps 1.5 and 15 apart', () => {
    expect(holdsAny('水位上涨15米', ['1.5米'])).toBe(false);
  });

  it('finds nothing where no form is accepted', () => {
    expect(holdsAny('水位上涨15米', [])).toBe(false);
  });
});

/** The longest shared run, by looking at every run of the first. */
function naiveRun(left: readonly string[], right: string): number {
  let longest = 0;
  for (let start = 0; start < left.length; start++) {
    for (let end = start + 1; end <= left.length; end++) {
      if (right.includes(left.slice(start, end).join(''))) longest = Math.max(longest, end - start);
    }
  }
  return longest;
}

describe('characterF1', () => {
  it.each([
    ['长江大桥', '长江大桥', 1],
    ['长江二桥', '长江大桥', 0.5],
    ['黄河', '长江', 0],
    ['', '长江', 0],
    ['市长江大桥', '长江大桥', 8 / 9],
  ])('of %s for %s is %d', (answer, form, f1) => {
    expect(characterF1(answer, form)).toBeCloseTo(f1, 12);
  });

  it('agrees with looking at every run', () => {
    const letters = fc.array(fc.constantFrom('甲', '乙', '丙', '1'), { maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, (left, right) => {
        const run = naiveRun(left, right.join(''));
        const f1 = run === 0 ? 0 : (2 * run) / (left.length + right.length);
        expect(characterF1(left.join(''), right.join(''))).toBeCloseTo(f1, 12);
      }),
    );
  });
});
