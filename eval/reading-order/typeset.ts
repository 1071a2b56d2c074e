/** Articles as a newspaper sets them: printed lines of one width, with indents and headlines. */
import type { CleanArticle } from './clean.ts';

/** What a printed line belongs to. */
export type LineRole = 'head' | 'text' | 'caption';

/** A printed line; which one follows it is known from the start, wherever damage puts it. */
export interface SetLine {
  text: string;
  readonly role: LineRole;
  /** Whether it is the first line of its paragraph. */
  readonly opens: boolean;
  /** Whether it is the last one. */
  readonly closes: boolean;
  /** The line that follows in reading order, over the ends of paragraphs, to the end of the article. */
  next: SetLine | undefined;
  /** The line that it repeats. */
  readonly copyOf: SetLine | undefined;
}

/** What keeps together when columns are torn: a line of text, or all lines of a headline. */
export type Unit = readonly SetLine[];

/** An indent in full-width characters. */
const INDENT = 2;
/** Signs that hang at the end of a full line, at most so many of them. */
const MOST_HANGING = 3;
/** Letters of a headline are larger than those of the text. */
const HEAD_SIZE = 1.4;

/** Words and figures are not parted, but for those that would leave half a line empty. */
const TOKEN = /[A-Za-z0-9][A-Za-z0-9.%'-]{0,11} ?|[\s\S] ?/gu;
const NEVER_FIRST = /^[，。、；：？！”’）》」』】…—,.;:?!)%]/;
/** A straight quotation mark closes where it stands behind another mark. */
const CLOSED = /^[，。、；：？！’”）》」』】…,.;:?!)]["']/;
const NEVER_LAST = /^[“‘（《「『【(]/;

/** The width in full-width characters: letters, figures and blanks are half as wide, punctuation is not. */
function widthOf(token: string): number {
  return /^[A-Za-z0-9 ]/.test(token) ? token.length / 2 : 1;
}

/** Whether a sign never begins a line. */
function hangs(tokens: readonly string[], at: number): boolean {
  const token = tokens[at] ?? '';
  return NEVER_FIRST.test(token) || CLOSED.test(`${tokens[at - 1] ?? ''}${token}`);
}

/** Where the line that begins with token `from` ends, within `width`. */
function lineEnd(tokens: readonly string[], from: number, width: number): number {
  let to = from;
  let filled = 0;
  for (let token = tokens[to]; token !== undefined && filled + widthOf(token) <= width; token = tokens[to]) {
    filled += widthOf(token);
    to++;
  }
  const full = Math.max(to, from + 1);
  for (to = full; to < full + MOST_HANGING && hangs(tokens, to); ) to++;
  while (to > from + 1 && to < tokens.length && NEVER_LAST.test(tokens[to - 1] ?? '')) to--;
  return to;
}

/** Cuts a text into lines of `width` full-width characters; joined, they are the text again. */
export function breakLines(text: string, width: number, indent = 0): string[] {
  const tokens = text.match(TOKEN) ?? [];
  const lines: string[] = [];
  for (let from = 0; from < tokens.length; ) {
    const to = lineEnd(tokens, from, lines.length === 0 ? width - indent : width);
    lines.push(tokens.slice(from, to).join(''));
    from = to;
  }
  return lines;
}

/** The lines of one paragraph, each followed by the next. */
export function setParagraph(texts: readonly string[], role: LineRole): SetLine[] {
  const lines = texts.map((text, at): SetLine => {
    return { text, role, opens: at === 0, closes: at === texts.length - 1, next: undefined, copyOf: undefined };
  });
  link(lines);
  return lines;
}

/** Makes each line the follower of the one before. */
function link(lines: readonly SetLine[]): void {
  for (const [at, line] of lines.entries()) line.next = lines[at + 1];
}

/** The headline and the lines of an article in columns of `width` full-width characters. */
export function setArticle({ title, paragraphs }: CleanArticle, width: number): Unit[] {
  const head = setParagraph(breakLines(title, Math.floor(width / HEAD_SIZE)), 'head');
  const text = paragraphs.flatMap((paragraph) => setParagraph(breakLines(paragraph, width, INDENT), 'text'));
  link([...head, ...text]);
  return [head, ...text.map((line) => [line])];
}
