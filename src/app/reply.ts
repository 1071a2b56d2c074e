/**
 * What we say, as plain data that a terminal, a chat platform or a queue can carry.
 *
 * A reply holds text and what the text is, never markup: each adapter escapes and draws it in its own way. Buttons
 * are calls, so nothing has to be remembered between a reply and what is pressed in it.
 */
import type { Explanation } from '../index/explain.ts';
import type { Locale } from './locale.ts';
import type { Call } from './request.ts';

/** `mark` is what proves or matches, `faint` may be overlooked; `channel` is the id of a channel, shown by its name. */
export type Style = 'plain' | 'strong' | 'mark' | 'faint' | 'channel';

/** Text of one style. */
export interface Inline {
  readonly text: string;
  readonly style: Style;
}

/** Running text. */
export type Text = readonly Inline[];

/** An entry of a list; `call` opens what it speaks of. */
export interface ListItem {
  readonly text: Text;
  readonly call?: Call;
}

/** A named value. */
export interface Fact {
  readonly name: string;
  readonly value: Text;
}

/** A part of a reply. Adapters switch over `kind` without a default branch. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: Text }
  | { readonly kind: 'answer'; readonly text: Text }
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'note'; readonly text: Text }
  /** Verbatim text of an article and where it comes from; `call` opens it. */
  | {
      readonly kind: 'quote';
      readonly text: Text;
      readonly source: Text;
      readonly article: string;
      readonly call?: Call;
    }
  /** `start` is the number of the first item, `null` for a list without numbers. */
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly ListItem[] }
  | {
      readonly kind: 'table';
      readonly caption: string | null;
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** The numbers behind an answer. */
  | { readonly kind: 'tree'; readonly root: Explanation };

/** Something that can be done next. Where there is an `icon`, it may stand for the label. */
export interface Action {
  readonly label: string;
  readonly call: Call;
  readonly icon?: string;
  /** The key of the option that somebody has to write the value of first; the call lacks it. */
  readonly fill?: string;
}

/** Where this reply stands in a longer list; the calls turn the page. */
export interface Paging {
  /** From 1. */
  readonly number: number;
  readonly previous: Call | null;
  readonly next: Call | null;
}

/** What a reply is: what was asked for, an honest "no", a slip of the asker, or a fault of ours. */
export type Tone = 'answer' | 'refusal' | 'error' | 'fault';

/** A file that goes with a reply. */
export interface OutgoingFile {
  /** Letters, digits, `-`, `_` and `.` alone. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a reply will say a while later: adapters make the call and show its reply in the place of this one. */
export interface Refresh {
  readonly call: Call;
  readonly afterMs: number;
}

/** Who may see a reply. Platforms fix it at the first sign of life, so commands declare it beforehand. */
export type Audience = 'everyone' | 'asker';

/** What a command says. */
export interface Content {
  readonly tone: Tone;
  readonly blocks: readonly Block[];
  readonly actions: readonly Action[];
  readonly paging: Paging | null;
  /** Shows the same once more, where asking again would not. */
  readonly again?: Call;
  /** Present as long as what is shown goes on changing by itself. */
  readonly refresh?: Refresh;
  readonly file?: OutgoingFile;
}

/** A command's content with what an adapter needs to know about showing it. */
export interface Reply extends Content {
  /** The key of the command, as it was asked for. */
  readonly command: string;
  readonly locale: Locale;
  readonly audience: Audience;
}

/** Text of a single style. */
export function inline(text: string, style: Style = 'plain'): Text {
  return [{ text, style }];
}

/** Content of the given blocks; a plain answer without buttons unless more is said. */
export function content(blocks: readonly Block[], more: Partial<Omit<Content, 'blocks'>> = {}): Content {
  return { tone: 'answer', actions: [], paging: null, ...more, blocks };
}
