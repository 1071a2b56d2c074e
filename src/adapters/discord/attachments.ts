/** Files that people send along with a command: fetched from Discord when they are read, and from nowhere else. */
import type { ChatInputCommandInteraction, CommandInteractionOption } from 'discord.js';
import { RemarkError } from '../../app/remarks.ts';
import type { IncomingFile } from '../../app/request.ts';

/** Where Discord keeps the files of people: the hosts of `url` and of `proxy_url` of an attachment. */
const CDN: readonly string[] = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];

/** Milliseconds that a file may take to arrive. */
const PATIENCE = 60_000;

/** A file as Discord announces it. */
export interface Announced {
  readonly name: string;
  readonly size: number;
  readonly url: string;
}

/** What fetching depends on. */
export interface Fetching {
  /** The address of Discord's REST API; an imitation of Discord has its files at the same host. */
  readonly api: string;
  /** Ends what is under way; never by default. */
  readonly signal?: AbortSignal;
  /** Milliseconds that a file may take to arrive; a minute by default. */
  readonly patience?: number;
}

function tooLarge({ name }: Announced, limit: number): RemarkError {
  return new RemarkError({ code: 'upload-too-large', details: { limit } }, `${name}: more than ${limit} bytes`);
}

function unreadable(system: string, cause?: unknown): RemarkError {
  const remark = { code: 'file-unreadable', details: { reason: 'other', system } } as const;
  return new RemarkError(remark, `The file cannot be fetched: ${system}`, { cause });
}

/** What the system calls a fault of the network. */
function systemOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'ERROR';
  if (fault.name === 'TimeoutError') return 'TIMEOUT';
  const { cause } = fault;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : fault.name;
}

/** The address, where it is one of Discord's. */
function addressOf({ url }: Announced, { api }: Fetching): URL {
  const address = URL.canParse(url) ? new URL(url) : null;
  const known = address !== null && (CDN.includes(address.origin) || address.origin === new URL(api).origin);
  if (!known) throw unreadable(`HOST ${address?.host ?? ''}`.trimEnd());
  return address;
}

async function respond(file: Announced, fetching: Fetching, signal: AbortSignal): Promise<Response> {
  const response = await fetch(addressOf(file, fetching), {
    redirect: 'manual',
    signal,
  });
  if (response.status === 200) return response;
  await response.body?.cancel();
  throw unreadable(`HTTP ${response.status}`);
}

/** The bytes as they come, and never more than `limit` of them, whatever was announced. */
async function take({ body }: Response, limit: number, file: Announced): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > limit) throw tooLarge(file, limit);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

async function bytesOf(file: Announced, limit: number, fetching: Fetching): Promise<Uint8Array> {
  const { signal, patience = PATIENCE } = fetching;
  const over = new AbortController();
  const leave = (): void => over.abort();
  const timer = setTimeout(() => over.abort(new DOMException('It took too long.', 'TimeoutError')), patience);
  signal?.addEventListener('abort', leave);
  try {
    signal?.throwIfAborted();
    return await take(await respond(file, fetching, over.signal), limit, file);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
}

/** A file that is fetched when it is read. */
export function incomingFile(file: Announced, fetching: Fetching): IncomingFile {
  const { name, size } = file;
  return {
    name,
    size,
    async read(limit) {
      if (size > limit) throw tooLarge(file, limit);
      try {
        return await bytesOf(file, limit, fetching);
      } catch (fault) {
        throw fault instanceof RemarkError ? fault : unreadable(systemOf(fault), fault);
      }
    },
  };
}

function everyOption(options: readonly CommandInteractionOption[]): CommandInteractionOption[] {
  return options.flatMap((option) => [option, ...everyOption(option.options ?? [])]);
}

/** The files of a command by what the values of its options call them: their ids. */
export function filesOf({ options }: ChatInputCommandInteraction, fetching: Fetching): Map<string, IncomingFile> {
  const attached = everyOption(options.data).flatMap(({ attachment }) => attachment ?? []);
  return new Map(attached.map((attachment) => [attachment.id, incomingFile(attachment, fetching)]));
}
