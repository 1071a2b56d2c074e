/** What extraction does to the articles of a page: heads torn off, leads behind the end, copies, captions, cuts. */
import type { CleanArticle } from './clean.ts';
import type { Dice } from './dice.ts';
import { captionFrom } from './newspaper.ts';
import { HEAD_KINDS, NOBODY, oneOf, type PlacedPart, type Tear } from './newspaper-parts.ts';
import { COMES_FROM, JUMPS } from './newspaper-words.ts';

/** What is done to a page; the unit of its strength stands behind it. */
export type NewsDamage =
  /** Nothing. */
  | 'undamaged'
  /** Heads printed away from their text. */
  | 'torn-heads'
  /** Leads printed behind the end of their text, with the byline. */
  | 'late-leads'
  /** Paragraphs printed twice, whole or up to a tear. */
  | 'doubled'
  /** Captions inside paragraphs. */
  | 'captions'
  /** Share of the heads lost. */
  | 'headless'
  /** Articles whose text breaks off. */
  | 'cut-off'
  /** Ends of articles of other pages. */
  | 'remains';

/** A damage and how strong it is. */
export interface NewsWish {
  readonly kind: NewsDamage;
  readonly strength: number;
}

/** All damages, in the order in which they are shown. */
export const NEWS_DAMAGES: readonly NewsWish[] = (
  [
    ['undamaged', [0]],
    ['torn-heads', [1, 2]],
    ['late-leads', [1, 2]],
    ['doubled', [1, 3]],
    ['captions', [1, 3]],
    ['headless', [0.3, 1]],
    ['cut-off', [1, 2]],
    ['remains', [1, 2]],
  ] as const
).flatMap(([kind, strengths]) => strengths.map((strength) => ({ kind, strength })));

/** The articles of a damaged page, in the order of the file. */
export interface DamagedNews {
  readonly articles: readonly (readonly PlacedPart[])[];
  /** Numbers of the articles that break off. */
  readonly cut: ReadonlySet<number>;
  /** Whether the byline of an article is still on the page. */
  signed(article: number): boolean;
}

type Parts = readonly PlacedPart[];
interface Chance {
  readonly pool: readonly CleanArticle[];
  readonly dice: Dice;
}

/** A piece of a paragraph has at least so many characters. */
const LEAST_PIECE = 24;
/** A line that is printed twice, in characters. */
const AGAIN = { least: 14, most: 40 } as const;

const isText = ({ kind }: PlacedPart): boolean => kind === 'text';
const headOf = (article: Parts): Parts => article.filter(({ kind }) => HEAD_KINDS.has(kind));
const bodyOf = (article: Parts): Parts => article.filter(({ kind }) => !HEAD_KINDS.has(kind));
const isLong = ({ text }: PlacedPart): boolean => text.length >= 2 * LEAST_PIECE;

/** A place inside a long paragraph. */
function inside({ text }: PlacedPart, dice: Dice): number {
  return dice.between(LEAST_PIECE, text.length - LEAST_PIECE);
}

/** Numbers of up to `count` articles that `test` accepts, drawn by chance. */
function draw(
  articles: readonly Parts[],
  count: number,
  { test, dice }: { test: (article: Parts) => boolean; dice: Dice },
): number[] {
  const fit = articles.flatMap((article, at) => (test(article) ? [at] : []));
  return dice.shuffle(fit).slice(0, count);
}

/** Tears the head of an article off: above the head before, below the head after, or to the top of the page. */
function tearHeads(articles: readonly Parts[], count: number, dice: Dice): Parts[] {
  const torn = [...articles];
  const signed = (article: Parts): boolean =>
    article.some(({ kind, text }) => kind === 'byline' || /^(?:本报|新华社)/.test(text));
  for (const at of draw(articles, count, { test: signed, dice })) {
    const [here = [], next = []] = [torn[at], torn[at + 1]];
    if (dice.chance(0.5) && at + 1 < torn.length && headOf(next).length > 0) {
      torn[at] = [...headOf(here), ...headOf(next)];
      torn[at + 1] = dice.chance(0.5) ? [...bodyOf(next), ...bodyOf(here)] : [...bodyOf(here), ...bodyOf(next)];
    } else {
      torn[at] = bodyOf(here);
      torn[0] = [...headOf(here), ...(torn[0] ?? [])];
    }
  }
  return torn;
}

/** Prints the lead with the byline behind the rest of the text, as if its column had been read last. */
function delayLead(article: Parts, dice: Dice): Parts {
  const head = headOf(article);
  const body = bodyOf(article);
  const texts = body.filter(isText);
  const last = texts[dice.between(1, Math.max(1, Math.min(3, texts.length - 2)))] ?? body[0];
  const from = last === undefined ? 0 : body.indexOf(last);
  if (last === undefined || !isLong(last)) return article;
  const at = inside(last, dice);
  const lead: PlacedPart = { ...last, cut: { from: 0, to: at }, tears: [] };
  const rest: PlacedPart = { ...last, cut: { from: at, to: last.text.length }, tears: [] };
  return [...head, rest, ...body.slice(from + 1), ...body.slice(0, from), lead];
}

function delayLeads(articles: readonly Parts[], count: number, dice: Dice): Parts[] {
  const test = (article: Parts): boolean =>
    article.some(({ kind }) => kind === 'byline') && article.filter(isText).length >= 4;
  const late = draw(articles, count, { test, dice });
  return articles.map((article, at) => (late.includes(at) ? delayLead(article, dice) : article));
}

/** The paragraphs of a page that `test` accepts, drawn by chance. */
function drawParagraphs(
  articles: readonly Parts[],
  count: number,
  { test, dice }: { test: (part: PlacedPart) => boolean; dice: Dice },
): Set<PlacedPart> {
  const paragraphs = articles.flat().filter((part) => isText(part) && test(part));
  return new Set(dice.shuffle(paragraphs).slice(0, count));
}

function double(articles: readonly Parts[], count: number, dice: Dice): Parts[] {
  const chosen = drawParagraphs(articles, count, { test: isLong, dice });
  return articles.map((article) => {
    const printed: PlacedPart[] = [];
    for (const part of article) {
      if (!chosen.has(part)) printed.push(part);
      else if (dice.chance(0.3)) {
        const at = inside(part, dice);
        printed.push({
          ...part,
          tears: [{ at, again: Math.min(at, dice.between(AGAIN.least, AGAIN.most)), between: null }],
        });
      } else printed.push(part);
    }
    const copies = printed.filter((part) => chosen.has(part));
    for (const part of copies) {
      const below = Math.min(printed.length, printed.indexOf(part) + 1 + dice.between(0, 2));
      printed.splice(below, 0, { ...part, copy: true, tears: [] });
    }
    return printed;
  });
}

function putCaptions(articles: readonly Parts[], count: number, { pool, dice }: Chance): Parts[] {
  const chosen = drawParagraphs(articles, count, { test: isLong, dice });
  return articles.map((article) =>
    article.map((part, at) => {
      if (!chosen.has(part)) return part;
      const text = captionFrom(
        oneOf([pool[0]?.paragraphs ?? [], ...pool.map(({ paragraphs }) => paragraphs)], dice).join(''),
        dice,
      );
      if (text === '') return part;
      const between: PlacedPart = { ...part, kind: 'caption', text, number: 1000 + at, tears: [] };
      const tear: Tear = { at: inside(part, dice), again: 0, between };
      return { ...part, tears: [tear] };
    }),
  );
}

function cutOff(article: Parts, dice: Dice): Parts {
  const last = article.findLastIndex((part) => isText(part) && isLong(part));
  const part = article[last];
  if (part === undefined) return article;
  const kept: PlacedPart = { ...part, cut: { from: 0, to: inside(part, dice) }, tears: [] };
  const note: PlacedPart = { ...part, kind: 'house', text: oneOf(JUMPS, dice), article: NOBODY, tears: [] };
  return [...article.slice(0, last), kept, ...(dice.chance(0.5) ? [note] : [])];
}

/** The end of an article that begins on another page. */
function remainsOf({ pool, dice }: Chance, number: number): Parts {
  const paragraphs = dice.shuffle(pool)[0]?.paragraphs.slice(-2) ?? [];
  const strange = paragraphs.map((text, at): PlacedPart => {
    const part: PlacedPart = {
      kind: 'text',
      text,
      level: 0,
      article: NOBODY,
      number: number * 10 + at,
      copy: false,
      tears: [],
    };
    return at === 0 && isLong(part) ? { ...part, cut: { from: inside(part, dice), to: text.length } } : part;
  });
  const note: PlacedPart = {
    kind: 'house',
    text: oneOf(COMES_FROM, dice),
    level: 0,
    article: NOBODY,
    number,
    copy: false,
    tears: [],
  };
  return dice.chance(0.5) ? [note, ...strange] : strange;
}

function putRemains(articles: readonly Parts[], count: number, chance: Chance): Parts[] {
  const all = [...articles];
  for (let number = 0; number < count; number++)
    all.splice(chance.dice.between(0, all.length), 0, remainsOf(chance, number));
  return all;
}

function behead(articles: readonly Parts[], share: number, dice: Dice): Parts[] {
  return articles.map((article) => (dice.chance(share) ? bodyOf(article) : article));
}

/** Damages the articles of a page. */
export function damagePage(articles: readonly Parts[], { kind, strength }: NewsWish, chance: Chance): DamagedNews {
  const { dice } = chance;
  const whole = { cut: new Set<number>(), signed: () => true };
  switch (kind) {
    case 'undamaged':
      return { ...whole, articles };
    case 'torn-heads':
      return { ...whole, articles: tearHeads(articles, strength, dice) };
    case 'late-leads':
      return { ...whole, articles: delayLeads(articles, strength, dice) };
    case 'doubled':
      return { ...whole, articles: double(articles, strength, dice) };
    case 'captions':
      return { ...whole, articles: putCaptions(articles, strength, chance) };
    case 'headless':
      return { ...whole, articles: behead(articles, strength, dice) };
    case 'cut-off': {
      const cut = new Set(
        draw(articles, strength, { test: (article) => article.some((part) => isText(part) && isLong(part)), dice }),
      );
      const closed = (at: number): boolean =>
        articles[at]?.some(({ kind: part }) => part === 'byline') === true ||
        /^本报\S+（/.test(articles[at]?.find(isText)?.text ?? '');
      return {
        cut,
        signed: (at) => !cut.has(at) || closed(at),
        articles: articles.map((article, at) => (cut.has(at) ? cutOff(article, dice) : article)),
      };
    }
    case 'remains':
      return { ...whole, articles: putRemains(articles, strength, chance) };
  }
}
