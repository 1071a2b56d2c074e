/** How good an answer a candidate would be, and a sentence a proof, by the gold of the question. */
import type { Gold } from '../gold.ts';
import { characterF1, contentOf, holdsAny } from '../match.ts';

/** A sentence shares at least so much of the shorter of the two with the proof, to count as the place of the answer. */
const SHARED_PROOF = 0.5;
/** A run of this many characters in common is a shared place, however long both are. */
const SHARED_RUN = 12;

/** A sentence of an article. */
export interface Place {
  readonly article: string;
  readonly sentence: string;
}

/** What an answer is worth that is not a gold form to the letter, and how fast it falls with the character F1. */
const INEXACT = Object.freeze({ most: 0.3, power: 4 });

/**
 * 0 to 1: 1 for a gold form, less than a third for anything else, by its character F1 with the best one. Answers that say
 * nearly the same differ where it matters, in unit, qualifier and noun; 0 for a list that lacks an element.
 */
export function gainOf(text: string, { answers = [] }: Gold): number {
  const [forms = [], ...others] = answers;
  if (others.length > 0) return listGain(contentOf(text), answers);
  if (forms.some((form) => contentOf(form) === contentOf(text))) return 1;
  return INEXACT.most * Math.max(0, ...forms.map((form) => characterF1(text, form))) ** INEXACT.power;
}

function listGain(given: string, answers: readonly (readonly string[])[]): number {
  let matched = 0;
  for (const forms of answers) {
    const held = forms.map(contentOf).filter((form) => given.includes(form));
    if (held.length === 0) return 0;
    matched += Math.max(...held.map((form) => form.length));
  }
  return ((2 * Math.min(matched, given.length)) / (matched + given.length)) ** 2;
}

/** Whether a sentence of an article may count as the place of the answer. */
export function isPlace(gold: Gold, place: Place): boolean {
  if (gold.relevant !== undefined && !gold.relevant.includes(place.article)) return false;
  const proofs = proofsOf(gold);
  return proofs.length === 0 || proofs.some((proof) => isProof(proof, place.sentence));
}

/** Half where a sentence is the proof, half where it says the answer; a sentence elsewhere is worth little. */
export function proofGain(gold: Gold, place: Place): number {
  const { answers = [] } = gold;
  const held = answers.filter((forms) => holdsAny(place.sentence, forms)).length / Math.max(1, answers.length);
  if (isPlace(gold, place)) return proofsOf(gold).length === 0 ? held : (1 + held) / 2;
  return gold.relevant === undefined ? held / 5 : 0;
}

function proofsOf({ evidence }: Gold): string[] {
  return [evidence ?? []].flat().map(contentOf);
}

function isProof(proof: string, text: string): boolean {
  const sentence = contentOf(text);
  const shared = (characterF1(sentence, proof) * (sentence.length + proof.length)) / 2;
  return shared >= Math.min(SHARED_RUN, SHARED_PROOF * Math.min(sentence.length, proof.length));
}
