/**
 * Makes texts comparable: width, script, case and the blanks that a line end left.
 *
 * Everything is kept in its order and every character of the folded text knows which characters of the raw text
 * it stands for, so that what is found in the folded text can be shown in the page. Signs that would change their
 * meaning when taken apart are left alone: … is not three full stops, ① is not the digit 1.
 */
import { Converter } from 'opencc-js/t2cn';
import { RADICALS } from './lexicon/radicals.ts';
import type { Span } from './span.ts';
import { textOfUnits } from './utf16.ts';

/** A folded text and the way back to the raw one. */
export interface Folded {
  readonly text: string;
  /** The raw characters behind a span of the folded text; an empty span gives an empty one. */
  rawSpan(span: Span): Span;
  /** Where the raw character behind an offset of the folded text begins; the end of the one text for the end of the other. */
  rawOffset(offset: number): number;
}

/** What a UTF-16 unit asks for; 0 is a unit that {@link Tables.unit} replaces by one unit. */
const KIND = { plain: 0, complex: 1, mark: 2, space: 3, drop: 4 } as const;

/** White space, except those blanks that Unicode tells us to ignore altogether. */
const SPACE = /^[\s\u0085]$/u;
/** Invisible signs: zero-width blanks, soft hyphens, byte order marks, variation selectors. */
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u;
const IGNORABLES = /\p{Default_Ignorable_Code_Point}/gu;
/** Signs whose decomposition says something else: ellipses, enclosed numbers, fractions of one character. */
const KEPT = /^[\u2024-\u2026\u2460-\u24ff\u2776-\u2793\u3200-\u32ff\u00bc-\u00be\u2150-\u215f\u2189]\p{M}*$/u;
/** Units beside which a line end leaves no blank: Han (with its high surrogates), kana, Chinese and full-width punctuation. */
const CJK =
  /^[\u2014\u2018-\u201d\u2026\u2e80-\u2fdf\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ud840-\ud884]$/;
/** Half-width signs that OCR puts in place of Chinese ones; beside a Chinese character a line end leaves no blank either. */
const HALF_WIDTH = /^[,;:!?()"']$/;
/** From here on the two neighbours of white space say that it goes. */
const DROPPED = 3;
const HAN_RUN = /\p{Script=Han}+/gu;

const BLANK = 0x20;

const toSimplified = Converter({ from: 't', to: 'cn' });

interface Tables {
  /** Per UTF-16 unit: its {@link KIND}. */
  readonly kind: Uint8Array;
  /** Per plain unit: what it becomes. */
  readonly unit: Uint16Array;
  /** Per UTF-16 unit: 2 for {@link CJK}, 1 for {@link HALF_WIDTH}, else 0. */
  readonly cjk: Uint8Array;
  /** Per UTF-16 unit: 1 for a traditional character. */
  readonly traditional: Uint8Array;
  /** Per UTF-16 unit: what it becomes wherever it stands; 0 where that is not so simple. */
  readonly simple: Uint16Array;
}

/** Folds one character with the marks on it; white space never comes out of anything visible. */
function foldCluster(cluster: string): string {
  if (KEPT.test(cluster)) return cluster;
  const folded = (RADICALS[cluster] ?? cluster).normalize('NFKC').toLowerCase().normalize('NFKC');
  return /\s/.test(folded) || folded === '' ? cluster : folded;
}

function kindOf(character: string, folded: string): number {
  if (/\p{Surrogate}/u.test(character)) return KIND.complex;
  if (IGNORABLE.test(character)) return KIND.drop;
  if (SPACE.test(character)) return KIND.space;
  if (/^\p{M}/u.test(character.normalize('NFKC'))) return KIND.mark;
  return folded.length === 1 ? KIND.plain : KIND.complex;
}

function buildTables(): Tables {
  const size = 0x10000;
  const tables = {
    kind: new Uint8Array(size),
    unit: new Uint16Array(size),
    cjk: new Uint8Array(size),
    traditional: new Uint8Array(size),
    simple: new Uint16Array(size),
  };
  for (let unit = 0; unit < size; unit++) {
    const character = String.fromCharCode(unit);
    const folded = foldCluster(character);
    tables.kind[unit] = kindOf(character, folded);
    tables.unit[unit] = folded.charCodeAt(0);
    tables.cjk[unit] = CJK.test(character) ? 2 : HALF_WIDTH.test(character) ? 1 : 0;
    tables.traditional[unit] = unit >= 0x2e80 && toSimplified(folded) !== folded ? 1 : 0;
  }
  tables.kind.forEach((kind, unit) => {
    const folded = tables.unit[unit] ?? 0;
    if (kind === KIND.plain && tables.traditional[folded] === 0) tables.simple[unit] = folded;
  });
  return tables;
}

let built: Tables | undefined;

/** The tables, built at first use. */
function tablesOf(): Tables {
  built ??= buildTables();
  return built;
}

/** A growing folded text; its unit `k` stands for the raw units `starts[k]` to `ends[k]`. */
class Draft {
  units: Uint16Array;
  starts: Uint32Array;
  ends: Uint32Array;
  length = 0;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity);
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
  }

  /** Adds `folded` for the raw units `start` to `end`, keeping room for `rest` more units. */
  push(folded: string, raw: Span, rest: number): void {
    this.reserve(this.length + folded.length + rest);
    for (let k = 0; k < folded.length; k++) {
      this.units[this.length] = folded.charCodeAt(k);
      this.starts[this.length] = raw.start;
      this.ends[this.length] = raw.end;
      this.length++;
    }
  }

  text(): string {
    return textOfUnits(this.units, 0, this.length);
  }

  private reserve(capacity: number): void {
    if (capacity <= this.units.length) return;
    const grown = new Draft(capacity * 2);
    grown.units.set(this.units);
    grown.starts.set(this.starts);
    grown.ends.set(this.ends);
    [this.units, this.starts, this.ends] = [grown.units, grown.starts, grown.ends];
  }
}

/** The end of the run of marks, with invisible signs among them, that begins at `at`. */
function endOfMarks(raw: string, at: number): number {
  const { kind } = tablesOf();
  let end = at;
  for (; end < raw.length; end++) {
    const found = kind[raw.charCodeAt(end)];
    if (found !== KIND.mark && found !== KIND.drop) break;
  }
  return end;
}

/** Folds the marks at `at` together with the character they stand on; returns where they end. */
function pushMarked(draft: Draft, raw: string, at: number): number {
  const end = endOfMarks(raw, at);
  const last = draft.length - 1;
  // Between a character and its mark only invisible signs can have gone.
  const start = last >= 0 && draft.units[last] !== BLANK ? (draft.starts[last] ?? at) : at;
  while (draft.length > 0 && draft.starts[draft.length - 1] === start && start < at) draft.length--;
  const cluster = raw.slice(start, end).replace(IGNORABLES, '');
  draft.push(foldCluster(cluster), { start, end }, raw.length - end);
  return end;
}

/** Folds the white space and invisible signs at `at`; returns where they end. */
function pushBlank(draft: Draft, raw: string, at: number): number {
  const { kind, cjk } = tablesOf();
  let end = at;
  let visible = false;
  for (; end < raw.length; end++) {
    const found = kind[raw.charCodeAt(end)];
    if (found !== KIND.space && found !== KIND.drop) break;
    visible ||= found === KIND.space;
  }
  const before = draft.length > 0 ? (cjk[raw.charCodeAt(draft.starts[draft.length - 1] ?? 0)] ?? 0) : 0;
  const after = end < raw.length ? (cjk[raw.charCodeAt(end)] ?? 0) : 0;
  if (visible && before + after < DROPPED) draft.push(' ', { start: at, end }, raw.length - end);
  return end;
}

/** Folds a character that one table entry cannot answer; returns where it ends. */
function pushComplex(draft: Draft, raw: string, at: number): number {
  const character = String.fromCodePoint(raw.codePointAt(at) ?? 0);
  const end = at + character.length;
  const folded = IGNORABLE.test(character) ? '' : foldCluster(character);
  draft.push(folded, { start: at, end }, raw.length - end);
  return end;
}

/** Everything but the script. */
function foldShape(raw: string): Draft {
  const { kind, unit } = tablesOf();
  const draft = new Draft(raw.length);
  let at = 0;
  while (at < raw.length) {
    const found = raw.charCodeAt(at);
    const what = kind[found];
    if (what === KIND.plain) {
      draft.units[draft.length] = unit[found] ?? found;
      draft.starts[draft.length] = at;
      draft.ends[draft.length] = ++at;
      draft.length++;
    } else if (what === KIND.mark) at = pushMarked(draft, raw, at);
    else if (what === KIND.complex) at = pushComplex(draft, raw, at);
    else at = pushBlank(draft, raw, at);
  }
  return draft;
}

function hasTraditional(text: string): boolean {
  const { traditional } = tablesOf();
  for (let at = 0; at < text.length; at++) if (traditional[text.charCodeAt(at)] === 1) return true;
  return false;
}

/** Converts a run of Han characters, keeping its length: a character that would grow stays as it is. */
function simplifyRun(run: string): string {
  if (!hasTraditional(run)) return run;
  const simplified = toSimplified(run);
  if (simplified.length === run.length) return simplified;
  return Array.from(run, (character) => {
    const converted = toSimplified(character);
    return converted.length === character.length ? converted : character;
  }).join('');
}

/** Run by run, so that a traditional character changes nothing beyond its own clause. */
function simplify(text: string): string {
  return hasTraditional(text) ? text.replace(HAN_RUN, simplifyRun) : text;
}

/**
 * Folds a text for matching: NFKC width, traditional characters to simplified ones (by phrases), lower case; white space
 * between two Chinese characters goes, any other run of it becomes one blank, invisible signs go.
 */
export function fold(raw: string): Folded {
  const draft = foldShape(raw);
  const { length, starts, ends } = draft;
  const rawOffset = (offset: number): number => {
    if (offset >= length) return raw.length;
    return starts[Math.max(0, offset)] ?? 0;
  };
  const rawSpan = ({ start, end }: Span): Span => {
    const from = rawOffset(start);
    const to = end <= start ? from : (ends[Math.min(end, length) - 1] ?? from);
    return { start: from, end: Math.max(from, to) };
  };
  return { text: simplify(draft.text()), rawSpan, rawOffset };
}

/** Room for a text that needs no way back. */
let foldedUnits = new Uint16Array(1 << 10);

/** The text of {@link fold} without the way back. */
export function foldText(raw: string): string {
  if (raw.length > foldedUnits.length) foldedUnits = new Uint16Array(raw.length * 2);
  const length = foldUnits(raw, foldedUnits);
  return length < 0 ? simplify(foldShape(raw).text()) : textOfUnits(foldedUnits, 0, length);
}

/**
 * Writes the UTF-16 units of {@link foldText} into `into`, which must have room for as many as the text has, and returns
 * how many they are; -1 for a text that needs the long way, as only one with traditional characters, marks or rare signs does.
 */
export function foldUnits(raw: string, into: Uint16Array): number {
  const { simple } = tablesOf();
  let length = 0;
  for (let at = 0; at < raw.length; at++) {
    const folded = simple[raw.charCodeAt(at)] ?? 0;
    if (folded !== 0) {
      into[length++] = folded;
      continue;
    }
    const end = endOfBlank(raw, at);
    if (end === at) return -1;
    if (!isDropped(raw, at, end)) into[length++] = BLANK;
    at = end - 1;
  }
  return length;
}

/** Whether white space between two visible units of their own goes. */
function isDropped(raw: string, start: number, end: number): boolean {
  const { cjk } = tablesOf();
  const before = start > 0 ? (cjk[raw.charCodeAt(start - 1)] ?? 0) : 0;
  const after = end < raw.length ? (cjk[raw.charCodeAt(end)] ?? 0) : 0;
  return before + after >= DROPPED;
}

/** The end of the white space at `at`; `at` where there is none, or something invisible or rare around it. */
function endOfBlank(raw: string, at: number): number {
  const { kind } = tablesOf();
  let end = at;
  while (kind[raw.charCodeAt(end)] === KIND.space) end++;
  const next = kind[raw.charCodeAt(end)];
  return end === raw.length || next === KIND.plain ? end : at;
}
