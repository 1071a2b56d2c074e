/** Draws replies as lines of a terminal. Whatever pages and people wrote is cleaned here, at the last moment. */
import type { Registry } from '../../app/command.ts';
import type { Block, Fact, ListItem, Reply, Style, Text } from '../../app/reply.ts';
import { slashLine } from '../../app/slash-line.ts';
import { wordingFor } from '../../app/wording.ts';
import type { Wording } from '../../app/wording-zh-cn.ts';
import type { Explanation } from '../../index/explain.ts';
import { cleanLine } from './clean.ts';
import type { Palette } from './palette.ts';
import { tableLines } from './table.ts';
import { displayWidth, padEnd } from './width.ts';
import { wrap } from './wrap.ts';

/** How replies are drawn. */
export interface Look {
  readonly palette: Palette;
  /** Columns of the terminal; `Infinity` for files and pipes, whose lines are not broken. */
  readonly width: number;
  /** What calls are shown by as chat lines; without it they are not shown. */
  readonly registry: Registry | null;
}

type Draw = (text: string) => string;

/** A prefix before the first line, and one of the same width before the lines that follow. */
interface Indent {
  readonly first: string;
  readonly rest: string;
}

const same: Draw = (text) => text;

const NO_INDENT: Indent = { first: '', rest: '' };
const QUOTE: Indent = { first: '  │ ', rest: '  │ ' };
const SOURCE: Indent = { first: '  └ ', rest: '    ' };

/** Marked text between brackets, where colours cannot show it. */
function bracketed(text: Text, { brackets: [open, close] }: Palette): Text {
  return text.map((part) => (part.style === 'mark' ? { ...part, text: open + part.text + close } : part));
}

/** How the lines of one block are drawn, where that is not as usual. */
interface LineStyle {
  readonly indent?: Indent;
  /** Draws what has no style of its own. */
  readonly plain?: Draw;
}

function lines(text: Text, { palette, width }: Look, { indent = NO_INDENT, plain = same }: LineStyle = {}): string[] {
  const draw: Record<Style, Draw> = {
    plain,
    strong: palette.strong,
    mark: palette.mark,
    faint: palette.faint,
    channel: plain,
  };
  return wrap(bracketed(text, palette), width - displayWidth(indent.first)).map((line, at) => {
    const prefix = at === 0 ? indent.first : indent.rest;
    return palette.faint(prefix) + line.map((part) => draw[part.style](part.text)).join('');
  });
}

function factLines(facts: readonly Fact[], look: Look): string[] {
  const column = Math.max(0, ...facts.map(({ name }) => displayWidth(cleanLine(name)))) + 2;
  const rest = ' '.repeat(column);
  return facts.flatMap(({ name, value }) =>
    lines(value, look, { indent: { first: padEnd(cleanLine(name), column), rest } }),
  );
}

function itemLines({ text, call }: ListItem, number: number | null, look: Look): string[] {
  const first = number === null ? '· ' : `${number}. `;
  const link = call === undefined || look.registry === null ? '' : ` ${slashLine(call, look.registry)}`;
  const linked: Text = link === '' ? text : [...text, { text: link, style: 'faint' }];
  return lines(linked, look, { indent: { first, rest: ' '.repeat(first.length) } });
}

function treeLines({ name, value, parts }: Explanation, depth = 0): string[] {
  const number = Number.isInteger(value) ? String(value) : value.toPrecision(4);
  return [`${'  '.repeat(depth)}${number}  ${cleanLine(name)}`, ...parts.flatMap((part) => treeLines(part, depth + 1))];
}

function blockLines(block: Block, look: Look): string[] {
  const { palette, width } = look;
  switch (block.kind) {
    case 'heading':
      return lines(block.text, look, { plain: block.level === 1 ? palette.heading : palette.strong });
    case 'answer':
      return lines(block.text, look, { plain: palette.answer });
    case 'text':
      return lines(block.text, look);
    case 'note':
      return lines(block.text, look, { plain: palette.faint });
    case 'quote':
      return [...lines(block.text, look, { indent: QUOTE }), ...lines(block.source, look, { indent: SOURCE })];
    case 'list':
      return block.items.flatMap((item, at) => itemLines(item, block.start === null ? null : block.start + at, look));
    case 'table':
      return [
        ...(block.caption === null ? [] : [palette.strong(cleanLine(block.caption))]),
        ...tableLines(block, palette, width),
      ];
    case 'facts':
      return factLines(block.facts, look);
    case 'tree':
      return treeLines(block.root);
  }
}

/** What can be done next, as lines to type. */
function nextLines({ actions, paging }: Reply, registry: Registry, wording: Wording): string[] {
  const found = actions.map(({ label, call }) => `${label}  ${slashLine(call, registry)}`);
  if (paging === null) return found;
  const turns = [
    { label: wording.previous, call: paging.previous },
    { label: wording.next, call: paging.next },
  ].flatMap(({ label, call }) => (call === null ? [] : [`${label}  ${slashLine(call, registry)}`]));
  return [...found, wording.pageNumber(paging.number), ...turns];
}

/** The text of blocks without empty lines between them, with a line feed at its end. */
export function renderBlocks(blocks: readonly Block[], look: Look): string {
  return `${blocks.flatMap((block) => blockLines(block, look)).join('\n')}\n`;
}

/** The text of a reply, blocks parted by empty lines, with a line feed at its end. */
export function renderReply(reply: Reply, look: Look): string {
  const troubled = reply.tone === 'error' || reply.tone === 'fault';
  const blocks = reply.blocks.map((block) => {
    const drawn = blockLines(block, look);
    return (troubled ? drawn.map(look.palette.warning) : drawn).join('\n');
  });
  const next = look.registry === null ? [] : nextLines(reply, look.registry, wordingFor(reply.locale));
  if (next.length > 0) blocks.push(next.map((line) => look.palette.faint(cleanLine(line))).join('\n'));
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
