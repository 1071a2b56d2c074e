/** Stores messages, says whom they notify and tells the gateway. */

import { everyComponent, TYPE } from './component-types.ts';
import { unknown } from './errors.ts';
import { fieldsOf, lengthOf } from './form.ts';
import { FLAGS, INTENTS } from './limits.ts';
import { notifies, pingedBy } from './mentions.ts';
import type { ApiUser, Attachment, Channel, Component, Fields, Message, Person, Pinged, Upload } from './model.ts';
import { PERMISSIONS } from './permissions.ts';
import { keptAttachments, shapedComponents, shapedEmbeds, storedFile } from './shaping.ts';
import { isV2 } from './validate.ts';
import { apiUser, botPermissions, partialMember } from './wire.ts';
import type { Stored, World } from './world.ts';

/** A message about to be stored. Its body has been checked. */
export interface Draft {
  readonly channel: Channel;
  readonly author: Person;
  readonly body: Fields;
  readonly files?: readonly Upload[];
  /** The only one who will see it, or null. */
  readonly onlyFor?: string | null;
  readonly defaults: 'message' | 'interaction';
  /** Flags beside those in the body that count. */
  readonly flags?: number;
  readonly replyTo?: Message | null;
  /** People who are mentioned beside those in the text. */
  readonly moreMentions?: readonly ApiUser[];
  /** Further parts as they are. */
  readonly extra?: Partial<Message>;
}

/** What an edit brings. Its body has been checked. */
export interface Edit {
  readonly body: Fields;
  readonly files?: readonly Upload[];
  readonly defaults: 'message' | 'interaction';
}

interface Heard {
  readonly channel: Channel;
  readonly author: Person;
  readonly content: string;
  readonly allowed: unknown;
  readonly defaults: 'message' | 'interaction';
  readonly repliedTo: string | null;
  readonly onlyFor: string | null;
}

const FROM_BODY = FLAGS.suppressEmbeds | FLAGS.suppressNotifications | FLAGS.componentsV2;
const REPLY = 19;
const REFERENCE = 0;

function redacted(message: Message, intents: number, botId: string): Message {
  const told =
    (intents & INTENTS.messageContent) !== 0 ||
    message.author.id === botId ||
    message.mentions.some(({ id }) => id === botId);
  const inner = message.referenced_message;
  const referenced = inner ? { referenced_message: redacted(inner, intents, botId) } : {};
  if (told) return { ...message, ...referenced };
  return { ...message, ...referenced, content: '', embeds: [], attachments: [], components: [] };
}

/** All text that may notify somebody: of the newer components that is what they show, and never an embed. */
function spoken(content: string, components: readonly Component[]): string {
  const shown = everyComponent(components).filter(({ type }) => type === TYPE.text);
  return [content, ...shown.map((text) => text.content ?? '')].join('\n');
}

/** The messages of a world. */
export class Messages {
  readonly #world: World;
  readonly #origin: () => string;

  /** `origin` gives the server's address, which is known once it listens. */
  constructor(world: World, origin: () => string) {
    this.#world = world;
    this.#origin = origin;
  }

  /** A stored message. Throws Discord's 10008 where there is none. */
  stored(id: string): Stored {
    const found = this.#world.messages.get(id);
    if (found === undefined) throw unknown('message');
    return found;
  }

  /** Stores a message, notes whom it notifies and tells the gateway. */
  create(draft: Draft): Message {
    const { channel, author, body, replyTo = null, onlyFor = null } = draft;
    const content = String(body['content'] ?? '').trim();
    const components = shapedComponents(body['components']);
    const heard: Heard = {
      channel,
      author,
      content: spoken(content, components),
      allowed: body['allowed_mentions'],
      defaults: draft.defaults,
      repliedTo: replyTo?.author.id ?? null,
      onlyFor,
    };
    const pinged = this.#pinged(heard);
    const id = this.#world.ids.next();
    const mentions = this.#mentions(this.#pinged({ ...heard, onlyFor: null }), draft.moreMentions);
    const message: Message = {
      id,
      channel_id: channel.id,
      author: apiUser(author),
      content,
      timestamp: this.#world.time(),
      edited_timestamp: null,
      tts: body['tts'] === true,
      ...mentions,
      attachments: this.#files(channel, draft.files ?? [], onlyFor !== null),
      embeds: shapedEmbeds(body['embeds']),
      components,
      pinned: false,
      type: replyTo === null ? 0 : REPLY,
      flags: (Number(body['flags'] ?? 0) & FROM_BODY) | (draft.flags ?? 0),
      ...this.#reference(channel, replyTo),
      ...draft.extra,
    };
    this.#world.messages.set(id, { message, onlyFor, pinged, edits: 0, length: lengthOf(content) });
    this.#note(message, pinged);
    this.#tell('MESSAGE_CREATE', message);
    return message;
  }

  /**
   * Stores an edit. Whom the new text would notify is noted as for a new message: Discord's clients differ in
   * whether they sound for an edit, and all of them show the mention.
   */
  edit(id: string, { body, files = [], defaults }: Edit): Message {
    const { message: old, onlyFor, edits } = this.stored(id);
    const channel = this.#world.channel(old.channel_id);
    const author = this.#world.person(old.author.id);
    const content = 'content' in body ? String(body['content'] ?? '').trim() : old.content;
    const repliedTo = old.referenced_message?.author.id ?? null;
    const components = body['components'] === undefined ? old.components : shapedComponents(body['components']);
    const heard: Heard = {
      channel,
      author,
      content: spoken(content, components),
      allowed: body['allowed_mentions'],
      defaults,
      repliedTo,
      onlyFor,
    };
    const pinged = this.#pinged(heard);
    const wasLoading = (old.flags & FLAGS.loading) !== 0;
    const suppress = Number(body['flags'] ?? old.flags) & FLAGS.suppressEmbeds;
    const message: Message = {
      ...old,
      content,
      edited_timestamp: wasLoading ? null : this.#world.time(),
      ...this.#mentions(this.#pinged({ ...heard, onlyFor: null })),
      attachments: [...keptAttachments(body, old), ...this.#files(channel, files, onlyFor !== null)],
      embeds: body['embeds'] === undefined ? old.embeds : shapedEmbeds(body['embeds']),
      components,
      flags:
        (old.flags & ~FLAGS.loading & ~FLAGS.suppressEmbeds) | suppress | (isV2(body, old) ? FLAGS.componentsV2 : 0),
    };
    this.#world.messages.set(id, { message, onlyFor, pinged, edits: edits + 1, length: lengthOf(content) });
    this.#note(message, pinged);
    this.#tell('MESSAGE_UPDATE', message);
    return message;
  }

  /** Changes parts of a message without anybody having edited it, such as its thread. */
  amend(id: string, parts: Partial<Message>): void {
    const stored = this.stored(id);
    const message = { ...stored.message, ...parts };
    this.#world.messages.set(id, { ...stored, message });
    this.#tell('MESSAGE_UPDATE', message);
  }

  /** Takes a message away. Throws Discord's 10008 where there is none. */
  remove(id: string): void {
    const { message, onlyFor } = this.stored(id);
    this.#world.messages.delete(id);
    const { guildId } = this.#world.channel(message.channel_id);
    const gone = { id, channel_id: message.channel_id, ...(guildId === null ? {} : { guild_id: guildId }) };
    const intent = guildId === null ? INTENTS.directMessages : INTENTS.guildMessages;
    if (onlyFor === null) this.#world.dispatch({ type: 'MESSAGE_DELETE', guildId, intent, data: () => gone });
    this.#world.changes.notify();
  }

  /** A message as a session, or an application, with these intents gets to read it. */
  readable(message: Message, intents: number): Message {
    const { guildId } = this.#world.channel(message.channel_id);
    return guildId === null ? message : redacted(message, intents, this.#world.bot.id);
  }

  #files(channel: Channel, files: readonly Upload[], ephemeral: boolean): readonly Attachment[] {
    const place = { world: this.#world, origin: this.#origin(), channel, ephemeral };
    return files.map((file) => storedFile(place, file));
  }

  #pinged({ channel, author, content, onlyFor, ...rules }: Heard): Pinged {
    const mentionable = [...this.#world.roles.values()].filter((role) => role.mentionable);
    const mayMentionEveryone = author.bot && (botPermissions(channel) & PERMISSIONS.MentionEveryone) !== 0n;
    const mentionableRoles = new Set(mentionable.map(({ id }) => id));
    const all = pingedBy(content, { ...rules, mayMentionEveryone, mentionableRoles });
    const others = { ...all, users: all.users.filter((id) => id !== author.id) };
    if (onlyFor === null) return others;
    return { users: others.users.filter((id) => id === onlyFor), roles: [], everyone: false };
  }

  #mentions(
    { users, roles, everyone }: Pinged,
    more: readonly ApiUser[] = [],
  ): Pick<Message, 'mentions' | 'mention_roles' | 'mention_everyone'> {
    const known = users.filter((id) => id === this.#world.bot.id || this.#world.people.has(id));
    const named = known.map((id) => apiUser(this.#world.person(id)));
    const mentions = [...named, ...more.filter(({ id }) => !known.includes(id))];
    return { mentions, mention_roles: roles, mention_everyone: everyone };
  }

  #reference(channel: Channel, replyTo: Message | null): Partial<Message> {
    if (replyTo === null) return {};
    const { referenced_message: _, ...referenced } = replyTo;
    const guild = channel.guildId === null ? {} : { guild_id: channel.guildId };
    const reference = { type: REFERENCE, message_id: replyTo.id, channel_id: replyTo.channel_id, ...guild };
    return { message_reference: reference, referenced_message: referenced };
  }

  #note({ id, channel_id, content }: Message, pinged: Pinged): void {
    if (notifies(pinged)) this.#world.pings.push({ ...pinged, messageId: id, channelId: channel_id, content });
  }

  #tell(type: string, message: Message): void {
    const { guildId } = this.#world.channel(message.channel_id);
    if (this.stored(message.id).onlyFor === null) {
      const intent = guildId === null ? INTENTS.directMessages : INTENTS.guildMessages;
      const around = this.#around(message, guildId);
      const data = (intents: number): unknown => ({ ...this.readable(message, intents), ...around });
      this.#world.dispatch({ type, guildId, intent, data });
    }
    this.#world.changes.notify();
  }

  #around(message: Message, guildId: string | null): Fields {
    const guild = this.#world.guilds.get(guildId ?? '');
    if (guild === undefined) return { channel_type: 1 };
    return fieldsOf({
      guild_id: guild.id,
      channel_type: this.#world.channel(message.channel_id).type,
      member: partialMember(guild, this.#world.person(message.author.id)),
    });
  }
}
