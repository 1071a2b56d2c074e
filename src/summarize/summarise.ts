/** Summaries of one article or of several: whole sentences or clauses of them, as they stand in the text. */
import type { Article } from '../ingest/model.ts';
import { Concepts } from './concepts.ts';
import { keyFigures } from './figures.ts';
import { lengthOf, readSentences, type Sentence } from './material.ts';
import { LEAST_CHARACTERS, type Summary, type SummaryLength, type SummarySentence, type SummaryWish } from './model.ts';
import { type Choice, choicesOf, type Run, type Stretch, stretchesOf } from './problem.ts';
import { select } from './select.ts';

/** Figures of a summary unless told. */
const FIGURES = 8;
/** An article of at most so many sentences and characters is its own summary where a share is asked for. */
const SHORT = { sentences: 2, characters: 100 } as const;

function budgetOf(length: SummaryLength, articles: readonly Article[]): number {
  switch (length.kind) {
    case 'characters':
      return Math.max(LEAST_CHARACTERS, Math.floor(length.atMost));
    case 'sentences':
      return Math.max(1, Math.floor(length.atMost));
    case 'share': {
      const all = articles.reduce((sum, article) => sum + lengthOf(article), 0);
      return Math.max(LEAST_CHARACTERS, Math.floor(all * length.of));
    }
  }
}

function isShort(sentences: readonly Sentence[]): boolean {
  const characters = sentences.reduce((sum, { start, end }) => sum + end - start, 0);
  return sentences.length <= SHORT.sentences && characters <= SHORT.characters;
}

/** Cuts a text to `most` characters, at a clause where there is one, and never through a character. */
function cutShort(text: string, most: number): string {
  const part = text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
  const clause = part.search(/[，,；;：:、](?!.*[，,；;：:])/su);
  return (clause > most / 2 ? part.slice(0, clause) : part).trimEnd();
}

function shown(choices: readonly Choice[], { from, to }: Run): SummarySentence[] {
  const [first, last] = [choices[from], choices[to]];
  if (first === undefined || last === undefined) return [];
  const { article, block, end: sentenceEnd } = first.sentence;
  const span = { start: first.clause.start, end: last.clause.end };
  const text = article.blocks[block]?.text.slice(span.start, span.end) ?? '';
  return [{ article: article.id, block, span, text, before: !first.boundary.heads, after: span.end < sentenceEnd }];
}

/** The beginning of the first sentence, where no stretch fits. */
function beginning(choices: readonly Choice[], budget: number): SummarySentence[] {
  const [first] = choices;
  if (first === undefined) return [];
  const { article, block, text: whole, start } = first.sentence;
  const text = whole.length <= budget ? whole : cutShort(whole, budget - 1);
  const span = { start, end: start + text.length };
  return [{ article: article.id, block, span, text, before: false, after: text.length < whole.length }];
}

function allOf(sentences: readonly Sentence[]): SummarySentence[] {
  return sentences.map(({ article, block, start, end, text }) => ({
    article: article.id,
    block,
    span: { start, end },
    text,
    before: false,
    after: false,
  }));
}

/** The stretches of each article by itself. */
function byArticle(choices: readonly Choice[], runs: readonly Stretch[]): Stretch[][] {
  const groups = new Map<Article | undefined, Stretch[]>();
  for (const run of runs) {
    const article = choices[run.from]?.sentence.article;
    const group = groups.get(article);
    if (group === undefined) groups.set(article, [run]);
    else group.push(run);
  }
  return [...groups.values()];
}

/**
 * Summarises several articles as one text, in their order, without saying a thing twice. Never empty where an article has
 * text; where not even a clause fits into the length, it is the first sentence's beginning.
 */
export function summariseArticles(articles: readonly Article[], wish: SummaryWish): Summary {
  const sentences = articles.flatMap(readSentences);
  const concepts = new Concepts(sentences, wish.focus ?? []);
  const whole = wish.length.kind === 'sentences';
  const choices = choicesOf(sentences, concepts, whole);
  const runs = stretchesOf(choices, concepts.weights, whole);
  const budget = budgetOf(wish.length, articles);
  const perArticle = Math.max(1, wish.perArticle ?? Number.POSITIVE_INFINITY);
  const problem = { clauses: choices, runs, weights: concepts.weights, budget, perArticle };
  const figuresOf = (stretches: readonly Run[]) => {
    const chosen = new Set(
      stretches.flatMap(({ from, to }) => choices.flatMap((_, at) => (at >= from && at <= to ? [at] : []))),
    );
    return keyFigures(choices, { most: wish.figures ?? FIGURES, chosen, weigh: (key) => concepts.weightOf(key) });
  };
  if (wish.length.kind === 'share' && isShort(sentences))
    return { sentences: allOf(sentences), figures: figuresOf([]) };
  const stretches = select(problem, wish.everyArticle === true ? byArticle(choices, runs) : []);
  const found = stretches.flatMap((run) => shown(choices, run));
  return { sentences: found.length > 0 ? found : beginning(choices, budget), figures: figuresOf(stretches) };
}

/** Summarises one article. Never empty where the article has text. */
export function summariseArticle(article: Article, wish: Omit<SummaryWish, 'perArticle' | 'everyArticle'>): Summary {
  return summariseArticles([article], wish);
}
