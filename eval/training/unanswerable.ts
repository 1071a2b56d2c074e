/**
 * Questions that a library does not answer, to learn silence from: those that a set says so of, and answerable ones
 * whose own articles are kept from it.
 */
import { analyseQuestion } from '../../src/answer/question.ts';
import { recogniseTalk } from '../../src/answer/talk.ts';
import { READ_PASSAGES } from '../../src/app/inquiring.ts';
import { retrieve } from '../../src/app/retrieval.ts';
import { Snapshot } from '../../src/app/snapshot.ts';
import type { Case, Lesson } from './collect.ts';

/** Every so manyth answerable question is asked again without its articles. */
const WITHOUT = 4;
/** Passages looked through for enough that are of other articles. */
const DEPTH = 40;
const NOTHING = Object.freeze({
  offsets: new Uint32Array(1),
  features: new Uint16Array(0),
  values: new Float32Array(0),
  gains: new Float32Array(0),
});

/** The unanswerable cases of a lesson; whatever is answered to them is wrong. */
export async function collectUnanswerable(lesson: Lesson): Promise<Case[]> {
  const searcher = await new Snapshot(lesson.source).searcher();
  const cases: Case[] = [];
  for (const [i, gold] of lesson.golds.entries()) {
    const hidden = gold.answerable === false ? [] : gold.relevant;
    if (
      hidden === undefined ||
      (gold.answerable !== false && i % WITHOUT !== 0) ||
      recogniseTalk(gold.question) !== undefined
    )
      continue;
    const question = analyseQuestion(gold.question);
    const { found } = await retrieve(lesson.source, searcher, { text: question.text, narrowing: {}, keep: DEPTH });
    const others = found.filter(({ article }) => !hidden.includes(article.id)).slice(0, READ_PASSAGES);
    const materials = others.map(({ passage, article, score }) => ({
      id: passage.id,
      passage,
      score,
      date: article.date,
    }));
    const sample = { ...NOTHING, kind: question.kind, weight: lesson.weight };
    const weigh = (word: string): number => searcher.weightOf(word);
    cases.push({ set: lesson.set, gold: { ...gold, answers: [] }, question, materials, weigh, group: gold.id, sample });
  }
  return cases;
}
