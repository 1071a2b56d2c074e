/**
 * Compares, subtracts and adds what the library says of several things.
 *
 * Nothing is reckoned before every part is proved, and never with two units: then the refusal says what is missing.
 */

import { valuesInContrast } from '../../answer/contrast.ts';
import {
  type Amount,
  add,
  amountOf,
  compare,
  divide,
  formatDecimal,
  formatResult,
  qualifierOf,
  sameUnit,
  subtract,
} from '../../answer/decimals.ts';
import { comparable, measureOf, type Wanted } from '../../answer/measures.ts';
import type { Plan } from '../../answer/plan.ts';
import { analyseQuestion } from '../../answer/question.ts';
import { isStated, type Valued, valueAlone, valuesTogether } from '../../answer/values.ts';
import { lookUp } from '../inquiring.ts';
import type { Outcome } from '../model.ts';
import { answered, type Proven, proofsOf, refused, type Steps } from './steps.ts';

type Which = Extract<Plan, { kind: 'which' }>;
type Difference = Extract<Plan, { kind: 'difference' }>;
type Sum = Extract<Plan, { kind: 'sum' }>;
type Ratio = Extract<Plan, { kind: 'ratio' }>;
type Measured = Which | Difference | Ratio | Sum;

/** One sentence that gives all values is surer than one for each. */
const SURE = Object.freeze({ together: 0.9, contrast: 0.8, apart: 0.75 });
const SIGNS = Object.freeze({ more: ' > ', less: ' < ', equal: ' = ', minus: ' − ', plus: ' + ', by: ' ÷ ' });

/** What was found of the things that were asked about. */
interface Parts {
  readonly values: readonly (Valued & { readonly amount: Amount; readonly proven: Proven })[];
  /** Things without a value, by name. */
  readonly missing: readonly string[];
  readonly confidence: number;
  readonly wanted: Wanted;
}

/** The outcome of a plan with values, or `undefined` where none of its parts is known, so that it may be no such question. */
export async function measured(plan: Measured, steps: Steps): Promise<Outcome | undefined> {
  if (plan.kind === 'sum') return sums(plan, steps);
  const { names, attribute } = plan.things;
  const wanted = wantedBy(names, attribute, plan);
  if (plan.kind === 'difference' && isStated('difference', wanted, steps.looked.considered.statements))
    return undefined;
  const parts = await partsOf(wanted, plan, steps);
  if (plan.kind === 'ratio') return ratio(parts);
  return plan.kind === 'which' ? which(plan, parts) : difference(plan, parts);
}

function wantedBy(
  names: readonly string[],
  attribute: string,
  { kind, unit = '', order = '' }: { readonly kind?: string; readonly unit?: string; readonly order?: string },
): Wanted {
  return { names, attribute, ...measureOf(attribute, unit, order), counts: kind === 'which' };
}

async function partsOf(wanted: Wanted, { things }: Measured, steps: Steps): Promise<Parts> {
  const { looked, desk } = steps;
  const { statements } = looked.considered;
  const here = (values: readonly Valued[], confidence: number): Parts =>
    gathered(
      wanted,
      values.map((each) => ({ each, found: looked.retrieved.found })),
      confidence,
    );
  const together = valuesTogether(wanted, statements);
  if (together !== undefined) return here(together, SURE.together);
  const contrast = valuesInContrast(wanted, statements);
  if (contrast !== undefined) return here(contrast, SURE.contrast);
  const apart = [];
  for (const name of wanted.names) {
    const question = analyseQuestion(`${things.frame}${name}${wanted.attribute}是多少${wanted.unit}?`);
    const own = await lookUp({ question, weigh: looked.weigh }, desk);
    const each = valueAlone(name, wanted, { statements: own.considered.statements, weigh: looked.weigh });
    if (each !== undefined) apart.push({ each, found: own.retrieved.found });
  }
  return gathered(wanted, apart, SURE.apart);
}

function gathered(
  wanted: Wanted,
  valued: readonly { readonly each: Valued; readonly found: Proven['found'] }[],
  confidence: number,
): Parts {
  const values = valued.flatMap(({ each, found }) => {
    const { statement, quantity } = each;
    const amount = amountOf(quantity, statement.text);
    return amount === undefined ? [] : [{ ...each, amount, proven: { statement, found, span: quantity.span } }];
  });
  // One number cannot be the value of two things.
  const places = new Set(
    values.map(({ statement, quantity }) => `${statement.material.id}:${statement.span.start}:${quantity.span.start}`),
  );
  const distinct = places.size === values.length ? values : [];
  const missing = wanted.names.filter((name) => !distinct.some((value) => value.name === name));
  return { values: distinct, missing, confidence, wanted };
}

/** A refusal where a part is missing or the units differ; `null` where everything is there. */
function obstacle({ values, missing, wanted }: Parts): Outcome | null | undefined {
  if (values.length === 0) return undefined;
  const evidence = proofsOf(values.map(({ proven }) => proven));
  if (missing.length > 0) return refused('part-missing', evidence, missing.join('、'));
  const numbers = values.map(({ quantity }) => quantity);
  return comparable(wanted, numbers) && (wanted.counts === true || sameUnit(values.map(({ amount }) => amount)))
    ? null
    : refused('units-differ', evidence);
}

function which({ least }: Which, parts: Parts): Outcome | undefined {
  const blocked = obstacle(parts);
  if (blocked !== null) return blocked;
  const sorted = [...parts.values].sort((a, b) => compare(b.amount.value, a.amount.value) * (least ? -1 : 1));
  const [best, second] = sorted;
  if (best === undefined || second === undefined) return undefined;
  const equal = compare(best.amount.value, second.amount.value) === 0;
  const sign = least ? SIGNS.less : SIGNS.more;
  const calculation = sorted
    .map(({ name, amount }, i) => {
      const next = sorted[i + 1];
      const between = next === undefined ? '' : compare(amount.value, next.amount.value) === 0 ? SIGNS.equal : sign;
      return `${name} ${amount.text}${between}`;
    })
    .join('');
  const text = equal ? `相同，均为${best.amount.text}` : best.name;
  return answered(text, proofsOf(sorted.map(({ proven }) => proven)), { confidence: parts.confidence, calculation });
}

function difference({ less: asked }: Difference, parts: Parts): Outcome | undefined {
  const blocked = obstacle(parts);
  if (blocked !== null) return blocked;
  const [first, second] = parts.values;
  if (first === undefined || second === undefined || parts.values.length !== 2) return undefined;
  const order = compare(first.amount.value, second.amount.value);
  const evidence = proofsOf([first.proven, second.proven]);
  if (asked !== null && order !== 0 && order < 0 !== asked) return refused('premise', evidence);
  const [more, less] = order < 0 ? [second, first] : [first, second];
  const about = [more, less].some(({ amount }) => amount.approximate) ? '约' : '';
  const text = about + formatResult(subtract(more.amount.value, less.amount.value), [more.amount, less.amount]);
  const calculation = `${more.amount.text}${SIGNS.minus}${less.amount.text}${SIGNS.equal}${text}`;
  return answered(text, evidence, { confidence: parts.confidence, calculation });
}

/** How many times the second goes into the first. */
function ratio(parts: Parts): Outcome | undefined {
  if (parts.missing.length > 0) return undefined;
  const blocked = obstacle(parts);
  if (blocked !== null) return blocked;
  const [first, second] = parts.values;
  if (first === undefined || second === undefined || second.amount.value.units <= 0n) return undefined;
  const { value, exact } = divide(first.amount.value, second.amount.value);
  const about = exact && ![first, second].some(({ amount }) => amount.approximate) ? '' : '约';
  const text = `${about}${formatDecimal(value)}倍`;
  const calculation = `${first.amount.text}${SIGNS.by}${second.amount.text}${SIGNS.equal}${text}`;
  return answered(text, proofsOf([first.proven, second.proven]), { confidence: parts.confidence, calculation });
}

/** One sum for each number that is asked for; all of them or none. */
async function sums(plan: Sum, steps: Steps): Promise<Outcome | undefined> {
  const results: { text: string; calculation: string; proven: Proven[]; confidence: number }[] = [];
  for (const asked of plan.asked) {
    const { text, ask, unit } = analyseQuestion(asked);
    const attribute = plan.things.attribute + text.slice(0, ask.start).replace(/[有共是为达至少]+$/u, '');
    const wanted = wantedBy(plan.things.names, attribute, { unit });
    if (isStated('sum', wanted, steps.looked.considered.statements)) return undefined;
    const parts = await partsOf(wanted, plan, steps);
    const blocked = obstacle(parts);
    if (blocked !== null) return blocked;
    const amounts = parts.values.map(({ amount }) => amount);
    const [first, ...rest] = amounts;
    if (first === undefined) return undefined;
    const total =
      qualifierOf(amounts) +
      formatResult(
        rest.reduce((sum, { value }) => add(sum, value), first.value),
        amounts,
      );
    const calculation = `${amounts.map((amount) => amount.text).join(SIGNS.plus)}${SIGNS.equal}${total}`;
    results.push({
      text: total,
      calculation,
      proven: parts.values.map(({ proven }) => proven),
      confidence: parts.confidence,
    });
  }
  return answered(results.map(({ text }) => text).join('、'), proofsOf(results.flatMap(({ proven }) => proven)), {
    confidence: Math.min(...results.map(({ confidence }) => confidence)),
    calculation: results.map(({ calculation }) => calculation).join('；'),
  });
}
