/** Guilds, channels and people as Discord writes them. */
import type { ApiUser, Channel, Guild, Person, Role } from './model.ts';
import { BOT, bitsOf, PLAIN_MEMBER } from './permissions.ts';
import type { World } from './world.ts';

/** Channel types. */
export const CHANNEL = { text: 0, direct: 1, thread: 11, privateThread: 12 } as const;

/** Whether a channel is a thread. */
export function isThread({ type }: Channel): boolean {
  return type === 10 || type === CHANNEL.thread || type === CHANNEL.privateThread;
}

/** A user. */
export function apiUser({ id, name, bot }: Person): ApiUser {
  return {
    id,
    username: name.toLowerCase().replaceAll(' ', '.'),
    global_name: bot ? null : name,
    discriminator: '0',
    avatar: null,
    bot,
    public_flags: 0,
  };
}

/** What the bot may do in a channel. */
export function botPermissions(channel: Channel): bigint {
  return BOT & ~bitsOf(channel.deny);
}

/** A member without its user, as messages carry it. */
export function partialMember(guild: Guild, person: Person): Readonly<Record<string, unknown>> {
  return {
    nick: null,
    avatar: null,
    banner: null,
    roles: person.bot ? [guild.botRoleId] : [],
    joined_at: guild.joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

/** A role. */
export function apiRole(role: Role, position: number): Readonly<Record<string, unknown>> {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position,
    permissions: String(role.permissions),
    managed: role.permissions === BOT,
    mentionable: role.mentionable,
    flags: 0,
  };
}

function threadParts(world: World, channel: Channel): Readonly<Record<string, unknown>> {
  return {
    owner_id: world.bot.id,
    thread_metadata: {
      archived: false,
      auto_archive_duration: channel.archiveMinutes,
      archive_timestamp: channel.createdAt,
      create_timestamp: channel.createdAt,
      locked: false,
    },
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    member: { id: channel.id, user_id: world.bot.id, join_timestamp: channel.createdAt, flags: 1 },
  };
}

/** A channel, a thread or a direct conversation. */
export function apiChannel(world: World, channel: Channel): Readonly<Record<string, unknown>> {
  const common = { id: channel.id, type: channel.type, last_message_id: world.lastMessageId(channel.id), flags: 0 };
  if (channel.guildId === null) {
    return { ...common, recipients: [apiUser(world.person(channel.recipientId ?? ''))] };
  }
  const denied = bitsOf(channel.deny);
  return {
    ...common,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId,
    rate_limit_per_user: 0,
    nsfw: false,
    ...(isThread(channel)
      ? threadParts(world, channel)
      : {
          topic: null,
          position: 0,
          permission_overwrites: denied === 0n ? [] : [{ id: world.bot.id, type: 1, allow: '0', deny: String(denied) }],
        }),
  };
}

/** A guild as GET /guilds/{id} gives it. */
export function apiGuild(world: World, guild: Guild): Readonly<Record<string, unknown>> {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: guild.ownerId,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: world.rolesOf(guild.id).map(apiRole),
    emojis: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.locale,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    nsfw_level: 0,
    nsfw: false,
    stickers: [],
    premium_progress_bar_enabled: false,
  };
}

/** A guild as the gateway gives it. */
export function gatewayGuild(world: World, guild: Guild): Readonly<Record<string, unknown>> {
  const channels = world.channelsOf(guild.id);
  const bot = { ...partialMember(guild, world.botPerson), user: world.bot };
  return {
    ...apiGuild(world, guild),
    joined_at: guild.joinedAt,
    large: false,
    unavailable: false,
    member_count: world.people.size + 1,
    voice_states: [],
    members: [bot],
    channels: channels.filter((channel) => !isThread(channel)).map((channel) => apiChannel(world, channel)),
    threads: channels.filter(isThread).map((channel) => apiChannel(world, channel)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** The permissions of an @everyone role. */
export const EVERYONE_PERMISSIONS: bigint = PLAIN_MEMBER;
