/**
 * Whose number is it? 帮扶甲县企业36家、乙县企业27家 tells two numbers of one kind, each of the name beside it.
 *
 * Where the best candidate stands in an item with a name of its own that nobody asked for, and another item of the same
 * sentence has all that this one has of the question and a name more, the number of that item is meant.
 */
import type { RankedCandidate } from './answer.ts';
import type { Candidate } from './candidates.ts';
import type { Question } from './question.ts';

const SEPARATOR = /[、,;。:!?，；：！？]/u;
/** Names, and nouns that may stand for one. */
const NOUN = /^n/u;

/** The words of the item in which a candidate stands, up to the candidate. */
function itemWords({ ground, span }: Candidate): { word: string; tag: string }[] {
  const { text } = ground.statement;
  let { start } = span;
  while (start > 0 && !SEPARATOR.test(text.charAt(start - 1))) start--;
  return ground.words.filter((word) => word.start >= start && word.end <= span.start);
}

function isParallel(best: Candidate, other: Candidate): boolean {
  const same = best.ground.statement === other.ground.statement && best.quantity?.unit === other.quantity?.unit;
  return (
    same && best.quantity !== undefined && (other.span.end <= best.span.start || other.span.start >= best.span.end)
  );
}

/** What stands before the verb of an item: the first item's subject is that of the next ones as well. */
function subjectOf(item: readonly { word: string; tag: string }[]): string[] {
  const verb = item.findIndex(({ tag }) => tag.startsWith('v') && tag !== 'vn');
  return verb < 0 ? [] : item.slice(0, verb).map(({ word }) => word);
}

/** Whether the number of `other` is asked for rather than that of `best`. */
function isMeant(question: Question, best: Candidate, other: Candidate): boolean {
  if (!isParallel(best, other)) return false;
  const asked = question.terms.filter(({ word }) => word.length > 1);
  const [own, others] = [itemWords(best), itemWords(other)];
  const has = (words: readonly { word: string }[], term: string): boolean => words.some(({ word }) => word === term);
  const stranger = own.some(({ word, tag }) => NOUN.test(tag) && word.length > 1 && !question.text.includes(word));
  const common = best.span.end <= other.span.start ? subjectOf(own) : [];
  const subset = asked.every(({ word }) => !has(own, word) || has(others, word) || common.includes(word));
  return stranger && subset && asked.some(({ word, tag }) => NOUN.test(tag) && has(others, word) && !has(own, word));
}

/** The candidates with the one first whose item has the name that is asked for. */
export function ownItemFirst(question: Question, ranked: readonly RankedCandidate[]): readonly RankedCandidate[] {
  const [best] = ranked;
  const meant = best && ranked.find(({ candidate }) => isMeant(question, best.candidate, candidate));
  return meant === undefined ? ranked : [meant, ...ranked.filter((one) => one !== meant)];
}
