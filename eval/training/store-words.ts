/**
 * Counts which signs and words are commonest in the news and writes them as the code of the store:
 * `node dist/eval/training/store-words.js news.jsonl.gz`.
 *
 * What was written with the code of before could not be read with another, so this is run for a new format alone. Every
 * fifth article is left out, so that the code can be measured on texts that were not counted.
 */
import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { foldText } from '../../src/text/normalize.ts';
import { cut } from '../../src/text/words.ts';
import { projectRoot } from '../root.ts';

/** Every article whose number this divides is kept for measuring. */
const HELD_OUT = 5;
/** Signs of the news, and how many of the first of them also count in their traditional form. */
const SIGNS = 5000;
const TRADITIONAL = 3000;
/** Words of two, three and four signs that are kept, together with the signs no more than two bytes can tell apart. */
const WORDS = 9000;
const LENGTHS = [2, 3, 4] as const;
/** Signs on a line of the files. */
const WIDTH = 110;

type Counts = Map<string, number>;

const add = (counts: Counts, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

async function count(path: string): Promise<{ signs: Counts; words: Counts }> {
  const [signs, words]: [Counts, Counts] = [new Map(), new Map()];
  let at = 0;
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
    const { text } = JSON.parse(line) as { text: string };
    if (at++ % HELD_OUT === 0) continue;
    for (const sign of text) if (sign.length === 1 && sign > '\x7f') add(signs, sign);
    for (const word of cut(text)) if (/^\p{Script=Han}{2,4}$/u.test(word)) add(words, word);
  }
  return { signs, words };
}

/** Keys by how much they save: the more signs, the more. */
function commonest(counts: Counts): string[] {
  return [...counts].toSorted((a, b) => b[1] * b[0].length - a[1] * a[0].length).map(([key]) => key);
}

/** The signs of Big5 that its makers held for common: lead bytes A4 to C6, trail bytes 40 to 7E and A1 to FE. */
function commonTraditional(): string[] {
  const decoder = new TextDecoder('big5');
  const signs: string[] = [];
  for (let lead = 0xa4; lead <= 0xc6; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) signs.push(decoder.decode(new Uint8Array([lead, trail])));
  return signs.filter((sign) => /^\p{Script=Han}$/u.test(sign));
}

function withTraditional(signs: readonly string[]): string[] {
  const ranks = new Map(signs.slice(0, TRADITIONAL).map((sign, rank) => [sign, rank]));
  const rank = (sign: string): number => ranks.get(foldText(sign)) ?? TRADITIONAL;
  const forms = commonTraditional().filter((sign) => rank(sign) < TRADITIONAL);
  return [...new Set([...signs, ...forms.toSorted((a, b) => rank(a) - rank(b))])];
}

function literal(signs: string): string {
  const lines = signs.match(new RegExp(`.{1,${WIDTH}}`, 'gsu')) ?? [];
  return lines.map((line) => `  '${line.replaceAll("'", "\\'")}'`).join(' +\n');
}

function write(name: string, comment: string, values: Readonly<Record<string, string>>): void {
  const lines = Object.entries(values).map(([key, signs]) => `export const ${key} =\n${literal(signs)};\n`);
  const text = `/** ${comment} Made by eval/training/store-words.ts. */\n${lines.join('\n')}`;
  writeFileSync(join(projectRoot(), 'src/store/sqlite/lexicon', name), text);
}

async function main(): Promise<void> {
  const [, , path] = process.argv;
  if (path === undefined) throw new Error('Name a .jsonl.gz file of articles.');
  const { signs, words } = await count(path);
  const known = withTraditional(commonest(signs).slice(0, SIGNS));
  const common = commonest(words).slice(0, WORDS);
  write(
    'common-signs.ts',
    'Signs by how common they are, the commonest first; never changed, for texts are kept by it.',
    {
      SIGNS: known.join(''),
    },
  );
  const byLength = LENGTHS.map((length): [string, string] => [
    `WORDS_OF_${length}`,
    common.filter((word) => word.length === length).join(''),
  ]);
  const comment = 'Words by how common they are, one after the other; never changed, for texts are kept by it.';
  write('common-words.ts', comment, Object.fromEntries(byLength));
  process.stdout.write(`${known.length} signs, ${common.length} words\n`);
}

await main();
