/**
 * A statement is a sentence of the library looked at from a question: which of the question's words it speaks of,
 * where, and how much of the question that is.
 */
import type { Passage } from '../ingest/model.ts';
import { type Folded, fold, foldText } from '../text/normalize.ts';
import { splitSentences } from '../text/sentences.ts';
import { placesOf, type Span } from '../text/span.ts';
import { type TaggedWord, tagWords } from '../text/words.ts';
import type { Question } from './question.ts';

/** A passage that the search found, with what is known of its article. */
export interface Material {
  /** The passage's number in the index. */
  readonly id: number;
  readonly passage: Passage;
  /** Score of the search, at or above 0. */
  readonly score: number;
  /** The day of its article as precisely as known. */
  readonly date: string | null;
}

/** A word of the question with its weight, and where a statement has it. */
export interface TermHit {
  readonly weight: number;
  /** 1 when the word stands in the statement, between 0 and 1 when only parts of it do, 0 when nothing does. */
  readonly share: number;
  /** 1 when it stands in the statement, its passage or its heading, less for parts of it. */
  readonly contextShare: number;
  /** Places in the folded statement, in order. */
  readonly places: readonly Span[];
}

/** A sentence and its relation to the question. All offsets but `span` count in the folded sentence. */
export interface Statement {
  readonly material: Material;
  /** Its place in the passage's text. */
  readonly span: Span;
  readonly text: string;
  /** Heading and passage, folded. */
  readonly around: string;
  /** The heading, folded. */
  readonly heading: string;
  /** Where a span of the folded sentence stands in the raw one. */
  rawSpan(span: Span): Span;
  readonly hits: readonly TermHit[];
  /** Weighted share of the question's words that stand in the sentence, 0 to 1. */
  readonly coverage: number;
  /** The same for sentence, passage and heading together. */
  readonly context: number;
  /** Score of its passage relative to the best passage, 0 to 1. */
  readonly search: number;
  /** For the first look: how promising it is, before any candidate is considered. */
  readonly promise: number;
}

/** How rare a folded word is in the library: its inverse document frequency, at or above 0. */
export type Weigh = (word: string) => number;

/** Share of the score of the best passage in a statement's promise, beside the words themselves. */
const PROMISE = Object.freeze({ coverage: 1, context: 0.6, search: 0.35 });
/** A word that is there in parts only (a typo, another segmentation) counts at most this much. */
const PARTIAL = 0.7;
/** A statement longer than this is looked at in its first part only, so that one page without marks costs no second. */
const MAX_STATEMENT = 600;

/** All statements of the materials, the most promising first. */
export function statementsOf(question: Question, materials: readonly Material[], weigh: Weigh): Statement[] {
  const best = Math.max(1e-9, ...materials.map((material) => material.score));
  const weights = question.terms.map((term) => Math.max(0.1, weigh(term.word)));
  const found: Statement[] = [];
  for (const material of materials) {
    const heading = foldText(material.passage.heading);
    const context = `${heading}\n${foldText(material.passage.text)}`;
    const around = question.terms.map((term) => presence(term.word, context));
    for (const span of statementSpans(material.passage)) {
      found.push(
        lookAt(question, { material, span, weights, around, context, heading, search: material.score / best }),
      );
    }
  }
  return found.sort((a, b) => b.promise - a.promise);
}

function statementSpans(passage: Passage): Span[] {
  if (passage.kind === 'row') return [{ start: 0, end: passage.text.length }];
  return splitSentences(passage.text).map(({ start, end }) => ({ start, end: Math.min(end, start + MAX_STATEMENT) }));
}

interface Look {
  readonly material: Material;
  readonly span: Span;
  readonly weights: readonly number[];
  readonly around: readonly number[];
  readonly context: string;
  readonly heading: string;
  readonly search: number;
}

function lookAt(question: Question, look: Look): Statement {
  const { material, span, weights, around, search, heading } = look;
  const raw = material.passage.text.slice(span.start, span.end);
  const text = foldText(raw);
  const hits = question.terms.map(({ word }, i): TermHit => {
    const places = placesOf(word, text);
    const share = places.length > 0 ? 1 : presence(word, text);
    return { weight: weights[i] ?? 0, share, contextShare: Math.max(share, around[i] ?? 0), places };
  });
  const total = Math.max(
    1e-9,
    weights.reduce((sum, weight) => sum + weight, 0),
  );
  const coverage = hits.reduce((sum, hit) => sum + hit.weight * hit.share, 0) / total;
  const context = hits.reduce((sum, hit) => sum + hit.weight * hit.contextShare, 0) / total;
  const promise = PROMISE.coverage * coverage + PROMISE.context * context + PROMISE.search * search;
  return {
    ...{ material, span, text, heading, around: look.context, rawSpan: mapBack(raw) },
    ...{ hits, coverage, context, search, promise },
  };
}

/** The way back from folded to raw offsets, laid only when it is first taken: most statements are never shown. */
function mapBack(raw: string): (span: Span) => Span {
  let folded: Folded | undefined;
  return (span) => {
    folded ??= fold(raw);
    return folded.rawSpan(span);
  };
}

/** 1 for a word that is there, else the share of its character pairs that are, damped. */
function presence(word: string, text: string): number {
  if (text.includes(word)) return 1;
  if (word.length < 3) return 0;
  let pairs = 0;
  for (let i = 0; i + 2 <= word.length; i++) if (text.includes(word.slice(i, i + 2))) pairs++;
  return (PARTIAL * pairs) / (word.length - 1);
}

/** The words of a statement with their parts of speech. */
export function wordsOf(statement: Statement): TaggedWord[] {
  return tagWords(statement.text);
}

/** Weighted share of the question's words inside a stretch of a statement. */
export function heldBetween(statement: Statement, { start: from, end: to }: Span): number {
  let held = 0;
  let total = 1e-9;
  for (const { weight, places } of statement.hits) {
    total += weight;
    if (places.some((place) => place.start >= from && place.end <= to)) held += weight;
  }
  return held / total;
}
