/**
 * Names of persons in a folded sentence.
 *
 * The segmenter marks names it knows; newspapers name mostly people it does not. Those are found by their form:
 * a surname with one or two characters, as a word of its own or right behind a title of office; foreign names by
 * their middle dot or by the characters that are used for sounds. Names in a row are several and one at once.
 */
import { OFFICES } from '../text/lexicon/offices.ts';
import { SURNAMES } from '../text/lexicon/surnames.ts';
import type { Span } from '../text/span.ts';
import type { TaggedWord } from '../text/words.ts';
import { SOUND_CHARACTERS } from './lexicon/transliteration.ts';

const SURNAME_SET: ReadonlySet<string> = new Set(SURNAMES);
const OFFICE_END = new RegExp(`(?:${[...OFFICES].sort((a, b) => b.length - a.length).join('|')})$`, 'u');
const HAN = /^\p{Script=Han}+$/u;
const DOT = /^[·•・]$/u;
/** Surnames in name only: in a newspaper these begin a phrase, and those end the name of a place or an office. */
const NO_NAME_START = /^[由从和在以为把被与对]/u;
const NO_NAME_END = /[市区县省局部委会镇村路]$/u;
/** Tags under which the segmenter files names, and `x` for words it made up itself. */
const NAME_TAG = /^(?:nr|x$)/u;
/** What follows a name but never belongs to one. */
const NOT_IN_NAME = /[的了在是和与及、说将为等就也曾已于因被对任率带]/u;

/** A run of characters for sounds, and such runs with dots between them; a full stop serves as a dot on bad pages. */
const SOUNDED = new RegExp(`[${SOUND_CHARACTERS}]{3,7}`, 'gu');
const DOTTED = new RegExp(`(?:[${SOUND_CHARACTERS}]{1,7}|[a-z]\\.?)(?:[·•・.‧][${SOUND_CHARACTERS}]{1,8})+`, 'gu');
const ALL_SOUNDS = new RegExp(`^[${SOUND_CHARACTERS}]{1,4}$`, 'u');
/** What joins names in a row. */
const JOINT = /^(?:[、和与及]| |以及|,)$/u;
/** Names in a row, at most. */
const ROW = 6;

/** Spans of possible names, in order, possibly overlapping (李明 and 李明带). */
export function findPersons(text: string, words: readonly TaggedWord[]): Span[] {
  const spans = new Map<string, Span>();
  const add = (start: number, end: number): void => {
    if (end > start && end <= text.length) spans.set(`${start}-${end}`, { start, end });
  };
  words.forEach((word, i) => {
    if (DOT.test(word.word)) addTransliterated(words, i, add);
  });
  words.forEach((word, i) => {
    if (isSplitName(words, i)) add(word.start, words[i + 1]?.end ?? word.end);
  });
  for (const word of words) {
    if (isName(word)) add(word.start, word.end);
    if (OFFICE_END.test(word.word)) addBehindOffice(text, word.end, add);
    else if (JOINT.test(word.word) && endsName(spans, word.start)) addBehindOffice(text, word.end, add);
  }
  addSounded(text, words, add);
  const found = whole(text, [...spans.values()]).sort((a, b) => a.start - b.start || a.end - b.end);
  return [...found, ...rowsOf(text, found)];
}

/** Without what is only a part of a name with dots. */
function whole(text: string, spans: readonly Span[]): Span[] {
  const dotted = spans.filter(({ start, end }) => /.[·•・‧]./u.test(text.slice(start, end)));
  return spans.filter(
    (span) =>
      !dotted.some(
        ({ start, end }) => start <= span.start && end >= span.end && (start < span.start || end > span.end),
      ),
  );
}

function endsName(spans: ReadonlyMap<string, Span>, at: number): boolean {
  return [...spans.values()].some(({ end }) => end === at);
}

/** Foreign names: dotted ones as a whole, others where the segmenter knows no place or word of that form. */
function addSounded(text: string, words: readonly TaggedWord[], add: (start: number, end: number) => void): void {
  for (const { index, 0: name } of text.matchAll(DOTTED)) {
    const end = withoutTail(words, index + name.length);
    const first = index + name.search(/[·•・.‧]/u);
    for (const word of words) if (word.start >= index && word.start < first) add(word.start, end);
  }
  for (const { index, 0: name } of text.matchAll(SOUNDED)) {
    const inside = words.filter(({ start, end }) => start < index + name.length && end > index);
    const known = inside.some(({ word, tag }) => word.length > 2 && !NAME_TAG.test(tag) && !tag.startsWith('nz'));
    const whole = inside.every(({ start, end }) => start >= index && end <= index + name.length);
    if (!known && whole) add(index, index + name.length);
  }
}

/** Several names that follow each other as one answer. */
function rowsOf(text: string, names: readonly Span[]): Span[] {
  return names.flatMap((first) => {
    const row: Span[] = [];
    let end = first.end;
    while (row.length < ROW) {
      const next = names.findLast(
        (other) => other.start > end && other.start <= end + 2 && JOINT.test(text.slice(end, other.start)),
      );
      if (next === undefined) break;
      end = next.end;
      row.push({ start: first.start, end });
    }
    return row;
  });
}

/** A surname by itself and a given name behind it, where a name may stand: after an office, a comma, or at the start. */
function isSplitName(words: readonly TaggedWord[], i: number): boolean {
  const [before, surname, given] = [words[i - 1]?.word ?? '', words[i]?.word ?? '', words[i + 1]?.word ?? ''];
  if (NO_NAME_START.test(surname) || NO_NAME_END.test(given)) return false;
  if (surname.length !== 1 || !SURNAME_SET.has(surname) || given.length > 2 || !HAN.test(given)) return false;
  return (before === '' || OFFICE_END.test(before) || /[、,;。:“"]$/u.test(before)) && !NOT_IN_NAME.test(given);
}

/** The words on both sides of a middle dot, and on through further dots. */
function addTransliterated(words: readonly TaggedWord[], dot: number, add: (start: number, end: number) => void): void {
  if (DOT.test(words[dot - 2]?.word ?? '')) return;
  let last = dot;
  while (DOT.test(words[last + 2]?.word ?? '')) last += 2;
  const [first, final] = [words[dot - 1], words[last + 1]];
  if (first === undefined || final === undefined || !HAN.test(first.word) || !HAN.test(final.word)) return;
  add(first.start, soundedTo(words, last + 1));
}

/** Where a foreign name ends: the segmenter may cut 霍尔兹 into 霍尔 and 兹. */
function soundedTo(words: readonly TaggedWord[], last: number): number {
  let at = last;
  while (ALL_SOUNDS.test(words[at]?.word ?? '') && ALL_SOUNDS.test(words[at + 1]?.word ?? '')) at++;
  return withoutTail(words, words[at]?.end ?? 0);
}

/** The end of a foreign name without the word behind it that could be a sound, too: 为 in 霍尔兹为它命名. */
function withoutTail(words: readonly TaggedWord[], end: number): number {
  const last = words.find((word) => word.end === end);
  return last !== undefined && last.word.length === 1 && NOT_IN_NAME.test(last.word) ? last.start : end;
}

function isName({ word, tag }: TaggedWord): boolean {
  if (!NAME_TAG.test(tag) || !HAN.test(word) || word.length < 2 || word.length > 4) return false;
  if (NO_NAME_START.test(word) || NO_NAME_END.test(word)) return false;
  return tag.startsWith('nr') || surnameLength(word) > 0;
}

function addBehindOffice(text: string, at: number, add: (start: number, end: number) => void): void {
  const surname = surnameLength(text.slice(at, at + 3));
  if (surname === 0) return;
  for (const given of [1, 2]) {
    const name = text.slice(at, at + surname + given);
    if (name.length === surname + given && HAN.test(name) && !NOT_IN_NAME.test(name.slice(surname)))
      add(at, at + name.length);
  }
}

/** How many characters of the beginning are a surname: 2 for 欧阳, 1 for 王, 0 for none. */
function surnameLength(text: string): number {
  if (SURNAME_SET.has(text.slice(0, 2))) return 2;
  return SURNAME_SET.has(text.slice(0, 1)) ? 1 : 0;
}
