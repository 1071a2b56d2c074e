/** What Discord takes as a message. */
import { ApiError, emptyMessage } from './errors.ts';
import { Form, fieldsOf, itemsOf } from './form.ts';
import { FLAGS, MESSAGE } from './limits.ts';
import type { Fields, Message, Upload } from './model.ts';
import { checkComponents } from './validate-components.ts';
import { checkEmbeds } from './validate-embeds.ts';

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const LEGACY = ['content', 'embeds', 'sticker_ids', 'poll'] as const;

/** What a message is checked with. */
export interface Checked {
  /** In front of every path: `data.` for answers to interactions. */
  readonly prefix?: string;
  readonly files: readonly Upload[];
  /** The message as it is, where it is edited. */
  readonly existing?: Message;
}

/** Throws Discord's 50109 for a body with half of a surrogate pair anywhere, which no UTF-8 can carry. */
export function refuseLoneSurrogates(value: unknown): void {
  if (typeof value === 'string' && LONE_SURROGATE.test(value)) {
    throw new ApiError(400, 50_109, 'The request body contains invalid JSON.');
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    refuseLoneSurrogates(key);
    refuseLoneSurrogates(inner);
  }
}

/** Throws Discord's 40005 for files that are too large together. */
export function refuseLargeFiles(files: readonly Upload[]): void {
  const bytes = files.reduce((sum, file) => sum + file.data.byteLength, 0);
  if (bytes > MESSAGE.uploadBytes) throw new ApiError(413, 40_005, 'Request entity too large');
}

function checkMentions(form: Form, value: unknown): void {
  if (value === undefined || value === null) return;
  const allowed = fieldsOf(value);
  const parse = itemsOf(allowed['parse']);
  for (const [index, one] of parse.entries()) {
    form.oneOf(`allowed_mentions.parse.${index}`, one, ['users', 'roles', 'everyone']);
  }
  for (const key of ['users', 'roles']) {
    const ids = itemsOf(allowed[key]);
    form.count(`allowed_mentions.${key}`, ids.length, [0, MESSAGE.allowedMentions]);
    if (ids.length > 0 && parse.includes(key)) {
      const said = `parse:["${key}"] and ${key}: [ids...] are mutually exclusive.`;
      form.add('allowed_mentions', 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', said);
    }
  }
}

function checkNonce(form: Form, nonce: unknown): void {
  if (typeof nonce === 'number') form.integer('nonce', nonce, [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]);
  else form.text('nonce', nonce, { max: MESSAGE.nonce });
}

function hasAny(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : typeof value === 'string' ? value !== '' : Boolean(value);
}

/** Discord forgets neither what an edit leaves out nor that a message was of the newer kind. */
function merged(body: Fields, existing: Message | undefined): Fields {
  if (existing === undefined) return body;
  const present = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  return { content: existing.content, embeds: existing.embeds, components: existing.components, ...present };
}

/** Whether a message, or the edit of one, is of the newer kind. */
export function isV2(body: Fields, existing?: Message): boolean {
  return ((Number(body['flags'] ?? 0) | (existing?.flags ?? 0)) & FLAGS.componentsV2) !== 0;
}

function checkLegacy(form: Form, whole: Fields): void {
  for (const key of LEGACY) {
    if (!hasAny(whole[key])) continue;
    const said = `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
    form.add(key, 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', said);
  }
}

function keptFiles(body: Fields, existing: Message | undefined): number {
  const listed = body['attachments'];
  if (existing === undefined) return 0;
  if (!Array.isArray(listed)) return existing.attachments.length;
  const ids = new Set(listed.map((one) => String(fieldsOf(one)['id'])));
  return existing.attachments.filter((one) => ids.has(one.id)).length;
}

function isEmpty(whole: Fields, v2: boolean, files: number): boolean {
  if (files > 0 || hasAny(whole['sticker_ids']) || hasAny(whole['poll'])) return false;
  if (v2) return !hasAny(whole['components']);
  return String(whole['content'] ?? '').trim() === '' && !hasAny(whole['embeds']);
}

/** Throws what Discord answers to a message, or to the edit of one, that it refuses. */
export function checkMessage(body: Fields, { prefix = '', files, existing }: Checked): void {
  refuseLoneSurrogates(body);
  refuseLargeFiles(files);
  const form = new Form(prefix);
  const whole = merged(body, existing);
  const v2 = isV2(body, existing);
  const fileCount = files.length + keptFiles(body, existing);
  form.text('content', body['content'], { max: MESSAGE.content });
  checkEmbeds(form, body['embeds']);
  checkComponents(form, body['components'], v2);
  checkMentions(form, body['allowed_mentions']);
  checkNonce(form, body['nonce']);
  if (v2) checkLegacy(form, whole);
  form.count('attachments', fileCount, [0, MESSAGE.attachments]);
  form.finish();
  if (isEmpty(whole, v2, fileCount)) throw emptyMessage();
}
