/**
 * Fits what the signs, the subject and the brackets at the border of two lines weigh, and prints it:
 * `node dist/eval/training/border-weights.js news.jsonl.gz`.
 *
 * Logistic regression on pairs of lines of simulated pages: those that follow each other against as many that do not, half of
 * them of the same page's other articles. Measured on the last third of the pages.
 */
import { findLineEnds } from '../../src/ingest/line-ends.ts';
import { readLines } from '../../src/ingest/lines.ts';
import { type Features, featuresOf, type Readable } from '../../src/ingest/order-features.ts';
import { Language } from '../../src/ingest/order-language.ts';
import { printedLines } from '../../src/ingest/order-units.ts';
import { drawArticles } from '../reading-order/clean.ts';
import { type Dice, diceOf } from '../reading-order/dice.ts';
import { simulatePage } from '../reading-order/simulate.ts';

const PAGES = 300;
const ARTICLES = 2400;
const FITTED: readonly (keyof Features)[] = ['begins', 'goesOn', 'subject', 'paired', 'unpaired'];
const FIT = { epochs: 150, rate: 1, share: 2 / 3 } as const;

/** A pair of lines: its features, a constant last, and whether the second follows the first. */
interface Sample {
  readonly values: readonly number[];
  readonly follows: boolean;
}

/** The lines of a page of undamaged columns. */
function readablePage(text: string): Readable {
  const language = new Language();
  const lines = readLines(text);
  const page = { ...printedLines(lines, findLineEnds(lines)?.kind === 'blanks', language), language };
  for (const { signs, subject } of page.units) language.learn(signs, subject);
  return page;
}

function sampleOf(page: Readable, from: number, to: number): Sample | undefined {
  const [unit, next] = [page.units[from], page.units[to]];
  if (unit === undefined || next === undefined || unit.heading || next.heading || next.opens) return undefined;
  const features = featuresOf(unit, next, page);
  if (features.short > 0 || features.indent > 0 || features.sentence > 0) return undefined;
  return { values: [...FITTED.map((name) => features[name]), 1], follows: to === from + 1 };
}

function samplesOf(page: Readable, dice: Dice): Sample[] {
  return page.units.flatMap((_, from) => {
    const right = sampleOf(page, from, from + 1);
    const other = dice.between(0, page.units.length - 1);
    const wrong = other === from + 1 || other === from ? undefined : sampleOf(page, from, other);
    return right === undefined || wrong === undefined ? [] : [right, wrong];
  });
}

const dot = (weights: readonly number[], { values }: Sample): number =>
  values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);

const likelihood = (sum: number): number => 1 / (1 + Math.exp(-sum));

function regress(samples: readonly Sample[]): number[] {
  let weights = [...FITTED.map(() => 0), 0];
  for (let epoch = 0; epoch < FIT.epochs; epoch++) {
    const slope = weights.map(() => 0);
    for (const sample of samples) {
      const error = (sample.follows ? 1 : 0) - likelihood(dot(weights, sample));
      for (const [at, value] of sample.values.entries()) slope[at] = (slope[at] ?? 0) + error * value;
    }
    weights = weights.map((weight, at) => weight + (FIT.rate * (slope[at] ?? 0)) / samples.length);
  }
  return weights;
}

/** The mean loss in natural logarithms; 0.693 for knowing nothing. */
function lossOf(samples: readonly Sample[], weights: readonly number[]): number {
  const losses = samples.map((sample) => -Math.log(likelihood((sample.follows ? 1 : -1) * dot(weights, sample))));
  return losses.reduce((sum, loss) => sum + loss, 0) / samples.length;
}

function main(): void {
  const [, , path] = process.argv;
  if (path === undefined) throw new Error('Name a .jsonl or .jsonl.gz file of articles.');
  const dice = diceOf('border weights');
  const articles = drawArticles(path, ARTICLES, dice);
  const wish = { kind: 'undamaged', strength: 0, printing: 'lines' } as const;
  const pages = Array.from({ length: PAGES }, (_, at) => readablePage(simulatePage(articles, wish, `${at}`).text));
  const cut = Math.floor(PAGES * FIT.share);
  const [training, held] = [pages.slice(0, cut), pages.slice(cut)].map((some) =>
    some.flatMap((page) => samplesOf(page, dice)),
  );
  const weights = regress(training ?? []);
  for (const [at, name] of [...FITTED, 'constant'].entries()) {
    process.stdout.write(`${name}: ${(weights[at] ?? 0).toFixed(2)}\n`);
  }
  process.stdout.write(
    `${training?.length} pairs, loss on ${held?.length} others ${lossOf(held ?? [], weights).toFixed(3)}\n`,
  );
}

main();
