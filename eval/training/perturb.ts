/**
 * Makes near misses out of questions that have an answer: another year, round, place, person or attribute in the place
 * of the one asked about. Nothing that is found for them is their answer.
 */
import { analyseQuestion, type Question } from '../../src/answer/question.ts';
import { PLACE_SUFFIXES } from '../../src/text/lexicon/places.ts';
import type { Gold } from '../gold.ts';

/** What can be exchanged in a question: a part of its folded text, and its class. */
interface Part {
  readonly name: PartName;
  readonly text: string;
}

type PartName = 'year' | 'period' | 'round' | 'place' | 'person' | 'organisation' | 'noun';

const PLACES: ReadonlySet<string> = new Set(PLACE_SUFFIXES);
const FIXED: Readonly<Partial<Record<PartName, RegExp>>> = Object.freeze({
  year: /(?:19|20)\d{2}(?=年)/u,
  period: /[上下]半年|[一二三四]季度|(?<!\d)1?\d月(?=\d|[^\d]|$)/u,
  round: /第(?:[一二三四五六七八九十]|\d{1,2})(?=[届期轮次季批])|[一二三四](?=[处科])/u,
});
const SHIFTS: Readonly<Record<string, string>> = Object.freeze({
  上半年: '下半年',
  下半年: '上半年',
  一: '三',
  二: '一',
  三: '五',
  四: '二',
  五: '六',
  六: '四',
  七: '九',
  八: '六',
  九: '七',
  十: '八',
});

/** Near misses of a set of questions, at most `each` of every one. Deterministic. */
export function perturbed(golds: readonly Gold[], each: number): Gold[] {
  const known = golds
    .filter((gold) => gold.answerable !== false && gold.type !== 'yesno')
    .map((gold) => ({ gold, question: analyseQuestion(gold.question) }));
  const parts = known.map(({ question }) => partsOf(question));
  const pools = poolsOf(parts);
  return known.flatMap(({ gold, question }, i) => {
    const own = parts[i] ?? [];
    const chosen = own.map((_, k) => own[(i + k) % own.length]).slice(0, each);
    return chosen.flatMap((part) => {
      const other = part === undefined ? '' : otherFor(part, pools, { at: i, text: question.text });
      if (part === undefined || other === '') return [];
      const { answers: _, relevant, ...rest } = gold;
      const asked = question.text.replace(part.text, other);
      return [{ ...rest, id: `${gold.id}~${part.name}`, question: asked, answerable: false, ...given(relevant) }];
    });
  });
}

function given(relevant: readonly string[] | undefined): Pick<Gold, 'relevant'> {
  return relevant === undefined ? {} : { relevant };
}

function partsOf(question: Question): Part[] {
  const fixed = (['year', 'period', 'round'] as const).flatMap((name): Part[] => {
    const found = FIXED[name]?.exec(question.text)?.[0];
    return found === undefined ? [] : [{ name, text: found }];
  });
  const named = question.terms.flatMap(({ word, tag }): Part[] => {
    const name = nameOf(word, tag);
    return name === undefined ? [] : [{ name, text: word }];
  });
  const attribute = question.terms.find(({ word, tag }) => word === question.before && /^(?:n|vn)$/u.test(tag));
  return [...fixed, ...named, ...(attribute === undefined ? [] : [{ name: 'noun' as const, text: attribute.word }])];
}

function nameOf(word: string, tag: string): PartName | undefined {
  if (word.length < 2 || /\d/u.test(word)) return undefined;
  if (tag.startsWith('nr')) return 'person';
  if (tag.startsWith('nt')) return 'organisation';
  return tag.startsWith('ns') || (PLACES.has(word.slice(-1)) && word.length > 2) ? 'place' : undefined;
}

function poolsOf(parts: readonly (readonly Part[])[]): Map<PartName, string[]> {
  const pools = new Map<PartName, string[]>();
  for (const { name, text } of parts.flat()) {
    const pool = pools.get(name) ?? [];
    if (!pool.includes(text)) pool.push(text);
    pools.set(name, pool);
  }
  return pools;
}

/** Another part of the same class that the question does not have; '' where there is none. */
function otherFor(
  { name, text }: Part,
  pools: ReadonlyMap<PartName, readonly string[]>,
  { at, text: question }: { readonly at: number; readonly text: string },
): string {
  if (name === 'year') return String(Number(text) + (at % 2 === 0 ? -1 : 1));
  if (name === 'period' && /月/u.test(text)) return `${(Number.parseInt(text, 10) % 12) + 1}月`;
  if (name === 'period' || name === 'round') return shifted(text);
  const pool = (pools.get(name) ?? []).filter((other) => !question.includes(other) && !other.includes(text));
  return pool[(at * 7919) % Math.max(1, pool.length)] ?? '';
}

function shifted(text: string): string {
  const whole = SHIFTS[text];
  if (whole !== undefined) return whole;
  return text.replace(/[一二三四五六七八九十]|\d{1,2}/u, (number) => SHIFTS[number] ?? String(Number(number) + 1));
}
