/** Which articles a summary is of: the one that a name means, or those that speak of a topic. */
import { analyzeQuestion } from '../index/analyzer.ts';
import type { Article } from '../ingest/model.ts';
import type { FocusWord } from '../summarize/model.ts';
import { foldText } from '../text/normalize.ts';
import { bareName } from './article-names.ts';
import { given } from './given.ts';
import { type Lookup, lookUp } from './lookup.ts';
import type { Library } from './model.ts';
import { type Days, inOrderOfTime } from './summary-days.ts';

/** Articles looked at for a name that stands in no headline as it is. */
const NEAR_BY_NAME = 20;
/** Articles offered where a name fits none. */
const OFFERED = 5;
/** Passages that a topic is looked for in. */
const PASSAGES = 100;
/**
 * How much of a topic's words, by characters, one passage and its headline must hold for the article to speak of it. Two
 * words of the same length must both be there, of three and more one may be missing.
 */
const COVERED = 0.6;
/** Articles whose best passage scores less than this share of the best of all only touch upon the topic. */
const SHARE_OF_BEST = 0.4;
/** The weight of a topic's word beside those of the headline: a sentence that does not hold one must be worth all else. */
const FOCUS_WEIGHT = 10;

function headsOf({ title, kicker, subtitle }: Article): string {
  return bareName([kicker, title, subtitle].filter((head) => head !== null).join(' '));
}

function wordsOf(text: string): string[] {
  return [...new Set(analyzeQuestion(foldText(text)).words.map(bareName))].filter((word) => word !== '');
}

/** Articles of those near to a name that have it, or all its words, in their heads. */
function namedSo(name: string, articles: readonly Article[]): Article[] {
  const wanted = bareName(name);
  const whole = articles.filter((article) => headsOf(article).includes(wanted));
  if (whole.length > 0) return whole;
  const words = wordsOf(name);
  return words.length === 0 ? [] : articles.filter((article) => words.every((word) => headsOf(article).includes(word)));
}

/**
 * The article that a name means, the name being an id, a headline or a part of one, or words of the lines above and below
 * the headline; else those that it may mean, best first.
 */
export async function meantArticle(name: string, library: Library): Promise<Lookup> {
  const looked = await lookUp(name, library);
  if (looked.kind === 'found' || bareName(name) === '') return looked;
  const near = await library.findArticles(name, NEAR_BY_NAME);
  const named = namedSo(name, near);
  const [article] = named;
  if (article !== undefined && named.length === 1) return { kind: 'found', article };
  return { kind: 'near', articles: (named.length > 0 ? named : near).slice(0, OFFERED) };
}

/** How much of the words a text holds, 0 to 1. */
function coverage(words: readonly string[], text: string): number {
  const held = foldText(text);
  const all = words.reduce((sum, word) => sum + word.length, 0);
  const found = words.filter((word) => held.includes(word)).reduce((sum, word) => sum + word.length, 0);
  return all === 0 ? 0 : found / all;
}

/** The words of a topic as a summary is to speak of them. */
export function focusOf(topic: string): FocusWord[] {
  return wordsOf(topic).map((word) => ({ word, weight: FOCUS_WEIGHT }));
}

/** The parts of an article that speak of a topic; all of it where the headline does. */
export function partsAbout(topic: string, article: Article): Article {
  const words = wordsOf(topic);
  const { title, kicker, subtitle } = article;
  const heads = [kicker, title, subtitle].filter((head) => head !== null).join(' ');
  if (coverage(words, heads) >= COVERED) return article;
  const blocks = article.blocks.filter(({ text }) => coverage(words, text) >= COVERED);
  return blocks.length === 0 ? article : { ...article, blocks };
}

/** At most `most` articles that really speak of a topic, in order of time; none where it is only touched upon. */
export async function articlesAbout(
  topic: string,
  { most, ...days }: Days & { readonly most: number },
  library: Library,
): Promise<Article[]> {
  const { passages } = await library.search(topic, { ...given(days), limit: PASSAGES });
  const words = analyzeQuestion(foldText(topic)).words;
  const speaking = passages.filter(({ title, text }) => coverage(words, `${title ?? ''} ${text}`) >= COVERED);
  const best = Math.max(0, ...speaking.map(({ score }) => score));
  const ids = [...new Set(speaking.filter(({ score }) => score >= best * SHARE_OF_BEST).map(({ article }) => article))];
  const articles = await Promise.all(ids.slice(0, most).map((id) => library.article(id)));
  return inOrderOfTime(articles.filter((article) => article !== null));
}
