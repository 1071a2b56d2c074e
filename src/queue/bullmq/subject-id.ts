/** Names for subjects that BullMQ takes: it allows no `:` in them and none that is a number. */
import { createHash, randomUUID } from 'node:crypto';

/** The name by which a subject is known, whatever characters it has: 32 hexadecimal digits. */
export function subjectId(subject: string): string {
  // As JSON: half a surrogate pair is another text than the replacement character, which it would become in UTF-8.
  return createHash('sha256').update(JSON.stringify(subject)).digest('hex').slice(0, 32);
}

/** A new name for a job of a subject, unlike that of any other. */
export function newJobId(subject: string): string {
  return `${subjectId(subject)}.${randomUUID()}`;
}

/** The name of the subject that a job was made for. */
export function subjectIdOfJob(jobId: string): string {
  return jobId.slice(0, jobId.indexOf('.'));
}
