/** Writes a model as the source file that the program reads it from. */
import type { ModelData, WeightTable } from '../../src/answer/score.ts';

/** The text of `src/answer/weights.ts` for a model. */
export function modelSource(data: ModelData): string {
  const kinds = Object.entries(data.kinds).map(([kind, table]) => `    ${kind}: ${literal(table, 4)},`);
  return `/** The trained model of the answers: data only, written by \`eval/train.ts\`. */
import type { ModelData } from './score.ts';

export const MODEL: ModelData = Object.freeze({
  note: ${JSON.stringify(data.note)},
  shared: ${literal(data.shared, 2)},
  kinds: {
${kinds.join('\n')}
  },
  confidence: ${literal(data.confidence, 2)},
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
