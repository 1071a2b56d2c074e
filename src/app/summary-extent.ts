/** How long a summary is to be: what people may ask for, and what that means in sentences and characters. */
import type { SummaryLength } from '../summarize/model.ts';
import type { ChoiceOption, IntegerOption } from './command.ts';

/** How long a summary is to be; a number of sentences or characters goes before the rough measure. */
export interface Extent {
  readonly length?: Measure;
  /** At most so many. */
  readonly sentences?: number;
  readonly characters?: number;
}

/** The rough measures. */
export type Measure = 'short' | 'medium' | 'long';

/** A length of its own for one article. */
interface OneArticle {
  readonly length: SummaryLength;
  /** At most so many sentences, whatever the length allows. */
  readonly sentences: number;
}

/**
 * One article. A quarter of the text is what a news agency's short form takes, and more than six sentences are no summary
 * any more but the article with gaps; short is three sentences without their asides, so that it stays below medium.
 */
const ONE: Readonly<Record<Measure, OneArticle>> = {
  short: { length: { kind: 'share', of: 0.15 }, sentences: 3 },
  medium: { length: { kind: 'share', of: 0.25 }, sentences: 6 },
  long: { length: { kind: 'share', of: 0.5 }, sentences: 20 },
};

/** What one article of several is summarised in: at most so many characters, of at most so many of its sentences. */
export interface Line {
  readonly characters: number;
  readonly sentences: number;
}

/**
 * Each article of a day, a range or a page: two lines of a telephone, four, or a small paragraph. One sentence with its
 * clauses together reads better than the weightiest clauses of three.
 */
const LINE: Readonly<Record<Measure, Line>> = {
  short: { characters: 60, sentences: 1 },
  medium: { characters: 100, sentences: 1 },
  long: { characters: 240, sentences: 3 },
};

/** Articles that a topic is summarised from, and what each of them is given. */
const TOPIC: Readonly<Record<Measure, Line & { readonly articles: number }>> = {
  short: { articles: 3, characters: 80, sentences: 1 },
  medium: { articles: 6, characters: 140, sentences: 2 },
  long: { articles: 12, characters: 300, sentences: 4 },
};

/** The measure where none is asked for. */
const USUAL: Measure = 'medium';

/** How far sentences and characters may be counted. */
const SENTENCES = { min: 1, max: 50 } as const;
const CHARACTERS = { min: 20, max: 10_000 } as const;

/** Short, medium or long. */
export const lengthOption = {
  type: 'choice',
  names: { 'zh-CN': '长度', 'zh-TW': '長度', en: 'length' },
  description: { 'zh-CN': '短、中或长', 'zh-TW': '短、中或長', en: 'short, medium or long' },
  choices: [
    { value: 'short', names: { 'zh-CN': '短', 'zh-TW': '短', en: 'short' } },
    { value: 'medium', names: { 'zh-CN': '中', 'zh-TW': '中', en: 'medium' } },
    { value: 'long', names: { 'zh-CN': '长', 'zh-TW': '長', en: 'long' } },
  ],
} as const satisfies ChoiceOption;

/** At most so many sentences; said in plain words, never asked for. */
export const sentencesOption = {
  type: 'integer',
  inner: true,
  ...SENTENCES,
  names: { 'zh-CN': '句数', 'zh-TW': '句數', en: 'sentences' },
  description: { 'zh-CN': '最多几句', 'zh-TW': '最多幾句', en: 'at most so many sentences' },
} as const satisfies IntegerOption;

/** At most so many characters; said in plain words, never asked for. */
export const charactersOption = {
  type: 'integer',
  inner: true,
  ...CHARACTERS,
  names: { 'zh-CN': '字数', 'zh-TW': '字數', en: 'characters' },
  description: { 'zh-CN': '最多几个字', 'zh-TW': '最多幾個字', en: 'at most so many characters' },
} as const satisfies IntegerOption;

/** The options about length that all summaries take. */
export const extentOptions = {
  length: lengthOption,
  sentences: sentencesOption,
  characters: charactersOption,
} as const;

/** A number of sentences and characters that the options take, whatever was asked for. */
export function withinBounds({ sentences, characters }: Pick<Extent, 'sentences' | 'characters'>): Extent {
  const bounded = (value: number, { min, max }: { readonly min: number; readonly max: number }): number =>
    Math.min(max, Math.max(min, value));
  return {
    ...(sentences === undefined ? {} : { sentences: bounded(sentences, SENTENCES) }),
    ...(characters === undefined ? {} : { characters: bounded(characters, CHARACTERS) }),
  };
}

/** The length that was counted out, or `undefined` where only a rough measure was given. */
export function countedLength({ sentences, characters }: Extent): SummaryLength | undefined {
  if (characters !== undefined) return { kind: 'characters', atMost: characters };
  return sentences === undefined ? undefined : { kind: 'sentences', atMost: sentences };
}

/** How long the summary of one article may become. */
export function lengthForOne(extent: Extent): OneArticle {
  const counted = countedLength(extent);
  const { sentences = Number.POSITIVE_INFINITY } = extent;
  return counted === undefined ? ONE[extent.length ?? USUAL] : { length: counted, sentences };
}

/** What each article is given where every article is to be heard. */
export function lineOf({ length = USUAL }: Extent): Line {
  return LINE[length];
}

/** How many articles a topic is summarised from, and what each of them is given. */
export function topicLine({ length = USUAL }: Extent): Line & { readonly articles: number } {
  return TOPIC[length];
}
