/** Styled text as Discord's markup: what is strong or marked is bold, everything else is as it is. */
import type { Inline, Style, Text } from '../../app/reply.ts';
import { cleanText, escapeClean } from './escape.ts';

/** How a style is drawn; a channel is one thing, everything else flows together. */
const LOOKS: Readonly<Record<Style, 'plain' | 'bold' | 'channel'>> = {
  plain: 'plain',
  strong: 'bold',
  mark: 'bold',
  faint: 'plain',
  channel: 'channel',
};

/** The id of a channel, and only that: anything else in its place is text. */
const CHANNEL_ID = /^\d{17,20}$/u;

/** The text without its styles. */
export function plainOf(text: Text): string {
  return text.map((part) => part.text).join('');
}

/** Neighbours of one style put together, so that what is cut into parts by styles alone is read whole. */
function merged(text: Text): Inline[] {
  const parts: Inline[] = [];
  for (const part of text) {
    const last = parts.at(-1);
    if (last?.style === part.style && part.style !== 'channel')
      parts.splice(-1, 1, { text: last.text + part.text, style: part.style });
    else if (part.text !== '') parts.push(part);
  }
  return parts;
}

/** The text cleaned as {@link cleanText} does, styles kept, without empty parts. */
export function cleanStyled(text: Text): Text {
  return merged(merged(text).map(({ text: part, style }) => ({ text: cleanText(part), style })));
}

/** The units from `start` to before `end`, with their styles. */
export function sliceStyled(text: Text, start: number, end: number): Text {
  const parts: Inline[] = [];
  let at = 0;
  for (const { text: part, style } of text) {
    const inside = part.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (inside !== '') parts.push({ text: inside, style });
    at += part.length;
  }
  return parts;
}

/** The lines of a text, without their line feeds. */
export function styledLines(text: Text): Text[] {
  const lines: Inline[][] = [[]];
  for (const { text: part, style } of text) {
    for (const [at, line] of part.split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (line !== '') lines.at(-1)?.push({ text: line, style });
    }
  }
  return lines;
}

/** Bold text; blanks at its ends stay outside, where there is nothing to see of them. */
function bold(text: string): string {
  const inner = text.trim();
  if (inner === '') return text;
  const start = text.indexOf(inner);
  return `${text.slice(0, start)}**${escapeClean(inner)}**${text.slice(start + inner.length)}`;
}

interface Run {
  readonly text: string;
  readonly look: 'plain' | 'bold' | 'channel';
}

/** Neighbours that are drawn alike as one run. */
function runsOf(line: Text): Run[] {
  const runs: Run[] = [];
  for (const { text, style } of line) {
    const look = LOOKS[style];
    const last = runs.at(-1);
    if (last !== undefined && last.look === look && look !== 'channel')
      runs.splice(-1, 1, { look, text: last.text + text });
    else runs.push({ look, text });
  }
  return runs;
}

function drawRun({ text, look }: Run, before: Run | undefined): string {
  switch (look) {
    case 'plain':
      return escapeClean(text);
    case 'bold':
      return bold(text);
    case 'channel':
      // Nobody is called by the name of a channel, so this is the one mention that we make.
      return (before?.look === 'channel' ? ' ' : '') + (CHANNEL_ID.test(text) ? `<#${text}>` : escapeClean(text));
  }
}

/** One line of clean text, escaped, with its bold parts. */
export function drawLine(line: Text): string {
  return runsOf(line)
    .map((run, at, runs) => drawRun(run, runs[at - 1]))
    .join('');
}

/** Clean text, escaped, with its bold parts; bold never goes on over a line feed. */
export function drawStyled(text: Text): string {
  return styledLines(text).map(drawLine).join('\n');
}
