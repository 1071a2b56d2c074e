import { describe, expect, it } from 'vitest';
import { NOT_NUMBERS, QUALIFIERS, TRAILERS } from '../../src/text/lexicon/numerals.ts';
import { OFFICES } from '../../src/text/lexicon/offices.ts';
import { ORGANISATION_SUFFIXES } from '../../src/text/lexicon/organisations.ts';
import { PLACE_SUFFIXES } from '../../src/text/lexicon/places.ts';
import { QUESTION_WORDS } from '../../src/text/lexicon/question-words.ts';
import { RADICALS } from '../../src/text/lexicon/radicals.ts';
import { SPEECH_VERBS } from '../../src/text/lexicon/speech.ts';
import { STOPWORDS } from '../../src/text/lexicon/stopwords.ts';
import { SURNAMES } from '../../src/text/lexicon/surnames.ts';
import { TIME_UNITS, UNIT_ALIASES, UNIT_BLOCKS, UNITS, WEAK_UNITS } from '../../src/text/lexicon/units.ts';
import { foldText } from '../../src/text/normalize.ts';

const LISTS = {
  NOT_NUMBERS,
  OFFICES,
  ORGANISATION_SUFFIXES,
  PLACE_SUFFIXES,
  QUALIFIERS,
  QUESTION_WORDS,
  SPEECH_VERBS,
  STOPWORDS,
  SURNAMES,
  TRAILERS,
  WEAK_UNITS,
};
const ALL_UNITS = Object.values(UNITS).flatMap((units) => units.trim().split(/\s+/));

describe.each(Object.entries(LISTS))('%s', (_, words) => {
  it('has no word twice, none empty, and cannot be changed', () => {
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    expect(words.filter((word) => word.trim() !== word || word === '')).toEqual([]);
    expect(Object.isFrozen(words)).toBe(true);
  });

  it('is written as folded text is', () => {
    expect(words.filter((word) => foldText(word) !== word)).toEqual([]);
  });
});

describe('units', () => {
  it('have one measure each', () => {
    expect(ALL_UNITS.filter((unit, index) => ALL_UNITS.indexOf(unit) !== index)).toEqual([]);
  });

  it('are known wherever another table speaks of them', () => {
    const known = new Set(ALL_UNITS);
    const named = [
      ...Object.keys(UNIT_ALIASES),
      ...WEAK_UNITS,
      ...Object.keys(TIME_UNITS),
      ...Object.keys(UNIT_BLOCKS),
    ];
    expect(named.filter((unit) => !known.has(unit))).toEqual([]);
  });

  it('have aliases that are no aliases themselves', () => {
    expect(Object.values(UNIT_ALIASES).filter((unit) => unit in UNIT_ALIASES)).toEqual([]);
  });
});

describe('radicals', () => {
  it('stand for one character each, which is no radical sign', () => {
    for (const [sign, character] of Object.entries(RADICALS)) {
      expect(sign).toMatch(/^[\u2e80-\u2eff]$/);
      expect([...character]).toHaveLength(1);
      expect(character).not.toMatch(/[\u2e80-\u2fdf]/);
    }
  });
});
