/**
 * What is indexed and asked: a question set among other articles, as files that every process reads.
 *
 * The product's own cutting makes the units, 260 characters of an article with its heading, or whole articles.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticleLine } from '../../src/ingest/jsonl.ts';
import { passagesOf } from '../../src/ingest/passages.ts';
import { linesOf } from '../lines.ts';
import type { Unit } from './engine.ts';

/** What is ranked. */
export type Cutting = 'passages' | 'articles';

/** A question, and the articles that answer it; none where only time is measured. */
export interface Question {
  readonly question: string;
  readonly relevant: readonly string[];
}

/** A question set: a folder with corpus.jsonl and questions.jsonl, and articles that stand among its own. */
export interface SetChoice {
  readonly set: string;
  readonly distractors: { readonly file: string; readonly count: number } | null;
  readonly cutting: Cutting;
}

/** Units by their ids, and what is asked of them. */
export interface Collection {
  readonly size: number;
  readonly unit: (id: number) => Unit;
  readonly questions: readonly Question[];
}

function unitsOf(line: string, cutting: Cutting, place: { file: string; number: number }): Omit<Unit, 'id'>[] {
  const article = readArticleLine(line, { ...place, page: place.file });
  const passages = passagesOf(article);
  if (cutting === 'articles') {
    const text = passages.map((passage) => passage.text).join('\n');
    return [{ article: article.id, title: passages[0]?.heading ?? '', text }];
  }
  return passages.map((passage) => ({ article: passage.article, title: passage.heading, text: passage.text }));
}

/** Reads a set and writes its units and questions into a folder, for {@link openSet}. Says how many of both there are. */
export function writeSet(
  { set, distractors, cutting }: SetChoice,
  folder: string,
): { units: number; questions: number } {
  const corpus = join(set, 'corpus.jsonl');
  const files = [{ file: corpus, lines: linesOf(corpus) }];
  if (distractors !== null) files.push({ file: distractors.file, lines: linesOf(distractors.file, distractors.count) });
  const units = files.flatMap(({ file, lines }) => {
    return lines.flatMap((line, index) => unitsOf(line, cutting, { file, number: index + 1 }));
  });
  const questions = linesOf(join(set, 'questions.jsonl'));
  writeFileSync(join(folder, 'units.jsonl'), units.map((unit) => JSON.stringify(unit)).join('\n'));
  writeFileSync(join(folder, 'questions.jsonl'), questions.join('\n'));
  return { units: units.length, questions: questions.length };
}

/** What {@link writeSet} wrote. */
export function openSet(folder: string): Collection {
  const lines = readFileSync(join(folder, 'units.jsonl'), 'utf8').split('\n');
  const units = lines.map((line, id): Unit => ({ id, ...JSON.parse(line) }));
  const nothing: Unit = { id: -1, article: '', title: '', text: '' };
  return {
    size: units.length,
    unit: (id) => units[id] ?? nothing,
    questions: linesOf(join(folder, 'questions.jsonl')).map((line): Question => JSON.parse(line)),
  };
}
