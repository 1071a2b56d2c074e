/** To what does each character of a page belong? */
import type { Article } from '../ingest/model.ts';
import type { Span } from '../text/span.ts';
import type { Moved, Run } from './raw-runs.ts';

/** What may hold a stretch of a page; articles and blocks are numbered from 1. */
export type Claim =
  | { readonly kind: 'head'; readonly article: number }
  | { readonly kind: 'block' | 'copy'; readonly article: number; readonly block: number };

/** A block by its numbers. */
export interface BlockPlace {
  readonly article: number;
  readonly block: number;
}

/**
 * What a stretch of a line has become. `mark`: signs alone, such as those of Markdown and of lists, which say how a line is
 * set. `left-out`: words that are in no article.
 */
export type Fate = Claim['kind'] | 'mark' | 'left-out' | 'blank';

/** A stretch of one line with one holder. */
export interface Stretch extends Span {
  readonly fate: Fate;
  readonly claim: Claim | null;
  /** The run that begins here. */
  readonly begins: { readonly number: number; readonly moved: Moved } | null;
}

/** A claim with the places that it is for. */
export interface Claimed {
  readonly claim: Claim;
  readonly spans: readonly Span[];
}

const BLANK = /\s|\u200b|\u200c|\u200d|\u2060|\ufeff/;

/**
 * What the articles say is theirs. What comes first holds: a block before a head, because a byline may stand within a
 * paragraph, and both before a copy.
 */
export function claimsOf(articles: readonly Article[]): Claimed[] {
  const blocks: Claimed[] = [];
  const heads: Claimed[] = [];
  const copies: Claimed[] = [];
  for (const [at, { heads: spans, blocks: own }] of articles.entries()) {
    const article = at + 1;
    heads.push({ claim: { kind: 'head', article }, spans });
    for (const [number, { pieces, copies: again = [] }] of own.entries()) {
      blocks.push({ claim: { kind: 'block', article, block: number + 1 }, spans: pieces });
      copies.push({ claim: { kind: 'copy', article, block: number + 1 }, spans: again });
    }
  }
  return [...blocks, ...heads, ...copies];
}

function isOf(claim: Claim, { article, block }: BlockPlace): boolean {
  return claim.article === article && claim.kind !== 'head' && claim.block === block;
}

/** What nobody holds, all of it blank or none. */
function fateOf(text: string): Fate {
  if (BLANK.test(text)) return 'blank';
  return /[\p{L}\p{N}]/u.test(text) ? 'left-out' : 'mark';
}

/** Who holds which character of a page. */
export class Holdings {
  readonly #raw: string;
  readonly #claims: readonly Claim[];
  /** For each character the number of its claim, from 1; 0 for none. */
  readonly #holders: Int32Array;
  readonly #begins = new Map<number, NonNullable<Stretch['begins']>>();

  constructor(raw: string, claimed: readonly Claimed[]) {
    this.#raw = raw;
    this.#claims = claimed.map(({ claim }) => claim);
    this.#holders = new Int32Array(raw.length);
    for (const [at, { spans }] of claimed.entries()) for (const span of spans) this.#take(span, at + 1);
  }

  #take({ start, end }: Span, holder: number): void {
    for (let at = start; at < end; at++) if (this.#holders[at] === 0) this.#holders[at] = holder;
  }

  #claimAt(offset: number): Claim | null {
    return this.#claims[(this.#holders[offset] ?? 0) - 1] ?? null;
  }

  /** Whether anything in a stretch of the page belongs to another block, or only to another article. */
  isInterrupted({ start, end }: Span, place: BlockPlace, by: 'block' | 'article'): boolean {
    for (let at = start; at < end; at++) {
      const claim = this.#claimAt(at);
      if (claim === null) continue;
      if (by === 'block' ? !isOf(claim, place) : claim.article !== place.article) return true;
    }
    return false;
  }

  /** Remembers where the runs of a block begin, so that stretches begin there as well. */
  markRuns(place: BlockPlace, runs: readonly Run[]): void {
    for (const [at, { spans, moved }] of runs.entries()) {
      const start = spans[0]?.start;
      const claim = start === undefined ? null : this.#claimAt(start);
      if (start === undefined || claim?.kind !== 'block' || !isOf(claim, place)) continue;
      this.#begins.set(start, { number: at + 1, moved });
    }
  }

  /** The stretches of a line, which cover it without gaps. */
  stretchesOf(line: Span): Stretch[] {
    const found: Stretch[] = [];
    for (let start = line.start; start < line.end; ) {
      const end = this.#endOf(start, line.end);
      const claim = this.#claimAt(start);
      const fate = claim?.kind ?? fateOf(this.#raw.slice(start, end));
      found.push({ start, end, fate, claim, begins: this.#begins.get(start) ?? null });
      start = end;
    }
    return found;
  }

  #endOf(start: number, limit: number): number {
    const holder = this.#holders[start];
    let end = start + 1;
    while (end < limit && this.#holders[end] === holder && !this.#begins.has(end)) {
      if (holder === 0 && this.#isBlank(end) !== this.#isBlank(start)) break;
      end++;
    }
    return end;
  }

  #isBlank(offset: number): boolean {
    return BLANK.test(this.#raw.charAt(offset));
  }
}
