/**
 * Which clauses make the summary?
 *
 * A concept counts once, by the best clause that has it; stretches of clauses are added by gain for their length until
 * the length is used up. Then each stretch is put to the test: taken out, is there something better in its place?
 */
import type { Problem, Run, Stretch } from './problem.ts';
import { Selection, SPREAD } from './selection.ts';

/** Characters that every stretch is thought longer by, so that few long ones are preferred to many scraps; and one whose subject is nowhere. */
const OVERHEAD = Object.freeze({ stretch: 15, dangling: 5 });
/** Of all that a stretch speaks of, this share must be new. */
const LEAST_NEW = 0.25;
/** Rounds of putting every stretch to the test. */
const ROUNDS = 2;
/** With more stretches than this the test would take longer than it is worth. */
const MOST_TESTED = 24;
const LEAST_GAIN = 1e-9;

/** Whether a stretch may be added; `limit` is the cost that the whole may reach. */
function fits(problem: Problem, selection: Selection, run: Run): boolean {
  if (!selection.admits(run)) return false;
  if (problem.perArticle === Number.POSITIVE_INFINITY || selection.hasSentence(run)) return true;
  return selection.sentencesOf(problem.clauses[run.from]?.sentence.article) < problem.perArticle;
}

interface Search {
  readonly runs: readonly Stretch[];
  /** Cost that the selection may reach. */
  readonly limit: number;
  /** What each of `runs` can add at most. */
  readonly bounds: Float64Array;
  /** Not to be added again. */
  readonly banned?: Run;
}

function searchAmong(runs: readonly Stretch[], limit: number): Search {
  return { runs, limit, bounds: Float64Array.from(runs, ({ worth }) => worth ** SPREAD) };
}

/** Characters that a stretch is reckoned with, of which `cost` are shown. */
function lengthOf(selection: Selection, run: Run, cost: number): number {
  const dangling = selection.dangles(run) ? OVERHEAD.dangling : 0;
  return cost + dangling + (selection.joins(run) ? 0 : OVERHEAD.stretch);
}

/** A search under way. */
interface Hunt extends Search {
  readonly problem: Problem;
  readonly selection: Selection;
}

/** What a stretch would add for each character; 0 where it may not be added, or adds no more than `least`. */
function ratioOf(hunt: Hunt, index: number, least: number): number {
  const { problem, selection, limit, bounds } = hunt;
  const run = hunt.runs[index];
  const bound = bounds[index] ?? 0;
  const cost = run === undefined ? 0 : selection.costOf(run);
  // What a stretch adds only ever shrinks, so an old figure tells when there is no need to reckon again.
  if (run === undefined || cost === 0 || bound / cost <= least || selection.cost + cost > limit) return 0;
  const length = lengthOf(selection, run, cost);
  if (bound / length <= least || !fits(problem, selection, run)) return 0;
  const gain = selection.gainOf(run);
  const value = selection.valueOf(run, gain);
  bounds[index] = value;
  return gain < LEAST_NEW * run.worth ? 0 : value / length;
}

/** The stretch that adds most for its length. */
function bestOf(problem: Problem, selection: Selection, search: Search): Stretch | undefined {
  const { runs, banned } = search;
  const hunt = { ...search, problem, selection };
  let best: Stretch | undefined;
  let least = LEAST_GAIN;
  for (const [index, run] of runs.entries()) {
    if (banned?.from === run.from && banned.to === run.to) continue;
    const ratio = ratioOf(hunt, index, least);
    if (ratio <= least) continue;
    best = run;
    least = ratio;
  }
  return best;
}

/** Adds stretches by gain for their length until nothing more fits. */
function fill(problem: Problem, selection: Selection, search: Search): void {
  for (let best = bestOf(problem, selection, search); best !== undefined; best = bestOf(problem, selection, search)) {
    selection.add(best);
  }
}

/** Takes out a stretch, and what cannot stand without it. */
function without(problem: Problem, selection: Selection, run: Run): Selection {
  let runs = selection.stretches().filter(({ from, to }) => from !== run.from || to !== run.to);
  for (;;) {
    const rest = new Selection(problem, runs);
    const firm = runs.filter((one) => rest.admits(one));
    if (firm.length === runs.length) return rest;
    runs = firm;
  }
}

/** Puts every stretch to the test once; the same selection comes back when nothing is better. */
function improve(problem: Problem, selection: Selection): Selection {
  let current = selection;
  for (const run of selection.stretches()) {
    if (!current.stretches().some(({ from, to }) => from === run.from && to === run.to)) continue;
    const rival = without(problem, current, run);
    fill(problem, rival, { ...searchAmong(problem.runs, problem.budget), banned: run });
    if (rival.worth() > current.worth() + LEAST_GAIN) current = rival;
  }
  return current;
}

/** One stretch of each article, as far as its part of the length goes. */
function oneOfEach(problem: Problem, articles: readonly (readonly Stretch[])[]): Selection {
  const selection = new Selection(problem);
  for (const [index, runs] of articles.entries()) {
    const limit = selection.cost + (problem.budget - selection.cost) / (articles.length - index);
    const best = bestOf(problem, selection, searchAmong(runs, limit));
    if (best !== undefined) selection.add(best);
  }
  return selection;
}

/** The chosen stretches in reading order, one of each of `articles` at least if they fit; none where nothing does. */
export function select(problem: Problem, articles: readonly (readonly Stretch[])[]): Run[] {
  let selection = oneOfEach(problem, articles);
  fill(problem, selection, searchAmong(problem.runs, problem.budget));
  if (articles.length > 0) return selection.stretches();
  for (let round = 0; round < ROUNDS && selection.stretches().length <= MOST_TESTED; round++) {
    const better = improve(problem, selection);
    if (better === selection) break;
    selection = better;
  }
  return selection.stretches();
}
