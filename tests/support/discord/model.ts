/** What the imitation keeps and sends. Names with underscores are Discord's own. */
import type { PermissionName } from './permissions.ts';

/** A JSON object of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** Somebody with an account. */
export interface Person {
  readonly kind: 'person';
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly bot: boolean;
  /** Takes no direct messages: sending one is refused with 50007. */
  readonly closedDms: boolean;
}

/** A role of a guild. */
export interface Role {
  readonly kind: 'role';
  readonly id: string;
  readonly name: string;
  readonly guildId: string;
  readonly mentionable: boolean;
  readonly permissions: bigint;
}

/** A guild. Its @everyone role has the guild's id. */
export interface Guild {
  readonly kind: 'guild';
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly ownerId: string;
  readonly botRoleId: string;
  readonly joinedAt: string;
}

/** A channel, a thread or a direct conversation. */
export interface Channel {
  readonly kind: 'channel';
  readonly id: string;
  /** Discord's number: 0 text, 1 direct, 11 public thread, 12 private thread. */
  readonly type: number;
  readonly name: string;
  readonly guildId: string | null;
  /** What the bot may not do in it. */
  readonly deny: readonly PermissionName[];
  /** The other one of a direct conversation. */
  readonly recipientId: string | null;
  /** The channel of a thread. */
  readonly parentId: string | null;
  readonly archiveMinutes: number;
  readonly createdAt: string;
}

/** A file as it came in. */
export interface Upload {
  readonly filename: string;
  readonly data: Uint8Array;
  readonly contentType?: string;
  readonly description?: string;
  /** What Discord says of its size, where that is not so. */
  readonly announcedSize?: number;
}

/** A user as Discord writes it. */
export interface ApiUser {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly discriminator: string;
  readonly avatar: null;
  readonly bot: boolean;
  readonly public_flags: number;
}

/** A file of a message as Discord writes it. */
export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly url: string;
  readonly proxy_url: string;
  readonly content_type: string;
  readonly description?: string;
  readonly ephemeral?: boolean;
}

/** A box below a message's text. */
export interface Embed {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly url?: string;
  readonly color?: number;
  readonly timestamp?: string;
  readonly fields?: readonly { readonly name: string; readonly value: string; readonly inline?: boolean }[];
  readonly footer?: { readonly text: string; readonly icon_url?: string };
  readonly author?: { readonly name: string; readonly url?: string; readonly icon_url?: string };
  readonly image?: { readonly url: string };
  readonly thumbnail?: { readonly url: string };
}

/** An entry of a select menu. */
export interface SelectOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly default?: boolean;
}

/** Anything of Discord's component tree; which parts it has depends on `type`. */
export interface Component {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly style?: number;
  readonly label?: string;
  readonly emoji?: { readonly id?: string | null; readonly name?: string | null };
  readonly url?: string;
  readonly disabled?: boolean;
  readonly options?: readonly SelectOption[];
  readonly placeholder?: string;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly required?: boolean;
  readonly value?: string;
  readonly content?: string;
  readonly description?: string;
  readonly components?: readonly Component[];
  readonly component?: Component;
  readonly accessory?: Component;
}

/** A modal as the bot sent it. */
export interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly Component[];
}

/** A choice that autocomplete offers. */
export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** Which interaction a message came of. */
export interface InteractionMetadata {
  readonly id: string;
  readonly type: number;
  readonly user: ApiUser;
  readonly authorizing_integration_owners: Readonly<Record<string, string>>;
  readonly interacted_message_id?: string;
  readonly original_response_message_id?: string;
}

/** A message as Discord writes it. */
export interface Message {
  readonly id: string;
  readonly channel_id: string;
  readonly author: ApiUser;
  readonly content: string;
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly tts: boolean;
  readonly mention_everyone: boolean;
  readonly mentions: readonly ApiUser[];
  readonly mention_roles: readonly string[];
  readonly attachments: readonly Attachment[];
  readonly embeds: readonly Embed[];
  readonly components: readonly Component[];
  readonly pinned: boolean;
  readonly type: number;
  readonly flags: number;
  readonly nonce?: string | number;
  readonly webhook_id?: string;
  readonly application_id?: string;
  readonly message_reference?: {
    readonly type: number;
    readonly message_id: string;
    readonly channel_id: string;
    readonly guild_id?: string;
  };
  readonly referenced_message?: Message | null;
  readonly interaction_metadata?: InteractionMetadata;
  readonly thread?: unknown;
}

/** Who is notified by a message. */
export interface Pinged {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

/** An entry of the list of everything that notified somebody. */
export interface Ping extends Pinged {
  readonly messageId: string;
  readonly channelId: string;
  readonly content: string;
}
