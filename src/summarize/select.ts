/**
 * Which clauses make the summary?
 *
 * A concept counts once, by the best clause that has it; stretches of clauses are added by gain for their length until
 * the length is used up. Then each stretch is put to the test: taken out, is there something better in its place?
 */
import type { Need, Problem, Run, Stretch } from './problem.ts';

/** Characters that every stretch is thought longer by, so that few long ones are preferred to many scraps. */
const OVERHEAD = Object.freeze({ stretch: 18, dangling: 5 });
/** Of all that a stretch speaks of, this share must be new. */
const LEAST_NEW = 0.25;
/** What a stretch costs in weight, and what one costs whose subject is nowhere. */
const PRICE = Object.freeze({ stretch: 0.5, dangling: 0.5 });
/** Rounds of putting every stretch to the test. */
const ROUNDS = 2;
/** With more stretches than this the test would take longer than it is worth. */
const MOST_TESTED = 24;
const SPREAD = Object.freeze({ n: 0.8 });
const LEAST_GAIN = 1e-9;

/** What is chosen so far. */
class Selection {
  readonly chosen: Uint8Array;
  readonly #best: Float64Array;
  readonly #sentences: Float64Array;
  readonly #problem: Problem;
  cost = 0;

  constructor(problem: Problem, runs: readonly Run[] = []) {
    this.#problem = problem;
    this.chosen = new Uint8Array(problem.clauses.length);
    this.#best = new Float64Array(problem.weights.length);
    this.#sentences = new Float64Array(problem.clauses.length);
    for (const run of runs) this.add(run);
  }

  add(run: Run): void {
    this.cost += this.costOf(run);
    const { from, to } = run;
    for (let at = from; at <= to; at++) if (this.chosen[at] === 0) this.#take(at);
  }

  /** Added cost of a stretch. */
  costOf({ from, to }: Run): number {
    const cost = Number(this.#problem.clauses[from]?.gap === true && !this.#follows(from));
    let added = 0;
    for (let at = from; at <= to; at++) if (this.chosen[at] === 0) added += this.#problem.clauses[at]?.cost ?? 0;
    return added === 0 ? 0 : cost + added;
  }

  /** What a stretch adds, less where much was said of its paragraph already. */
  valueOf(stretch: Stretch, gain: number): number {
    const so = this.#sentences[stretch.sentenceIndex] ?? 0;
    return (so + gain) ** SPREAD.n - so ** SPREAD.n;
  }

  /** Weight that a stretch adds. */
  gainOf({ concepts, factor }: Stretch): number {
    let gain = 0;
    for (const concept of concepts) {
      const more = factor - (this.#best[concept] ?? 0);
      if (more > 0) gain += more * (this.#problem.weights[concept] ?? 0);
    }
    return gain;
  }

  /** Whether a stretch goes on from what is chosen or leads up to it. */
  joins({ from, to }: Run): boolean {
    return this.#follows(from) || this.#continues(to);
  }

  /** Whether clauses `from` to `to` could be shown once they are added. */
  admits({ from, to }: Run): boolean {
    const { clauses } = this.#problem;
    if (!this.#isOpen(from)) return false;
    const last = clauses[to];
    return last?.boundary.closes === true || this.#continues(to);
  }

  /** Stretches of neighbouring chosen clauses of one sentence. */
  stretches(): Run[] {
    const found: Run[] = [];
    for (let at = 0; at < this.chosen.length; at++) {
      if (this.chosen[at] === 0) continue;
      const from = at;
      while (this.#continues(at)) at++;
      found.push({ from, to: at });
    }
    return found;
  }

  /** Whether a stretch would begin with a predicate whose subject is nowhere. */
  dangles({ from }: Run): boolean {
    const needs = this.#problem.clauses[from]?.needs;
    if (needs === undefined || needs.must || this.#hasNeeded(needs)) return false;
    return !this.#follows(from);
  }

  /** What the selection is worth. */
  worth(): number {
    let worth = 0;
    for (const gain of this.#sentences) worth += gain ** SPREAD.n;
    const stretches = this.stretches();
    return (
      worth - PRICE.stretch * stretches.length - PRICE.dangling * stretches.filter((run) => this.dangles(run)).length
    );
  }

  /** How many sentences of an article are in. */
  sentencesOf(article: unknown): number {
    const found = new Set<number>();
    for (const [at, is] of this.chosen.entries()) {
      const choice = is === 1 ? this.#problem.clauses[at] : undefined;
      if (choice?.sentence.article === article) found.add(choice?.sentenceIndex ?? 0);
    }
    return found.size;
  }

  /** Whether something of a sentence is in. */
  hasSentence(run: Run): boolean {
    const index = this.#problem.clauses[run.from]?.sentenceIndex;
    for (let at = run.from; this.#problem.clauses[at]?.sentenceIndex === index && at >= 0; at--) {
      if (this.chosen[at] === 1) return true;
    }
    for (let at = run.from; this.#problem.clauses[at]?.sentenceIndex === index; at++) {
      if (this.chosen[at] === 1) return true;
    }
    return false;
  }

  #take(at: number): void {
    const choice = this.#problem.clauses[at];
    if (choice === undefined) return;
    this.chosen[at] = 1;
    let gain = 0;
    for (const concept of choice.concepts) {
      const more = choice.factor - (this.#best[concept] ?? 0);
      if (more <= 0) continue;
      this.#best[concept] = choice.factor;
      gain += more * (this.#problem.weights[concept] ?? 0);
    }
    this.#sentences[choice.sentenceIndex] = (this.#sentences[choice.sentenceIndex] ?? 0) + gain;
  }

  #follows(at: number): boolean {
    return at > 0 && this.chosen[at - 1] === 1 && this.#continuesTo(at - 1);
  }

  #continues(at: number): boolean {
    return this.chosen[at + 1] === 1 && this.#continuesTo(at);
  }

  /** Whether the next clause is of the same sentence. */
  #continuesTo(at: number): boolean {
    return this.#problem.clauses[at]?.sentenceIndex === this.#problem.clauses[at + 1]?.sentenceIndex;
  }

  #isOpen(from: number): boolean {
    const choice = this.#problem.clauses[from];
    if (choice === undefined) return false;
    if (this.chosen[from - 1] === 1 && this.#problem.clauses[from - 1]?.sentenceIndex === choice.sentenceIndex)
      return true;
    return choice.needs?.must !== true || this.#hasNeeded(choice.needs);
  }

  #hasNeeded({ from, to }: Need): boolean {
    for (let at = from; at < to; at++) if (this.chosen[at] === 1) return true;
    return false;
  }
}

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
  return { runs, limit, bounds: Float64Array.from(runs, ({ worth }) => worth ** SPREAD.n) };
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
