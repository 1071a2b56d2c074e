/** Articles as a newspaper prints them: label, kicker, headline, deck, byline, dateline, sections, captions. */
import { parseOpening } from '../../src/ingest/dateline.ts';
import type { CleanArticle } from './clean.ts';
import type { Dice } from './dice.ts';
import { clauseFrom, crossheadFrom, figuresFrom, headlineFrom } from './headlines.ts';
import { oneOf, type PartKind, type PrintedPart, withPeople } from './newspaper-parts.ts';
import { BRACKETED, BYLINES, CAPTIONS, LABELS, SECTION_NUMBERS, SLOGANS } from './newspaper-words.ts';

/** An article as it is printed, and what a careful reader would say of it. */
export interface NewsArticle {
  /** All parts in reading order. */
  readonly parts: readonly PrintedPart[];
  readonly byline: string | null;
}

/** How the articles of one page are printed. */
export interface PageStyle {
  /** Whether the extraction marked headings. */
  readonly marked: boolean;
  /** Whether the page names its reporters in lines of their own, in brackets behind the dateline, or not. */
  readonly authors: 'line' | 'dateline' | 'closing' | 'none';
}

/** Shares of the articles that have a part. */
const SHARE = {
  label: 0.12,
  kicker: 0.25,
  deck: 0.35,
  slogan: 0.15,
  dated: 0.6,
  caption: 0.35,
  sections: 0.5,
  split: 0.3,
} as const;
/** An article is cut to at most so many paragraphs. */
const PARAGRAPHS = { short: 2, usual: 5 } as const;
/** A feature with sections has at least so many paragraphs. */
const FEATURE = 6;
const FIGURES = '一二三四五六七八九十';
const DATELINE = /^本报\d+月\d+日讯 /;
/** What a text from the web says of pictures, sources and itself. */
const OF_THE_WEB =
  /图源|资料图|摄[）)。]?|广告|原标题|来源|视觉中国|供图|▲|流程编辑|[记記]者[^，。]{0,12}(?:报道|讯|电)/;

/** The caption of a picture that shows something of the text; nothing where it has no clause for it. */
export function captionFrom(text: string, dice: Dice): string {
  const shown = clauseFrom(text, 26, dice);
  return shown === '' ? '' : withPeople(oneOf(CAPTIONS, dice), dice).replace('S', shown);
}

/** Whether a text could stand in a newspaper as it is. */
function isClean({ paragraphs }: CleanArticle): boolean {
  const [first = ''] = paragraphs;
  return !OF_THE_WEB.test(paragraphs.join('\n')) && parseOpening(first.replace(DATELINE, '')) === undefined;
}

function titleOf({ title, paragraphs }: CleanArticle, dice: Dice): string {
  const text = paragraphs.join('');
  return text.includes(title) ? headlineFrom(text, dice) : title;
}

function headParts(
  { title, text, marked }: { title: string; text: string; marked: boolean },
  dice: Dice,
): PrintedPart[] {
  const level = (wanted: number): number => (marked ? wanted : 0);
  const parts: PrintedPart[] = [];
  const add = (kind: PartKind, words: string, mark = 0): void => {
    if (words !== '') parts.push({ kind, text: words, level: level(mark) });
  };
  const slogan = dice.chance(SHARE.slogan);
  if (dice.chance(SHARE.label)) add('label', oneOf(LABELS, dice));
  if (!slogan && dice.chance(SHARE.kicker)) {
    const clause = clauseFrom(text, 22, dice);
    add('kicker', clause === '' ? '' : `${clause}——`);
  }
  add('title', slogan ? oneOf(SLOGANS, dice) : title, 2);
  if (slogan) add('deck', title);
  else if (dice.chance(SHARE.deck))
    add('deck', dice.chance(0.5) ? figuresFrom(text) : prefixed(clauseFrom(text, 24, dice)));
  return parts;
}

const prefixed = (clause: string): string => (clause === '' ? '' : `——${clause}`);

/** Paragraphs, with the crossheads of sections where the article is a feature. */
function bodyParts(
  paragraphs: readonly string[],
  sections: boolean,
  { style, dice }: { style: PageStyle; dice: Dice },
) {
  const form = oneOf(SECTION_NUMBERS, dice);
  let number = 0;
  return paragraphs.flatMap((text, at): PrintedPart[] => {
    const paragraph: PrintedPart = { kind: 'text', text, level: 0 };
    const head = sections && at % 2 === 1 && at < paragraphs.length - 1 ? crossheadFrom(text, dice) : '';
    if (head === '') return [paragraph];
    const numbered = form.replace('N', FIGURES.charAt(number++)) + head;
    return [{ kind: 'crosshead', text: numbered, level: style.marked ? 3 : 0 }, paragraph];
  });
}

interface Signature {
  readonly line: string | null;
  readonly behindDateline: string;
  readonly closing: string;
}

const bare = (text: string): string => text.replace(/^[□\s]+|[（()）]/g, '');

function signatureOf({ authors }: PageStyle, dated: boolean, dice: Dice): Signature {
  const unsigned: Signature = { line: null, behindDateline: '', closing: '' };
  switch (authors) {
    case 'line':
      return { ...unsigned, line: withPeople(oneOf(BYLINES, dice), dice) };
    case 'dateline':
      return dated ? { ...unsigned, behindDateline: withPeople('（记者 A）', dice) } : unsigned;
    case 'closing':
      return { ...unsigned, closing: withPeople(oneOf(BRACKETED, dice), dice) };
    case 'none':
      return unsigned;
  }
}

/** Cuts an article to the length of news, or leaves it as long as a feature. */
function cutTo(paragraphs: readonly string[], sections: boolean, dice: Dice): readonly string[] {
  if (sections) return paragraphs;
  return paragraphs.slice(0, dice.chance(0.3) ? PARAGRAPHS.short : PARAGRAPHS.usual);
}

/** Prints an article as newspapers do; `undefined` where no headline can be made of its words. */
export function printArticle(article: CleanArticle, style: PageStyle, dice: Dice): NewsArticle | undefined {
  const [first = '', ...rest] = article.paragraphs;
  const title = isClean(article) ? titleOf(article, dice) : '';
  if (title === '') return undefined;
  const sections = article.paragraphs.length >= FEATURE && dice.chance(SHARE.sections);
  const dated = style.authors !== 'line' ? !sections : !sections && dice.chance(SHARE.dated);
  const { line, behindDateline, closing } = signatureOf(style, dated, dice);
  const dateline = dated ? (DATELINE.exec(first)?.[0].trim() ?? '本报讯') : '';
  const opening = dateline === '' ? '' : `${dateline}${behindDateline} `;
  const texts = cutTo([opening + first.replace(DATELINE, ''), ...rest], sections, dice);
  const closed = texts.map((text, at) => (at === texts.length - 1 ? text + closing : text));
  const head = headParts({ title, text: article.paragraphs.join(''), marked: style.marked }, dice);
  if (line !== null) head.push({ kind: 'byline', text: line, level: 0 });
  const body = bodyParts(closed, sections, { style, dice });
  const caption = dice.chance(SHARE.caption) ? captionFrom(article.paragraphs.join(''), dice) : '';
  if (caption !== '') body.splice(dice.chance(0.5) ? body.length : 1, 0, { kind: 'caption', text: caption, level: 0 });
  const signed = [line ?? '', behindDateline, closing].find((one) => one !== '');
  return { parts: [...head, ...body], byline: signed === undefined ? null : bare(signed) };
}
