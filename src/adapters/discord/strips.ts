/** What blocks are drawn as: strips of text and of code that are put on screens one after the other. */
import type { Text } from '../../app/reply.ts';
import type { Call } from '../../app/request.ts';
import { cutOff } from './cutting.ts';
import { isBlank } from './escape.ts';
import { drawLine, styledLines } from './styled.ts';

/** Something on a screen that can be opened. */
export interface Pick {
  /** What it is, without its details; not cut, not cleaned. */
  readonly label: string;
  /** The details that may be overlooked; empty where there are none. */
  readonly details: string;
  /** How its list numbers it, with a blank behind; empty where there is no number. */
  readonly number: string;
  readonly call: Call;
}

interface StripBase {
  /** What stands between this strip and the one above it on the same screen. */
  readonly gap: '\n' | '\n\n';
  /** Whether it says nothing without the strip that follows, or that one nothing without it. */
  readonly holdsNext: boolean;
  readonly picks: readonly Pick[];
}

/** Running text, clean. */
export interface TextStrip extends StripBase {
  readonly kind: 'text';
  readonly text: Text;
  /** Markup at the beginning of every line: a quote, small text, a heading, or nothing. */
  readonly prefix: '' | '> ' | '-# ' | '## ' | '### ';
  /** Markup before the first line alone: the number of an item. */
  readonly lead: string;
}

/** Lines in letters of one width; clean, without line feeds, at most {@link CODE_LINE} units each. */
export interface CodeStrip extends StripBase {
  readonly kind: 'code';
  /** Lines that are said again wherever the rest is cut. */
  readonly head: readonly string[];
  readonly lines: readonly string[];
}

type Code = Omit<CodeStrip, keyof StripBase | 'kind'>;

/** Part of a description. */
export type Strip = TextStrip | CodeStrip;

/** Units of a line of code: more is nothing that anybody reads in columns. */
export const CODE_LINE = 200;

const FENCE = '```';
/** In code nothing can be escaped, so the sign that ends code becomes one that looks the same. */
const BACKTICKS = /`/gu;
const BACKTICK_TWIN = 'ˋ';

function isBlankLine(line: Text): boolean {
  return line.every(({ text }) => isBlank(text));
}

/** The lines between the first and the last one that say something. */
function saidLines(text: Text): Text[] {
  const lines = styledLines(text);
  const first = lines.findIndex((line) => !isBlankLine(line));
  return first === -1 ? [] : lines.slice(first, lines.findLastIndex((line) => !isBlankLine(line)) + 1);
}

function drawText({ text, prefix, lead }: TextStrip): string {
  const lines = saidLines(text);
  if (lines.length === 0) return '';
  if (prefix === '' || prefix === '> ') return lead + lines.map((line) => prefix + drawLine(line)).join('\n');
  // Small text and headings without a word in them would show their signs.
  const said = lines.filter((line) => !isBlankLine(line));
  return lead + said.map((line) => prefix + drawLine(line).trimStart()).join('\n');
}

function drawCode({ head, lines }: Code): string {
  if (lines.length === 0) return '';
  return [FENCE, ...[...head, ...lines].map((line) => line.replace(BACKTICKS, BACKTICK_TWIN)), FENCE].join('\n');
}

/** A strip as markup; empty where there is nothing to see. */
export function drawStrip(strip: Strip): string {
  switch (strip.kind) {
    case 'text':
      return drawText(strip);
    case 'code':
      return drawCode(strip);
  }
}

/** The two sides of a cut; `null` where there is nothing on that side. */
export interface StripHalves {
  readonly head: Strip | null;
  readonly rest: Strip | null;
}

function cutTextStrip(strip: TextStrip, room: number): StripHalves {
  const { head, rest } = cutOff(strip.text, room, (text) => drawText({ ...strip, text }));
  return {
    head: { ...strip, text: head, holdsNext: strip.holdsNext && rest.length === 0 },
    rest: rest.length === 0 ? null : { ...strip, text: rest, lead: '' },
  };
}

function cutCodeStrip(strip: CodeStrip, room: number): StripHalves {
  let used = drawCode({ head: strip.head, lines: [''] }).length - 1;
  const over = strip.lines.findIndex((line) => {
    used += line.length + 1;
    return used > room;
  });
  if (over === -1) return { head: strip, rest: null };
  const rest: CodeStrip = { ...strip, lines: strip.lines.slice(over) };
  return over === 0
    ? { head: null, rest }
    : { head: { ...strip, lines: strip.lines.slice(0, over), holdsNext: false }, rest };
}

/** Parts a strip so that the head can be drawn in `room` units; of text, at least one character is taken. */
export function cutStrip(strip: Strip, room: number): StripHalves {
  switch (strip.kind) {
    case 'text':
      return cutTextStrip(strip, room);
    case 'code':
      return cutCodeStrip(strip, room);
  }
}
