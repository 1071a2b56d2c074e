/** What models say of questions that they have not learnt from, in figures. */
import type { Held, Trained } from './stages.ts';

/** A line a set: how many of its best candidates are right. */
export function heldFigures(held: readonly Held[]): string[] {
  const answerable = held.filter(({ from }) => !from.hidden && from.gold.answerable !== false);
  return [...new Set(answerable.map(({ from }) => from.set))].map((set) => {
    const mine = answerable.filter(({ from }) => from.set === set);
    const figures = {
      hit: mine.map(({ hit }) => hit),
      exact: mine.map(({ exact }) => exact),
      F1: mine.map(({ f1 }) => f1),
    };
    const shares = Object.entries(figures).map(([name, values]) => `${name} ${share(values)}`);
    return `${set}: ${mine.length} questions, ${shares.join(', ')}`;
  });
}

/** The mean, true counting as 1, with three decimals. */
export function share(values: readonly (boolean | number)[]): string {
  return (values.reduce<number>((sum, value) => sum + Number(value), 0) / Math.max(1, values.length)).toFixed(3);
}

/** JSON lines: each held-out question with its facts, and whether its best candidate is right. */
export function heldLines({ held, folds }: Trained): string {
  const lines = held.map(({ from, hit, exact, f1, example }) => ({
    ...{ set: from.set, id: from.gold.id, question: from.gold.question, fold: from.place % folds.length },
    ...{ answerable: !from.hidden && from.gold.answerable !== false, hidden: from.hidden, weight: from.weight },
    ...{ hit, exact, f1, facts: example?.features ?? null },
  }));
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
