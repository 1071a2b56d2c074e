/**
 * As many passages as are wanted, made of the sentences of real news.
 *
 * Every passage is sentences drawn with equal chance from all sentences of the news, until it is as long as a passage is
 * cut. So each word and pair of characters keeps its frequency, and the number of different ones grows as it does in
 * the news until all are used. A passage follows from the seed and its number alone: none has to be kept, and a
 * million of them take no memory. A question is a clause of a sentence that stands in one of the passages.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PASSAGE_LENGTH } from '../../src/ingest/passages.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { linesOf } from '../lines.ts';
import type { Collection, Question } from './collection.ts';
import type { Unit } from './engine.ts';

/** Questions are clauses of this many characters. */
const CLAUSE = /[\p{L}\p{N}]{8,24}/u;
/** Keeps the questions apart from the passages in what the seed gives. */
const QUESTION_STREAM = 0x9e3779b9;

/** Numbers of 32 bits that follow from a start (mulberry32). */
export function randomNumbers(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

function drawn(sentences: readonly string[], next: () => number): string {
  return sentences[next() % sentences.length] ?? '';
}

/** The passage of a number. */
export function makeUnit(sentences: readonly string[], seed: number, id: number): Unit {
  const next = randomNumbers(Math.imul(id + 1, 0x85ebca6b) ^ seed);
  let text = drawn(sentences, next);
  while (text.length < PASSAGE_LENGTH) text += drawn(sentences, next);
  return { id, article: String(id), title: '', text };
}

/** Clauses of sentences, each of another one. */
export function makeQuestions(sentences: readonly string[], seed: number, count: number): Question[] {
  const next = randomNumbers(seed ^ QUESTION_STREAM);
  const clauses = new Set<string>();
  for (let tries = 0; clauses.size < count && tries < 100 * count; tries++) {
    const [clause] = CLAUSE.exec(drawn(sentences, next)) ?? [];
    if (clause !== undefined) clauses.add(clause);
  }
  return [...clauses].map((question) => ({ question, relevant: [] }));
}

/** Reads the sentences of a file of articles and writes them into a folder, for {@link openGrowth}; says how many. */
export function writeSentences(file: string, folder: string): number {
  const sentences = linesOf(file).flatMap((line) => {
    const { text }: { text: string } = JSON.parse(line);
    return splitSentences(text).map(({ start, end }) => text.slice(start, end));
  });
  const kept = sentences.filter((sentence) => sentence.length <= PASSAGE_LENGTH && !sentence.includes('\n'));
  writeFileSync(join(folder, 'sentences.txt'), kept.join('\n'));
  return kept.length;
}

/** As many passages as wanted, out of what {@link writeSentences} wrote. */
export function openGrowth(folder: string, { size, seed, questions }: GrowthChoice): Collection {
  const sentences = readFileSync(join(folder, 'sentences.txt'), 'utf8').split('\n');
  return {
    size,
    unit: (id) => makeUnit(sentences, seed, id),
    questions: makeQuestions(sentences, seed, questions),
  };
}

/** How much is made. */
export interface GrowthChoice {
  readonly size: number;
  readonly seed: number;
  readonly questions: number;
}
