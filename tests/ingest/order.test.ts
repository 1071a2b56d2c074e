/** The reading order of torn pages: small ones whose right order anybody sees, and what holds for every text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLineEnds } from '../../src/ingest/line-ends.ts';
import { readLines } from '../../src/ingest/lines.ts';
import { assignChains, type Follow } from '../../src/ingest/order-assign.ts';
import { featuresOf } from '../../src/ingest/order-features.ts';
import { Language } from '../../src/ingest/order-language.ts';
import { reorderLines } from '../../src/ingest/order-lines.ts';
import { plainSigns } from '../../src/ingest/order-signs.ts';
import { printedLines } from '../../src/ingest/order-units.ts';
import { readPage } from '../../src/ingest/read-page.ts';
import { anyText, CORPUS_PAGES, pageOf } from './pages.ts';

const WIDTH = 16;

/** A paragraph as printed lines of {@link WIDTH} signs, the first indented by two. */
function typeset(text: string): string[] {
  const lines = [`　　${text.slice(0, WIDTH - 2)}`];
  for (let at = WIDTH - 2; at < text.length; at += WIDTH) lines.push(text.slice(at, at + WIDTH));
  return lines;
}

const HARBOUR =
  '记者从市交通运输局获悉，今年上半年全市港口完成货物吞吐量三亿吨，同比增长百分之五，其中集装箱吞吐量继续保持全国前列，新开通国际航线十二条，为稳定外贸发挥了重要作用，下一步将继续推进自动化码头建设，提高装卸效率，降低企业物流成本。';
const SCHOOL =
  '新学期开学第一天，孩子们走进刚刚建成的教学楼，看到宽敞明亮的教室十分高兴，学校负责人介绍，新校区设有图书馆、体育馆和科学实验室，可以容纳两千名学生就读，有效缓解了周边居民子女入学难的问题，受到家长们的欢迎。';

/** The lines of two columns read across. */
function across(left: readonly string[], right: readonly string[]): string[] {
  const rows = Math.max(left.length, right.length);
  return Array.from({ length: rows }, (_, row) => [left[row], right[row]])
    .flat()
    .filter((line) => line !== undefined);
}

function paragraphsOf(text: string): string[] {
  return readPage(pageOf(text)).articles.flatMap(({ blocks }) => blocks.map((block) => block.text));
}

describe('a page of two columns that were read across', () => {
  it('reads down each column where its lines are lines of the file', () => {
    const paragraphs = paragraphsOf(across(typeset(HARBOUR), typeset(SCHOOL)).join('\n'));
    expect(paragraphs).toEqual([HARBOUR, SCHOOL]);
  });

  it('reads down each column where line ends became blanks', () => {
    const text = across(typeset(HARBOUR), typeset(SCHOOL))
      .map((line) => line.trim())
      .join(' ');
    const read = paragraphsOf(text).join('');
    expect(read).toContain(HARBOUR.slice(WIDTH));
    expect(read).toContain(SCHOOL.slice(WIDTH));
  });

  it('keeps every sentence in its raw places, several where it was torn', () => {
    const text = across(typeset(HARBOUR), typeset(SCHOOL)).join('\n');
    const block = readPage(pageOf(text)).articles[0]?.blocks[0];
    expect(block?.pieces.length).toBeGreaterThan(4);
    expect(block?.pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(HARBOUR);
  });
});

describe('a page in order', () => {
  const column = [...typeset(HARBOUR), ...typeset(SCHOOL), ...typeset(HARBOUR), ...typeset(SCHOOL)];

  it.each([
    ['lines', column.join('\n')],
    ['blanks', column.map((line) => line.trim()).join(' ')],
  ])('is left alone where its line ends are %s', (kind, text) => {
    const lines = readLines(text);
    const ends = findLineEnds(lines);
    expect(ends?.kind).toBe(kind);
    expect(ends && reorderLines(lines, ends)).toBeUndefined();
  });

  it.each([...CORPUS_PAGES.keys()])('or too hard to put in order, as page %s of the corpus, is left alone', (label) => {
    const lines = readLines(CORPUS_PAGES.get(label)?.text ?? '');
    const ends = findLineEnds(lines);
    expect(ends && reorderLines(lines, ends)).toBeUndefined();
  });
});

/** The letters that lines hold, as offsets of the page, in rising order. */
function offsetsOf(lines: readonly { pieces: readonly { start: number; end: number }[] }[], text: string): number[] {
  const offsets = lines.flatMap(({ pieces }) =>
    pieces.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
  );
  return offsets.filter((at) => /\S/.test(text.charAt(at))).toSorted((a, b) => a - b);
}

describe('restoring the order', () => {
  const torn = fc
    .shuffledSubarray([...typeset(HARBOUR), ...typeset(SCHOOL), '码头通车', '　　又讯', '2022年'], { minLength: 8 })
    .map((lines) => lines.join('\n'));

  it.each([
    ['shuffled lines', torn],
    ['shuffled lines with blanks for line ends', torn.map((text) => text.replaceAll('\n', ' '))],
    ['any text', anyText],
  ])('neither loses nor doubles a letter of %s', (_, texts) => {
    fc.assert(
      fc.property(texts, fc.constantFrom('blanks', 'lines'), (text, kind) => {
        const lines = readLines(text);
        const ends = kind === 'blanks' ? ({ kind } as const) : ({ kind: 'lines', width: WIDTH } as const);
        const ordered = reorderLines(lines, ends) ?? lines;
        expect(offsetsOf(ordered, text)).toEqual(offsetsOf(lines, text));
      }),
      { numRuns: 100 },
    );
  });
});

describe('the best assignment', () => {
  /** The greatest sum that any choice of followers reaches, each line taken at most once. */
  function bestSum(candidates: readonly (readonly Follow[])[], from = 0, taken: readonly number[] = []): number {
    const follows = candidates[from];
    if (follows === undefined) return 0;
    const sums = follows
      .filter(({ to }) => !taken.includes(to))
      .map(({ to, value }) => value + bestSum(candidates, from + 1, [...taken, to]));
    return Math.max(bestSum(candidates, from + 1, taken), ...sums);
  }

  it('is as good as the best of all that there are, but for circles', () => {
    const size = 5;
    const follow = fc.record({ to: fc.nat(size - 1), value: fc.double({ min: -5, max: 9, noNaN: true }) });
    // Only later lines follow, so there are no circles, and the naive search is the truth.
    const problem = fc
      .array(fc.uniqueArray(follow, { maxLength: 4, selector: ({ to }) => to }), { minLength: size, maxLength: size })
      .map((all) => all.map((follows, from) => follows.filter(({ to }) => to > from)));
    fc.assert(
      fc.property(problem, (candidates) => {
        const successor = assignChains(candidates);
        const sum = [...successor].reduce(
          (all, to, from) => all + (candidates[from]?.find((one) => one.to === to)?.value ?? 0),
          0,
        );
        expect(sum).toBeGreaterThan(bestSum(candidates) - size * 0.02 - 1e-9);
      }),
    );
  });

  it('lets no line follow itself in the end', () => {
    const circle: Follow[][] = [[{ to: 1, value: 5 }], [{ to: 2, value: 4 }], [{ to: 0, value: 3 }]];
    expect([...assignChains(circle)]).toEqual([1, 2, -1]);
  });
});

describe('what two lines show', () => {
  const language = new Language();
  const pageOfLines = (...texts: string[]) => ({
    ...printedLines(readLines(texts.join('\n')), false, language),
    language,
  });
  const features = (before: string, after: string) => {
    const page = pageOfLines(before, after);
    const [unit, next] = page.units;
    if (unit === undefined || next === undefined) throw new Error('A line is missing.');
    return featuresOf(unit, next, page);
  };

  it('is a word across their border', () => {
    const right = features('推动建设一批乡村振', '兴示范样板和美丽庭院');
    const wrong = features('推动建设一批乡村振', '的重点任务全部完成了');
    expect(right.language).toBeGreaterThan(wrong.language + 4);
  });

  it('is a bracket that closes', () => {
    expect(features('市里出台了《关于推动农业产', '业发展扶持办法》等政策文件').bracket).toBe(1);
    expect(features('市里出台了《关于推动农业产', '业发展）扶持办法等政策文件').bracket).toBe(-1);
    expect(features('市里出台了关于推动农业产品', '业发展扶持办法等很多的政策').bracket).toBe(0);
  });
});

describe('plainSigns', () => {
  it.each([
    ['“六基工程”，', '"六基工程",'],
    ['１２０个 5G', '00个0a'],
    ['7项 iPhone', '0项a'],
  ])('shows %s as %s', (text, plain) => {
    expect(plainSigns(text)).toBe(plain);
  });
});
