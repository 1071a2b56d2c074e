/** What a question wants of a table. */
import { readNumber } from '../text/numbers.ts';
import type { Question } from './question.ts';

/** One way of asking a table; which rows are meant comes from the names in the question. */
export type TableIntent =
  | { readonly kind: 'cell' }
  | { readonly kind: 'rank' }
  | { readonly kind: 'difference' }
  | { readonly kind: 'compare'; readonly lowest: boolean }
  | { readonly kind: 'extreme'; readonly lowest: boolean }
  | { readonly kind: 'nth'; readonly place: number }
  | { readonly kind: 'reverse'; readonly value: number };

const RANK = /第几|排名|名次|位次|排(?:在|到)?(?:多少|几)/u;
const DIFFERENCE = /(?:领先|落后|相差|高出|多出|差距|[高低多少差])[^,。?]{0,4}(?:多少|几)/u;
const COMPARE = /更|谁|哪个/u;
const LOWEST = /最低|最少|最小|最后|垫底|倒数第一|末位|更低|更少|更小|只(?:有|拿|得)|仅/u;
const EXTREME = /最高|最低|最多|最少|最大|最小|第一(?!季|期|次|批|产)|榜首|居首|头名|垫底|倒数第一|末位|最后一?名/u;
const NTH = /第([二三四五六七八九十]|[2-9]|1\d)(?:名|位)?(?!季|期|次|批|产|届|轮)/u;
const WHO = /谁|哪|什么/u;

/** Words that say what is done with a table, not what it is about. */
export const INTENT_WORD =
  /^(?:最|更|第|排|名次|位次|垫底|榜首|居首|头名|倒数|末位|相差|领先|落后|高出|多出|得分?|拿到?|只|仅)/u;

/** The intent of a question that names so many rows of the table, or `undefined` where it is no question to a table. */
export function intentOf(question: Question, named: number): TableIntent | undefined {
  const { text } = question;
  if (named >= 2) return intentOfPair(text);
  if (named === 1) return intentOfRow(question);
  if (EXTREME.test(text) && WHO.test(text)) return { kind: 'extreme', lowest: LOWEST.test(text) };
  const place = NTH.exec(text)?.[1];
  if (place !== undefined && WHO.test(text)) return { kind: 'nth', place: readNumber(place) ?? 0 };
  const value = /(\d+\.\d+|\d{2,}|\d(?=颗))(?=分|%|个百分点|颗)/u.exec(text)?.[1];
  return value !== undefined && WHO.test(text) ? { kind: 'reverse', value: Number(value) } : undefined;
}

function intentOfPair(text: string): TableIntent | undefined {
  if (DIFFERENCE.test(text)) return { kind: 'difference' };
  return COMPARE.test(text) ? { kind: 'compare', lowest: LOWEST.test(text) } : undefined;
}

function intentOfRow({ text, kind }: Question): TableIntent | undefined {
  if (RANK.test(text)) return { kind: 'rank' };
  return kind === 'number' || kind === 'percent' || kind === 'money' || kind === 'description'
    ? { kind: 'cell' }
    : undefined;
}
