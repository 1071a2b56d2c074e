/** How long a summary is to be, as people say it: 三句话以内, 500字左右, 详细一点. */
import { readNumber } from '../text/numbers.ts';
import { MEASURE_WORDS, SUMMARISE } from './lexicon/spoken.ts';
import { type Extent, withinBounds } from './summary-extent.ts';

/** A wish without what it says of length, and what that was. */
export interface Measured {
  readonly rest: string;
  readonly extent: Extent;
}

const NUMBER = '[0-9]+|[一二两三四五六七八九十百千]+';
const ABOUT = '(?:用|以|在|控制在|限|不超过|最多|不多于|少于|大概|大约|约)*';
const WITHIN = '(?:以内|之内|以下|内|左右|上下|的篇幅|的长度)*';
/** 三句话以内, 用两三句, 500字左右, 100到200字; the upper number counts. */
const COUNTED = new RegExp(
  `${ABOUT}(?:(?:${NUMBER})(?:到|至|-|~|、))?(${NUMBER})来?个?(句话|句|字)${WITHIN}(?:来|地)?`,
  'u',
);
const IN_ENGLISH = /\s*\bin (?:at most |about )?([0-9]+|one|two|three|four|five) (sentences?|words|characters)/u;
const ENGLISH_NUMBERS: Readonly<Record<string, number>> = Object.freeze({ one: 1, two: 2, three: 3, four: 4, five: 5 });
const MEASURES = MEASURE_WORDS.map(
  ([measure, words]) => [measure, new RegExp(`${words}(?=[\\p{L}]{0,2}${SUMMARISE})|[,]?${words}$`, 'u')] as const,
);

function numberOf(text: string): number | undefined {
  // 两三 is two or three: the larger one counts.
  const adjacent = /^[一二两三四五六七八九]([二两三四五六七八九])$/u.exec(text)?.[1];
  return ENGLISH_NUMBERS[text] ?? readNumber(adjacent ?? text);
}

/** Takes what is said of length out of a folded text. */
export function measured(text: string): Measured {
  const found = COUNTED.exec(text) ?? IN_ENGLISH.exec(text);
  const number = numberOf(found?.[1] ?? '');
  if (found !== null && number !== undefined) {
    const rest = text.slice(0, found.index) + text.slice(found.index + found[0].length);
    const inSentences = /^(?:句|sentence)/u.test(found[2] ?? '');
    return { rest, extent: withinBounds(inSentences ? { sentences: number } : { characters: number }) };
  }
  for (const [length, pattern] of MEASURES) {
    const said = pattern.exec(text);
    if (said === null) continue;
    return { rest: text.slice(0, said.index) + text.slice(said.index + said[0].length), extent: { length } };
  }
  return { rest: text, extent: {} };
}
