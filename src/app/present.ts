/** Turns what the library gives into the parts of replies: marked text, source lines, articles as blocks. */
import type { Article, Block as ArticleBlock } from '../ingest/model.ts';
import type { Span } from '../text/span.ts';
import { sourceOf } from './evidence.ts';
import type { Evidence, FoundPassage } from './model.ts';
import { type Block, type Fact, type Inline, inline, type ListItem, type Style, type Text } from './reply.ts';
import type { Wording } from './wording-zh-cn.ts';

/** Confidence from which we call ourselves very sure, and fairly sure. Confidence is calibrated: a share of right answers. */
const SURE = { high: 0.8, fair: 0.55 } as const;

/** The parts of a text where the short answer stands: each element of a list, which is joined by 、. */
export function placesOf(answer: string, sentence: string): Span[] {
  return answer.split('、').flatMap((part) => {
    const start = part === '' ? -1 : sentence.indexOf(part);
    return start === -1 ? [] : [{ start, end: start + part.length }];
  });
}

/** `text` with the given spans marked; spans may come in any order, meet or lie partly outside. */
export function marked(text: string, marks: readonly Span[]): Text {
  const parts: Inline[] = [];
  let at = 0;
  const push = (end: number, style: Style): void => {
    if (end <= at) return;
    parts.push({ text: text.slice(at, end), style });
    at = end;
  };
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    push(Math.min(start, text.length), 'plain');
    push(Math.min(end, text.length), 'mark');
  }
  push(text.length, 'plain');
  return parts;
}

interface Origin {
  readonly title: string | null;
  readonly source: string | null;
  readonly date: string | null;
  readonly reporters?: readonly string[];
}

/** Headline, paper, day and reporters on one line; what is not known is left out. */
export function sourceLine(origin: Origin, wording: Wording): Text {
  const { title } = origin;
  const known = printedIn(origin, wording);
  const head: Inline = { text: title === null ? wording.untitled : wording.title(title), style: 'strong' };
  return known === '' ? [head] : [head, { text: wording.separator + known, style: 'faint' }];
}

/** The same without the headline, for where that stands already. */
export function printedIn({ source, date, reporters = [] }: Omit<Origin, 'title'>, wording: Wording): string {
  const names = reporters.join(wording.listSeparator);
  const parts = [source, date === null ? null : wording.date(date), names === '' ? null : wording.reporters(names)];
  return parts.filter((part) => part !== null).join(wording.separator);
}

/** A sentence with the answer marked and its source. */
export function evidenceQuote(evidence: Evidence, wording: Wording): Block {
  return {
    kind: 'quote',
    text: marked(evidence.sentence, evidence.marks),
    source: sourceLine(evidence, wording),
    article: evidence.article,
  };
}

/** A passage with the words of the query marked and its source. */
export function passageQuote(passage: FoundPassage, wording: Wording): Block {
  return {
    kind: 'quote',
    text: marked(passage.text, passage.marks),
    source: sourceLine(passage, wording),
    article: passage.article,
  };
}

/** Whether an answer should be checked by whoever reads it. */
export function isDoubtful(confidence: number): boolean {
  return confidence < SURE.fair;
}

/** How sure we are, in words. */
export function confidenceWords(confidence: number, wording: Wording): string {
  const { high, fair, low } = wording.confidence;
  if (confidence >= SURE.high) return high;
  return isDoubtful(confidence) ? low : fair;
}

/** An article as an entry of a list that opens it. */
export function articleItem(article: Article, wording: Wording): ListItem {
  return {
    text: sourceLine({ ...article, source: sourceOf(article) }, wording),
    call: { command: 'article', values: { article: article.id } },
  };
}

function articleFacts(article: Article, wording: Wording): Block {
  const names = wording.facts;
  const facts: Fact[] = [];
  const add = (name: string, value: string | null): void => {
    if (value !== null && value !== '') facts.push({ name, value: inline(value) });
  };
  add(names.source, sourceOf(article));
  add(names.date, article.date === null ? null : wording.date(article.date));
  add(names.byline, article.byline);
  add(names.id, article.id);
  return { kind: 'facts', facts };
}

/** A block of an article as a part of a reply. */
export function bodyBlock(block: ArticleBlock): Block {
  switch (block.kind) {
    case 'crosshead':
      return { kind: 'heading', level: 2, text: inline(block.text) };
    case 'caption':
    case 'advert':
      return { kind: 'note', text: inline(block.text) };
    case 'table':
      return block.table === undefined
        ? { kind: 'text', text: inline(block.text) }
        : { kind: 'table', caption: block.table.caption, header: block.table.header, rows: block.table.rows };
    case 'paragraph':
    case 'list':
    case 'notice':
      return { kind: 'text', text: inline(block.text) };
  }
}

/** A note that a block breaks off, where it does. */
export function brokenOff(block: ArticleBlock, wording: Wording): Block[] {
  return block.breaksOff === true ? [{ kind: 'note', text: inline(wording.brokenOff) }] : [];
}

/** A block of an article, and a note where it breaks off. */
export function bodyBlocks(block: ArticleBlock, wording: Wording): Block[] {
  return [bodyBlock(block), ...brokenOff(block, wording)];
}

/** A whole article: its heads, what is known of it, its text in reading order. */
export function articleBlocks(article: Article, wording: Wording): Block[] {
  const note = (text: string | null): Block[] => (text === null ? [] : [{ kind: 'note', text: inline(text) }]);
  return [
    ...note(article.kicker),
    { kind: 'heading', level: 1, text: inline(article.title ?? wording.untitled) },
    ...note(article.subtitle),
    articleFacts(article, wording),
    ...article.blocks.flatMap((block) => bodyBlocks(block, wording)),
    ...note(article.truncated ? wording.truncated : null),
  ];
}
