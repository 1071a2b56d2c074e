/**
 * Answers lines of JSON with lines of JSON, in order, each as soon as it is ready.
 *
 * Lines of the same session are one conversation, so one line is answered before the next is looked at. A line that
 * cannot be answered gets an error in its place, and the rest goes on.
 */
import { type Shown, shownEvidence } from '../../app/evidence.ts';
import { given } from '../../app/given.ts';
import { exceeds, QUESTION_LIMIT } from '../../app/limits.ts';
import type { FoundPassage, Library, Outcome } from '../../app/model.ts';
import { clean, jsonLine } from './clean.ts';
import { describe } from './faults.ts';
import { readLines } from './lines.ts';
import type { Terminal } from './workplace.ts';

/** A line that was understood; `id` is whatever JSON value the line has, `null` where it has none. */
export interface LineRequest {
  readonly id: unknown;
  readonly question: string;
  readonly session: string | null;
}

/** What a line is answered with, besides its `id`. */
export type LineAnswer = Readonly<Record<string, unknown>>;

/** How the lines of a subcommand are answered. */
export interface LineDesk {
  readonly library: Library;
  /** Milliseconds from any fixed point. */
  clock(): number;
}

/** A line that got no answer, and why; `id` as far as it could be read. */
interface Trouble {
  readonly id: unknown;
  readonly trouble: string;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function readRequest(line: string, number: number, { wording }: Terminal): LineRequest | Trouble {
  const value = parseJson(line);
  if (!isObject(value)) return { id: null, trouble: wording.lineNotJson(number) };
  const { id = null, question, session = null } = value;
  if (typeof question !== 'string') return { id, trouble: wording.lineField(number, 'question') };
  if (session !== null && typeof session !== 'string') return { id, trouble: wording.lineField(number, 'session') };
  return { id, question, session };
}

/** Answers every line of the input; 0, or 1 where a line failed. */
export async function answerLines(
  terminal: Terminal,
  answer: (request: LineRequest) => Promise<LineAnswer>,
): Promise<number> {
  const { output, messages, wording, parts } = terminal;
  let status = 0;
  let number = 0;
  const answered = async (line: string): Promise<LineAnswer> => {
    const read = readRequest(line, number, terminal);
    if ('trouble' in read) return { ...read };
    try {
      return { id: read.id, ...(await answer(read)) };
    } catch (fault) {
      return { id: read.id, trouble: wording.lineFailed(number, describe(fault, parts.locale)) };
    }
  };
  for await (const line of readLines(parts.streams.input)) {
    number += 1;
    if (line.trim() === '') continue;
    const { trouble, ...fields } = await answered(line);
    if (trouble === undefined) {
      await output.write(jsonLine(fields));
      continue;
    }
    status = 1;
    await messages.write(`${clean(String(trouble))}\n`);
    await output.write(jsonLine({ ...fields, error: trouble }));
  }
  return status;
}

/** Microseconds are as fine as the clock is worth. */
function milliseconds(duration: number): number {
  return Math.round(duration * 1000) / 1000;
}

function evidenceFields({ article, title, source, date, sentence, reckoning }: Shown): LineAnswer {
  return { article, title, source, date, sentence, ...given({ reckoning }) };
}

function outcomeFields(outcome: Outcome): LineAnswer {
  const answered = outcome.kind === 'answer';
  return {
    answered,
    answer: answered ? outcome.text : null,
    confidence: outcome.confidence,
    ...(answered ? {} : { reason: outcome.reason, ...given({ missing: outcome.missing }) }),
    ...(answered ? given({ calculation: outcome.calculation, notice: outcome.notice }) : {}),
    ...given({ whole: outcome.whole }),
    evidence: shownEvidence(outcome).map(evidenceFields),
    hits: outcome.hits,
    ...(outcome.explanation === undefined ? {} : { explanation: outcome.explanation }),
  };
}

const TOO_LONG = { answered: false, answer: null, confidence: 0, reason: 'too-long', evidence: [], hits: [] } as const;

/** The answer to a line of `ask --jsonl`. */
export async function askLine(request: LineRequest, desk: LineDesk, explain: boolean): Promise<LineAnswer> {
  if (exceeds(request.question, QUESTION_LIMIT)) return { ...TOO_LONG, ms: 0 };
  const started = desk.clock();
  const session = request.session === null ? {} : { session: request.session };
  const outcome = await desk.library.ask(request.question, { ...session, ...(explain ? { explain } : {}) });
  return { ...outcomeFields(outcome), ms: milliseconds(desk.clock() - started) };
}

function passageFields({ article, text, score }: FoundPassage): LineAnswer {
  return { article, text, score };
}

/** The answer to a line of `search --jsonl`. */
export async function searchLine(request: LineRequest, desk: LineDesk): Promise<LineAnswer> {
  if (exceeds(request.question, QUESTION_LIMIT)) return { reason: 'too-long', hits: [], passages: [], ms: 0 };
  const started = desk.clock();
  const { hits, passages } = await desk.library.search(request.question);
  return { hits, passages: passages.map(passageFields), ms: milliseconds(desk.clock() - started) };
}
