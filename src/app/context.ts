/** Shows a sentence in its article: the paragraph that it stands in and its neighbours. */
import type { Article } from '../ingest/model.ts';
import { sourceOf } from './evidence.ts';
import type { Evidence } from './model.ts';
import { bodyBlock, bodyBlocks, brokenOff, evidenceQuote, marked, printedIn } from './present.ts';
import { type Block, inline } from './reply.ts';
import type { Wording } from './wording-zh-cn.ts';

/** What of a sentence can be looked for in the article: a row of a table is quoted with its headings before a bar. */
function wanted({ sentence }: Evidence): string {
  return sentence.slice(sentence.lastIndexOf(' | ') + 1).replace(/^\| /u, '');
}

/** The block that holds the sentence, or -1: the headline alone, or a text that has changed since. */
function placeOf({ blocks }: Article, evidence: Evidence): number {
  const whole = blocks.findIndex(({ text }) => text.includes(evidence.sentence));
  if (whole >= 0) return whole;
  const row = wanted(evidence);
  return blocks.findIndex(({ table }) =>
    table?.rows.some((cells) => cells.filter((cell) => cell !== '').join(' ') === row),
  );
}

/** The headline and source of the article, then the block with the sentence between its neighbours. */
export function contextBlocks(article: Article, evidence: Evidence, wording: Wording): Block[] {
  const { title, date, reporters, blocks } = article;
  const head: Block[] = [
    { kind: 'heading', level: 1, text: inline(title ?? wording.untitled) },
    { kind: 'note', text: inline(printedIn({ source: sourceOf(article), date, reporters }, wording)) },
  ];
  const at = placeOf(article, evidence);
  const block = blocks[at];
  if (block === undefined) return [...head, evidenceQuote(evidence, wording)];
  const start = block.text.indexOf(evidence.sentence);
  // A row of a table has no place in running text: it is quoted, and its table stands below.
  const middle: Block[] =
    start < 0
      ? [evidenceQuote(evidence, wording), bodyBlock(block)]
      : [
          {
            kind: 'text',
            text: marked(
              block.text,
              evidence.marks.map((mark) => ({ start: start + mark.start, end: start + mark.end })),
            ),
          },
        ];
  return [
    ...head,
    ...blocks.slice(Math.max(0, at - 1), at).flatMap((above) => bodyBlocks(above, wording)),
    ...middle,
    ...brokenOff(block, wording),
    ...blocks.slice(at + 1, at + 2).flatMap((below) => bodyBlocks(below, wording)),
  ];
}
