/**
 * Which clauses make the summary?
 *
 * A concept counts once, by the best clause that has it; stretches of clauses are added by gain for their length until
 * the length is used up. Then each stretch is put to the test: taken out, is there something better in its place?
 */
import type { Choice, Need, Problem, Run } from './problem.ts';

/** Characters that every stretch is thought longer by, so that few long ones are preferred to many scraps. */
const OVERHEAD = Object.freeze({ stretch: 10, dangling: 10 });
/** Of all that a stretch speaks of, this share must be new. */
const LEAST_NEW = 0.35;
/** What a stretch costs in weight, and what one costs whose subject is nowhere. */
const PRICE = Object.freeze({ stretch: 0.5, dangling: 1 });
/** Rounds of putting every stretch to the test. */
const ROUNDS = 2;
/** With more stretches than this the test would take longer than it is worth. */
const MOST_TESTED = 24;
const LEAST_GAIN = 1e-9;

/** What is chosen so far. */
class Selection {
  readonly chosen: Uint8Array;
  readonly #best: Float64Array;
  readonly #problem: Problem;
  cost = 0;

  constructor(problem: Problem, chosen?: Uint8Array) {
    this.#problem = problem;
    this.chosen = new Uint8Array(problem.clauses.length);
    this.#best = new Float64Array(problem.weights.length);
    if (chosen !== undefined) for (const [at, is] of chosen.entries()) if (is === 1) this.#take(at);
  }

  add({ from, to }: Run): void {
    for (let at = from; at <= to; at++) if (this.chosen[at] === 0) this.#take(at);
  }

  /** Added cost of a stretch. */
  costOf({ from, to }: Run): number {
    let cost = 0;
    for (let at = from; at <= to; at++) if (this.chosen[at] === 0) cost += this.#problem.clauses[at]?.cost ?? 0;
    return cost;
  }

  /** Added weight of a stretch, and what it would weigh by itself. */
  gainOf({ from, to }: Run): { readonly gain: number; readonly all: number } {
    let gain = 0;
    let all = 0;
    const seen = new Set<number>();
    for (let at = from; at <= to; at++) {
      const { concepts = [], factor = 0 } = this.#problem.clauses[at] ?? {};
      for (const concept of concepts) {
        if (seen.has(concept)) continue;
        seen.add(concept);
        const weight = this.#problem.weights[concept] ?? 0;
        all += weight * factor;
        gain += weight * Math.max(0, factor - (this.#best[concept] ?? 0));
      }
    }
    return { gain, all };
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
    return this.chosen[from - 1] !== 1;
  }

  /** What the selection is worth. */
  worth(): number {
    let worth = 0;
    for (const [concept, best] of this.#best.entries()) worth += best * (this.#problem.weights[concept] ?? 0);
    const stretches = this.stretches();
    return worth - PRICE.stretch * stretches.length - PRICE.dangling * stretches.filter((run) => this.dangles(run)).length;
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
    this.cost += choice.cost;
    for (const concept of choice.concepts) {
      this.#best[concept] = Math.max(this.#best[concept] ?? 0, choice.factor);
    }
  }

  #continues(at: number): boolean {
    const [choice, next] = [this.#problem.clauses[at], this.#problem.clauses[at + 1]];
    return this.chosen[at + 1] === 1 && next?.sentenceIndex === choice?.sentenceIndex;
  }

  #isOpen(from: number): boolean {
    const choice = this.#problem.clauses[from];
    if (choice === undefined) return false;
    if (this.chosen[from - 1] === 1 && this.#problem.clauses[from - 1]?.sentenceIndex === choice.sentenceIndex) return true;
    return choice.needs?.must !== true || this.#hasNeeded(choice.needs);
  }

  #hasNeeded({ from, to }: Need): boolean {
    for (let at = from; at < to; at++) if (this.chosen[at] === 1) return true;
    return false;
  }
}

/** Whether a stretch may be added; `limit` is the cost that the whole may reach. */
function fits(problem: Problem, selection: Selection, { run, limit }: { run: Run; limit: number }): boolean {
  if (selection.cost + selection.costOf(run) > limit || !selection.admits(run)) return false;
  if (problem.perArticle === Number.POSITIVE_INFINITY || selection.hasSentence(run)) return true;
  return selection.sentencesOf(problem.clauses[run.from]?.sentence.article) < problem.perArticle;
}

/** Adds stretches by gain for their length until nothing more fits. */
function fill(problem: Problem, selection: Selection, among: { runs: readonly Run[]; limit: number; banned?: Uint8Array }): void {
  const bounds = new Float64Array(among.runs.length).fill(Number.POSITIVE_INFINITY);
  for (;;) {
    const best = bestOf(problem, selection, { ...among, bounds });
    if (best === undefined) return;
    selection.add(best);
  }
}

interface Search {
  readonly runs: readonly Run[];
  readonly limit: number;
  readonly bounds: Float64Array;
  readonly banned?: Uint8Array;
}

function bestOf(problem: Problem, selection: Selection, search: Search): Run | undefined {
  let best: Run | undefined;
  let bestRatio = LEAST_GAIN;
  for (const [index, run] of search.runs.entries()) {
    const bound = search.bounds[index] ?? 0;
    if (bound === 0 || search.banned?.[run.from] === 1 && search.banned[run.to] === 1) continue;
    const cost = selection.costOf(run);
    const length = cost + OVERHEAD.stretch + (selection.dangles(run) ? OVERHEAD.dangling : 0);
    // What a stretch adds only ever shrinks, so an old figure tells when there is no need to reckon again.
    if (cost === 0 || bound / length <= bestRatio || !fits(problem, selection, { run, limit: search.limit })) continue;
    const { gain, all } = selection.gainOf(run);
    search.bounds[index] = gain;
    if (gain < LEAST_NEW * all || gain / length <= bestRatio) continue;
    best = run;
    bestRatio = gain / length;
  }
  return best;
}

/** Takes out what cannot stand without something that is gone. */
function settle(problem: Problem, chosen: Uint8Array): Selection {
  for (;;) {
    const selection = new Selection(problem, chosen);
    const loose = selection.stretches().find((run) => !selection.admits(run));
    if (loose === undefined) return selection;
    chosen.fill(0, loose.from, loose.to + 1);
  }
}

function without(problem: Problem, selection: Selection, run: Run): Selection {
  const chosen = selection.chosen.slice();
  chosen.fill(0, run.from, run.to + 1);
  return settle(problem, chosen);
}

/** Puts every stretch to the test once; the same selection comes back when nothing is better. */
function improve(problem: Problem, selection: Selection): Selection {
  let current = selection;
  for (const run of selection.stretches()) {
    if (current.chosen.subarray(run.from, run.to + 1).includes(0)) continue;
    const banned = new Uint8Array(problem.clauses.length);
    banned.fill(1, run.from, run.to + 1);
    const rival = without(problem, current, run);
    fill(problem, rival, { runs: problem.runs, limit: problem.budget, banned });
    if (rival.worth() > current.worth() + LEAST_GAIN) current = rival;
  }
  return current;
}

/** The chosen stretches in reading order; none where nothing fits. */
export function select(problem: Problem, articles: readonly (readonly Run[])[]): Run[] {
  let selection = new Selection(problem);
  for (const [index, runs] of articles.entries()) {
    const limit = selection.cost + (problem.budget - selection.cost) / (articles.length - index);
    const best = bestOf(problem, selection, { runs, limit, bounds: new Float64Array(runs.length).fill(Number.POSITIVE_INFINITY) });
    if (best !== undefined) selection.add(best);
  }
  fill(problem, selection, { runs: problem.runs, limit: problem.budget });
  if (articles.length > 0) return selection.stretches();
  for (let round = 0; round < ROUNDS && selection.stretches().length <= MOST_TESTED; round++) {
    const better = improve(problem, selection);
    if (better === selection) break;
    selection = better;
  }
  return selection.stretches();
}

/** The article that a stretch belongs to. */
export function articleOf(clauses: readonly Choice[], { from }: Run): string {
  return clauses[from]?.sentence.article.id ?? '';
}
