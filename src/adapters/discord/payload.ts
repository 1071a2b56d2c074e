/** What is sent of a reply: its card, and the file that goes with it. */
import { createHash } from 'node:crypto';
import type { APIEmbed, TextBasedChannel } from 'discord.js';
import { inline, type OutgoingFile, type Reply } from '../../app/reply.ts';
import type { Call, Place } from '../../app/request.ts';
import { drawCard } from './card.ts';
import type { Row } from './components.ts';
import type { KeptText } from './custom-id.ts';
import { MESSAGE } from './limits.ts';
import type { Office } from './office.ts';
import { threadButton } from './threads.ts';
import { cardWording } from './wording-cards.ts';

/** Nobody is ever notified by what we say. */
export const NOBODY = Object.freeze({ parse: [], repliedUser: false });

/** A message as discord.js sends it. An edit puts `files` in the place of those that the message had. */
export interface Payload {
  readonly embeds: APIEmbed[];
  readonly components: Row[];
  readonly files: { readonly attachment: Buffer; readonly name: string }[];
  readonly allowedMentions: typeof NOBODY;
}

/** A reply ready to be sent. */
export interface Drawn {
  readonly payload: Payload;
  /** Calls that are too long for their buttons; they have to be kept before the message is sent. */
  readonly kept: readonly KeptText[];
}

/** Where a reply is shown. */
export interface Stage {
  /** Which part of it is wanted, from 0. */
  readonly screen: number;
  readonly place: Place | null;
  readonly channel: TextBasedChannel | null;
  /** Whether no thread may be opened from it: not everybody sees it. */
  readonly hidden: boolean;
}

/** The reply with a word about its file where that is too large to be sent. */
function withoutLargeFile({ file, ...reply }: Reply): Reply {
  if (file === undefined) return reply;
  if (file.bytes.byteLength <= MESSAGE.fileBytes) return { ...reply, file };
  const text = cardWording(reply.locale).fileTooLarge(file.name, MESSAGE.fileBytes / 1024 / 1024);
  return { ...reply, blocks: [{ kind: 'note', text: inline(text) }, ...reply.blocks] };
}

function attached(file: OutgoingFile | undefined): Payload['files'] {
  if (file === undefined) return [];
  const { buffer, byteOffset, byteLength } = file.bytes;
  return [{ attachment: Buffer.from(buffer, byteOffset, byteLength), name: file.name }];
}

/** Draws a reply that `call` has made. */
export function drawReply(said: Reply, call: Call, { screen, place, channel, hidden }: Stage): Drawn {
  const reply = withoutLargeFile(said);
  const thread = hidden ? null : threadButton(reply, { place, channel });
  const { embeds, components, kept } = drawCard(reply, { screen, call, extra: thread === null ? [] : [thread] });
  return { payload: { embeds, components, files: attached(reply.file), allowedMentions: NOBODY }, kept };
}

/** Says of two payloads whether they show the same. */
export function fingerprint({ embeds, components, files }: Payload): string {
  const print = createHash('sha256').update(JSON.stringify([embeds, components]));
  for (const { attachment, name } of files) print.update(`\n${name}\n`).update(attachment);
  return print.digest('base64');
}

/** Keeps what is too long for the buttons; without it only those buttons do not work. */
export async function keepCalls({ kept }: Pick<Drawn, 'kept'>, { parts }: Office): Promise<void> {
  const at = parts.clock();
  const keeping = kept.map(({ key, text }) => parts.shelf.keepCall({ key, call: text, at }));
  for (const { status, ...rest } of await Promise.allSettled(keeping)) {
    if (status === 'fulfilled') continue;
    parts.log({ level: 'warning', event: 'button-not-kept', details: rest });
  }
}
