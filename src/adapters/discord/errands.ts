/** What somebody wants by an interaction: a call, and where its reply goes. */
import {
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Call, IncomingFile } from '../../app/request.ts';
import { filesOf } from './attachments.ts';
import { readKeptPress, readPressId } from './custom-id.ts';
import { textOfMessage } from './message-text.ts';
import type { Office } from './office.ts';
import type { Press } from './press.ts';

/** A call and the part of its reply that is wanted. `instead` puts it in the place of the card that was pressed. */
export interface Errand {
  readonly call: Call;
  readonly screen: number;
  readonly manner: 'new' | 'instead';
  /** Whether only the asker may see the reply, whatever else holds. */
  readonly hidden: boolean;
  /** Files by what the values of the call name them. */
  readonly files?: ReadonlyMap<string, IncomingFile>;
}

/** Any interaction that a reply can be given to. */
export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

function valuesOf(options: readonly CommandInteractionOption[]): Record<string, string> {
  const given = options.filter(({ value }) => value !== undefined);
  return Object.fromEntries(given.map(({ name, value }) => [name, String(value)]));
}

/** What a slash command asks for. */
export function slashErrand(interaction: ChatInputCommandInteraction, { parts, leaving }: Office): Errand {
  const [first] = interaction.options.data;
  const inner = interaction.options.getSubcommand(false);
  const values = valuesOf(inner === null ? interaction.options.data : (first?.options ?? []));
  const command = inner === null ? interaction.commandName : `${interaction.commandName} ${inner}`;
  const files = filesOf(interaction, { api: parts.api, signal: leaving.signal });
  return { call: { command, values }, screen: 0, manner: 'new', hidden: false, ...(files.size > 0 && { files }) };
}

/** What is asked of a message: its text goes to the first option of the command. */
export function menuErrand(interaction: MessageContextMenuCommandInteraction, { parts }: Office): Errand {
  const name = interaction.commandName;
  const command = parts.registry.commands.find(({ surface, names }) => surface === 'menu' && names.en === name);
  const [option = 'text'] = Object.keys(command?.options ?? {});
  const values = { [option]: textOfMessage(interaction.targetMessage) };
  return { call: { command: command?.name ?? name, values }, screen: 0, manner: 'new', hidden: false };
}

/** What a custom id stands for; `null` for one that is not ours, or whose call is no longer kept. */
export async function pressOf(id: string, { parts }: Office): Promise<Press | null> {
  const read = readPressId(id);
  if (read === null || !('key' in read)) return read?.press ?? null;
  const kept = await parts.shelf.keptCall(read.key);
  return kept === null ? null : readKeptPress(kept);
}

/** Whether a card belongs to the person, so that they may turn its pages for everybody. */
function isOwn({ message, user }: MessageComponentInteraction): boolean {
  return message.interactionMetadata === null || message.interactionMetadata.user.id === user.id;
}

function isHidden(flags: { has(flag: MessageFlags.Ephemeral): boolean } | undefined): boolean {
  return flags?.has(MessageFlags.Ephemeral) ?? false;
}

/** What a button or an entry of a menu asks for, other than a text or a thread. */
export function pressErrand({ call, verb, screen }: Press, interaction: MessageComponentInteraction): Errand {
  const own = isHidden(interaction.message.flags) || isOwn(interaction);
  // What somebody else looks up of a public card is their own business.
  return { call, screen, manner: verb === 'turn' && own ? 'instead' : 'new', hidden: true };
}

/** What a filled-in form asks for. */
export function modalErrand({ call, fill }: Press, interaction: ModalSubmitInteraction): Errand {
  const option = fill ?? '';
  const values = { ...call.values, [option]: interaction.fields.getTextInputValue(option) };
  const hidden = isHidden(interaction.message?.flags);
  return { call: { ...call, values }, screen: 0, manner: 'new', hidden };
}
