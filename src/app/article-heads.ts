/** The heads of articles as answers and as their proof. */
import type { Statement } from '../answer/statement.ts';
import type { Article } from '../ingest/model.ts';
import { originOf } from './evidence.ts';
import type { Evidence } from './model.ts';
import type { Found, Retrieved } from './retrieval.ts';
import type { LibrarySource } from './source.ts';

/** Articles named in one answer, at most. */
export const MOST = 8;

/** An answer from the heads of articles. `text` is empty where the heads do not say it. */
export interface HeadAnswer {
  readonly text: string;
  readonly evidence: readonly Evidence[];
  readonly calculation?: string;
  /** There are more than are named. */
  readonly notice?: 'incomplete';
}

/** What the answer is looked for in. */
export interface HeadGrounds {
  readonly source: LibrarySource;
  readonly retrieved: Retrieved;
  readonly statements: readonly Statement[];
  /** The article that the turn before was about. */
  readonly previous: string | null;
  /** Passages that a text finds, many of them. */
  find(text: string): Promise<readonly Found[]>;
}

/** A headline as answers name it. */
export function nameOf({ title }: Article): string {
  return `《${title ?? ''}》`;
}

/** The head of an article as evidence: headline, byline and dateline as printed, the parts of the answer marked. */
export function headEvidence(article: Article, answer: string): Evidence {
  const parts = [article.title, article.byline, article.dateline].filter((part) => part !== null);
  const sentence = parts.join(' | ');
  const marks = answer
    .split('、')
    .map((part) => part.replace(/^《|》$/gu, ''))
    .flatMap((part) => {
      const start = part === '' ? -1 : sentence.indexOf(part);
      return start < 0 ? [] : [{ start, end: start + part.length }];
    });
  return { ...originOf(article), passage: -1, sentence, marks };
}
