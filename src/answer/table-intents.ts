/** What a question wants of a table. */
import { readNumber } from '../text/numbers.ts';
import { NUMERIC, type Question } from './question.ts';

/** One way of asking a table; which rows are meant comes from the names in the question. */
export type TableIntent =
  | { readonly kind: 'cell' }
  | { readonly kind: 'rank' }
  | { readonly kind: 'difference' }
  | { readonly kind: 'compare'; readonly lowest: boolean }
  | { readonly kind: 'extreme'; readonly lowest: boolean }
  | { readonly kind: 'nth'; readonly place: number }
  | { readonly kind: 'reverse'; readonly value: number }
  /** The highest less the lowest. */
  | { readonly kind: 'spread' }
  /** The first or last so many rows. */
  | { readonly kind: 'first'; readonly count: number; readonly fromEnd: boolean }
  /** The row before (-1) or behind (1) the one that is named. */
  | { readonly kind: 'neighbour'; readonly step: number }
  /** The rows beyond a limit, by name or counted. */
  | {
      readonly kind: 'meeting';
      readonly limit: number;
      readonly above: boolean;
      readonly inclusive: boolean;
      readonly counted: boolean;
    }
  | { readonly kind: 'total' };

const RANK = /第几|排名|名次|位次|排(?:在|到)?(?:多少|几)/u;
const DIFFERENCE = /(?:领先|落后|相差|高出|多出|差距|[高低多少差])[^,。?]{0,4}(?:多少|几)/u;
const COMPARE = /更|谁|哪个/u;
const LOWEST = /最低|最少|最小|最后|垫底|倒数第一|末位|更低|更少|更小|只(?:有|拿|得)|仅/u;
const EXTREME = /最高|最低|最多|最少|最大|最小|第一(?!季|期|次|批|产)|榜首|居首|头名|垫底|倒数第一|末位|最后一?名/u;
const NTH = /第([二三四五六七八九十]|[2-9]|1\d)(?:名|位)?(?!季|期|次|批|产|届|轮)/u;
const WHO = /谁|哪|什么/u;
const SPREAD =
  /(?:最高|最多|最大|第一名|榜首|头名)[^,,。?]{0,10}(?:比|和|与|跟|同)[^,,。?]{0,10}(?:最低|最少|最小|最后一?名|垫底|末位)/u;
const FIRST = /(?<end>后|末|倒数|最后)?(?<front>前)?(?<count>[二两三四五六七八九十]|[2-9]|10)(?:名|位|强)/u;
const BEFORE = /前面|前一(?:名|位)|上一(?:名|位)|之前|领先于?它/u;
const BEHIND = /后面|后一(?:名|位)|下一(?:名|位)|仅次于|紧随/u;
const STANDS = /排|位|名|仅次于|紧随/u;
const LIMIT =
  /(?<more>超过?|高于|多于|大于|不低于|不少于|不小于|达到|至少|突破)?(?<less>不到|低于|少于|小于|不足|不超过|不高于|不多于|未达到?|没到)?(?<value>\d+(?:\.\d+)?)(?:[\p{Script=Han}%]{0,4}?)(?<side>以上|以下|以内)?/gu;
const INCLUSIVE = /不低于|不少于|不小于|达到|至少|不超过|不高于|不多于/u;
const HOW_MANY_ROWS = /(?:有|共有?|是)?(?:几|多少)(?:个|家|名|支|位|所|项|条|种|座|省|市|县|区|镇|队|人|单位)/u;
const TOTAL = /合计|总计|加起来|一共|总共|总和/u;

/** Words that say what is done with a table, not what it is about. */
export const INTENT_WORD =
  /^(?:最|更|第|排|名次|位次|垫底|榜首|居首|头名|倒数|末位|相差|领先|落后|高出|多出|得分?|拿到?|只|仅|前面|后面|前一|后一|紧随|超过|不到|合计)/u;

/** The intent of a question that names so many rows of the table, or `undefined` where it is no question to a table. */
export function intentOf(question: Question, named: number): TableIntent | undefined {
  const { text } = question;
  if (named >= 2) return intentOfPair(text);
  if (named === 1) return intentOfRow(question);
  const several = spreadOf(text) ?? limitOf(question) ?? firstOf(text);
  if (several !== undefined) return several;
  if (EXTREME.test(text) && WHO.test(text)) return { kind: 'extreme', lowest: LOWEST.test(text) };
  const place = NTH.exec(text)?.[1];
  if (place !== undefined && WHO.test(text)) return { kind: 'nth', place: readNumber(place) ?? 0 };
  const value = /(\d+\.\d+|\d{2,}|\d(?=颗))(?=分|%|个百分点|颗)/u.exec(text)?.[1];
  if (value !== undefined && WHO.test(text)) return { kind: 'reverse', value: Number(value) };
  return TOTAL.test(text) && NUMERIC.has(question.kind) && /各/u.test(text) ? { kind: 'total' } : undefined;
}

function spreadOf(text: string): TableIntent | undefined {
  return SPREAD.test(text) && DIFFERENCE.test(text) ? { kind: 'spread' } : undefined;
}

/** 前三名是谁, 后两名是哪些. */
function firstOf(text: string): TableIntent | undefined {
  const { end, front, count = '' } = FIRST.exec(text)?.groups ?? {};
  if ((end === undefined && front === undefined) || !WHO.test(text)) return undefined;
  return { kind: 'first', count: count === '两' ? 2 : (readNumber(count) ?? 0), fromEnd: end !== undefined };
}

/** 有几个县超过 30 万吨, 哪些县不到 20. */
function limitOf({ text, dates }: Question): TableIntent | undefined {
  for (const found of text.matchAll(LIMIT)) {
    const { more, less, value = '', side } = found.groups ?? {};
    const at = found.index + found[0].indexOf(value);
    const inDate = dates.some(({ span }) => at >= span.start && at < span.end);
    if (inDate || (more === undefined && less === undefined && side === undefined)) continue;
    const counted = HOW_MANY_ROWS.test(text);
    if (!counted && !/哪(?:些|几|两|三|四|五)/u.test(text)) continue;
    const above = less === undefined && (more !== undefined || side === '以上');
    return {
      kind: 'meeting',
      limit: Number(value),
      above,
      inclusive: side !== undefined || INCLUSIVE.test(more ?? less ?? ''),
      counted,
    };
  }
  return undefined;
}

function intentOfPair(text: string): TableIntent | undefined {
  if (DIFFERENCE.test(text)) return { kind: 'difference' };
  return COMPARE.test(text) ? { kind: 'compare', lowest: LOWEST.test(text) } : undefined;
}

function intentOfRow({ text, kind }: Question): TableIntent | undefined {
  if (WHO.test(text) && STANDS.test(text) && !/第几|几名/u.test(text)) {
    if (BEHIND.test(text)) return { kind: 'neighbour', step: 1 };
    if (BEFORE.test(text)) return { kind: 'neighbour', step: -1 };
  }
  if (RANK.test(text)) return { kind: 'rank' };
  return kind === 'number' || kind === 'percent' || kind === 'money' || kind === 'description'
    ? { kind: 'cell' }
    : undefined;
}
