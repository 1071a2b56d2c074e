/** Threads that we open about a card, so that several people can go on asking in one place. */
import {
  type ButtonInteraction,
  type Message,
  MessageFlags,
  type TextBasedChannel,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import type { Reply } from '../../app/reply.ts';
import type { Place } from '../../app/request.ts';
import { askerOf, placeOf, takesThreads } from './askers.ts';
import { readPressId } from './custom-id.ts';
import { plainLabel } from './escape.ts';
import { isRefusal } from './faults.ts';
import { THREAD } from './limits.ts';
import type { Office } from './office.ts';
import type { Press } from './press.ts';
import { botWording } from './wording-bot.ts';

/** A button beside those that the reply has of itself. */
export interface ExtraButton {
  readonly label: string;
  readonly icon: string;
  readonly press: Press;
}

/** The turn that a reply can be followed up by, or `null`. */
function turnOf({ actions }: Reply): string | null {
  return actions.find(({ fill }) => fill !== undefined)?.call.values['after'] ?? null;
}

/** The button that opens a thread, where the server wants one and the channel takes it. */
export function threadButton(
  reply: Reply,
  { place, channel }: { readonly place: Place | null; readonly channel: TextBasedChannel | null },
): ExtraButton | null {
  const turn = turnOf(reply);
  if (turn === null || place?.settings.threads !== true || !takesThreads(channel)) return null;
  const call = { command: 'answer', values: { turn } };
  return { label: botWording(reply.locale).thread, icon: '🧵', press: { verb: 'thread', call, screen: 0, fill: null } };
}

/** The turn that a message of ours tells, or `null`; what its buttons carry says so. */
export function turnOfMessage({ components }: Message): string | null {
  const parts = components.flatMap((row) => ('components' in row ? [...row.components] : []));
  for (const part of parts) {
    const id = 'customId' in part && typeof part.customId === 'string' ? readPressId(part.customId) : null;
    const values = id !== null && 'press' in id ? id.press.call.values : {};
    const turn = values['after'] ?? values['turn'];
    if (turn !== undefined) return turn;
  }
  return null;
}

/** Opens a thread from the card and says in it how to go on. */
export async function openThread({ call }: Press, interaction: ButtonInteraction, office: Office): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const place = await placeOf(interaction.guildId, office);
  const person = { user: interaction.user, locale: interaction.locale, permissions: interaction.memberPermissions };
  const wording = botWording(askerOf(person, place, office).locale);
  const turn = await office.parts.library.turns.turn(call.values['turn'] ?? '');
  const name = plainLabel(turn?.question ?? wording.thread, THREAD.name);
  try {
    const thread = await interaction.message.startThread({
      name,
      autoArchiveDuration: ThreadAutoArchiveDuration.OneDay,
    });
    await thread.send(office.parts.messageContent ? wording.threadHello : wording.threadHelloMention);
    await interaction.editReply(wording.threadOpened(thread.id));
  } catch (fault) {
    if (!isRefusal(fault, 'missingAccess', 'missingPermission', 'threadExists', 'unknownChannel')) throw fault;
    await interaction.editReply(wording.threadFailed);
  }
}
