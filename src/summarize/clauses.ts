/** The clauses of a sentence: what stands between its commas, outside of brackets and quotes. */
import { BRACKETS } from '../text/lexicon/punctuation.ts';
import type { Span } from '../text/span.ts';

/** A clause; `end` is before its mark, `next` where the next clause begins. */
export interface ClausePlace extends Span {
  readonly next: number;
  /** The sign that ends it: ， ； ： — … or '' at the sentence's end. */
  readonly mark: string;
}

const CLOSERS = new Set(Object.values(BRACKETS));
const SIGN = new RegExp(`[${Object.entries(BRACKETS).flat().join('').replace(/[[\]]/g, '\\$&')}]`, 'u');
const MARK = /[，,；;：:]|——|…+/y;
/** 8,000 and 9:30 are one number. */
const IN_NUMBER = /[0-9０-９][,，:：][0-9０-９]/;

/** Per character of `text` how many brackets and quotes are around it; a sign without its partner protects nothing. */
function depths(text: string): Uint8Array {
  const around = new Uint8Array(text.length);
  if (!SIGN.test(text)) return around;
  const open: { sign: string; at: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    const partner = CLOSERS.has(sign) ? open.findLastIndex((one) => BRACKETS[one.sign] === sign) : -1;
    const opener = open[partner];
    if (opener !== undefined) {
      open.length = partner;
      for (let k = opener.at; k <= at; k++) around[k] = (around[k] ?? 0) + 1;
    } else if (sign in BRACKETS) open.push({ sign, at });
  }
  return around;
}

/** Whether every bracket and quote of a text has its partner. */
export function isBalanced(text: string): boolean {
  const around = depths(text);
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if ((sign in BRACKETS || CLOSERS.has(sign)) && around[at] === 0) return false;
  }
  return true;
}

function markAt(text: string, at: number): string {
  MARK.lastIndex = at;
  const mark = MARK.exec(text)?.[0] ?? '';
  return mark !== '' && IN_NUMBER.test(text.slice(Math.max(0, at - 1), at + 2)) ? '' : mark;
}

/** The clauses of the sentence at `sentence` of a block's text, in order; together they are all of it. */
export function splitClauses(text: string, sentence: Span): ClausePlace[] {
  const raw = text.slice(sentence.start, sentence.end);
  const around = depths(raw);
  const found: ClausePlace[] = [];
  let start = 0;
  for (let at = 0; at < raw.length; at++) {
    const mark = around[at] === 0 ? markAt(raw, at) : '';
    if (mark === '' || at === start) continue;
    const next = at + mark.length + (/^\s*/.exec(raw.slice(at + mark.length))?.[0].length ?? 0);
    if (next >= raw.length) break;
    found.push({ start: sentence.start + start, end: sentence.start + at, next: sentence.start + next, mark });
    start = next;
    at = next - 1;
  }
  found.push({ start: sentence.start + start, end: sentence.end, next: sentence.end, mark: '' });
  return found;
}
