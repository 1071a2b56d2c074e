/**
 * Into which passages is an article cut for the index?
 *
 * A passage is as long as one thing said: some 260 characters, so that its words belong together, whole sentences, so
 * that a proof can be quoted, and never across a crosshead. A row of a table and a caption are passages of their own.
 * What the reader knows from above the text (headline, dateline, crosshead, heads of columns) goes into `heading`.
 */
import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { Made } from './made.ts';
import { joinMade, partOf } from './made.ts';
import type { Article, Block, Passage, Table } from './model.ts';

/** Characters of a passage; the prototype's value, to be measured again on the question sets. */
export const PASSAGE_LENGTH = 260;
/** A paragraph up to this many characters is not split: two halves would say less than the whole. */
export const LONGEST_PASSAGE = 380;
/** A sentence longer than this many characters is cut at a comma, or at last anywhere. */
const LONGEST_SENTENCE = 600;

/** A passage without what it has from its article. */
type Cut = Pick<Passage, 'kind' | 'text' | 'pieces' | 'heading' | 'block' | 'row'>;

/** Cuts an overlong sentence behind its commas, and a stretch without any after {@link LONGEST_SENTENCE} characters. */
function cutSentence(text: string, span: Span): Span[] {
  const spans: Span[] = [];
  let { start } = span;
  while (span.end - start > LONGEST_SENTENCE) {
    const reach = text.slice(start, start + LONGEST_SENTENCE);
    const comma = Math.max(...['；', ';', '，', ',', '、', ' ', '\n'].map((sign) => reach.lastIndexOf(sign)));
    const end = comma > LONGEST_SENTENCE / 2 ? start + comma + 1 : start + LONGEST_SENTENCE;
    spans.push({ start, end });
    start = end;
  }
  return [...spans, { start, end: span.end }];
}

/** Splits a paragraph at sentence ends into parts of about the same length. */
function splitParagraph(made: Made): Made[] {
  const { text } = made;
  if (text.length <= LONGEST_PASSAGE) return [made];
  const target = text.length / Math.round(text.length / PASSAGE_LENGTH);
  const parts: { start: number; end: number }[] = [];
  for (const sentence of splitSentences(text).flatMap((span) => cutSentence(text, span))) {
    const last = parts.at(-1);
    // A sentence joins the part before it while at least half of it lies within the part's share.
    const fits = last !== undefined && (last.end + sentence.end) / 2 <= last.start + target;
    if (fits && sentence.end - last.start <= LONGEST_SENTENCE) last.end = sentence.end;
    else parts.push({ ...sentence });
  }
  return parts.map((span) => partOf(made, span));
}

function headingOf(parts: readonly (string | null)[]): string {
  return [...new Set(parts.filter((part) => part !== null && part !== ''))].join(' ');
}

/** The cells of a row with their places; a cell that spans several rows is taken from the row above that prints it. */
function rowOf(block: Block, table: Table, row: number): Made {
  const span = table.rowSpans[row] ?? { start: 0, end: 0 };
  const above = block.text.slice(0, span.start);
  const cells: Made[] = [];
  let from = span.start;
  for (const cell of table.rows[row] ?? []) {
    if (cell === '') continue;
    const here = block.text.slice(from, span.end).indexOf(cell);
    const at = here < 0 ? above.lastIndexOf(cell) : from + here;
    if (here >= 0) from = at + cell.length;
    if (at >= 0) cells.push(partOf(block, { start: at, end: at + cell.length }));
  }
  return joinMade(cells, ' ');
}

/** Gathers passages of running text: short neighbours share one. */
class Gatherer {
  readonly cuts: Cut[] = [];
  private waiting: { made: Made; block: number }[] = [];
  heading = '';

  /** Adds a paragraph, each part of a long one but the last as a passage of its own. */
  addParagraph(paragraph: Made, block: number): void {
    for (const [at, part] of splitParagraph(paragraph).entries()) {
      if (at > 0) this.flush();
      this.add(part, block);
    }
  }

  private add(made: Made, block: number): void {
    const length = this.waiting.reduce((sum, one) => sum + one.made.text.length + 1, 0);
    if (length > 0 && length + made.text.length > PASSAGE_LENGTH) this.flush();
    this.waiting.push({ made, block });
  }

  flush(): void {
    const first = this.waiting[0];
    if (first === undefined) return;
    const made = joinMade(
      this.waiting.map((one) => one.made),
      '\n',
    );
    this.cuts.push({ kind: 'text', ...made, heading: this.heading, block: first.block, row: -1 });
    this.waiting = [];
  }
}

/** The passages of a table: one for each row. */
function cutTable(block: Block, table: Table, at: { heading: string; block: number }): Cut[] {
  const caption = table.caption !== null && at.heading.includes(table.caption) ? null : table.caption;
  const heading = headingOf([at.heading, caption, ...table.header]);
  return table.rows
    .map((_, row): Cut => ({ kind: 'row', ...rowOf(block, table, row), heading, block: at.block, row }))
    .filter((cut) => cut.text !== '');
}

/** Crossheads are no text, but where there is nothing else they are what the article says. */
function cutHeadings(article: Article): Cut[] {
  return article.blocks.flatMap(({ kind, text, pieces }, block): Cut[] =>
    kind === 'crosshead' ? [{ kind: 'text', text, pieces, heading: '', block, row: -1 }] : [],
  );
}

function cutBlocks(article: Article): Cut[] {
  const above = [article.title, article.kicker, article.subtitle, article.dateline];
  const gatherer = new Gatherer();
  let crosshead: string | null = null;
  for (const [block, part] of article.blocks.entries()) {
    const heading = headingOf([...above, crosshead]);
    if (part.kind === 'crosshead' || part.table !== undefined) gatherer.flush();
    gatherer.heading = heading;
    if (part.kind === 'crosshead') crosshead = part.text;
    else if (part.table !== undefined) gatherer.cuts.push(...cutTable(part, part.table, { heading, block }));
    else if (part.kind === 'caption') {
      const { text, pieces } = part;
      gatherer.cuts.push({ kind: 'caption', text, pieces, heading: headingOf(above), block, row: -1 });
    } else if (part.kind !== 'advert') gatherer.addParagraph(part, block);
  }
  gatherer.flush();
  return gatherer.cuts;
}

/**
 * The passages of an article, in reading order but for a caption inside running text, which may come before the
 * passage around it. All words of paragraphs, lists, notices, captions and rows are in one of them.
 */
export function passagesOf(article: Article): Passage[] {
  const cuts = cutBlocks(article);
  return (cuts.length > 0 ? cuts : cutHeadings(article)).map((cut, ordinal) => ({
    article: article.id,
    ordinal,
    ...cut,
  }));
}
