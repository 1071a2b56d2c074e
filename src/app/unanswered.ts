/**
 * Questions that the library could not answer, or not well: those that are alike stand together.
 *
 * Likeness is Dice's coefficient over pairs of neighbouring characters (a question is short, and a pair of characters
 * is about a Chinese word). Questions that are alike over others between them are one group, so the order in which
 * they were asked does not matter.
 */
import { foldText } from '../text/normalize.ts';
import type { UnansweredGroup } from './keeper.ts';

/** A question that was refused or called of no use. */
export interface BadlyAsked {
  /** As it was understood. */
  readonly question: string;
  /** Whether it was refused. */
  readonly refused: boolean;
  /** How many people called the answer of no use. */
  readonly disliked: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Where such questions are kept. */
export interface AskedBadly {
  /** Questions since then that were refused or called of no use, newest first; small talk and orders are none. */
  refusedOrDisliked(since: number, limit: number): Promise<readonly BadlyAsked[]>;
}

/** From here on two questions ask for the same; the examples of the test lie on both sides of it. */
const ALIKE = 0.65;

/** What may stand in a question without changing what it asks for. */
const EMPTY_WORDS =
  /请问|请告诉我|告诉我|我想知道|想知道|[的了吗呢啊呀吧嘛么]|(?<=.)有(?=[多几])|(?<=.)是(?=[多几哪谁什])/gu;

/** Letters and digits that count for what a question asks. */
function core(question: string): string {
  const bare = foldText(question).replace(/[^\p{L}\p{N}]/gu, '');
  const cut = bare.replace(EMPTY_WORDS, '');
  return cut === '' ? bare : cut;
}

/** Pairs of neighbouring characters, its ends counted as such; each once. */
function pairsOf(text: string): ReadonlySet<string> {
  const characters = ['^', ...text, '$'];
  return new Set(characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`));
}

/** How alike two questions are, from 0 to 1. */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(core(one)), pairsOf(core(other))];
  return dice([...a].filter((pair) => b.has(pair)).length, a.size + b.size);
}

function dice(shared: number, sizes: number): number {
  return sizes === 0 ? 0 : (2 * shared) / sizes;
}

/** Sets that grow together. */
class Groups {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, at) => at);
  }

  rootOf(at: number): number {
    let root = at;
    for (let next = this.#parents[root]; next !== undefined && next !== root; next = this.#parents[root]) root = next;
    this.#parents[at] = root;
    return root;
  }

  /** The smaller number leads, so that the outcome does not depend on the order of joining. */
  join(one: number, other: number): void {
    const [a, b] = [this.rootOf(one), this.rootOf(other)];
    this.#parents[Math.max(a, b)] = Math.min(a, b);
  }
}

/** Joins whatever is alike. Only texts with a pair in common are ever compared. */
function joined(cores: readonly string[]): Groups {
  const groups = new Groups(cores.length);
  const sizes: number[] = [];
  const holders = new Map<string, number[]>();
  for (const [at, text] of cores.entries()) {
    const pairs = pairsOf(text);
    const shared = new Map<number, number>();
    for (const pair of pairs) {
      const others = holders.get(pair) ?? [];
      for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
      others.push(at);
      holders.set(pair, others);
    }
    for (const [other, count] of shared) {
      if (dice(count, pairs.size + (sizes[other] ?? 0)) >= ALIKE) groups.join(at, other);
    }
    sizes.push(pairs.size);
  }
  return groups;
}

/** The items by their keys. */
function sorted<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const byKey = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const others = byKey.get(key);
    if (others === undefined) byKey.set(key, [item]);
    else others.push(item);
  }
  return byKey;
}

function byTime(one: BadlyAsked, other: BadlyAsked): number {
  return other.at - one.at || (one.question < other.question ? -1 : 1);
}

function groupOf(members: readonly BadlyAsked[]): UnansweredGroup {
  const questions = [...new Set([...members].sort(byTime).map(({ question }) => question))];
  return {
    question: questions[0] ?? '',
    questions,
    refused: members.filter(({ refused }) => refused).length,
    disliked: members.reduce((sum, { disliked }) => sum + disliked, 0),
    last: Math.max(...members.map(({ at }) => at)),
  };
}

/** Groups of questions that are alike, those that went wrong most often first, then the latest. */
export function grouped(asked: readonly BadlyAsked[]): UnansweredGroup[] {
  const byCore = sorted(asked, ({ question }) => core(question));
  const cores = [...byCore.keys()].sort();
  const groups = joined(cores);
  const members = sorted([...cores.entries()], ([at]) => groups.rootOf(at));
  return [...members.values()]
    .map((entries) => groupOf(entries.flatMap(([, text]) => byCore.get(text) ?? [])))
    .sort(
      (a, b) =>
        b.refused + b.disliked - (a.refused + a.disliked) || b.last - a.last || (a.question < b.question ? -1 : 1),
    );
}
