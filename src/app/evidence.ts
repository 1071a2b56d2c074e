/** Makes evidence out of statements: the sentence as the page has it, with its article, paper and day. */
import type { RankedCandidate } from '../answer/answer.ts';
import type { Statement } from '../answer/statement.ts';
import type { Article } from '../ingest/model.ts';
import type { Span } from '../text/span.ts';
import type { Evidence, Outcome } from './model.ts';
import type { Found } from './retrieval.ts';
import type { StoredPassage } from './source.ts';

/** The paper and its page as people name them, such as `江城晚报 003`, or the file where nothing else is known. */
export function sourceOf(article: Pick<Article, 'publication' | 'label' | 'file'>): string | null {
  const named = [article.publication, article.label].filter((part) => part !== null && part !== '');
  return named.length > 0 ? named.join(' ') : article.file;
}

/** Evidence for a statement with the given parts of its folded text marked. */
export function evidenceOf(
  statement: Statement,
  found: readonly Found[],
  marked: readonly Span[],
): Evidence | undefined {
  const { passage } = statement.material;
  const article = found.find((each) => each.article.id === passage.article)?.article;
  if (article === undefined) return undefined;
  const sentence = passage.text.slice(statement.span.start, statement.span.end);
  const marks = marked.map((span) => statement.rawSpan(span));
  const from = shownFrom(sentence, marks);
  return {
    ...originOf(article),
    passage: statement.material.id,
    sentence: sentence.slice(from),
    marks: marks.map(({ start, end }) => ({ start: start - from, end: end - from })),
  };
}

/** Characters within which a reader must come upon the answer: sentences of newspapers can be a paragraph. */
const READABLE = 300;

/** Where a sentence is shown from: its start, or the clause from which on its marks are reached soon enough. */
function shownFrom(sentence: string, marks: readonly Span[]): number {
  const first = Math.min(...marks.map(({ start }) => start));
  const last = Math.max(...marks.map(({ end }) => end));
  if (marks.length === 0 || last <= READABLE) return 0;
  const earliest = Math.min(first, last - READABLE);
  for (const end of [/[;；。]/gu, /[,，:：]/gu]) {
    const clause = [...sentence.slice(0, first).matchAll(end)].find(({ index }) => index + 1 >= earliest);
    if (clause !== undefined) return clause.index + 1;
  }
  return first;
}

/** A candidate, and the part of its sentence that is said as the answer. */
export interface Marked extends RankedCandidate {
  readonly span: Span;
}

/** The evidence of an answer: its own sentence first, then others that offer the same answer, then the most promising. */
export function evidenceFor(
  best: Marked | undefined,
  statements: readonly Statement[],
  context: { readonly found: readonly Found[]; readonly limit: number },
): Evidence[] {
  const evidence: Evidence[] = [];
  const seen = new Set<string>();
  const add = (statement: Statement, marked: readonly Span[]): void => {
    const key = `${statement.material.id}:${statement.span.start}`;
    if (seen.has(key) || evidence.length >= context.limit) return;
    seen.add(key);
    const made = evidenceOf(statement, context.found, marked);
    if (made !== undefined && !evidence.some((other) => other.sentence === made.sentence)) evidence.push(made);
  };
  if (best !== undefined) add(best.candidate.ground.statement, [best.span]);
  for (const statement of statements) add(statement, []);
  return evidence;
}

/** Evidence for a row of a table: its headings and its cells, with the answer marked where a cell says it. */
export function rowEvidence(row: StoredPassage, found: readonly Found[], answer: string): Evidence[] {
  const article = found.find((each) => each.article.id === row.article)?.article;
  if (article === undefined) return [];
  const { caption = null, header = [] } = article.blocks[row.block]?.table ?? {};
  const lead = `${[caption, header.join(' ')].filter((part) => part !== null && part !== '').join(' · ')} | `;
  // The unit of 86.5分 comes from the question, the cell says 86.5.
  const said =
    [answer, /^[\d.]+/u.exec(answer)?.[0] ?? ''].find((text) => text !== '' && row.text.includes(text)) ?? '';
  const start = lead.length + row.text.indexOf(said);
  const marks = said === '' ? [] : [{ start, end: start + said.length }];
  return [{ ...originOf(article), passage: row.id, sentence: lead + row.text, marks }];
}

/** Where an article comes from, as evidence names it. */
export function originOf(article: Article): Pick<Evidence, 'article' | 'title' | 'source' | 'date' | 'reporters'> {
  return {
    article: article.id,
    title: article.title,
    source: sourceOf(article),
    date: article.date,
    reporters: article.reporters,
  };
}

/** Evidence as it is shown; `reckoning` is set where it is no sentence but how the answer was reckoned from those before it. */
export interface Shown extends Evidence {
  readonly reckoning?: true;
}

/** Sentences before a reckoning, at most. */
const REASONED = 2;

/** The sentences of an outcome, and behind those that an answer was reckoned from the reckoning itself, as on its card. */
export function shownEvidence(outcome: Outcome): readonly Shown[] {
  const { evidence } = outcome;
  const [first] = evidence;
  if (outcome.kind === 'abstention' || outcome.calculation === undefined || first === undefined) return evidence;
  const at = Math.min(outcome.proofs ?? 1, REASONED);
  const reckoned: Shown = { ...first, sentence: outcome.calculation, marks: [], reckoning: true };
  return [...evidence.slice(0, at), reckoned, ...evidence.slice(at)];
}
