/**
 * Summaries as people ask for them: of an article, a topic, a stretch of days, a page.
 *
 * What comes out is data, sentences as they stand in the articles; `summary-content.ts` makes a reply of it, and programs
 * get it as it is.
 */
import type { Article } from '../ingest/model.ts';
import { lengthOf } from '../summarize/material.ts';
import type { FocusWord, KeyFigure, Summary, SummaryLength, SummaryWish } from '../summarize/model.ts';
import { summariseArticles } from '../summarize/summarise.ts';
import { bareName } from './article-names.ts';
import type { Library } from './model.ts';
import { articlesAbout, focusOf, meantArticle, partsAbout } from './summary-articles.ts';
import { articlesOf, type Days, inOrderOfTime, type KnownDay, nearestDays } from './summary-days.ts';
import { countedLength, type Extent, type Line, lengthForOne, lineOf, topicLine } from './summary-extent.ts';
import { findPage, type PageName } from './summary-pages.ts';

/** What a summary is of; days without ends are everything that there is. */
export type Subject =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'topic'; readonly words: string }
  | { readonly kind: 'days'; readonly days: Days }
  | { readonly kind: 'page'; readonly page: PageName };

/** A sentence or clauses of one, verbatim, with a … where something of it is left out. */
export interface SummaryLine {
  readonly article: Article;
  readonly text: string;
}

/** A number and what it counts. */
export interface FigureLine extends Omit<KeyFigure, 'article'> {
  readonly article: Article;
}

/** A summary with what it was made of. */
export interface MadeSummary {
  readonly kind: 'summary';
  readonly subject: Subject;
  readonly lines: readonly SummaryLine[];
  readonly figures: readonly FigureLine[];
  /** Every article that was read for it, in order. */
  readonly articles: readonly Article[];
  /** Characters of their text. */
  readonly characters: number;
  /** Articles of the whole subject, of which `articles` are a part. */
  readonly total: number;
  /** Whether it is one short text, counted out in sentences or characters, rather than an article after the other. */
  readonly counted: boolean;
}

/** Why there is none, and what there is instead. */
export type NoSummary =
  | { readonly kind: 'no-article'; readonly name: string; readonly near: readonly Article[] }
  | { readonly kind: 'no-topic'; readonly words: string; readonly near: readonly Article[] }
  | { readonly kind: 'no-days'; readonly days: Days; readonly near: readonly KnownDay[] }
  | { readonly kind: 'no-page'; readonly name: string; readonly near: readonly PageName[] }
  | { readonly kind: 'too-many'; readonly days: Days };

export type Summarised = MadeSummary | NoSummary;

/** Which articles of a long list are summarised; all of them where it is left out. */
export interface Stretch {
  readonly offset: number;
  readonly limit: number;
}

/** Figures of a whole summary, and of each article where every article is heard. */
const FIGURES = { whole: 8, topic: 2, article: 1, table: 40 } as const;
/** Articles that are read as one text at most; more are summarised one by one and the best of that are taken. */
const AS_ONE_TEXT = 60;
/** Fewer characters than this say nothing of a page, or of an article. */
const LEAST_FOR = { page: 60, article: 40 } as const;
/** A line that shares this much of its pairs of characters with an earlier one says the same again. */
const SAME = 0.8;

interface Made {
  readonly lines: readonly SummaryLine[];
  readonly figures: readonly FigureLine[];
}

/** The sentences and figures of a summary with their articles in the place of ids. */
function toLines({ sentences, figures }: Summary, articles: readonly Article[]): Made {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return {
    lines: sentences.flatMap(({ article: id, text, before, after }) => {
      const article = byId.get(id);
      return article === undefined ? [] : [{ article, text: `${before ? '…' : ''}${text}${after ? '…' : ''}` }];
    }),
    figures: figures.flatMap((figure) => {
      const article = byId.get(figure.article);
      return article === undefined ? [] : [{ ...figure, article }];
    }),
  };
}

function oneText(articles: readonly Article[], wish: SummaryWish): Made {
  return toLines(summariseArticles(articles, wish), articles);
}

/** One short text of so many characters or sentences; numbers beside it would make it longer than was asked for. */
function shortText(articles: readonly Article[], length: SummaryLength, focus: readonly FocusWord[] = []): Made {
  const texts = articles.slice(0, AS_ONE_TEXT);
  if (length.kind === 'characters') return withinCharacters(texts, length.atMost, focus);
  return oneText(texts, { length, focus, figures: 0 });
}

function together(parts: readonly Made[]): Made {
  return { lines: parts.flatMap(({ lines }) => lines), figures: parts.flatMap(({ figures }) => figures) };
}

/** The same articles by what `key` says of them, in order of first appearance. */
function grouped(articles: readonly Article[], key: (article: Article) => string): Article[][] {
  const groups = new Map<string, Article[]>();
  for (const article of articles) groups.set(key(article), [...(groups.get(key(article)) ?? []), article]);
  return [...groups.values()];
}

/** One short text of so many characters, each page in it as far as there is room, else each year. */
function withinCharacters(articles: readonly Article[], characters: number, focus: readonly FocusWord[]): Made {
  const pages = grouped(articles, ({ file }) => file);
  const years = grouped(articles, ({ date }) => date?.slice(0, 4) ?? '');
  const groups = pages.length * LEAST_FOR.page <= characters ? pages : years;
  const atMost = Math.floor(characters / Math.max(1, groups.length));
  return together(
    groups.map((group) =>
      oneText(group, {
        length: { kind: 'characters', atMost },
        focus,
        figures: 0,
        perArticle: 1,
        everyArticle: atMost >= group.length * LEAST_FOR.article,
      }),
    ),
  );
}

/** A line or more for each article. */
function eachArticle(articles: readonly Article[], line: Line, wish: Omit<SummaryWish, 'length'>): Made {
  const length = { kind: 'characters', atMost: line.characters } as const;
  return together(articles.map((article) => oneText([article], { ...wish, length, perArticle: line.sentences })));
}

function pairsOf(text: string): Set<string> {
  const letters = [...bareName(text)];
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
}

/** The lines without those that say again what an earlier one has said. */
function withoutRepeats(lines: readonly SummaryLine[]): SummaryLine[] {
  const said: Set<string>[] = [];
  return lines.filter(({ text }) => {
    const pairs = pairsOf(text);
    const again = said.some((earlier) => [...pairs].filter((pair) => earlier.has(pair)).length >= pairs.size * SAME);
    if (!again) said.push(pairs);
    return !again;
  });
}

function made(
  subject: Subject,
  articles: readonly Article[],
  rest: Made & { total: number; counted: boolean },
): MadeSummary {
  const characters = articles.reduce((sum, article) => sum + lengthOf(article), 0);
  return { kind: 'summary', subject, articles, characters, ...rest };
}

/** Several articles of which each one is heard, unless a number of sentences or characters was asked for. */
function several(
  subject: Subject,
  articles: readonly Article[],
  { offset = 0, limit = articles.length, ...extent }: Extent & Partial<Stretch>,
): MadeSummary {
  const total = articles.length;
  const length = countedLength(extent);
  if (length !== undefined) {
    return made(subject, articles.slice(0, AS_ONE_TEXT), { ...shortText(articles, length), total, counted: true });
  }
  const shown = articles.slice(offset, offset + limit);
  const lines = eachArticle(shown, lineOf(extent), { figures: FIGURES.article });
  return made(subject, shown, { ...lines, total, counted: false });
}

/** The summary of the article that a name means. `table` asks for all of its figures. */
export async function summariseNamed(
  name: string,
  { table = false, ...extent }: Extent & { readonly table?: boolean },
  library: Library,
): Promise<Summarised> {
  const looked = await meantArticle(name, library);
  if (looked.kind === 'near') return { kind: 'no-article', name, near: looked.articles };
  const { article } = looked;
  const { length, sentences } = lengthForOne(extent);
  const wanted = countedLength(extent) === undefined ? FIGURES.whole : 0;
  const figures = table ? FIGURES.table : wanted;
  const text = oneText([article], { length, figures, ...(sentences < Infinity ? { perArticle: sentences } : {}) });
  return made({ kind: 'article', article }, [article], { ...text, total: 1, counted: false });
}

/** The summary of what the library says of a topic, in order of time and without saying anything twice. */
export async function summariseTopic(words: string, wish: Extent & Days, library: Library): Promise<Summarised> {
  const { from, to, ...extent } = wish;
  const { articles: most, ...line } = topicLine(extent);
  const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const articles = await articlesAbout(words, { ...days, most }, library);
  if (articles.length === 0) {
    const bounded = from !== undefined || to !== undefined;
    return { kind: 'no-topic', words, near: bounded ? await articlesAbout(words, { most }, library) : [] };
  }
  const length = countedLength(extent);
  const parts = articles.map((article) => partsAbout(words, article));
  const focus = focusOf(words);
  const text =
    length === undefined
      ? eachArticle(parts, line, { focus, figures: FIGURES.topic })
      : shortText(parts, length, focus);
  const rest = { ...text, lines: withoutRepeats(text.lines), total: articles.length, counted: length !== undefined };
  return made({ kind: 'topic', words }, articles, rest);
}

/** The summary of every article of some days, in order of time; of all articles where both ends are open. */
export async function summariseDays(
  days: Days,
  wish: Extent & Partial<Stretch>,
  library: Library,
): Promise<Summarised> {
  const articles = await articlesOf(days, library);
  if (articles === null) return { kind: 'too-many', days };
  if (articles.length === 0) return { kind: 'no-days', days, near: await nearestDays(days, library) };
  return several({ kind: 'days', days }, inOrderOfTime(articles), wish);
}

/** The summary of every article of the page that a name means, in reading order. */
export async function summarisePage(
  name: string,
  wish: Extent & Partial<Stretch>,
  library: Library,
): Promise<Summarised> {
  const found = await findPage(name, library);
  if (found.kind === 'near') return { kind: 'no-page', name, near: found.pages };
  return several({ kind: 'page', page: found.page }, found.articles, wish);
}
