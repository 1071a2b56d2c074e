/** Makes replies of summaries: headings, quotes with their sources, figures, and what it was made of. */
import type { Article } from '../ingest/model.ts';
import { sourceOf } from './evidence.ts';
import { callOf, pagingOf } from './paging.ts';
import { printedIn, sourceLine } from './present.ts';
import { type Block, type Content, content, inline, type ListItem, type Text } from './reply.ts';
import type { Call } from './request.ts';
import type { MadeSummary, NoSummary, Stretch, Subject, Summarised, SummaryLine } from './summaries.ts';
import type { Days } from './summary-days.ts';
import { figureBlocks } from './summary-figures.ts';
import type { PageName } from './summary-pages.ts';
import type { Wording } from './wording-zh-cn.ts';

/** Articles of one screenful. */
const PER_PART = 10;

/** Screenfuls of a day, a page or a range at most. */
export const SUMMARY_PARTS = 200;

/** The articles of the screenful `part`, from 1. */
export function stretchOf(part: number): Stretch {
  return { offset: (part - 1) * PER_PART, limit: PER_PART };
}

/** How a summary is shown. */
export interface SummaryLook {
  readonly wording: Wording;
  /** The call that asked for it, which offers are made of. */
  readonly call: Call;
  /** Which screenful it is. */
  readonly part?: number;
  /** Whether the figures come as a table. */
  readonly table?: boolean;
}

function openCall({ id }: Article): Call {
  return callOf('article', { article: id });
}

/** From one day to another, one day alone, or one open end. */
function daysName({ from, to }: Days, wording: Wording): string {
  const { summary, date } = wording;
  if (from === undefined && to === undefined) return summary.everything;
  if (from === to) return date(from ?? '');
  return summary.fromTo(from === undefined ? '' : date(from), to === undefined ? '' : date(to));
}

function pageName({ publication, label, date, file }: PageName, wording: Wording): string {
  const named = [publication, label].filter((part) => part !== null && part !== '').join(' ');
  const day = date === null ? [] : [wording.date(date)];
  return [named === '' ? file : named, ...day].join(wording.separator);
}

/** What a summary is called. */
export function summaryTitle(subject: Subject, wording: Wording): string {
  switch (subject.kind) {
    case 'article':
      return subject.article.title ?? wording.untitled;
    case 'topic':
      return subject.words;
    case 'days':
      return daysName(subject.days, wording);
    case 'page':
      return pageName(subject.page, wording);
  }
}

function sourceText(article: Article, wording: Wording): Text {
  return sourceLine({ ...article, source: sourceOf(article) }, wording);
}

/** Lines of the same article that follow each other, as one. */
function joined(lines: readonly SummaryLine[]): SummaryLine[] {
  const found: SummaryLine[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last?.article !== line.article) found.push(line);
    else found[found.length - 1] = { ...last, text: `${last.text}${line.text}`.replace('……', '…') };
  }
  return found;
}

function yearOf({ date }: Article, wording: Wording): string {
  return date === null ? wording.summary.undated : wording.date(date.slice(0, 4));
}

/** Blocks of the lines, those of different years below headings of their own. */
function byYear(lines: readonly SummaryLine[], wording: Wording, blocksOf: (lines: SummaryLine[]) => Block[]): Block[] {
  const years = new Map<string, SummaryLine[]>();
  for (const line of lines) {
    const year = yearOf(line.article, wording);
    years.set(year, [...(years.get(year) ?? []), line]);
  }
  if (years.size < 2) return blocksOf([...lines]);
  return [...years].flatMap(([year, own]) => [{ kind: 'heading', level: 2, text: inline(year) }, ...blocksOf(own)]);
}

function quotes(lines: readonly SummaryLine[], wording: Wording): Block[] {
  return lines.map(({ article, text }) => ({
    kind: 'quote',
    text: inline(text),
    source: sourceText(article, wording),
    article: article.id,
    call: openCall(article),
  }));
}

function plainList(lines: readonly SummaryLine[], linked: boolean): Block {
  const items = lines.map(({ article, text }) => ({
    text: inline(text),
    ...(linked ? { call: openCall(article) } : {}),
  }));
  return { kind: 'list', start: null, items };
}

function body(made: MadeSummary, wording: Wording): Block[] {
  if (made.subject.kind === 'article') {
    const { article } = made.subject;
    const source = printedIn({ ...article, source: sourceOf(article) }, wording);
    return [{ kind: 'note', text: inline(source) }, plainList(made.lines, false)];
  }
  if (made.counted) return byYear(made.lines, wording, (lines) => [plainList(lines, true)]);
  return byYear(joined(made.lines), wording, (lines) => quotes(lines, wording));
}

function madeNote({ articles, characters, lines, total }: MadeSummary, wording: Wording): Block {
  const shown = lines.reduce((sum, { text }) => sum + [...text].length, 0);
  const { summary } = wording;
  const parts = [summary.made(articles.length, characters, shown), summary.verbatim];
  return {
    kind: 'note',
    text: inline([...(total > articles.length ? [summary.ofAll(total)] : []), ...parts].join('')),
  };
}

function summaryContent(made: MadeSummary, look: SummaryLook): Content {
  const { wording, call, part = 1, table = false } = look;
  const heading: Block = { kind: 'heading', level: 1, text: inline(summaryTitle(made.subject, wording)) };
  const figures = figureBlocks(made.figures, wording, table);
  const text = body(made, wording);
  const blocks = table ? [...figures, ...text] : [...text, ...figures];
  const more = !made.counted && made.total > part * PER_PART;
  const actions =
    made.subject.kind === 'article' ? [{ label: wording.wholeArticle, call: openCall(made.subject.article) }] : [];
  return content([heading, ...blocks, madeNote(made, wording)], {
    actions,
    paging: made.subject.kind === 'days' || made.subject.kind === 'page' ? pagingOf(call, part, more) : null,
  });
}

/** An article by its heads, with the line above or below the headline, which may be what somebody remembers. */
function offer(article: Article, values: Readonly<Record<string, string>>, wording: Wording): ListItem {
  const more = [article.kicker, article.subtitle].filter((head) => head !== null).join(wording.separator);
  const text = sourceText(article, wording);
  return {
    text: more === '' ? text : [...text, { text: wording.separator + more, style: 'faint' }],
    call: callOf('summary article', { ...values, article: article.id }),
  };
}

/** What the offers keep of the call: how long the summary is to be. */
function kept({ values }: Call): Record<string, string> {
  const keys = ['length', 'sentences', 'characters', 'table'];
  return Object.fromEntries(Object.entries(values).filter(([key]) => keys.includes(key)));
}

function offers(none: NoSummary, { call, wording }: SummaryLook): ListItem[] {
  const values = kept(call);
  switch (none.kind) {
    case 'no-article':
    case 'no-topic':
      return none.near.map((article) => offer(article, values, wording));
    case 'no-days':
      return none.near.map(({ day, articles }) => ({
        text: [
          { text: wording.date(day), style: 'strong' },
          { text: wording.separator + wording.summary.articles(articles), style: 'faint' },
        ],
        call: callOf('summary day', { ...values, day }),
      }));
    case 'no-page':
      return none.near.map((page) => ({
        text: [
          { text: pageName(page, wording), style: 'strong' },
          { text: wording.separator + page.file, style: 'faint' },
        ],
        call: callOf('summary page', { ...values, page: page.file }),
      }));
    case 'too-many':
      return [];
  }
}

/** Why there is no summary. */
export function noSummaryText(none: NoSummary, wording: Wording): string {
  const { summary } = wording;
  switch (none.kind) {
    case 'no-article':
      return none.near.length === 0 ? summary.noArticle(none.name) : summary.whichArticle(none.name);
    case 'no-topic':
      return none.near.length === 0 ? summary.noTopic(none.words) : summary.topicOtherTime(none.words);
    case 'no-days':
      return none.near.length === 0 ? summary.noArticles : summary.noDays(daysName(none.days, wording));
    case 'no-page':
      return none.near.length === 0 ? summary.noArticles : summary.whichPage(none.name);
    case 'too-many':
      return summary.tooMany;
  }
}

/** The reply to a wish for a summary. */
export function summarisedContent(summarised: Summarised, look: SummaryLook): Content {
  if (summarised.kind === 'summary') {
    if (summarised.lines.length > 0) return summaryContent(summarised, look);
    return content([{ kind: 'text', text: inline(look.wording.noMore) }], { tone: 'refusal' });
  }
  const items = offers(summarised, look);
  const list: Block[] = items.length === 0 ? [] : [{ kind: 'list', start: 1, items }];
  const text: Block = { kind: 'text', text: inline(noSummaryText(summarised, look.wording)) };
  return content([text, ...list], { tone: 'refusal' });
}
