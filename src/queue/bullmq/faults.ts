/** What goes wrong with Redis, in words that may be logged. */
import { QueueUnavailableError } from '../contract.ts';
import type { Address } from './address.ts';

/**
 * A fault of Redis, without what the client's own errors carry along: the command that failed, which for AUTH holds the
 * password.
 */
export class RedisError extends Error {
  override readonly name = 'RedisError';
}

/** Redis may throw away what it was given: jobs could vanish. It works nevertheless. */
export class EvictionWarning extends Error {
  override readonly name = 'EvictionWarning';
  /** Its maxmemory-policy. */
  readonly policy: string;

  constructor(policy: string, place: string) {
    super(
      `Redis at ${place} has maxmemory-policy ${policy}: short of memory it would throw jobs away. Set it to noeviction.`,
    );
    this.policy = policy;
  }
}

/** What any thrown thing says. */
export function messageOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  // A host with several addresses fails with one error for each, and no message of its own.
  const [first] = fault instanceof AggregateError ? fault.errors : [];
  return fault.message || (first === undefined ? fault.name : messageOf(first));
}

/** A fault as it may be handed on: ours as they are, any other by its message alone. */
export function cleanFault(fault: unknown, address: Address): Error {
  if (fault instanceof QueueUnavailableError || fault instanceof EvictionWarning) return fault;
  return new RedisError(address.veil(messageOf(fault)));
}

/** Says that Redis cannot be used, and why as far as it is known. */
export function unavailable(fault: unknown, address: Address): QueueUnavailableError {
  if (fault instanceof QueueUnavailableError) return fault;
  const { message } = cleanFault(fault, address);
  return new QueueUnavailableError(`Redis at ${address.label} ${predicate(message)} (${message})`);
}

function predicate(message: string): string {
  if (/^(WRONGPASS|ERR invalid password|ERR AUTH)/.test(message)) return 'refuses the user name or the password.';
  if (message.startsWith('NOAUTH')) return 'asks for a password.';
  if (message.startsWith('NOPERM')) return 'does not allow its user what the queue needs.';
  if (/^(OOM|EXECABORT|MISCONF|NOREPLICAS|READONLY)/.test(message)) return 'takes nothing in.';
  return 'cannot be reached.';
}
