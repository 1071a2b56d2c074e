/** What an answer and a refusal look like, and what can be done next with them. */
import type { Abstention, Answer, Evidence, Outcome } from './model.ts';
import { callOf } from './paging.ts';
import { confidenceWords, evidenceQuote, isDoubtful, placesOf } from './present.ts';
import { type Action, type Block, type Content, content, inline } from './reply.ts';
import type { Wording } from './wording-zh-cn.ts';

/** Sentences shown with one answer; more would bury it. */
export const SHOWN_SENTENCES = 3;

/** Sentences shown with an answer that they prove together. */
const SHOWN_PROOFS = 5;

/** How an outcome is told: `turn` is the id that it is kept by, `null` where it is not kept. */
export interface Telling {
  readonly turn: string | null;
  readonly wording: Wording;
}

/** The sentences of an outcome, the answer marked wherever one of them says it; of a refusal nothing is marked. */
export function markedEvidence(outcome: Outcome): Evidence[] {
  return outcome.evidence.map((evidence) => {
    if (outcome.kind === 'abstention') return { ...evidence, marks: [] };
    return evidence.marks.length > 0 ? evidence : { ...evidence, marks: placesOf(outcome.text, evidence.sentence) };
  });
}

/** What can be done with an outcome that is kept; of one that is not, its first article can be read. */
function actionsOf(outcome: Outcome, shown: number, { turn, wording }: Telling): Action[] {
  const [first] = outcome.evidence;
  if (turn === null) {
    return first === undefined ? [] : [{ label: wording.open, call: callOf('article', { article: first.article }) }];
  }
  if (first === undefined) return [];
  const more = callOf('evidence', { turn });
  return [
    { label: wording.context, call: callOf('context', { turn, sentence: 1 }) },
    ...(outcome.evidence.length > shown ? [{ label: wording.moreEvidence, call: more }] : []),
    { label: wording.followUp, call: callOf('ask', { after: turn }), fill: 'question' },
    { label: wording.useful, icon: '👍', call: callOf('judge', { turn, verdict: 'up' }) },
    { label: wording.useless, icon: '👎', call: callOf('judge', { turn, verdict: 'down' }) },
  ];
}

function explanation({ explanation: root }: Outcome): Block[] {
  return root === undefined ? [] : [{ kind: 'tree', root }];
}

/** How a follow-up was understood, where that has to be told. */
function understood({ whole }: Outcome, { understoodAs }: Wording): Block[] {
  return whole === undefined ? [] : [{ kind: 'note', text: inline(understoodAs(whole.replace(/\?$/u, '？'))) }];
}

/** How many sentences stand right below an answer: those that prove it together. */
function proofsShown({ proofs = 1, evidence }: Answer): number {
  return Math.min(proofs, evidence.length, SHOWN_PROOFS);
}

/** The sentences after the proof, under a heading: others that say the same, or what was said before; to check a doubtful answer by, the nearest. */
function furtherBlocks(answer: Answer, wording: Wording): Block[] {
  const others = markedEvidence(answer).slice(proofsShown(answer));
  const same = others.filter(({ marks }) => marks.length > 0);
  const doubtful = same.length === 0 && isDoubtful(answer.confidence);
  const changed = answer.notice === 'newer';
  const shown = (doubtful ? others : same).slice(0, changed ? 1 : SHOWN_SENTENCES - 1);
  if (shown.length === 0) return [];
  const heading = inline(doubtful ? wording.related : changed ? wording.earlier : wording.otherSources);
  return [{ kind: 'heading', level: 2, text: heading }, ...shown.map((evidence) => evidenceQuote(evidence, wording))];
}

function answerContent(answer: Answer, telling: Telling): Content {
  const { wording } = telling;
  const { calculation, notice } = answer;
  const proofs = markedEvidence(answer).slice(0, proofsShown(answer));
  const words = confidenceWords(answer.confidence, wording);
  const blocks: Block[] = [
    { kind: 'answer', text: inline(answer.text) },
    ...understood(answer, wording),
    ...(calculation === undefined ? [] : [{ kind: 'text', text: inline(wording.workedOut(calculation)) } as const]),
    ...proofs.map((proof) => evidenceQuote(proof, wording)),
    { kind: 'note', text: inline(wording.confidenceLabel(words)) },
    ...(notice === undefined ? [] : [{ kind: 'note', text: inline(wording.notices[notice]) } as const]),
  ];
  const further = furtherBlocks(answer, wording);
  return content([...blocks, ...further, ...explanation(answer)], {
    actions: actionsOf(answer, proofs.length, telling),
  });
}

/** Why there is no answer; where one word of the question is what is not there, this word is named. */
function refusalText({ reason, lacking }: Abstention, wording: Wording): string {
  return reason === 'other-subject' && lacking !== undefined ? wording.lacking(lacking) : wording.reasons[reason];
}

function abstentionContent(abstention: Abstention, telling: Telling): Content {
  const { wording } = telling;
  const { missing } = abstention;
  const near = markedEvidence(abstention).slice(0, SHOWN_SENTENCES);
  const blocks: Block[] = [
    { kind: 'text', text: inline(refusalText(abstention, wording)) },
    ...(missing === undefined ? [] : [{ kind: 'text', text: inline(wording.unproved(missing)) } as const]),
    ...understood(abstention, wording),
  ];
  if (near.length > 0) blocks.push({ kind: 'heading', level: 2, text: inline(wording.nearestPassages) });
  for (const evidence of near) blocks.push(evidenceQuote(evidence, wording));
  return content([...blocks, ...explanation(abstention)], {
    tone: 'refusal',
    actions: actionsOf(abstention, near.length, telling),
  });
}

/** An answer or a refusal as content. */
export function outcomeContent(outcome: Outcome, telling: Telling): Content {
  const said = outcome.kind === 'answer' ? answerContent(outcome, telling) : abstentionContent(outcome, telling);
  // The numbers behind an answer are not kept: they are made again by asking again.
  if (telling.turn === null || outcome.explanation !== undefined) return said;
  return { ...said, again: callOf('answer', { turn: telling.turn }) };
}
