/**
 * An article as it is summarised: sentences, their clauses, and what each clause speaks of.
 *
 * Each block is folded and tagged once. All offsets count in the text of the block.
 */
import type { Article, Block } from '../ingest/model.ts';
import { type DateMention, findDates } from '../text/dates.ts';
import { type Folded, fold } from '../text/normalize.ts';
import { findQuantities, type Quantity } from '../text/numbers.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { tagWords } from '../text/words.ts';
import { type ClausePlace, splitClauses } from './clauses.ts';
import { newsSpan } from './openings.ts';

/** A folded word with its tag and its place in the block. */
export interface Token extends Span {
  readonly word: string;
  readonly tag: string;
}

/** A quantity or date with its folded text. */
export interface Mention<Of> extends Span {
  readonly folded: string;
  readonly of: Of;
}

export interface Clause extends ClausePlace {
  readonly tokens: readonly Token[];
  readonly quantities: readonly Mention<Quantity>[];
  readonly dates: readonly Mention<DateMention>[];
}

/** A sentence, or a row of a table as its only clause. */
export interface Sentence extends Span {
  readonly article: Article;
  readonly block: number;
  readonly kind: 'text' | 'notice' | 'row';
  /** Its place in the block, from 0; of a row in its table. */
  readonly ordinal: number;
  readonly text: string;
  readonly clauses: readonly Clause[];
}

/** Rows of a table that count: newspapers print the best first. */
const TOP_ROWS = 3;
/** A text of one character is none. */
const LEAST_TEXT = 2;

type Mentions = Pick<Clause, 'tokens' | 'quantities' | 'dates'>;

function placed<Of extends { readonly span: Span }>(folded: Folded, found: readonly Of[]): Mention<Of>[] {
  return found.map((of) => ({
    ...folded.rawSpan(of.span),
    folded: folded.text.slice(of.span.start, of.span.end).replace(/\s/g, ''),
    of,
  }));
}

function mentionsOf(text: string): Mentions {
  const folded = fold(text);
  const dates = placed(folded, findDates(folded.text));
  const quantities = placed(folded, findQuantities(folded.text));
  return {
    tokens: tagWords(folded.text).map(({ word, tag, start, end }) => ({
      word,
      tag,
      ...folded.rawSpan({ start, end }),
    })),
    quantities: quantities.filter(({ start }) => !dates.some((date) => date.start <= start && start < date.end)),
    dates,
  };
}

function within<Of extends Span>(found: readonly Of[], { start, end }: Span): Of[] {
  return found.filter((one) => one.start >= start && one.start < end);
}

function clauseAt(place: ClausePlace, mentions: Mentions): Clause {
  return {
    ...place,
    tokens: within(mentions.tokens, place),
    quantities: within(mentions.quantities, place),
    dates: within(mentions.dates, place),
  };
}

/** The sentences of running text without what was trimmed off the block. */
function textSentences(text: string): Span[] {
  const news = newsSpan(text);
  return splitSentences(text)
    .map(({ start, end }) => ({ start: Math.max(start, news.start), end: Math.min(end, news.end) }))
    .filter(({ start, end }) => end - start >= LEAST_TEXT && /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

function sentencesOf(article: Article, block: number, { text, kind, table }: Block): Sentence[] {
  const rows = table?.rowSpans.slice(0, TOP_ROWS).filter(({ start, end }) => end > start);
  const spans = rows ?? textSentences(text);
  const mentions = mentionsOf(text);
  return spans.map((span, ordinal) => {
    const places = rows === undefined ? splitClauses(text, span) : [{ ...span, next: span.end, mark: '' }];
    return {
      ...span,
      article,
      block,
      kind: rows !== undefined ? 'row' : kind === 'notice' ? 'notice' : 'text',
      ordinal,
      text: text.slice(span.start, span.end),
      clauses: places.map((place) => clauseAt(place, mentions)),
    };
  });
}

/** Whether a block is part of the text, rather than beside it. */
function counts({ kind }: Block): boolean {
  return kind !== 'caption' && kind !== 'advert' && kind !== 'crosshead';
}

function blocksThatCount({ blocks }: Article): (readonly [number, Block])[] {
  const all = [...blocks.entries()].filter(([, { text }]) => text.trim() !== '');
  const counted = all.filter(([, block]) => counts(block));
  return counted.length > 0 ? counted : all;
}

/** The characters of an article that a share of its length is reckoned from. */
export function lengthOf(article: Article): number {
  return blocksThatCount(article).reduce((sum, [, { text }]) => sum + text.length, 0);
}

/** All sentences of an article in reading order; captions and adverts only where it consists of nothing else. */
export function readSentences(article: Article): Sentence[] {
  return blocksThatCount(article).flatMap(([index, block]) => sentencesOf(article, index, block));
}
