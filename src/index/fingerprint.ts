/** Which rules made the terms of a segment; apart from the rules, so that a thread that only searches loads no dictionary. */
import { hash } from '../text/hash.ts';
import { STOPWORDS } from '../text/lexicon/stopwords.ts';
import { USER_WORDS } from '../text/lexicon/user-words.ts';

/** Raise it with every change of the rules in `analyzer.ts`, or of jieba's dictionary (a test notices that one). */
const VERSION = 2;

/**
 * The fingerprint of everything that decides about the terms of a passage. Segments carry it: terms made by other
 * rules would be looked up in vain.
 */
export const ANALYZER = hash(JSON.stringify([VERSION, STOPWORDS, USER_WORDS]));
