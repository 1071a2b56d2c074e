/** How far can the Markdown levels of this page be trusted? */
import { followerOf } from './followers.ts';
import type { Item } from './items.ts';
import type { Line } from './lines.ts';

/** Consecutive heads: items `from` to before `to`. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly Line[];
}

/** What a level is worth by its rank on the page, the shallowest first: convention, before any proof. */
const RANK_WEIGHTS = [2, 1, -1] as const;
const DEEP_WEIGHT = -2;
/** Half of a level's runs proven says nothing, three quarters weigh 2 for it. */
const PROOF_SLOPE = 8;
const MOST_PROOF = 3;

/** The shallowest Markdown level among the lines of a heading; 0 where nothing is marked. */
export function levelOf({ lines }: { readonly lines: readonly Line[] }): number {
  return Math.min(...lines.map((line) => line.level || Number.POSITIVE_INFINITY), 7) % 7;
}

/** For each Markdown level of a page: its rank, and the share of its runs that a byline or dateline proves. */
export class Levels {
  private readonly seen = new Map<number, { proven: number; all: number }>();

  private readonly first: number;

  constructor(items: readonly Item[], runs: readonly Run[]) {
    this.first = runs[0] === undefined ? 0 : levelOf(runs[0]);
    for (const run of runs) {
      const level = levelOf(run);
      const count = this.seen.get(level) ?? { proven: 0, all: 0 };
      const follower = followerOf(items, run.to);
      count.all++;
      if (follower === 'byline' || follower === 'dateline') count.proven++;
      this.seen.set(level, count);
    }
  }

  /** Whether the page is marked at all. */
  get marked(): boolean {
    return [...this.seen.keys()].some((level) => level > 0);
  }

  /** Whether the level is that of the page's first heading, where no byline or dateline of the page proves any other. */
  isLikeFirst(level: number): boolean {
    return level === this.first && [...this.seen.values()].every((count) => count.proven === 0);
  }

  /** Whether any headline of the page is proven. */
  private get proven(): boolean {
    return [...this.seen.values()].some((count) => count.proven > 0);
  }

  /** The best share of proven runs among a level and the deeper ones: what holds for a deck holds for a headline. */
  private share(level: number): number {
    const shares = [...this.seen].map(([other, count]) => (other >= level ? count.proven / count.all : 0));
    return Math.max(0, ...shares);
  }

  /** How much the page's own proofs speak for (or against) headlines at this level. */
  proofWeight(level: number): number {
    if (!this.proven) return 0;
    return Math.max(-MOST_PROOF, Math.min(MOST_PROOF, PROOF_SLOPE * (this.share(level) - 0.5)));
  }

  /** What convention gives the level; one that is proven mostly counts like the shallowest. */
  rankWeight(level: number): number {
    const rank = [...this.seen.keys()].filter((other) => other > 0 && other < level).length;
    const trusted = this.proven && this.share(level) >= 0.5;
    return (trusted ? RANK_WEIGHTS[0] : RANK_WEIGHTS[rank]) ?? DEEP_WEIGHT;
  }
}
