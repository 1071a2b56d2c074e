/**
 * Counts which signs follow each other in the news and writes them as data of the program:
 * `node dist/eval/training/borders.js news.jsonl.gz`.
 *
 * Every fifth article is left out, so that restoring can be measured on texts that were not counted.
 */
import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { COUNTS, DIGITS } from '../../src/ingest/order-code.ts';
import { plainSigns } from '../../src/ingest/order-signs.ts';
import { projectRoot } from '../root.ts';

/** Every article whose number this divides is kept for measuring. */
const HELD_OUT = 5;
/** How many signs the model knows; the rarer ones are one. */
const KNOWN = 4000;

type Counts = Map<number, number>;

const add = (counts: Counts, key: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

async function readTexts(path: string): Promise<string[]> {
  const texts: string[] = [];
  let at = 0;
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
    const { text } = JSON.parse(line) as { text: string };
    if (at++ % HELD_OUT !== 0) texts.push(plainSigns(text));
  }
  return texts;
}

function commonSigns(texts: readonly string[]): { signs: string[]; levels: string } {
  const counts = new Map<string, number>();
  for (const text of texts) for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const common = [...counts]
    .filter(([sign]) => sign.length === 1 && !/\p{Surrogate}/u.test(sign))
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, KNOWN);
  const levels = common.map(([, count]) => DIGITS.charAt(Math.round(Math.log2(count))));
  return { signs: common.map(([sign]) => sign), levels: levels.join('') };
}

/** A count as one of the levels that are kept. */
function levelOf(count: number, least: number): number {
  return Math.min(COUNTS.levels - 1, Math.round(Math.log(count / least) / Math.log(COUNTS.step)));
}

/** Keys in rising order as their distances, each with its level, in digits. */
function encode(entries: readonly (readonly [number, number])[], least: number): string {
  let code = '';
  let before = -1;
  for (const [key, count] of entries) {
    let rest = (key - before - 1) * COUNTS.levels + levelOf(count, least);
    before = key;
    while (rest >= COUNTS.base) {
      code += DIGITS.charAt(COUNTS.base + (rest % COUNTS.base));
      rest = Math.floor(rest / COUNTS.base);
    }
    code += DIGITS.charAt(rest);
  }
  return code;
}

function common(counts: Counts, least: number): (readonly [number, number])[] {
  return [...counts].filter(([, count]) => count >= least).toSorted((a, b) => a[0] - b[0]);
}

/** The numbers of signs are below this. */
const SIGN_LIMIT = 2 ** 12;

function countPairs(texts: readonly string[], ids: ReadonlyMap<string, number>): Counts {
  const pairs: Counts = new Map();
  for (const text of texts) {
    let a = 0;
    for (const sign of text) {
      const b = ids.get(sign) ?? 0;
      if (a > 0 && b > 0) add(pairs, a * SIGN_LIMIT + b);
      a = b;
    }
  }
  return pairs;
}

function countTriples(texts: readonly string[], ids: ReadonlyMap<string, number>, places: ReadonlyMap<number, number>) {
  const triples: Counts = new Map();
  for (const text of texts) {
    let [a, b] = [0, 0];
    for (const sign of text) {
      const c = ids.get(sign) ?? 0;
      const pair = places.get(a * SIGN_LIMIT + b);
      if (c > 0 && pair !== undefined) add(triples, pair * SIGN_LIMIT + c);
      [a, b] = [b, c];
    }
  }
  return triples;
}

function write(name: string, comment: string, values: Readonly<Record<string, string>>): void {
  const lines = Object.entries(values).map(
    ([key, value]) => `export const ${key} =\n  '${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}';\n`,
  );
  writeFileSync(
    join(projectRoot(), 'src/ingest/lexicon', name),
    `/** ${comment} Made by eval/training/borders.ts. */\n${lines.join('')}`,
  );
}

async function main(): Promise<void> {
  const [, , path] = process.argv;
  if (path === undefined) throw new Error('Name a .jsonl.gz file of articles.');
  const texts = await readTexts(path);
  const { signs, levels } = commonSigns(texts);
  const ids = new Map(signs.map((sign, at) => [sign, at + 1]));
  const pairs = common(countPairs(texts, ids), COUNTS.leastPair);
  const places = new Map(pairs.map(([key], at) => [key, at]));
  const triples = common(countTriples(texts, ids, places), COUNTS.leastTriple);
  write('border-pairs.ts', 'Which signs are how common, and which follow each other how often.', {
    SIGNS: signs.join(''),
    SIGN_LEVELS: levels,
    PAIRS: encode(pairs, COUNTS.leastPair),
  });
  write('border-triples.ts', 'Which sign follows a pair of signs how often.', {
    TRIPLES: encode(triples, COUNTS.leastTriple),
  });
  process.stdout.write(`${signs.length} signs, ${pairs.length} pairs, ${triples.length} triples\n`);
}

await main();
