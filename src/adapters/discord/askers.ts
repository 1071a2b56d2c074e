/** Who asks in Discord, in which language, and where. */
import {
  ChannelType,
  type Guild,
  PermissionFlagsBits,
  type PermissionsBitField,
  type TextBasedChannel,
  type User,
} from 'discord.js';
import type { Locale } from '../../app/locale.ts';
import type { PlaceSettings } from '../../app/places.ts';
import type { Asker, Circumstances, Place } from '../../app/request.ts';
import type { Office } from './office.ts';

/** Milliseconds of silence after which a question begins a new conversation, except in a thread of ours. */
const LAPSE = 30 * 60_000;

/** Our language for one of Discord's: https://discord.com/developers/docs/reference#locales */
export function localeOf(locale: string): Locale {
  if (locale === 'zh-CN' || locale === 'zh-TW') return locale;
  return 'en';
}

/** Somebody as Discord shows them to us; `locale` is `null` where Discord does not say. */
export interface Person {
  readonly user: User;
  readonly locale: string | null;
  readonly permissions: Readonly<PermissionsBitField> | null;
}

/** The asker, with the language of the place where one is set. */
export function askerOf({ user, locale, permissions }: Person, place: Place | null, { parts }: Office): Asker {
  const wanted = place?.settings.language ?? 'asker';
  const own = locale === null ? parts.locale : localeOf(locale);
  return {
    id: parts.pseudonym(user.id),
    locale: wanted === 'asker' ? own : wanted,
    admin: parts.admins.has(user.id),
    manager: permissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}

/** The server with its settings, or `null` for a direct message. */
export async function placeOf(guild: string | null, { settings }: Office): Promise<Place | null> {
  return guild === null ? null : { id: guild, settings: await settings.of(guild) };
}

/** Whether we may speak so that everybody sees it; a thread counts as the channel that it hangs on. */
export function maySpeak(
  channel: { readonly id: string; readonly parent: string | null },
  place: Place | null,
): boolean {
  const channels = place?.settings.channels ?? [];
  return channels.length === 0 || channels.includes(channel.id) || channels.includes(channel.parent ?? '');
}

/** The channel that a thread hangs on, or `null`. */
export function parentOf(channel: TextBasedChannel | null): string | null {
  return channel?.isThread() === true ? channel.parentId : null;
}

/** Whether a channel is a thread that we have opened. */
export function isOurThread(channel: TextBasedChannel | null, { client }: Office): boolean {
  return channel?.isThread() === true && channel.ownerId === client.user.id;
}

/** Whether a thread can be opened from a message of this channel. */
export function takesThreads(channel: TextBasedChannel | null): boolean {
  return channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement;
}

/** The conversation and its place: one for each person in a channel, one for all in a thread of ours. */
export function circumstancesOf(
  {
    request,
    user,
    channel,
  }: { readonly request: string; readonly user: string; readonly channel: TextBasedChannel | null },
  place: Place | null,
  office: Office,
): Circumstances {
  const at = office.parts.clock();
  const shared = isOurThread(channel, office);
  const id = channel?.id ?? 'nowhere';
  return {
    request,
    at,
    session: shared ? `thread:${id}` : `channel:${id}:${user}`,
    since: shared ? 0 : at - LAPSE,
    ...(place === null ? {} : { place }),
  };
}

/** The language of a server or of our own. */
export function guildLocale(guild: Guild | null, settings: PlaceSettings | undefined, { parts }: Office): Locale {
  if (settings !== undefined && settings.language !== 'asker') return settings.language;
  return guild === null || guild.preferredLocale === 'en-US' ? parts.locale : localeOf(guild.preferredLocale);
}
