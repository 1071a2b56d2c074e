/**
 * How fast the index is and how much it finds, on a question set of one's own:
 * `npm run bench -- --set FOLDER [--distractors FILE:N]`.
 *
 * FOLDER holds corpus.jsonl and questions.jsonl (`{"question","relevant":[article ids]}`); the first N articles of
 * FILE (.jsonl or .jsonl.gz) stand among them. Indexing is compared with bare segmentation of the same texts in the
 * same run, since machines differ. An article ranks where its best passage does.
 */
import { join } from 'node:path';
import { argv, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { analyzeQuestion } from '../src/index/analyzer.ts';
import { SegmentBuilder } from '../src/index/builder.ts';
import { mergeSegments } from '../src/index/merge.ts';
import { rerank } from '../src/index/rerank.ts';
import { Searcher } from '../src/index/searcher.ts';
import { decodeSegment, encodeSegment } from '../src/index/segment.ts';
import { readArticleLine } from '../src/ingest/jsonl.ts';
import type { Passage } from '../src/ingest/model.ts';
import { passagesOf } from '../src/ingest/passages.ts';
import { cut, warmWords } from '../src/text/words.ts';
import { linesOf } from './lines.ts';

/** Passages of a segment while building: what one batch of a large file comes to. */
const BATCH = 1300;

interface Question {
  readonly question: string;
  readonly relevant: readonly string[];
}

function readPassages(file: string, count?: number): Passage[] {
  const place = { file, page: file, publication: null, label: null, date: null };
  return linesOf(file, count).flatMap((line, at) => passagesOf(readArticleLine(line, { ...place, number: at + 1 })));
}

/** Runs `work` and says how long it took, in milliseconds. */
function timed<Result>(work: () => Result): { result: Result; ms: number } {
  const start = performance.now();
  const result = work();
  return { result, ms: performance.now() - start };
}

function buildSegments(passages: readonly Passage[]): Uint8Array[] {
  const segments: Uint8Array[] = [];
  for (let from = 0; from < passages.length; from += BATCH) {
    const builder = new SegmentBuilder();
    passages.slice(from, from + BATCH).forEach(({ text, heading }, at) => {
      builder.add({ id: from + at, text, heading });
    });
    segments.push(encodeSegment(builder.build()));
  }
  return segments;
}

function percentile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(3);
}

function describeRanks(ranks: readonly number[]): string {
  const recall = (depth: number): string => {
    return (ranks.filter((rank) => rank > 0 && rank <= depth).length / ranks.length).toFixed(4);
  };
  const mrr = ranks.reduce((sum, rank) => sum + (rank > 0 && rank <= 10 ? 1 / rank : 0), 0) / ranks.length;
  return `recall@1 ${recall(1)}  @5 ${recall(5)}  @10 ${recall(10)}  mrr@10 ${mrr.toFixed(4)}`;
}

function ask(searcher: Searcher, passages: readonly Passage[], questions: readonly Question[]): string {
  const [searches, whole, ranks]: [number[], number[], number[]] = [[], [], []];
  for (const { question, relevant } of questions) {
    const terms = analyzeQuestion(question);
    const search = timed(() => searcher.search(terms, { limit: 50 }));
    const text = (id: number): string => passages[id]?.text ?? '';
    const heading = (id: number): string => passages[id]?.heading ?? '';
    const ranked = timed(() => rerank(search.result, { terms, rarities: searcher, text, heading }));
    searches.push(search.ms);
    whole.push(search.ms + ranked.ms);
    const articles = [...new Set(ranked.result.map(({ passage }) => passages[passage]?.article))];
    ranks.push(articles.findIndex((article) => article !== undefined && relevant.includes(article)) + 1);
  }
  return `${describeRanks(ranks)}
search ms p50 ${percentile(searches, 0.5)} p99 ${percentile(searches, 0.99)}; with re-ranking p50 ${percentile(whole, 0.5)} p99 ${percentile(whole, 0.99)}`;
}

function run({ set, distractors }: { set: string; distractors: string | undefined }): string {
  const [, file, count] = /^(.+?)(?::(\d+))?$/.exec(distractors ?? '') ?? [];
  const others = file === undefined ? [] : readPassages(file, count === undefined ? undefined : Number(count));
  const passages = [...readPassages(join(set, 'corpus.jsonl')), ...others];
  const questions = linesOf(join(set, 'questions.jsonl')).map((line): Question => JSON.parse(line));
  const characters = passages.reduce((sum, { text }) => sum + text.length, 0);
  warmWords();
  buildSegments(passages.slice(0, BATCH * 4));
  const bare = timed(() => passages.reduce((sum, { text }) => sum + cut(text).length, 0));
  const built = timed(() => buildSegments(passages));
  const merged = timed(() => {
    return mergeSegments(built.result.map((bytes) => ({ segment: decodeSegment(bytes), deleted: new Set<number>() })));
  });
  const bytes = encodeSegment(merged.result);
  const searcher = new Searcher([{ segment: decodeSegment(bytes), deleted: new Set() }]);
  ask(searcher, passages, questions);
  const articles = new Set(passages.map(({ article }) => article)).size;
  return `${articles} articles, ${passages.length} passages, ${characters} characters, ${questions.length} questions
indexing ${((articles / built.ms) * 1000).toFixed(0)} articles/s, ${(bare.ms / built.ms).toFixed(2)} of the speed of bare segmentation; merging ${merged.ms.toFixed(0)} ms
${(bytes.length / passages.length).toFixed(0)} bytes a passage
${ask(searcher, passages, questions)}
`;
}

const { values } = parseArgs({
  args: argv.slice(2),
  options: { set: { type: 'string' }, distractors: { type: 'string' } },
});
if (values.set === undefined) throw new Error('Which set? --set FOLDER [--distractors FILE:N]');
stdout.write(run({ set: values.set, distractors: values.distractors }));
