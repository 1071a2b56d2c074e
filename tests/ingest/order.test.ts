/** The reading order of torn pages: small ones whose right order anybody sees, and what holds for every text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLineEnds } from '../../src/ingest/line-ends.ts';
import { readLines } from '../../src/ingest/lines.ts';
import { assignChains, type Follow } from '../../src/ingest/order-assign.ts';
import { featuresOf } from '../../src/ingest/order-features.ts';
import { homesOf } from '../../src/ingest/order-homes.ts';
import { Language } from '../../src/ingest/order-language.ts';
import { reorderLines } from '../../src/ingest/order-lines.ts';
import { Offsets } from '../../src/ingest/order-offsets.ts';
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

const LIBRARY =
  '市图书馆昨天发布年度阅读报告，全年接待读者二百万人次，借出图书一百八十万册，其中少儿图书占四成，读者最爱借阅的是科普读物，馆里还把流动服务车开进了社区和学校，让更多居民在家门口就能看书，今年计划再建十个分馆。';
const ORCHARD =
  '眼下正是苹果成熟的时节，合作社的果园里一派繁忙，村民们忙着采摘分拣装箱，负责人说今年雨水充足，果子又大又甜，亩产比去年增加了三百公斤，通过电商平台已经销往全国各地，带动周边一百多户农民增加了收入，秋收过后还要修剪果树。';

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

  it('has no more lines than a newspaper could print: a longer text is left alone, torn or not', () => {
    const torn = across(typeset(HARBOUR), typeset(SCHOOL));
    const long = Array.from({ length: Math.ceil(20_001 / torn.length) }, () => torn).flat();
    for (const [texts, kept] of [
      [torn, false],
      [long, true],
    ] as const) {
      const lines = readLines(texts.join('\n'));
      const ends = findLineEnds(lines);
      expect(ends && reorderLines(lines, ends) === undefined).toBe(kept);
    }
  });

  it('is read line by line though some line ends are lost', () => {
    const lines = [HARBOUR, SCHOOL, LIBRARY, ORCHARD].flatMap(typeset);
    for (const at of [25, 18, 10, 4]) lines.splice(at, 2, `${lines[at]}${lines[at + 1]?.trim()}`);
    expect(paragraphsOf(lines.join('\n'))).toEqual([HARBOUR, SCHOOL, LIBRARY, ORCHARD]);
  });

  it.each([...CORPUS_PAGES.keys()].filter((label) => label !== '001'))(
    'is left alone, as page %s of the corpus',
    (label) => {
      const lines = readLines(CORPUS_PAGES.get(label)?.text ?? '');
      const ends = findLineEnds(lines);
      expect(ends && reorderLines(lines, ends)).toBeUndefined();
    },
  );
});

describe('a page whose lines were read in the neighbouring column', () => {
  /** Takes lines out and sets each in again `height` lines further down. */
  function astray(lines: readonly string[], taken: readonly number[], height: number): string[] {
    const kept = lines.map((line, at) => ({ line, at: taken.includes(at) ? at + height + 0.5 : at }));
    return kept.toSorted((a, b) => a.at - b.at).map(({ line }) => line);
  }

  it('puts each line back, though it stands in another paragraph and far away', () => {
    const columns = [HARBOUR, SCHOOL, LIBRARY, ORCHARD].flatMap(typeset);
    const torn = astray(columns, [2, 4, 10], 16).join('\n');
    expect(torn).not.toContain(columns.slice(1, 4).join('\n'));
    expect(paragraphsOf(torn)).toEqual([HARBOUR, SCHOOL, LIBRARY, ORCHARD]);
  });

  it('says how many lines it has moved', () => {
    const columns = [HARBOUR, SCHOOL, LIBRARY, ORCHARD].flatMap(typeset);
    expect(readPage(pageOf(astray(columns, [2, 4, 10], 16).join('\n'))).warnings).toContainEqual({
      code: 'lines-moved',
      // Out and back for each, and around it where it stood.
      details: { moved: 9 },
    });
    expect(readPage(pageOf(columns.join('\n'))).warnings.map(({ code }) => code)).not.toContain('lines-moved');
  });

  it('joins nothing to a line whose rest is not on the page', () => {
    const columns = [typeset(HARBOUR), typeset(SCHOOL), typeset(LIBRARY).slice(0, 4), typeset(ORCHARD)].flat();
    const torn = astray(columns, [2, 4, 10], 16).join('\n');
    expect(paragraphsOf(torn)).toEqual([HARBOUR, SCHOOL, LIBRARY.slice(0, 4 * WIDTH - 2), ORCHARD]);
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
        const ordered = reorderLines(lines, ends)?.lines ?? lines;
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
    expect(right.begins).toBeGreaterThan(wrong.begins + 3);
  });

  it.each([
    ['市里出台了《关于推动农业产', '业发展扶持办法》等政策文件', { paired: 1, unpaired: 0 }],
    ['市里出台了《关于推动农业产', '业发展）扶持办法等政策文件', { paired: 0, unpaired: 0 }],
    ['市里出台了《关于推动农业产', '业发展扶持办法等很多的政策', { paired: 0, unpaired: 1 }],
    ['市里出台了关于推动农业产品', '业发展扶持办法等很多的政策', { paired: 0, unpaired: 0 }],
    ['他说:"我们把这件事情当成', '自己的事情来办",大家很高兴', { paired: 1, unpaired: 0 }],
  ])('is a bracket or quotation mark that closes: %s|%s', (before, after, wanted) => {
    expect(features(before, after)).toMatchObject(wanted);
  });

  it('is the subject of both', () => {
    const texts = ['潮汐能电站今年投产发电成功', '潮汐能电站的机组由本省制造', '图书馆新到了一批儿童的读物'];
    const page = pageOfLines(...texts);
    for (const { signs, subject } of page.units) language.learn(signs, subject);
    const [first, same, other] = page.units;
    if (first === undefined || same === undefined || other === undefined) throw new Error('A line is missing.');
    expect(featuresOf(first, same, page).subject).toBeGreaterThan(1);
    expect(featuresOf(first, other, page).subject).toBe(0);
  });
});

describe('the home of a chain', () => {
  const together = (from: number, to: number): boolean => to !== 3 && to !== 7 && from + 1 === to;
  const homes = homesOf(10, together);

  it('is where it has the first line of a paragraph and most of its lines', () => {
    expect(homes.of([8, 3, 4, 5])).toBe(3);
    expect(homes.of([3, 7, 8, 9])).toBe(7);
  });

  it('is where its first line stands if it begins no paragraph', () => {
    expect(homes.of([5, 8])).toBe(5);
  });
});

describe('lines that went astray', () => {
  /** Believes in some jumps. */
  const offsetsOf = (...jumps: readonly (readonly [number, number])[]) =>
    new Offsets(
      {
        forEach(call) {
          for (const [from, to] of jumps) call(from, to, 1);
        },
      },
      200,
    );

  it('are expected where others stand: as far away as a column is high', () => {
    const offsets = offsetsOf([10, 80], [80, 11], [30, 101], [101, 31], [50, 121]);
    expect(offsets.share(70)).toBeGreaterThan(10 * offsets.share(40));
    expect(offsets.share(-71)).toBeGreaterThan(10 * offsets.share(40));
    expect(offsets.common(3)).toContain(70);
  });

  it('are none where lines stand near', () => {
    const offsets = offsetsOf([10, 12], [12, 11]);
    expect(offsets.share(2)).toBe(0);
    expect(offsets.common(3)).toEqual([]);
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
