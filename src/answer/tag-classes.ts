/** Classes of parts of speech, coarse enough to be learnt from some thousand questions. */
import type { TaggedWord } from '../text/words.ts';

/** The classes in the order in which features number them. */
export const TAG_CLASSES = Object.freeze([
  'noun',
  'place',
  'organisation',
  'person',
  'verb',
  'adjective',
  'number',
  'particle',
  'mark',
  'latin',
  'time',
  'other',
  'edge',
] as const);

type TagClass = (typeof TAG_CLASSES)[number];

/** The class of what lies beyond the first and the last word. */
export const EDGE = TAG_CLASSES.indexOf('edge');

/** The number of a word's class. */
export function tagClassOf(word: TaggedWord): number {
  return TAG_CLASSES.indexOf(classOf(word));
}

function classOf({ word, tag }: TaggedWord): TagClass {
  if (/^[\s\p{P}\p{S}]+$/u.test(word)) return 'mark';
  if (/[a-z]/u.test(word)) return 'latin';
  if (/\d/u.test(word) || tag.startsWith('m')) return 'number';
  if (tag.startsWith('ns')) return 'place';
  if (tag.startsWith('nt')) return 'organisation';
  if (tag.startsWith('nr')) return 'person';
  if (tag.startsWith('t')) return 'time';
  if (/^(?:n|s|l|j|i|f|vn|an)/u.test(tag)) return 'noun';
  if (tag.startsWith('v')) return 'verb';
  if (/^(?:a|b|z)/u.test(tag)) return 'adjective';
  return /^(?:u|p|c|d|r|y|e|k|h|q)/u.test(tag) ? 'particle' : 'other';
}
