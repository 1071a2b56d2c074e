/**
 * Is this run of short lines a headline, a crosshead, or no heading at all?
 *
 * Extraction loses the size of the type, and Markdown marks are guesses of the program that made them: a deck may
 * carry the mark of a headline, a headline none. So every run is scored by named evidence: who follows (a byline, a
 * dateline), what came before (the end of an article, a gap), what it looks like, and how far this page's marks have
 * been right where a byline proves it. A sum above zero makes a headline.
 */
import type { Follower } from './followers.ts';
import { followerOf, isAside, skipAsides } from './followers.ts';
import type { Item } from './items.ts';
import { textOf } from './items.ts';
import { isUnfinished } from './joins.ts';
import type { Levels, Run } from './levels.ts';
import { levelOf } from './levels.ts';
import { isColumnLabel, isNumbered } from './marks.ts';
import type { Subjects } from './subjects.ts';
import { shareTold } from './told.ts';

/** One reason for or against a headline. */
export interface Feature {
  readonly name: string;
  readonly weight: number;
}

/** What is known of the article that a run stands in or ends. */
export interface Surroundings {
  /** Whether any text came before on the page. */
  readonly started: boolean;
  /** Whether the article at hand has a headline and no text yet. */
  readonly opened: boolean;
  /** Whether a byline below the text has closed the article at hand. */
  readonly closed: boolean;
  /** Markdown level of the headline of the article at hand, 0 for none. */
  readonly level: number;
  /** Whether the article at hand has its author. */
  readonly authored: boolean;
  /** Empty lines that are more than usual on this page. */
  readonly wideGap: number;
  readonly levels: Levels;
  /** What the page speaks of. */
  readonly subjects: Subjects;
  /** The text of the article at hand. */
  readonly above: readonly string[];
}

/**
 * Weights, set by hand on the pages of `corpus/` and the synthetic ones of the tests: a byline or dateline below
 * decides nearly alone, everything else must come in twos or threes to outweigh `always`.
 */
const WEIGHTS = {
  always: -3,
  opensPage: 6,
  bylineBelow: 8,
  datelineBelow: 6,
  bylineSoon: 4,
  bylineCloses: 4,
  articleClosed: 4,
  articleEnded: 2,
  wideGap: 2,
  kickerSign: 2,
  kickerAbove: 3,
  severalLines: 1,
  newsLead: 1,
  headingBelow: 4,
  nothingBelow: 3,
  announcement: 2,
  documentTitle: 2,
  unmarked: -1,
  numbered: -4,
  insideSentence: -2,
  opened: -4,
  columnLabel: 2,
  likeFirst: 2,
  anotherSubject: 4,
  sameSubject: -2,
} as const;

/**
 * A section shares less than `another` with the text above it in 1 of 200 cases, the beginning of another article in 3
 * of 4; more than `same` in half of all cases, and in less than 1 of 50 (news articles, two paragraphs each). Stretches
 * with fewer pairs of characters say nothing.
 */
const SUBJECT = { another: 0.03, same: 0.1, pairs: { some: 100, others: 100 } } as const;
/** Share of a headline's character pairs that the text below must repeat, for the two to be one article's. */
const TOLD_BELOW = 0.3;
/** Paragraphs below a heading that are compared with the text above it. */
const SECTION = 3;

/** How news begin. */
const LEAD =
  /^(?:近日|日前|昨[天日]|昨晚|今[天日]|连日来|近年来|\d{1,2}月\d{1,2}日|\d{1,2}日[,，上下晚]|记者(?:昨|今|近|日前|从)|从.{2,20}(?:获悉|了解到))/;
/** How official papers begin, and what they are called. */
const ANNOUNCEMENT = /(?:现将|特此|现予|现就).{0,40}(?:如下|公告|公示|通告|通知)|(?:公告|公示|通告|公布)如下/;
const DOCUMENT = /(?:公告|通告|通知|公示|声明|启事|结果|名单|决定|办法|条例|规定|公报|通报|倡议书|公开信|致辞)$/;
const KICKER_END = /(?:——|—|──)$/;
const KICKER_SIGN = /^(?:——|—)|(?:——|—|：)$/;

function levelFeatures(run: Run, levels: Levels): Feature[] {
  const level = levelOf(run);
  if (level === 0) return levels.marked ? [{ name: 'unmarked', weight: WEIGHTS.unmarked }] : [];
  return [
    { name: 'rank of its mark', weight: levels.rankWeight(level) },
    { name: 'proven level', weight: levels.proofWeight(level) },
    ...(levels.isLikeFirst(level) ? [{ name: 'like the first heading', weight: WEIGHTS.likeFirst }] : []),
  ];
}

/** Whether a heading is of lower rank than the headline of an article that has no author yet, whose byline may follow. */
function isBelow(run: Run, { level, authored }: Surroundings): boolean {
  return !authored && level > 0 && (levelOf(run) === 0 || levelOf(run) > level);
}

function followerFeatures(follower: Follower, run: Run, around: Surroundings): Feature[] {
  switch (follower) {
    case 'byline':
      return [{ name: 'byline below', weight: WEIGHTS.bylineBelow }];
    case 'dateline':
      return [{ name: 'dateline below', weight: WEIGHTS.datelineBelow }];
    case 'byline soon':
      return isBelow(run, around) ? [] : [{ name: 'byline below a summary', weight: WEIGHTS.bylineSoon }];
    case 'closing byline':
      return around.authored ? [{ name: 'byline closes the text', weight: WEIGHTS.bylineCloses }] : [];
    case 'heading':
      return [{ name: 'another heading below', weight: WEIGHTS.headingBelow }];
    case 'nothing':
      return levelOf(run) > 0 ? [{ name: 'nothing below', weight: WEIGHTS.nothingBelow }] : [];
    case 'text':
      return [];
  }
}

/** What the lines of the run look like. */
function shapeFeatures(run: Run): Feature[] {
  const features: Feature[] = [];
  const [first] = run.lines;
  if (run.lines.length > 1 && KICKER_END.test(first?.text ?? '')) {
    features.push({ name: 'kicker with a dash', weight: WEIGHTS.kickerAbove });
  } else if (run.lines.some((line) => KICKER_SIGN.test(line.text))) {
    features.push({ name: 'dash of a kicker or deck', weight: WEIGHTS.kickerSign });
  }
  if (run.lines.some((line) => isColumnLabel(line.text)))
    features.push({ name: 'column label', weight: WEIGHTS.columnLabel });
  if (run.lines.some((line) => DOCUMENT.test(line.text)))
    features.push({ name: 'title of a document', weight: WEIGHTS.documentTitle });
  if (run.lines.length > 1) features.push({ name: 'several lines', weight: WEIGHTS.severalLines });
  if (first !== undefined && isNumbered(first.text)) features.push({ name: 'numbered', weight: WEIGHTS.numbered });
  return features;
}

/** What stands before the run. */
function contextFeatures(items: readonly Item[], run: Run, around: Surroundings): Feature[] {
  if (!around.started) return [{ name: 'opens the page', weight: WEIGHTS.opensPage }];
  const features: Feature[] = [];
  const before = items[run.from - 1];
  const gap = items[run.from]?.gap ?? 0;
  if (around.opened) features.push({ name: 'the article has no text yet', weight: WEIGHTS.opened });
  else if (around.closed) features.push({ name: 'a byline has closed the article', weight: WEIGHTS.articleClosed });
  else if (before?.kind === 'notice' || before?.kind === 'house') {
    features.push({ name: 'an article has ended', weight: WEIGHTS.articleEnded });
  }
  if (gap >= around.wideGap) features.push({ name: 'wide gap', weight: WEIGHTS.wideGap });
  if (before?.kind === 'text' && isUnfinished(textOf(before))) {
    features.push({ name: 'inside a sentence', weight: WEIGHTS.insideSentence });
  }
  return features;
}

/** The first paragraphs below a run. */
function sectionBelow(items: readonly Item[], run: Run): string[] {
  const section: string[] = [];
  for (let at = run.to; section.length < SECTION; at++) {
    const item = items[at];
    if (item === undefined || (item.kind !== 'text' && !isAside(item))) break;
    if (item.kind === 'text') section.push(textOf(item));
  }
  return section;
}

/** Whether the text below a run speaks of what the article above speaks of, or tells of the run and of nothing above. */
function subjectFeatures(items: readonly Item[], run: Run, { subjects, above }: Surroundings): Feature[] {
  const section = sectionBelow(items, run);
  const shared = subjects.shared(section, above, SUBJECT.pairs);
  if (shared === undefined || (shared > SUBJECT.another && shared < SUBJECT.same)) return [];
  if (shared >= SUBJECT.same) return [{ name: 'same subject below', weight: WEIGHTS.sameSubject }];
  const told = shareTold(run.lines.map((line) => line.text).join(''), section.join(''));
  return told < TOLD_BELOW ? [] : [{ name: 'another subject below', weight: WEIGHTS.anotherSubject }];
}

/** The evidence for and against `run` being the headline of an article. */
export function weighRun(items: readonly Item[], run: Run, around: Surroundings): Feature[] {
  const { levels } = around;
  const follower = followerOf(items, run.to);
  const below = items[skipAsides(items, run.to)];
  const lead = follower === 'text' && below !== undefined ? textOf(below) : '';
  return [
    { name: 'always', weight: WEIGHTS.always },
    ...followerFeatures(follower, run, around),
    ...levelFeatures(run, levels),
    ...shapeFeatures(run),
    ...contextFeatures(items, run, around),
    ...(follower === 'text' ? subjectFeatures(items, run, around) : []),
    ...(LEAD.test(lead) ? [{ name: 'begins like news', weight: WEIGHTS.newsLead }] : []),
    ...(ANNOUNCEMENT.test(lead) ? [{ name: 'announces', weight: WEIGHTS.announcement }] : []),
  ];
}

/** The sum of the weights: above zero for a headline. */
export function sumOf(features: readonly Feature[]): number {
  return features.reduce((sum, feature) => sum + feature.weight, 0);
}
