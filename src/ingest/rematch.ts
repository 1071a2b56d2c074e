/**
 * Which headline belongs to which text?
 *
 * Where columns were read in a wrong order two headlines stand one on top of the other, and one of the two texts has
 * none. Nothing is done while every text has its headline. A headline, or a part of what looks like one, is given to
 * a text without one only if its words are told there, and not in the text that it stands above.
 */
import { keepsTogether, mayBegin } from './headline.ts';
import type { Line } from './lines.ts';
import type { Draft } from './segment.ts';
import { hasBody, tells } from './tells.ts';

/** Share of a headline's character pairs that its own text repeats in its first paragraphs; others repeat 0.1. */
export const LEAST_TOLD = 0.35;
/** A text must tell so much more of a headline than the text below the headline does. */
const MORE = 0.15;
/** A headline of which the text below tells no more than this may be another text's. */
const UNTOLD = 0.12;
/** What a text tells of a headline above another one whose own headline is found elsewhere is more by this. */
const MUCH_MORE = 0.3;
/** What is told this well needs no second sign. */
const SURE = 0.5;
/** What the setting of two lines adds for a border between them. */
const BORDER = 0.1;
/** A page holds some twenty articles; texts further away than that many are another page's. */
const NEAR = 20;

/** A way to give a text the lines `from` to before `to` of the headline of a draft. */
interface Gift {
  readonly giver: number;
  readonly text: number;
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

const isLoose = (draft: Draft): boolean => draft.heads.length === 0 && draft.signed && hasBody(draft);

/** How much more of some lines one text tells than another, line by line: what neither tells does not count. */
function leaning(lines: readonly Line[], one: Draft, other: Draft): number {
  return lines.reduce((sum, line) => sum + line.text.length * (tells([line], one) - tells([line], other)), 0);
}

/** How well it fits if the `given` lines of a headline go to `text` and the `kept` ones stay; 0 where it does not. */
function gainOf(given: readonly Line[], kept: readonly Line[], { giver, text }: { giver: Draft; text: Draft }): number {
  const told = tells(given, text);
  if (told < LEAST_TOLD || told < tells(given, giver) + MORE || tells(kept, giver) < tells(kept, text)) return 0;
  const length = [...given, ...kept].reduce((sum, line) => sum + line.text.length, 0);
  return (leaning(given, text, giver) + leaning(kept, giver, text)) / length;
}

/** The gifts that part the headline of a draft that has a text of its own. */
function parted(drafts: readonly Draft[], giver: number, text: number): Gift[] {
  const [from, to] = [drafts[giver], drafts[text]];
  if (from === undefined || to === undefined) return [];
  const { heads } = from;
  return heads.flatMap((line, at): Gift[] => {
    const above = heads[at - 1];
    if (above === undefined || keepsTogether(above, line)) return [];
    const border = mayBegin(line, above) ? BORDER : 0;
    const [upper, lower] = [heads.slice(0, at), heads.slice(at)];
    const pair = { giver: from, text: to };
    return [
      { giver, text, from: 0, to: at, score: gainOf(upper, lower, pair) },
      { giver, text, from: at, to: heads.length, score: gainOf(lower, upper, pair) },
    ].flatMap((gift) => (gift.score > 0 ? [{ ...gift, score: gift.score + border }] : []));
  });
}

/** The gift of a whole headline: it has no text, or stands above one that says nothing of it. */
function whole(drafts: readonly Draft[], giver: number, text: number): Gift[] {
  const [from, to] = [drafts[giver], drafts[text]];
  if (from === undefined || to === undefined) return [];
  const told = tells(from.heads, to);
  const here = hasBody(from) ? tells(from.heads, from) : 0;
  const untold = here <= UNTOLD && told >= SURE;
  const free = !hasBody(from) || untold || (told >= here + MUCH_MORE && isWanted(drafts, giver));
  return told >= LEAST_TOLD && free ? [{ giver, text, from: 0, to: from.heads.length, score: told - here }] : [];
}

/** Whether another headline, one without text, is told by the text of a draft. */
function isWanted(drafts: readonly Draft[], at: number): boolean {
  const text = drafts[at];
  return drafts.some((draft, other) => {
    const bare = other !== at && draft.heads.length > 0 && !hasBody(draft);
    return text !== undefined && bare && tells(draft.heads, text) >= LEAST_TOLD;
  });
}

function bestGift(drafts: readonly Draft[]): Gift | undefined {
  const loose = drafts.flatMap((draft, at) => (isLoose(draft) ? [at] : []));
  const gifts = loose.flatMap((text) =>
    drafts.flatMap((draft, giver) => {
      const near = giver !== text && Math.abs(giver - text) < NEAR && draft.heads.length > 0;
      if (!near) return [];
      return [...whole(drafts, giver, text), ...(hasBody(draft) ? parted(drafts, giver, text) : [])];
    }),
  );
  return gifts.reduce<Gift | undefined>(
    (best, gift) => (best !== undefined && best.score >= gift.score ? best : gift),
    undefined,
  );
}

/** The drafts after a gift; the article stands where its headline stands. */
function give(drafts: readonly Draft[], { giver, text, from, to }: Gift): Draft[] {
  const [one, other] = [drafts[giver], drafts[text]];
  if (one === undefined || other === undefined) return [...drafts];
  const given = { ...other, heads: one.heads.slice(from, to) };
  const rest = { ...one, heads: [...one.heads.slice(0, from), ...one.heads.slice(to)] };
  const left = rest.heads.length > 0 || rest.bylines.length > 0 || rest.parts.length > 0 ? [rest] : [];
  const whole = { ...given, bylines: [...rest.bylines, ...given.bylines], parts: [...rest.parts, ...given.parts] };
  const placed = hasBody(one) ? (from === 0 ? [given, ...left] : [...left, given]) : [whole];
  return drafts.flatMap((draft, at) => (at === giver ? placed : at === text ? [] : [draft]));
}

/** Gives texts without headline the headlines that they tell of. */
export function rematch(drafts: readonly Draft[]): readonly Draft[] {
  let matched = drafts;
  for (const _ of drafts) {
    const gift = bestGift(matched);
    if (gift === undefined) break;
    matched = give(matched, gift);
  }
  return matched;
}
