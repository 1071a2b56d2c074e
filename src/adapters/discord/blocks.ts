/** Blocks of a reply as strips of text and code. */
import type { Block, Fact, Inline, ListItem, Text } from '../../app/reply.ts';
import type { Explanation } from '../../index/explain.ts';
import { partAt } from './breaks.ts';
import { cleanLine, isBlank } from './escape.ts';
import { excerptOf } from './excerpt.ts';
import { CODE_LINE, type CodeStrip, type Pick, type Strip, type TextStrip } from './strips.ts';
import { cleanStyled, drawStyled, plainOf } from './styled.ts';
import { columnLines } from './table-text.ts';

/** Units of a quotation of an answer, drawn; a longer one would bury the answer, and its article is a button away. */
const QUOTE_LIMIT = 900;
/** How deep the numbers behind an answer are indented at most. */
const DEEPEST = 20;
const SEPARATOR = ' · ';

/** How blocks are drawn. */
export interface BlockLook {
  /** Whether long quotations are shown by what stands around their marks. */
  readonly hasExcerpts: boolean;
}

type Gap = Strip['gap'];

function textStrip(text: Text, more: Partial<Omit<TextStrip, 'kind' | 'text'>> = {}): TextStrip {
  return {
    kind: 'text',
    prefix: '',
    lead: '',
    gap: '\n\n',
    holdsNext: false,
    picks: [],
    ...more,
    text: cleanStyled(text),
  };
}

function plain(text: string): Inline {
  return { text, style: 'plain' };
}

function strong(text: string): Inline {
  return { text, style: 'strong' };
}

/** Every strip but the first directly below the one before. */
function stacked<Kind extends Strip>(strips: readonly Kind[]): Kind[] {
  return strips.map((strip, at) => (at === 0 ? strip : { ...strip, gap: '\n' }));
}

/** What an entry opens: its faint part says the details, everything else what it is. */
function pickOf(text: Text, call: Pick['call'], number: string): Pick {
  const isFaint = ({ style }: Inline): boolean => style === 'faint';
  const details = plainOf(text.filter(isFaint)).replace(/^[\s·]+/u, '');
  const label = plainOf(text.filter((part) => !isFaint(part)));
  return isBlank(label) ? { label: plainOf(text), number, details: '', call } : { label, number, details, call };
}

function itemStrip({ text, call }: ListItem, number: number | null): TextStrip {
  const name = number === null ? '' : `${number}. `;
  return textStrip(text, {
    // Discord's own lists begin where they like and end where they should not, so the number is text.
    lead: number === null ? '• ' : `**${number}.** `,
    picks: call === undefined ? [] : [pickOf(text, call, name)],
  });
}

function factStrip({ name, value }: Fact): TextStrip {
  return textStrip([strong(cleanLine(name)), plain('\u3000'), ...value]);
}

function quoteStrips(block: Extract<Block, { kind: 'quote' }>, { hasExcerpts }: BlockLook): TextStrip[] {
  const text = cleanStyled(block.text);
  const isLong = hasExcerpts && drawStyled(text).length > QUOTE_LIMIT;
  const picks = block.call === undefined ? [] : [pickOf(block.source, block.call, '')];
  return stacked([
    textStrip(isLong ? excerptOf(text, QUOTE_LIMIT) : text, { prefix: '> ', holdsNext: true, picks }),
    textStrip(block.source, { prefix: '-# ' }),
  ]);
}

/** The rows of a table that is too wide for columns, a line each; names of columns stand before every cell. */
function rowStrips(header: readonly string[], rows: readonly (readonly string[])[]): TextStrip[] {
  const names = textStrip([plain(header.filter((name) => name !== '').join(SEPARATOR))], { prefix: '-# ' });
  const lines = rows.map((row) =>
    textStrip(
      row.flatMap((cell, at): Inline[] => {
        if (at === 0) return [strong(cell)];
        return cell === '' ? [] : [plain(SEPARATOR + (header[at] ? `${header[at]} ` : '') + cell)];
      }),
    ),
  );
  return stacked([{ ...names, holdsNext: lines.length > 0 }, ...lines]);
}

function tableStrips({ caption, header, rows }: Extract<Block, { kind: 'table' }>): Strip[] {
  const head = header.map(cleanLine);
  const body = rows.map((row) => row.map(cleanLine));
  const columns = body.length === 0 ? null : columnLines({ header: head, rows: body });
  const table: Strip[] =
    columns === null
      ? rowStrips(head, body)
      : [{ kind: 'code', ...columns, gap: '\n\n', holdsNext: false, picks: [] } satisfies CodeStrip];
  const title = textStrip([strong(cleanLine(caption ?? ''))], { holdsNext: true });
  return isBlank(caption ?? '') ? table : stacked([title, ...table]);
}

/** A line in pieces that are short enough for code. */
function codeLines(line: string): string[] {
  const lines: string[] = [];
  for (let left = line; left !== ''; ) {
    const end = partAt(left, CODE_LINE, (units) => units <= CODE_LINE);
    lines.push(left.slice(0, end));
    left = left.slice(end);
  }
  return lines;
}

function treeLines({ name, value, parts }: Explanation, depth = 0): string[] {
  const number = Number.isInteger(value) ? String(value) : value.toPrecision(4);
  const line = `${'  '.repeat(Math.min(depth, DEEPEST))}${number}  ${cleanLine(name)}`;
  return [...codeLines(line), ...parts.flatMap((part) => treeLines(part, depth + 1))];
}

function stripsOf(block: Block, look: BlockLook): Strip[] {
  switch (block.kind) {
    case 'heading':
      return [textStrip(block.text, { prefix: block.level === 1 ? '## ' : '### ', holdsNext: true })];
    case 'answer':
      return [textStrip(cleanStyled(block.text).map(({ text }) => strong(text)))];
    case 'text':
      return [textStrip(block.text)];
    case 'note':
      return [textStrip(block.text, { prefix: '-# ' })];
    case 'quote':
      return quoteStrips(block, look);
    case 'list':
      return stacked(block.items.map((item, at) => itemStrip(item, block.start === null ? null : block.start + at)));
    case 'table':
      return tableStrips(block);
    case 'facts':
      return stacked(block.facts.map(factStrip));
    case 'tree':
      return [{ kind: 'code', head: [], lines: treeLines(block.root), gap: '\n\n', holdsNext: false, picks: [] }];
  }
}

/** What stands between a block and the one before it: small things close up, everything else keeps its distance. */
function gapAfter(before: Block | undefined, block: Block): Gap {
  // Discord sets headings off by themselves.
  if (before?.kind === 'heading' || block.kind === 'heading') return '\n';
  return block.kind === 'note' && before?.kind !== 'text' ? '\n' : '\n\n';
}

/** Whether two quotations that follow each other have the same source, which then stands below the second alone. */
function sameSource(block: Block, next: Block | undefined): boolean {
  if (block.kind !== 'quote' || next?.kind !== 'quote') return false;
  return block.article === next.article && plainOf(block.source) === plainOf(next.source);
}

/** The strips of blocks in their order; a heading stays with what follows it, a note with what it is about. */
export function blockStrips(blocks: readonly Block[], look: BlockLook): Strip[] {
  return blocks.flatMap((block, at) => {
    const all = stripsOf(block, look);
    const next = blocks[at + 1];
    const strips = sameSource(block, next) ? all.slice(0, -1) : all;
    const gap = gapAfter(blocks[at - 1], block);
    return strips.map((strip, place) => ({
      ...strip,
      gap: place === 0 ? gap : strip.gap,
      holdsNext: strip.holdsNext || (place === strips.length - 1 && (next?.kind === 'note' || sameSource(block, next))),
    }));
  });
}
