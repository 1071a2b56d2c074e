/** How many of the facts that an article is about a text of a given length holds. */
import type { Article } from '../src/ingest/model.ts';
import { lengthOf, readSentences } from '../src/summarize/material.ts';
import type { SummarySentence } from '../src/summarize/model.ts';
import { summariseArticle } from '../src/summarize/summarise.ts';
import { foldText } from '../src/text/normalize.ts';

/** What a good summary of an article says; a fact is there when all of its strings are. */
export interface SummaryGold {
  readonly title: string;
  readonly key_facts: readonly (readonly string[])[];
}

/** One summary of one article, judged. */
export interface SummaryVerdict {
  readonly title: string;
  /** Characters of the article. */
  readonly length: number;
  /** Characters of the summary, a … for each gap counted in. */
  readonly used: number;
  readonly facts: number;
  readonly missed: readonly (readonly string[])[];
  readonly text: string;
}

/** An article's summary and its first sentences, of the same length. */
export interface SummaryPair {
  readonly share: number;
  readonly ours: SummaryVerdict;
  readonly first: SummaryVerdict;
}

/** Sums over articles. */
export interface SummaryFigures {
  /** Mean over articles of the share of facts that are there. */
  readonly macro: number;
  /** Share of all facts that are there. */
  readonly micro: number;
  /** Characters of the summaries over those of the articles. */
  readonly length: number;
}

function contentOf(text: string): string {
  return foldText(text).replace(/\s/g, '');
}

/** The facts that `text` does not hold; width, script, case and white space do not count. */
export function missedFacts(text: string, facts: SummaryGold['key_facts']): (readonly string[])[] {
  const content = contentOf(text);
  return facts.filter((parts) => !parts.every((part) => content.includes(contentOf(part))));
}

/** A summary as one text; `…` stands where clauses were left out. */
export function shownText(sentences: readonly SummarySentence[]): string {
  return sentences.map(({ text, before, after }) => `${before ? '…' : ''}${text}${after ? '…' : ''}`).join('');
}

/** The first `most` characters of an article's sentences, without dateline and byline. */
export function firstSentences(article: Article, most: number): string {
  return readSentences(article)
    .map(({ text }) => text)
    .join('')
    .slice(0, most);
}

/** Judges both summaries of an article at `share` of its length. */
export function judgeArticle(article: Article, gold: SummaryGold, share: number): SummaryPair {
  const length = lengthOf(article);
  const verdict = (text: string): SummaryVerdict => ({
    title: gold.title,
    length,
    used: text.length,
    facts: gold.key_facts.length,
    missed: missedFacts(text, gold.key_facts),
    text,
  });
  const ours = verdict(shownText(summariseArticle(article, { length: { kind: 'share', of: share } }).sentences));
  return { share, ours, first: verdict(firstSentences(article, Math.max(ours.used, Math.floor(length * share)))) };
}

/** The article with the headline of the gold one; throws where the library has none. */
export function articleOf(articles: readonly Article[], gold: SummaryGold): Article {
  const title = contentOf(gold.title);
  const found = articles.find((article) => contentOf(article.title ?? '') === title);
  if (found === undefined) throw new Error(`No article has the headline "${gold.title}" of the gold facts.`);
  return found;
}

/** Figures over verdicts; all 0 for none. */
export function summaryFigures(verdicts: readonly SummaryVerdict[]): SummaryFigures {
  const sum = (of: (verdict: SummaryVerdict) => number): number =>
    verdicts.reduce((total, verdict) => total + of(verdict), 0);
  const there = ({ facts, missed }: SummaryVerdict): number => facts - missed.length;
  const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    macro: ratio(
      sum((verdict) => ratio(there(verdict), verdict.facts)),
      verdicts.length,
    ),
    micro: ratio(
      sum(there),
      sum(({ facts }) => facts),
    ),
    length: ratio(
      sum(({ used }) => used),
      sum(({ length }) => length),
    ),
  };
}
