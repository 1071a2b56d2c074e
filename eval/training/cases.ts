/** Questions with what the search finds for them, so that they can be considered again and again under other models. */
import { createHash } from 'node:crypto';
import { analyseQuestion, type Question } from '../../src/answer/question.ts';
import type { Material, Weigh } from '../../src/answer/statement.ts';
import { recogniseTalk } from '../../src/answer/talk.ts';
import { READ_PASSAGES } from '../../src/app/inquiring.ts';
import { retrieve } from '../../src/app/retrieval.ts';
import { Snapshot } from '../../src/app/snapshot.ts';
import type { LibrarySource } from '../../src/app/source.ts';
import type { Gold } from '../gold.ts';

/** A question with its materials. */
export interface Case {
  readonly set: string;
  readonly gold: Gold;
  readonly question: Question;
  readonly materials: readonly Material[];
  readonly weigh: Weigh;
  /** Questions about the same article have the same place, 0 to 255, and so fall into the same fold. */
  readonly place: number;
  readonly weight: number;
  /** How much it counts for confidence. */
  readonly trust: number;
  /** Whether its articles were kept from it, so that whatever is answered is wrong. */
  readonly hidden: boolean;
  /** Whether the question was made of another one. */
  readonly made: boolean;
}

/** A set to learn from: its golds, the library of its pages, and how much each of its questions counts. */
export interface Lesson {
  readonly set: string;
  readonly golds: readonly Gold[];
  readonly source: LibrarySource;
  readonly weight: number;
  /** How much each of its questions counts for confidence. */
  readonly trust: number;
  /** Whether its questions were made of others. */
  readonly made?: boolean;
}

/** Passages looked through for enough that are of other articles. */
const DEPTH = 40;
/** Every so manyth answerable question is asked again without its articles. */
const WITHOUT = 3;
/** What such a question counts for confidence, against one with its articles: its refusal is easy. */
const HIDDEN = 0.3;

/** By its article, else by its neighbourhood in the set. */
export function placeOf(gold: Gold): number {
  const group = gold.relevant?.[0] ?? gold.id.slice(0, 6);
  return createHash('sha256').update(group).digest()[0] ?? 0;
}

/** Finds the passages of every question of a lesson, and of some again without those that answer it. */
export async function collect({ set, golds, source, weight, trust, made = false }: Lesson): Promise<Case[]> {
  const searcher = await new Snapshot(source).searcher();
  const weigh: Weigh = (word) => searcher.weightOf(word);
  const cases: Case[] = [];
  for (const [i, gold] of golds.entries()) {
    if (recogniseTalk(gold.question) !== undefined) continue;
    const question = analyseQuestion(gold.question);
    const { found } = await retrieve(source, searcher, { text: question.text, narrowing: {}, keep: DEPTH });
    const materials = found.map(({ passage, article, score }) => ({
      id: passage.id,
      passage,
      score,
      date: article.date,
    }));
    const shared = { set, gold, question, weigh, place: placeOf(gold), weight, trust, made };
    cases.push({ ...shared, materials: materials.slice(0, READ_PASSAGES), hidden: false });
    const own = gold.relevant;
    if (own === undefined || gold.answerable === false || i % WITHOUT !== 0) continue;
    const others = materials.filter(({ passage }) => !own.includes(passage.article)).slice(0, READ_PASSAGES);
    cases.push({ ...shared, materials: others, hidden: true, trust: trust * HIDDEN });
  }
  return cases;
}

/** Whether there is something to learn from a case about where an answer stands. */
export function teaches({ gold, hidden }: Case): boolean {
  return !hidden && gold.answerable !== false && gold.type !== 'yesno';
}
