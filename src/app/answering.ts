/**
 * From what was considered to what is said: the heads of articles, tables, yes or no, a short answer, or silence.
 *
 * An answer and a refusal carry the same evidence, made by the same decision.
 */
import type { ArticleQuestion } from '../answer/about-articles.ts';
import { CONFIDENCE_FLOOR, confidenceOf, lackingWord } from '../answer/abstain.ts';
import type { Consideration, RankedCandidate } from '../answer/answer.ts';
import { NUMERIC, type Question } from '../answer/question.ts';
import { rivalryOf } from '../answer/rivals.ts';
import type { ModelData } from '../answer/score.ts';
import type { Weigh } from '../answer/statement.ts';
import type { Veto } from '../answer/strangers.ts';
import { rolesOf } from '../answer/table-sheet.ts';
import { askTables, namesAnother } from '../answer/tables.ts';
import { vetoOf } from '../answer/vetoes.ts';
import { wholeSpan } from '../answer/whole-span.ts';
import { judge } from '../answer/yesno.ts';
import { foldText } from '../text/normalize.ts';
import { answerFromHeads } from './article-answers.ts';
import { spokenDay } from './days.ts';
import { evidenceFor, evidenceOf, rowEvidence } from './evidence.ts';
import { given } from './given.ts';
import type { Abstention, Answer, Evidence, Outcome, Reason } from './model.ts';
import type { Found, Retrieved } from './retrieval.ts';
import type { LibrarySource } from './source.ts';
import { tableMaterials } from './table-materials.ts';

/** Everything that an outcome is made of. */
export interface Inquiry {
  readonly source: LibrarySource;
  readonly considered: Consideration;
  readonly retrieved: Retrieved;
  readonly weigh: Weigh;
  /** The model whose weights make the confidence. */
  readonly confidence: ModelData;
  /** What is asked of the articles themselves, if anything. */
  readonly asked: ArticleQuestion | undefined;
  /** The article that the turn before was about. */
  readonly previous: string | null;
  /** Passages that a text finds, many of them. */
  find(text: string): Promise<readonly Found[]>;
}

/** A table answers when its rows and headings speak of at least this share of the question. */
const TABLE_FLOOR = 0.45;
const TABLE_CONFIDENCE = 0.9;
/** A yes or a no has no words of its own in the page that could be checked, so it needs more than a short answer does. */
const YESNO_FLOOR = 0.45;
/** Verdicts above the floor were right whenever they were held out in training (16 of 16), however little was said of them. */
const YESNO_LEAST = 0.4;
/** What stands in the head of an article is sure; which article is meant may not be. */
const HEAD_CONFIDENCE = 0.85;
/** Sentences behind an answer or an abstention: three screenfuls, of which the first is shown with it. */
const SHOWN_EVIDENCE = 9;
/** Articles named beside an outcome. */
export const SHOWN_HITS = 10;

/** What the heads of articles or a table say, where the question is put to them. */
export async function specialAnswer(inquiry: Inquiry): Promise<Outcome | undefined> {
  return (await headAnswer(inquiry)) ?? tableAnswer(inquiry);
}

/** Decides what is said by sentences. */
export function sentenceAnswer(inquiry: Inquiry): Outcome {
  return inquiry.considered.question.kind === 'yesno' ? verdict(inquiry) : shortAnswer(inquiry);
}

/** Silence without looking anything up. */
export function abstain(reason: Reason): Abstention {
  return { kind: 'abstention', reason, confidence: 0, evidence: [], hits: [] };
}

/** The outcome, or a refusal in its place where the answer is less sure than somebody wants answers to be. */
export function sureEnough(outcome: Outcome, confidence: number): Outcome {
  if (outcome.kind === 'abstention' || outcome.confidence >= confidence) return outcome;
  const { text: _, evidence, ...rest } = outcome;
  return { ...rest, kind: 'abstention', reason: 'unsure', evidence: withoutMarks(evidence) };
}

/** What the head of an article says; silence where the head is there and does not say it. */
async function headAnswer({
  asked,
  source,
  retrieved,
  considered,
  previous,
  find,
}: Inquiry): Promise<Outcome | undefined> {
  if (asked === undefined) return undefined;
  const answer = await answerFromHeads(asked, { source, retrieved, statements: considered.statements, previous, find });
  if (answer === undefined) return isOfPrint(asked, considered.question.text) ? abstain('not-printed') : undefined;
  const { text, ...more } = answer;
  const evidence = answer.evidence.slice(0, SHOWN_EVIDENCE);
  const hits = [...new Set(evidence.map(({ article }) => article))];
  const vague = DAY_ASKED.test(considered.question.text) && asked.kind === 'day' && !text.includes('日');
  if (text === '' || vague) return { kind: 'abstention', reason: 'not-printed', confidence: 0, evidence, hits };
  return { kind: 'answer', text, confidence: HEAD_CONFIDENCE, ...more, evidence, hits };
}

/** A day is asked for, of which a page may have nothing but the year. */
const DAY_ASKED = /几月几[日号]|哪一?[天日]|几号/u;

/** Whether only the head of an article could say it: who reported, when it was in the paper. */
function isOfPrint({ kind }: ArticleQuestion, question: string): boolean {
  return kind === 'day' || (kind === 'writer' && /记者|通讯员|采写|报道/u.test(question));
}

/**
 * What a table says, when the question is put to a table and no sentence speaks of more of it; silence where the nearest
 * that is found is the row of another one than the question names.
 */
async function tableAnswer({ source, considered, retrieved, weigh }: Inquiry): Promise<Outcome | undefined> {
  const { question, ranked, statements } = considered;
  if (question.kind === 'yesno') return undefined;
  const finding = askTables(question, await tableMaterials(source, retrieved.found), weigh);
  const rival = ranked[0]?.candidate.ground.statement;
  if (finding === undefined || finding.coverage < TABLE_FLOOR) return otherRow(considered, retrieved);
  if (rival !== undefined && rival.material.passage.row < 0 && rival.coverage > finding.coverage) return undefined;
  const rows = await source.passages(finding.rows.map((row) => finding.material.passages[row] ?? -1));
  const proofs = rows.flatMap((row) => rowEvidence(row, retrieved.found, finding.text));
  const others = evidenceFor(undefined, statements, { found: retrieved.found, limit: SHOWN_EVIDENCE });
  const evidence = [...proofs, ...others].slice(0, SHOWN_EVIDENCE);
  const { calculation } = finding;
  return {
    ...found(finding.text, Math.min(TABLE_CONFIDENCE, finding.coverage), { evidence, retrieved }),
    ...given({ calculation }),
    ...(proofs.length > 1 ? { proofs: proofs.length } : {}),
  };
}

/** Silence where the best that a sentence search has to offer is the cell of a row that was not asked for. */
function otherRow(considered: Consideration, retrieved: Retrieved): Outcome | undefined {
  const { question, ranked, statements } = considered;
  const passage = ranked[0]?.candidate.ground.statement.material.passage;
  if (passage === undefined || passage.row < 0 || !NUMERIC.has(question.kind)) return undefined;
  const article = retrieved.found.find((each) => each.article.id === passage.article)?.article;
  const table = article?.blocks[passage.block]?.table;
  const cells = table?.rows[passage.row] ?? [];
  const name = cells[rolesOf(table ?? { header: [], rows: [] }).name] ?? '';
  if (!namesAnother(question, name)) return undefined;
  const evidence = evidenceFor(undefined, statements, { found: retrieved.found, limit: SHOWN_EVIDENCE });
  return {
    kind: 'abstention',
    reason: 'other-subject',
    confidence: 0,
    evidence,
    hits: retrieved.articles.slice(0, SHOWN_HITS),
  };
}

function verdict({ considered, retrieved }: Inquiry): Outcome {
  const { question, statements } = considered;
  const judged = judge(question, statements);
  const evidence = evidenceFor(undefined, statements, { found: retrieved.found, limit: SHOWN_EVIDENCE });
  const confidence = judged === undefined ? 0 : yesnoConfidence(judged.statement.coverage, judged.statement.context);
  if (judged === undefined || confidence < YESNO_FLOOR)
    return refusal(considered, undefined, { evidence, retrieved, confidence });
  return found(judged.yes ? '是' : '不是', YESNO_LEAST + (1 - YESNO_LEAST) * confidence, { evidence, retrieved });
}

function shortAnswer({ considered, retrieved, confidence: data }: Inquiry): Outcome {
  const { question, statements } = considered;
  const confidence = confidenceOf(considered, data);
  const veto = vetoOf(considered);
  const rivalry = confidence < CONFIDENCE_FLOOR ? undefined : rivalryOf(considered);
  const best = rivalry?.chosen ?? considered.ranked[0];
  const marked = best === undefined ? undefined : { ...best, span: wholeSpan(question, best) };
  const evidence = evidenceFor(marked, statements, { found: retrieved.found, limit: SHOWN_EVIDENCE });
  const [proof, ...more] = evidence;
  const mark = proof?.marks[0];
  const said = mark === undefined ? undefined : proof?.sentence.slice(mark.start, mark.end).trim();
  if (best === undefined || proof === undefined || said === undefined || isForbidden(veto, confidence)) {
    return refusal(considered, veto, { evidence: withoutMarks(evidence), retrieved, confidence });
  }
  const answer = found(withDay(said, question.kind, best), confidence, { evidence, retrieved });
  if (rivalry === undefined) return answer;
  const { candidate } = rivalry.other;
  const other = evidenceOf(candidate.ground.statement, retrieved.found, [candidate.span]);
  if (other === undefined) return answer;
  const both = [proof, other, ...more.filter(({ sentence }) => sentence !== other.sentence)];
  if (!rivalry.sameDay) return { ...answer, evidence: both, notice: 'newer' };
  return { kind: 'abstention', reason: 'disagree', confidence: 0, evidence: withoutMarks(both), hits: answer.hits };
}

function isForbidden(veto: Veto | undefined, confidence: number): boolean {
  return veto !== undefined || confidence < CONFIDENCE_FLOOR;
}

/** 今天 and the like say a day only to those who have the paper of that day before them. */
function withDay(said: string, kind: Question['kind'], { candidate }: RankedCandidate): string {
  const { from = '', to = '' } = candidate.date ?? {};
  if (kind !== 'date' || from === '' || from !== to || /\d/u.test(said)) return said;
  return `${said}（${spokenDay(from)}）`;
}

/** A yes or no is as sure as its sentence speaks of the whole question. */
function yesnoConfidence(coverage: number, context: number): number {
  return Math.min(0.95, 0.55 * coverage + 0.4 * context);
}

function withoutMarks(evidence: readonly Evidence[]): Evidence[] {
  return evidence.map((each) => ({ ...each, marks: [] }));
}

function found(
  text: string,
  confidence: number,
  { evidence, retrieved }: { evidence: readonly Evidence[]; retrieved: Retrieved },
): Answer {
  return { kind: 'answer', text, confidence, evidence, hits: retrieved.articles.slice(0, SHOWN_HITS) };
}

function refusal(
  considered: Consideration,
  veto: Veto | undefined,
  { evidence, retrieved, confidence }: { evidence: readonly Evidence[]; retrieved: Retrieved; confidence: number },
): Abstention {
  const { question, statements } = considered;
  const reason = veto === undefined ? refusalReason(question, statements[0]?.context ?? 0, evidence) : REASONS[veto.by];
  const lacking = reason === 'other-subject' ? veto?.word || lackingWord(considered) : undefined;
  const hits = retrieved.articles.slice(0, SHOWN_HITS);
  return { kind: 'abstention', reason, ...(lacking === undefined ? {} : { lacking }), confidence, evidence, hits };
}

const REASONS = Object.freeze({ time: 'other-time', subject: 'other-subject' } as const);

/** Below this share of the question's words nothing found is about it. */
const ABOUT = 0.35;

function refusalReason(question: Question, context: number, evidence: readonly Evidence[]): Reason {
  if (evidence.length === 0 || context < ABOUT) return 'nothing-found';
  const years = question.text.match(/(?:19|20)\d{2}(?=年)/gu) ?? [];
  const held = foldText(evidence.map((each) => `${each.date ?? ''} ${each.sentence}`).join('\n'));
  if (years.some((year) => !held.includes(year))) return 'other-time';
  return context < 0.8 ? 'other-subject' : 'unsure';
}
