/**
 * Two values in one sentence, told apart by what only one of the two things is called: 平均每户92万元，最高的410万元 for
 * the highest and the average.
 *
 * A value is given to a thing only where words of both things speak for it, and none for giving it to the other one.
 */
import { findQuantities, type Quantity } from '../text/numbers.ts';
import { tagWords } from '../text/words.ts';
import { EMPTY_WORDS } from './forms.ts';
import { fitting, type Wanted } from './measures.ts';
import type { Statement } from './statement.ts';
import { isSamePart, type Valued } from './values.ts';

const LOOKED_AT = 3;
/** The shares of the question that the sentence, and the sentence with its surroundings, must speak of. */
const ABOUT = Object.freeze({ sentence: 0.3, context: 0.6 });
/** 最多, 最高 and 最大 are one word here. */
const MOST = /最[多高大长]/u;

/** The values of two things, or `undefined` where no sentence tells them apart. */
export function valuesInContrast(wanted: Wanted, statements: readonly Statement[]): readonly Valued[] | undefined {
  const [first, second, ...others] = wanted.names;
  if (first === undefined || second === undefined || others.length > 0) return undefined;
  for (const statement of statements.slice(0, LOOKED_AT)) {
    if (!wanted.names.every((name) => isSamePart(name, statement.around))) continue;
    if (statement.coverage < ABOUT.sentence || statement.context < ABOUT.context) continue;
    const told = pairsIn(wanted, statement.text).flatMap(
      (pair) => orderOf([first, second], pair, statement.text) ?? [],
    );
    const [one, other] = told;
    if (one === undefined || other === undefined || told.length > 2) continue;
    return [
      { name: first, statement, quantity: one },
      { name: second, statement, quantity: other },
    ];
  }
  return undefined;
}

type Pair = readonly [Quantity, Quantity];

/** Two numbers of one unit, where a sentence has no third one of it. */
function pairsIn(wanted: Wanted, text: string): Pair[] {
  const byUnit = new Map<string, Quantity[]>();
  for (const each of fitting(wanted, text, [])) byUnit.set(each.unit, [...(byUnit.get(each.unit) ?? []), each]);
  return [...byUnit.values()].flatMap(([one, other, ...more]): Pair[] =>
    one === undefined || other === undefined || more.length > 0 ? [] : [[one, other]],
  );
}

/** The numbers in the order of the names. */
function orderOf(names: readonly [string, string], pair: Pair, text: string): Pair | undefined {
  const all = findQuantities(text).filter(({ low }) => low !== 1);
  const [before, behind] = [clauseOf(pair[0], all, text), clauseOf(pair[1], all, text)];
  const only = {
    before: (word: string) => before.includes(word) && !behind.includes(word),
    behind: (word: string) => behind.includes(word) && !before.includes(word),
  };
  const [own, its] = [ownWords(names[0], names[1]), ownWords(names[1], names[0])];
  const straight = own.some(only.before) && its.some(only.behind);
  const crossed = own.some(only.behind) && its.some(only.before);
  if (straight === crossed) return undefined;
  return straight ? pair : [pair[1], pair[0]];
}

/** What a sentence says of a number: from the number before it on. */
function clauseOf({ span }: Quantity, all: readonly Quantity[], text: string): string {
  const from = all.findLast((other) => other.span.end <= span.start)?.span.end ?? 0;
  return alike(text.slice(from, span.start));
}

function ownWords(name: string, other: string): string[] {
  const words = tagWords(alike(name)).map(({ word }) => word);
  return words.filter(
    (word) => (word.length > 1 || word === '最') && !EMPTY_WORDS.has(word) && !alike(other).includes(word),
  );
}

function alike(text: string): string {
  return text.replace(new RegExp(MOST, 'gu'), ' 最 ');
}
