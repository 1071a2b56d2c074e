/** Clauses that were chosen for a summary, and what they are worth together. */
import type { Need, Problem, Run, Stretch } from './problem.ts';

/**
 * What a sentence says counts to this power: the more was taken of one, the less more of it is worth, so that a summary
 * hears all parts of an article.
 */
export const SPREAD = 0.8;
/** What every stretch costs in weight, and once more one whose subject is nowhere. */
const PRICE = 0.5;

/** What is chosen so far. */
export class Selection {
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
    return (so + gain) ** SPREAD - so ** SPREAD;
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

  /** What the selection is worth, in whatever order it was made. */
  worth(): number {
    const stretches = this.stretches();
    const dangling = stretches.filter((run) => this.dangles(run));
    return new Selection(this.#problem, stretches).#said() - PRICE * (stretches.length + dangling.length);
  }

  #said(): number {
    return this.#sentences.reduce((sum, gain) => sum + gain ** SPREAD, 0);
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
