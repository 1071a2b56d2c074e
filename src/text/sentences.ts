/**
 * Sentences of a Chinese text.
 *
 * A line feed always ends a sentence; within a line 。！？…… and their half-width twins do. What is quoted stays
 * together with the words that say who said it: an end mark inside quotes counts only where the quote closes right after
 * it and nothing carries on. Quotes that never close, as in text from OCR, protect nothing.
 */
import { ABBREVIATIONS, BRACKETS, CONTINUERS, END_MARKS, QUOTES, TITLES } from './lexicon/punctuation.ts';
import { SPEECH_VERBS } from './lexicon/speech.ts';
import { foldText } from './normalize.ts';
import type { Span } from './span.ts';

/** How far apart the two signs of a pair may stand, in characters; a longer one is taken for two stray signs. */
const REACH = 400;
/** How far behind a closing quote its speaker's verb may stand. */
const SPEAKER_REACH = 40;

const CLOSERS = new Set(Object.values(BRACKETS));
const SIGN = new RegExp(`[${Object.entries(BRACKETS).flat().join('').replace(/[[\]]/g, '\\$&')}]`, 'g');
const MARK = new RegExp(`[${END_MARKS}.]`, 'g');
const LINE = /[^\n\r\u2028\u2029]+/g;
const SPEECH = new RegExp(`(?:${SPEECH_VERBS.join('|')})(?:了|着|过|记者)?$`);
const CLAUSE = /^[^，,。！？!?；;：:“「『"…]*/;
const ATTRIBUTIVE = /^(?:的|等|之|一[词语句书文事]|这[一个样种句]|为[题主])/;
/** How many characters before a quote can name its speaker. */
const INTRODUCTION = 24;
/** How deep signs are followed; anything deeper is noise. */
const DEPTH = 32;
const LATIN_WORD = /([A-Za-z]+)[)"”’]?$/;

/** An enclosed stretch of a line: the offsets of its two signs. */
interface Enclosure {
  readonly open: number;
  readonly close: number;
}

/** Whether the straight quotes of a line can be paired at all. */
function isPaired(line: string, sign: string): boolean {
  return (line.split(sign).length - 1) % 2 === 0;
}

/** Whether two matching signs enclose something, rather than standing far apart or beside blanks as stray ones do. */
function encloses(line: string, { open, close }: Enclosure): boolean {
  if (close - open > REACH) return false;
  return line.charAt(open) !== '"' || !/^\s|\s$/.test(line.slice(open + 1, close));
}

/** The pairs of matching signs of a line, in the order of their closing; a sign without its partner is passed over. */
function matchSigns(line: string): Enclosure[] {
  const straight = isPaired(line, '"');
  const stack: { sign: string; open: number }[] = [];
  const found: Enclosure[] = [];
  for (const { 0: sign, index: at } of line.matchAll(SIGN)) {
    if (sign === '"' && !straight) continue;
    const depth = CLOSERS.has(sign) ? stack.findLastIndex((entry) => BRACKETS[entry.sign] === sign) : -1;
    const opener = stack[depth];
    if (opener !== undefined) {
      stack.length = depth;
      found.push({ open: opener.open, close: at });
    } else if (sign in BRACKETS && stack.length < DEPTH) stack.push({ sign, open: at });
  }
  return found;
}

/** The outermost enclosures of a line, in order. */
function findEnclosures(line: string): Enclosure[] {
  const found: Enclosure[] = [];
  for (const pair of matchSigns(line)) {
    if (!encloses(line, pair)) continue;
    while ((found.at(-1)?.open ?? -1) > pair.open) found.pop();
    found.push(pair);
  }
  return found;
}

/** Whether a full stop of Latin script at `at` ends a sentence. */
function isLatinStop(line: string, at: number): boolean {
  const word = LATIN_WORD.exec(line.slice(Math.max(0, at - 24), at))?.[1];
  if (word === undefined || word.length < 2 || ABBREVIATIONS.includes(word.toLowerCase())) return false;
  return /^["”’)]*(?:\s*$|\s+["“‘(]?[A-Z\u3400-\u9fff])/.test(line.slice(at + 1, at + 12));
}

/** The end of the run of end marks that begins at `at`; `at` itself when none does. */
function endOfMarks(line: string, at: number): number {
  let end = at;
  while (end < line.length && END_MARKS.includes(line.charAt(end))) end++;
  if (end > at) return /^[!?]+$/.test(line.slice(at, end)) && /[\w/=&]/.test(line.charAt(end)) ? at : end;
  if (line.charAt(at) !== '.') return at;
  while (line.charAt(end) === '.') end++;
  return end - at >= 3 || (end - at === 1 && isLatinStop(line, at)) ? end : at;
}

/** Whether what follows a closed quote still belongs to it: a comma, 的, or the words that name the speaker. */
function continues(line: string, after: number, quote: Enclosure | undefined): boolean {
  const rest = line.slice(after, after + SPEAKER_REACH).trimStart();
  if (rest === '') return false;
  if (CONTINUERS.includes(rest.charAt(0))) return !/^——/.test(rest) || quote !== undefined;
  if (quote === undefined) return rest.startsWith('等');
  if (ATTRIBUTIVE.test(rest)) return true;
  if (isIntroduced(line, quote.open)) return false;
  const clause = CLAUSE.exec(rest)?.[0] ?? '';
  // A colon after the verb announces the next quote instead of explaining this one.
  return SPEECH.test(foldText(clause)) && !/^[：:]/.test(rest.slice(clause.length));
}

/** Whether the words before a quote have named its speaker already: 他说：“…”. */
function isIntroduced(line: string, open: number): boolean {
  const before = foldText(line.slice(Math.max(0, open - INTRODUCTION), open)).trimEnd();
  return /[：:]$/.test(before) || SPEECH.test(before.replace(/[，,]$/, ''));
}

/** Whether a quote stands in the middle of a clause, as 高喊“加油！”冲向终点. */
function isEmbedded(line: string, open: number): boolean {
  return /[\p{L}\p{N}]$/u.test(line.slice(Math.max(0, open - 2), open)) && !isIntroduced(line, open);
}

/** Past the closing signs, and blanks before them, that follow an end mark. */
function pastClosers(line: string, at: number): number {
  let end = at;
  for (let look = at; look < line.length; look++) {
    const sign = line.charAt(look);
    if (CLOSERS.has(sign) && !(sign === '"' && look > end)) end = look + 1;
    else if (look === end && END_MARKS.includes(sign)) end = look + 1;
    else if (sign !== ' ' && sign !== '\u3000') break;
  }
  return end;
}

/**
 * Where the sentence ends whose end marks reach up to `marks`, or `undefined` where it goes on.
 * `around` is the outermost enclosure that the marks stand in.
 */
function sentenceEnd(line: string, marks: number, around: Enclosure | undefined): number | undefined {
  if (around === undefined) {
    const end = /^\s*["]/.test(line.slice(marks)) ? marks : pastClosers(line, marks);
    return continues(line, end, undefined) ? undefined : end;
  }
  const sign = line.charAt(around.open);
  const after = pastClosers(line, marks);
  if (TITLES.includes(sign) || after <= around.close) return undefined;
  if (!QUOTES.includes(sign)) return isEmbedded(line, around.open) ? undefined : after;
  if (isEmbedded(line, around.open) && !/[。｡]/.test(line.charAt(marks - 1))) return undefined;
  return continues(line, after, around) ? undefined : after;
}

/** The sentences of one line, offsets counted in the line. */
function splitLine(line: string): Span[] {
  const enclosures = findEnclosures(line);
  const found: Span[] = [];
  let start = 0;
  let next = 0;
  MARK.lastIndex = 0;
  for (let mark = MARK.exec(line); mark !== null; mark = MARK.exec(line)) {
    const at = mark.index;
    const marks = endOfMarks(line, at);
    if (marks === at) continue;
    while ((enclosures[next]?.close ?? line.length) < at) next++;
    const enclosure = enclosures[next];
    const end = sentenceEnd(line, marks, enclosure !== undefined && enclosure.open < at ? enclosure : undefined);
    MARK.lastIndex = Math.max(marks, end ?? 0);
    if (end === undefined) continue;
    found.push({ start, end });
    start = end;
  }
  if (start < line.length) found.push({ start, end: line.length });
  return found;
}

/** Moves a span to its place in the text and takes the white space off its ends. */
function trimmed(text: string, span: Span, offset: number): Span {
  let start = span.start + offset;
  let end = span.end + offset;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/**
 * The sentences of a text, in order, without white space at their ends; together they hold everything that is
 * not white space. A sentence without an end mark reaches to the end of its line.
 */
export function splitSentences(text: string): Span[] {
  const found: Span[] = [];
  for (const line of text.matchAll(LINE)) {
    for (const part of splitLine(line[0])) {
      const span = trimmed(text, part, line.index);
      if (span.end > span.start) found.push(span);
    }
  }
  return found;
}
