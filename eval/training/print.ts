/** Writes a model as the source files that the program reads it from. */
import type { ForestData } from '../../src/answer/forest.ts';
import type { ModelData, WeightTable } from '../../src/answer/score.ts';

/** The text of `src/answer/weights.ts` for a model; its forests stand in files of their own. */
export function modelSource(data: ModelData): string {
  const kinds = Object.entries(data.kinds).map(([kind, table]) => `    ${kind}: ${literal(table, 4)},`);
  return `/** The trained model of the answers: data only, written by \`eval/train.ts\`. */
import type { ModelData } from './score.ts';
import { SENTENCE_TREES } from './sentence-trees.ts';

export const MODEL: ModelData = Object.freeze({
  note: ${JSON.stringify(data.note)},
  shared: ${literal(data.shared, 2)},
  kinds: {
${kinds.join('\n')}
  },
  confidence: ${literal(data.confidence, 2)},
  sentences: SENTENCE_TREES,
});
`;
}

/** The text of a file that holds a forest. */
export function forestSource(name: string, { features, trees }: ForestData): string {
  const listed = (values: readonly string[]): string => values.map((value) => `    '${value}',\n`).join('');
  const array = (values: readonly string[]): string => (values.length === 0 ? '[]' : `[\n${listed(values)}  ]`);
  return `/** A trained forest: data only, written by \`eval/train.ts\`. */
import type { ForestData } from './forest.ts';

export const ${name}: ForestData = Object.freeze({
  features: ${array(features)},
  trees: ${array(trees)},
});
`;
}

/** Columns of a line. */
const WIDTH = 180;

function literal(table: WeightTable, indent: number): string {
  const pad = ' '.repeat(indent + 2);
  const lines: string[] = [];
  for (const [name, value] of Object.entries(table)) {
    const entry = `${/^[a-z]+$/u.test(name) ? name : `'${name}'`}: ${value},`;
    const last = lines.at(-1);
    if (last !== undefined && last.length + entry.length < WIDTH) lines[lines.length - 1] = `${last} ${entry}`;
    else lines.push(`${pad}${entry}`);
  }
  return `{\n${lines.join('\n')}\n${' '.repeat(indent)}}`;
}
