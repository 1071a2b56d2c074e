import { describe, expect, it } from 'vitest';
import { ownArticles } from '../../eval/reading-order/clean.ts';
import { asFiled, judgeReading, type Reader, type Reading } from '../../eval/reading-order/judge.ts';
import { corpusJumps, jumpsOf } from '../../eval/reading-order/jumps.ts';
import { type OrderTrial, orderText, ourReader, reportOnOrder } from '../../eval/reading-order/report.ts';
import { runReadingOrder } from '../../eval/reading-order/run.ts';
import { DAMAGES, type DamagedPage, simulatePage } from '../../eval/reading-order/simulate.ts';
import { projectRoot } from '../../eval/root.ts';
import { idealReading } from './reading-order-truth.ts';

const ROOT = projectRoot();
const POOL = ownArticles(ROOT);
const PAGES = DAMAGES.flatMap((wish) => ['a', 'b'].map((seed) => simulatePage(POOL, wish, seed)));

const piece = ({ start, end }: { start: number; end: number }) => ({ at: 0, start, end });
const judgedAs = (pages: readonly DamagedPage[], read: (page: DamagedPage) => Reading) =>
  pages.map((page) => ({ page, verdict: judgeReading(page, read(page)) }));

/** Two columns of one paragraph each, read across: 甲乙丙 and 子丑寅. */
const WOVEN: DamagedPage = {
  kind: 'interleaved',
  strength: 2,
  printing: 'blanks',
  source: [],
  text: '甲甲 子子 乙乙 丑丑 丙丙 寅寅',
  lines: [2, 3, 4, 5, null, null].map((truth, at) => ({
    text: ['甲甲', '子子', '乙乙', '丑丑', '丙丙', '寅寅'][at] ?? '',
    truth,
    start: at * 3,
    end: at * 3 + 2,
    role: 'text',
    closes: truth === null,
    copyOf: null,
  })),
};

describe('a reader', () => {
  it('that knows the truth has every join right, on every damage', () => {
    for (const { verdict } of judgedAs(PAGES, idealReading)) {
      expect(verdict.joins).toBeGreaterThan(50);
      expect(verdict).toMatchObject({ right: verdict.joins, wrong: 0, open: 0, runOn: 0, changed: 0 });
    }
  });

  it('that does nothing has those right whose lines were not parted', () => {
    for (const { page, verdict } of judgedAs(PAGES, asFiled)) {
      const printed = new Map(page.lines.map((line, at) => [at, line]));
      const joins = page.lines.filter(({ role, closes, copyOf }) => role === 'text' && !closes && copyOf === null);
      const kept = joins.filter((line) => {
        const at = page.lines.indexOf(line);
        const prints = [at, ...page.lines.flatMap(({ copyOf }, copy) => (copyOf === at ? [copy] : []))];
        return prints.some((print) => printed.get(print)?.truth === print + 1);
      });
      expect(verdict).toMatchObject({ joins: joins.length, right: kept.length });
      // Only the last line of the file may have nothing behind it.
      expect(verdict.open).toBeLessThanOrEqual(1);
    }
  });

  it('that does nothing has none right where two columns are read across', () => {
    const filed = judgeReading(WOVEN, asFiled(WOVEN));
    expect(filed).toEqual({ joins: 4, right: 0, wrong: 4, open: 0, ends: 2, runOn: 1, followed: 4, changed: 4 });
  });

  it('that parts all lines joins nothing, but keeps their order', () => {
    const page = simulatePage(POOL, { kind: 'undamaged', strength: 0, printing: 'lines' }, 'a');
    const verdict = judgeReading(page, [page.lines.map((line) => ({ pieces: [piece(line)] }))]);
    expect(verdict).toMatchObject({ open: verdict.joins, right: 0, wrong: 0, changed: 0 });
  });

  it('that loses a line has lost both of its joins, and joined over it', () => {
    const [a, , b, , c] = WOVEN.lines;
    if (a === undefined || b === undefined || c === undefined) throw new Error('Six lines.');
    const verdict = judgeReading(WOVEN, [[{ pieces: [piece(a), piece(c)] }]]);
    expect(verdict).toMatchObject({ joins: 4, right: 0, wrong: 1, open: 3 });
  });

  it('that cuts a letter off a line has its join wrong', () => {
    const [a, , b, , c] = WOVEN.lines;
    if (a === undefined || b === undefined || c === undefined) throw new Error('Six lines.');
    const verdict = judgeReading(WOVEN, [
      [{ pieces: [piece(a), { at: 2, start: b.start + 1, end: b.end }, piece(c)] }],
    ]);
    expect(verdict).toMatchObject({ right: 1, wrong: 1, open: 2 });
  });

  it('may put a caption between two paragraphs', () => {
    const page = simulatePage(POOL, { kind: 'captions', strength: 1, printing: 'whole' }, 'a');
    const caption = { pieces: page.lines.filter(({ role }) => role === 'caption').map(piece) };
    const reading = idealReading(page).map((blocks) => blocks.flatMap((block) => [block, caption]));
    const verdict = judgeReading(page, reading);
    expect(verdict).toMatchObject({ right: verdict.joins, runOn: 0, changed: 0 });
  });

  it('may keep either print of a doubled paragraph', () => {
    const page = simulatePage(POOL, { kind: 'doubled', strength: 3, printing: 'whole' }, 'a');
    const second = page.lines.filter(({ copyOf }) => copyOf !== null);
    const doubled = new Set(second.map(({ copyOf }) => copyOf));
    const verdict = judgeReading(page, [[{ pieces: second.map(piece) }]]);
    const joins = page.lines.filter(({ closes }, at) => doubled.has(at) && !closes).length;
    expect(verdict.right).toBe(joins);
  });
});

describe('moves', () => {
  it('are none in the order of the file, whatever is left out', () => {
    const pieces = (...spans: [number, number][]) => ({ pieces: spans.map(([start, end]) => ({ at: 0, start, end })) });
    expect(jumpsOf('甲甲 子子 乙乙', [[pieces([0, 2]), pieces([6, 8])]])).toBe(0);
    expect(jumpsOf('甲甲 子子 乙乙', [[pieces([0, 2], [6, 8])], [pieces([3, 5])]])).toBe(1);
    expect(jumpsOf('甲甲 子子 乙乙', [[pieces([6, 8]), pieces([0, 5])]])).toBe(1);
  });

  it('are counted on every page of the corpus', () => {
    const asItIs = corpusJumps(ROOT, ({ text }) => [[{ pieces: [{ at: 0, start: 0, end: text.length }] }]]);
    expect(asItIs).toHaveLength(5);
    for (const page of asItIs) expect(page).toMatchObject({ jumps: 0, lines: expect.any(Number) });
  });
});

describe('the report', () => {
  const still = (): number => 0;
  const idle: Reader = ({ text }) => [[{ pieces: [{ at: 0, start: 0, end: text.length }] }]];
  const trial: OrderTrial = { pages: DAMAGES.length, only: null, seed: '1', reader: idle, clock: still };

  it('has a row for each kind and strength, with its printings', () => {
    const report = reportOnOrder(POOL, trial);
    const printings = report.rows.flatMap(({ kind, strength, printings: of }) =>
      of.map(({ printing }) => ({ kind, strength, printing })),
    );
    expect(printings).toEqual(DAMAGES);
    for (const row of report.rows) {
      expect((row.right ?? 0) + (row.wrong ?? 0) + (row.open ?? 0)).toBeCloseTo(1);
      expect(row.pages).toBe(row.printings.length);
    }
  });

  it('is the same for the same seed', () => {
    expect(reportOnOrder(POOL, { ...trial, pages: 6 })).toEqual(reportOnOrder(POOL, { ...trial, pages: 6 }));
  });

  it('leaves pages in order that nobody damaged', () => {
    const [row] = reportOnOrder(POOL, { ...trial, pages: 6, only: 'undamaged', reader: ourReader }).rows;
    expect(row).toMatchObject({ kind: 'undamaged', pages: 6, inPlace: 1 });
    expect(row?.right).toBeGreaterThan(0.98);
  });

  it('shows a table with its figures', () => {
    const text = orderText({ ...reportOnOrder(POOL, trial), corpus: [{ file: 'a.txt', lines: 3, jumps: 1 }] });
    expect(text).toContain('in place');
    expect(text).toMatch(/^interleaved 2 +2 /m);
    expect(text).toContain('1 of 3 lines  a.txt');
    expect(text).toContain('seed 1');
  });

  it('is one line of JSON when asked so', () => {
    const json = runReadingOrder(ROOT, { set: null, pages: 2, only: 'strays', seed: '1', json: true });
    expect(json.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(json)).toMatchObject({ seed: '1', pages: 2, rows: [{ kind: 'strays', strength: 0.1 }] });
  });
});
