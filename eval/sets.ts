/** The question sets, and the pages that they are about. */
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Gold, type GoldLine, readLines, unrollTurns } from './gold.ts';

/** Questions that are asked and scored together. */
export interface QuestionSet {
  readonly name: string;
  readonly golds: readonly Gold[];
}

/** What is asked, and what is taken in before. */
export interface Trial {
  /** Files and folders. */
  readonly pages: readonly string[];
  readonly sets: readonly QuestionSet[];
}

/** The sets about the pages of the project, in the order in which they are shown. */
const PAGE_SETS = ['questions', 'cross', 'unanswerable', 'dialogues'] as const;

/** Reads a set; `limit` counts questions or whole conversations. */
function readSet(file: string, name: string, limit: number): QuestionSet {
  const lines = readLines<GoldLine>(readFileSync(file, 'utf8'));
  return { name, golds: unrollTurns(lines.slice(0, limit)) };
}

/** The project's own pages and sets. */
export function ownTrial(root: string, limit: number): Trial {
  const sets = PAGE_SETS.map((name) => readSet(join(root, 'eval/pages', `${name}.jsonl`), name, limit));
  return { pages: [join(root, 'corpus')], sets };
}

/** A folder of `corpus.jsonl` and `questions.jsonl`. */
export function folderTrial(folder: string, limit: number): Trial {
  const sets = [readSet(join(folder, 'questions.jsonl'), basename(resolve(folder)), limit)];
  return { pages: [join(folder, 'corpus.jsonl')], sets };
}

/** One file of gold lines. */
export function recordedSet(file: string, limit: number): QuestionSet {
  return readSet(file, basename(file, '.jsonl'), limit);
}
