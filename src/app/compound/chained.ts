/** Questions of several parts, answered one after the other as in a conversation; one part without proof, and none is told. */
import { resolvePronoun, type Turn } from '../../answer/antecedents.ts';
import { type Plan, planOf } from '../../answer/plan.ts';
import { tagWords } from '../../text/words.ts';
import { given } from '../given.ts';
import type { Answer, Evidence, Outcome } from '../model.ts';
import { proofOf } from '../turns.ts';
import { answered, refused, type Steps } from './steps.ts';

type Parts = Extract<Plan, { kind: 'parts' }>;
type Chain = Extract<Plan, { kind: 'chain' }>;

/** A part counts as proved from here on. */
const PROVED = 0.2;
/** What a part is answered with may have other readings, so that the whole is a little less sure than its parts. */
const JOINED = 0.95;

/** Answers every part. */
export async function inParts({ questions }: Parts, steps: Steps): Promise<Outcome> {
  return together(questions, undefined, steps);
}

/** Finds the thing that is only described, then asks about it; `undefined` where nothing is found that it could be. */
export async function chained({ inner, noun, rest }: Chain, steps: Steps): Promise<Outcome | undefined> {
  const found = await steps.answer(inner, undefined);
  if (!isProved(found)) return undefined;
  const name = placeIn(found, noun);
  const turn = { ...turnOf(inner, found), answer: name };
  const plan = planOf(rest);
  const questions = (plan?.kind === 'parts' ? plan.questions : [rest]).map((question) => about(question, name, turn));
  const outcome = await together(questions, turn, steps);
  if (outcome.kind === 'abstention') return outcome;
  const [proof] = found.evidence;
  const evidence =
    proof === undefined
      ? outcome.evidence
      : [...outcome.evidence.slice(0, questions.length), proof, ...outcome.evidence.slice(questions.length)];
  return answered(outcome.text, unrepeated(evidence), {
    confidence: Math.min(found.confidence, outcome.confidence) * JOINED,
    whole: questions.join('；'),
    proofs: questions.length + 1,
  });
}

/** The answer, or the word of its sentence nearest before or in it that is what was asked for: 东湖区 for 东湖区南山街道. */
function placeIn({ text, evidence }: Answer, noun: string): string {
  const [proof] = evidence;
  const [mark] = proof?.marks ?? [];
  if (text.endsWith(noun) || proof === undefined || mark === undefined) return text;
  const words = tagWords(proof.sentence);
  const places = words.flatMap(({ word, tag, start }, i) => {
    if (word.length > noun.length && word.endsWith(noun) && tag.startsWith('n')) return [{ word, start }];
    const before = words[i - 1];
    return word === noun && before?.tag.startsWith('n') === true ? [{ word: before.word + noun, start }] : [];
  });
  return (places.findLast(({ start }) => start < mark.end) ?? places[0])?.word ?? text;
}

/** A question with the name of the thing for what points to it, or before it. */
function about(question: string, name: string, turn: Turn): string {
  const resolved = resolvePronoun(question, turn);
  return resolved?.includes(name) === true ? resolved : `${name}，${question}`;
}

async function together(questions: readonly string[], before: Turn | undefined, steps: Steps): Promise<Outcome> {
  const answers: Answer[] = [];
  let previous = before;
  for (const question of questions) {
    const outcome = await steps.answer(question, previous);
    const found = answers.flatMap(({ evidence }) => evidence.slice(0, 1));
    if (!isProved(outcome)) return refused('part-missing', [...found, ...outcome.evidence], question);
    answers.push(outcome);
    previous = turnOf(question, outcome);
  }
  const first = answers.flatMap(({ evidence }) => evidence.slice(0, 1));
  const more = answers.flatMap(({ evidence }) => evidence.slice(1));
  const calculation = answers.flatMap((answer) => answer.calculation ?? []).join('；');
  return answered(answers.map(({ text }) => text).join('；'), unrepeated([...first, ...more]), {
    confidence: Math.min(...answers.map(({ confidence }) => confidence)) * (answers.length > 1 ? JOINED : 1),
    ...(calculation === '' ? {} : { calculation }),
    proofs: answers.length,
  });
}

function isProved(outcome: Outcome): outcome is Answer {
  return outcome.kind === 'answer' && outcome.confidence >= PROVED;
}

function turnOf(question: string, outcome: Answer): Turn {
  const article = outcome.evidence[0]?.article ?? null;
  return { question, answer: outcome.text, article, ...given({ proof: proofOf(outcome) }) };
}

function unrepeated(evidence: readonly Evidence[]): Evidence[] {
  return evidence.filter((each, i) => evidence.findIndex(({ sentence }) => sentence === each.sentence) === i);
}
