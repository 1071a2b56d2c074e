/**
 * Where does each article begin and end?
 *
 * Goes through the items once. A headline opens an article. A byline opens the text below a headline, closes the text
 * above it when a new headline (or nothing) follows, or opens a text whose headline is lost. A second dateline opens
 * an article too. What was torn apart is put together afterwards, in `reunite.ts`.
 */
import { parseTrailingByline } from './byline.ts';
import { isAside, skipAsides } from './followers.ts';
import type { Surroundings } from './heads.ts';
import { sumOf, weighRun } from './heads.ts';
import type { Item } from './items.ts';
import { textOf } from './items.ts';
import type { Run } from './levels.ts';
import { Levels, levelOf } from './levels.ts';
import type { Line } from './lines.ts';
import { isSentHere, isSentOn } from './marks.ts';
import { findRuns } from './runs.ts';
import { settleText } from './settle.ts';
import type { Subjects } from './subjects.ts';

/** A part of the text of an article; `crosshead` holds all lines of one heading. */
export interface Part {
  readonly kind: 'text' | 'list' | 'caption' | 'house' | 'notice' | 'table' | 'crosshead';
  readonly item: Item;
}

/** An article while it is being cut. */
export interface Draft {
  /** Lines of the headline block. */
  readonly heads: readonly Line[];
  readonly bylines: readonly Item[];
  readonly parts: readonly Part[];
  /** Whether it has an author or a dateline. */
  readonly signed: boolean;
}

interface OpenDraft {
  heads: Line[];
  bylines: Item[];
  parts: Part[];
  signed: boolean;
  /** Whether it has an author; a dateline alone names none. */
  authored: boolean;
  /** Whether it has text, and not only captions and lines of the house. */
  texted: boolean;
}

/** A gap this wide parts articles at least, in empty lines. */
const WIDE_GAP = 2;

/** A picture news has a paragraph or two, with captions around it. */
const MOST_PICTURE_PARTS = 8;

const isProse = (part: Part): boolean => part.kind === 'text' || part.kind === 'list' || part.kind === 'table';
const isBody = (item: Item): boolean => item.kind === 'text' || item.kind === 'list' || item.kind === 'table';
const openDraft = (bylines: Item[] = [], parts: Part[] = []): OpenDraft => ({
  heads: [],
  bylines,
  parts,
  signed: bylines.length > 0,
  authored: bylines.length > 0,
  texted: parts.some(isProse),
});
const isEmpty = (draft: OpenDraft): boolean => draft.heads.length + draft.bylines.length + draft.parts.length === 0;

/** Whether a part ends with its author in brackets. */
function isClosing(part: Part): boolean {
  return part.kind === 'text' && parseTrailingByline(textOf(part.item)) !== undefined;
}

/** Gaps that are wider than the usual one of the page. */
function wideGapOf(items: readonly Item[]): number {
  const gaps = items.map((item) => item.gap).toSorted((a, b) => a - b);
  return Math.max(WIDE_GAP, (gaps[gaps.length >> 1] ?? 0) + 1);
}

class Segmenter {
  private readonly drafts: OpenDraft[] = [];
  private draft = openDraft();
  /** Bylines that stand above the headline to come. */
  private waiting: Item[] = [];
  /** Whether a byline below the text has closed the article before this item. */
  private closed = false;
  private readonly items: readonly Item[];
  private readonly runs: ReadonlyMap<number, Run>;
  private readonly levels: Levels;
  private readonly subjects: Subjects;
  private readonly wideGap: number;

  constructor(items: readonly Item[], subjects: Subjects) {
    const runs = findRuns(items);
    this.items = items;
    this.runs = new Map(runs.map((run) => [run.from, run]));
    this.levels = new Levels(items, runs);
    this.subjects = subjects;
    this.wideGap = wideGapOf(items);
  }

  /** Goes through all items. */
  segment(): Draft[] {
    let at = 0;
    while (at < this.items.length) {
      const run = this.runs.get(at);
      if (run !== undefined) this.takeRun(run);
      if (run !== undefined || !isAside(this.items[at])) this.closed = false;
      at = run === undefined ? this.takeItem(at) : run.to;
    }
    this.sign(this.waiting.splice(0));
    this.close();
    return this.drafts;
  }

  private close(): void {
    if (!isEmpty(this.draft)) this.drafts.push(this.draft);
    this.draft = openDraft(this.waiting);
    this.waiting = [];
  }

  private surroundings(): Surroundings {
    return {
      started: this.drafts.length > 0 || this.draft.texted || this.draft.heads.length > 0,
      opened: this.draft.heads.length > 0 && !this.draft.texted && this.draft.bylines.length > 0,
      closed: this.closed,
      authored: this.draft.authored,
      level: levelOf({ lines: this.draft.heads }),
      wideGap: this.wideGap,
      levels: this.levels,
      subjects: this.subjects,
      above: this.draft.parts.filter(isProse).map((part) => textOf(part.item)),
    };
  }

  private takeRun(run: Run): void {
    const item: Item = { kind: 'head', lines: run.lines, gap: this.items[run.from]?.gap ?? 0 };
    if (sumOf(weighRun(this.items, run, this.surroundings())) > 0) {
      if (this.draft.texted || this.draft.heads.length > 0 || this.waiting.length > 0) this.close();
      this.draft.heads.push(...run.lines);
    } else this.draft.parts.push({ kind: 'crosshead', item });
  }

  /** Takes one item, or a byline with those that go on with it; returns the number of the next. */
  private takeItem(at: number): number {
    const item = this.items[at];
    if (item === undefined) return at + 1;
    if (item.kind === 'byline') return this.takeByline(at);
    if (this.opensAnother(item)) this.close();
    if (item.kind === 'head') return at + 1;
    const part: Part = { kind: item.kind, item };
    this.draft.parts.push(part);
    this.draft.texted ||= isProse(part);
    if (!isAside(item)) this.closed = isClosing(part);
    this.draft.authored ||= this.closed || item.opening?.byline !== undefined;
    this.draft.signed ||= this.draft.authored || item.opening !== undefined;
    return at + 1;
  }

  /** Whether an item without headline is of another article: a second dateline, or behind the end of this one. */
  private opensAnother(item: Item): boolean {
    if (!this.draft.texted) return false;
    if (item.opening?.dateline !== undefined) return true;
    if (item.kind === 'house') return isSentHere(textOf(item));
    const last = this.draft.parts.findLast((part) => part.kind !== 'caption');
    return isBody(item) && last !== undefined && (last.kind === 'notice' || isSentOn(textOf(last.item)));
  }

  private takeByline(at: number): number {
    let end = at;
    while (this.items[end]?.kind === 'byline') end++;
    const bylines = this.items.slice(at, end);
    if (!this.draft.texted) this.sign(bylines);
    else this.takeLateByline(bylines, end);
    return end;
  }

  private sign(bylines: readonly Item[]): void {
    if (bylines.length === 0) return;
    this.draft.bylines.push(...bylines);
    this.draft.signed = true;
    this.draft.authored = true;
  }

  /** A byline below text: it opens a text without headline, closes the one above, or stands above the next headline. */
  private takeLateByline(bylines: Item[], end: number): void {
    const below = this.items[skipAsides(this.items, end)];
    if (this.opensText(bylines[0], below)) {
      this.close();
      this.sign(bylines);
      return;
    }
    this.closed = true;
    if (below !== undefined && isBody(below)) this.sign(bylines);
    else this.splitOff(bylines, below !== undefined);
  }

  /** Whether a byline is the first line of what stands below it: it is set apart, and text follows. */
  private opensText(byline: Item | undefined, below: Item | undefined): boolean {
    if (byline?.byline === undefined || below === undefined || !isBody(below)) return false;
    const apart = byline.byline.marked || byline.gap >= this.wideGap || below.opening !== undefined;
    // An article whose author stands above it has no other one in a line of its own below.
    return !byline.byline.bracketed && (apart || !this.draft.signed || this.draft.bylines.length > 0);
  }

  /** A byline that closes: of a picture news at the end of the article, of the article, or of the headline to come. */
  private splitOff(bylines: Item[], more: boolean): void {
    const from = this.pictureNews();
    if (from >= 0) {
      const parts = this.draft.parts.splice(from);
      this.close();
      this.draft = openDraft(bylines, parts);
      this.close();
    } else if (this.draft.authored && more) this.waiting.push(...bylines);
    else this.sign(bylines);
  }

  /**
   * Where a picture news begins that stands below the article: behind a wide gap, or telling of its picture; both where
   * the article has neither author nor dateline, for then the byline may well be its own.
   */
  private pictureNews(): number {
    const { parts, signed } = this.draft;
    const skipped = Math.max(0, parts.length - MOST_PICTURE_PARTS);
    const near = parts.slice(skipped);
    const before = skipped > 0 ? -1 : near.findIndex(isProse);
    const last = Math.max(
      before,
      near.findLastIndex((part) => part.kind === 'crosshead'),
    );
    const found = near.findLastIndex((part, at) => {
      if (at <= last || !isProse(part)) return false;
      const [apart, picture] = [part.item.gap >= this.wideGap, /图为|圖為/.test(textOf(part.item))];
      return signed ? apart || picture : apart && picture;
    });
    return found < 0 ? -1 : skipped + found;
  }
}

/** Cuts the items of a page into articles. */
export function segmentItems(items: readonly Item[], subjects: Subjects): Draft[] {
  return new Segmenter(settleText(items), subjects).segment();
}
