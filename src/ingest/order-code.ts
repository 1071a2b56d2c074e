/** How the counts of the lexicon are written: what its maker and its reader must agree on. */

/** Digits of the code: the first half ends a number, the second half goes on. No sign that a string must escape. */
export const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#%&()*+,-./:;<=>?@[]^_{|}~'.slice(
  0,
  86,
);

/** Counts are kept as one of `levels`, each `step` times the one below; rarer pairs and triples are left out. */
export const COUNTS = Object.freeze({ base: 43, levels: 16, step: 1.9, leastPair: 6, leastTriple: 9 });
