/** Puts what went wrong into words for whoever runs the program. */
import { createHash } from 'node:crypto';
import type { Locale } from '../../app/locale.ts';
import { remarkOf, tellRemark } from '../../app/remarks.ts';
import { wordingFor } from '../../app/wording.ts';
import { clean } from './clean.ts';

/** Mistakes in the program itself, whose place in it matters more than their message. */
const MISTAKES = [TypeError, RangeError, ReferenceError, SyntaxError];

function messageOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const mistaken = MISTAKES.some((kind) => fault instanceof kind);
  return mistaken ? (fault.stack ?? fault.message) : fault.message;
}

/**
 * What went wrong: in the person's language where something can be done about it, else the message of the fault and of
 * what caused it; a mistake in the program comes with its place.
 */
export function describe(fault: unknown, locale: Locale): string {
  const remark = remarkOf(fault);
  if (remark !== undefined) return clean(tellRemark(remark, wordingFor(locale).remarks));
  const messages: string[] = [];
  const seen = new Set<unknown>();
  for (let at: unknown = fault; at !== undefined && at !== null && !seen.has(at); at = causeOf(at)) {
    seen.add(at);
    messages.push(messageOf(at));
  }
  return clean([...new Set(messages)].join(' ← '));
}

function causeOf(fault: unknown): unknown {
  return fault instanceof Error ? fault.cause : undefined;
}

/** A short reference of a fault: the same fault has the same one. */
export function referenceOf(fault: unknown): string {
  const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
