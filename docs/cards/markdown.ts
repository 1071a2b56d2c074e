/** Discord's markup as HTML: what embeds of the bot consist of, read as Discord's own clients read it. */

/** The names of channels by their ids. */
export type ChannelNames = ReadonlyMap<string, string>;

const FENCE = '```';
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** In their order: an escaped sign, code, bold, italics, what is struck out, a channel, a moment of time. */
const INLINE =
  /\\([^\p{L}\p{N}\s])|`([^`\n]+)`|\*\*((?:\\.|[^\\])+?)\*\*(?!\*)|\*((?:\\.|[^\\*])+?)\*|~~((?:\\.|[^\\])+?)~~|<#(\d+)>|<t:(\d+)(?::\w)?>/su;

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign);
}

function inlineMatch(match: RegExpExecArray, channels: ChannelNames): string {
  const [, sign, code, bold, italic, struck, channel, time] = match;
  if (sign !== undefined) return escapeHtml(sign);
  if (code !== undefined) return `<code>${escapeHtml(code)}</code>`;
  if (bold !== undefined) return `<strong>${drawInline(bold, channels)}</strong>`;
  if (italic !== undefined) return `<em>${drawInline(italic, channels)}</em>`;
  if (struck !== undefined) return `<s>${drawInline(struck, channels)}</s>`;
  if (channel !== undefined) return `<span class="mention"># ${escapeHtml(channels.get(channel) ?? '未知')}</span>`;
  return `<span class="time">${new Date(Number(time) * 1000).toISOString()}</span>`;
}

/** Markup within a line as HTML. */
export function drawInline(text: string, channels: ChannelNames = new Map()): string {
  let html = '';
  let left = text;
  for (let match = INLINE.exec(left); match !== null; match = INLINE.exec(left)) {
    html += escapeHtml(left.slice(0, match.index)) + inlineMatch(match, channels);
    left = left.slice(match.index + match[0].length);
  }
  return html + escapeHtml(left);
}

/** Lines of one kind that stand below each other; `text` has every line feed within it. */
interface Piece {
  readonly kind: 'text' | 'quote' | 'small' | 'h1' | 'h2' | 'h3' | 'item' | 'code';
  readonly text: string;
}

const HEADINGS = ['h1', 'h2', 'h3'] as const;

/** What a line is, and what it says without its sign. */
function pieceOf(line: string): Piece {
  const quote = /^ *> (.+)$/u.exec(line);
  if (quote !== null) return { kind: 'quote', text: quote[1] ?? '' };
  const small = /^ *-# +(.+?) *$/u.exec(line);
  if (small !== null) return { kind: 'small', text: small[1] ?? '' };
  const [, signs = '', heading = ''] = /^ *(#{1,3})\s+(.+)$/u.exec(line) ?? [];
  const level = HEADINGS[signs.length - 1];
  if (level !== undefined) return { kind: level, text: heading };
  const item = /^ *(?:[-*]|\d+\.) +(.+)$/u.exec(line);
  return item === null ? { kind: 'text', text: line } : { kind: 'item', text: item[1] ?? '' };
}

/** Lines of quotes and of plain text flow together, everything else stands for itself. */
function isJoined({ kind }: Piece, next: Piece): boolean {
  return kind === next.kind && (kind === 'text' || kind === 'quote');
}

function linePieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const line of text.split('\n')) {
    const piece = pieceOf(line);
    const last = pieces.at(-1);
    if (last !== undefined && isJoined(last, piece))
      pieces.splice(-1, 1, { ...last, text: `${last.text}\n${piece.text}` });
    else pieces.push(piece);
  }
  return pieces;
}

/** The pieces of a text; what stands between two fences is code. A fence ends the line before it and the line it is in. */
function piecesOf(text: string): Piece[] {
  const parts = text.split(FENCE);
  return parts.flatMap((part, at): Piece[] => {
    if (at % 2 === 1 && at < parts.length - 1) return [{ kind: 'code', text: part.replace(/^\n|\n$/gu, '') }];
    const outside = part.replace(at === 0 ? '' : /^\n/u, '').replace(at === parts.length - 1 ? '' : /\n$/u, '');
    return outside === '' ? [] : linePieces(outside);
  });
}

function drawPiece({ kind, text }: Piece, channels: ChannelNames): string {
  switch (kind) {
    case 'code':
      return `<pre>${escapeHtml(text)}</pre>`;
    case 'text':
      return `<p>${drawInline(text, channels)}\n</p>`;
    case 'quote':
      return `<div class="quote"><i></i><blockquote>${drawInline(text, channels)}</blockquote></div>`;
    case 'small':
      return `<small>${drawInline(text, channels)}</small>`;
    case 'item':
      return `<ul><li>${drawInline(text, channels)}</li></ul>`;
    case 'h1':
    case 'h2':
    case 'h3':
      return `<${kind}>${drawInline(text, channels)}</${kind}>`;
  }
}

/** The markup of a message or of a description as HTML. */
export function drawMarkdown(text: string, channels: ChannelNames = new Map()): string {
  return piecesOf(text)
    .map((piece) => drawPiece(piece, channels))
    .join('');
}
