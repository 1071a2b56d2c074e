/** Everything that the servers remember: guilds, channels, people, messages and files. */
import type { Changes } from './changes.ts';
import { type Clock, Snowflakes } from './clock.ts';
import type { Length } from './form.ts';
import type { ApiUser, Channel, Guild, Message, Person, Ping, Pinged, Role, Upload } from './model.ts';
import type { PermissionName } from './permissions.ts';
import { BOT } from './permissions.ts';
import { apiUser, CHANNEL, EVERYONE_PERMISSIONS } from './wire.ts';

/** A message with what Discord does not tell. */
export interface Stored {
  readonly message: Message;
  /** The only one who sees it, or null where everybody does. */
  readonly onlyFor: string | null;
  readonly pinged: Pinged;
  /** How many times it was edited. */
  readonly edits: number;
  /** How long its content is, both ways of counting. */
  readonly length: Length;
}

/** An event for the bot. */
export interface Dispatch {
  readonly type: string;
  /** Decides the shard; null for direct messages. */
  readonly guildId: string | null;
  /** The intent that a session needs, or 0. */
  readonly intent: number;
  /** The event as a session with these intents gets it. */
  readonly data: (intents: number) => unknown;
}

/** What a world starts with. */
export interface WorldParts {
  readonly clock: Clock;
  readonly changes: Changes;
  readonly token: string;
  readonly shards: number;
}

/** The memory of all servers. */
export class World {
  readonly clock: Clock;
  readonly changes: Changes;
  readonly token: string;
  readonly shards: number;
  readonly ids: Snowflakes;
  readonly botPerson: Person;
  readonly bot: ApiUser;
  readonly applicationId: string;
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly people = new Map<string, Person>();
  readonly roles = new Map<string, Role>();
  readonly messages = new Map<string, Stored>();
  readonly files = new Map<string, Upload>();
  readonly pings: Ping[] = [];
  /** Set by whoever runs the gateway. */
  dispatch: (event: Dispatch) => void = () => {};

  /** An empty world with a bot. */
  constructor({ clock, changes, token, shards }: WorldParts) {
    this.clock = clock;
    this.changes = changes;
    this.token = token;
    this.shards = shards;
    this.ids = new Snowflakes(clock);
    // The bot's user and its application share one id, as those of every application made since 2016 do.
    this.applicationId = this.ids.next();
    this.botPerson = {
      kind: 'person',
      id: this.applicationId,
      name: 'Newsbot',
      locale: 'en-US',
      bot: true,
      closedDms: false,
    };
    this.bot = apiUser(this.botPerson);
  }

  /** The time as Discord writes it. */
  time(): string {
    return new Date(this.clock.now()).toISOString().replace('Z', '000+00:00');
  }

  /** A person or the bot. Throws where nobody has this id. */
  person(id: string): Person {
    const found = id === this.bot.id ? this.botPerson : this.people.get(id);
    if (found === undefined) throw new Error(`Nobody has the id ${id}: add the user first.`);
    return found;
  }

  /** A channel as it is now. Throws where none has this id. */
  channel(id: string): Channel {
    const found = this.channels.get(id);
    if (found === undefined) throw new Error(`No channel has the id ${id}: add it first.`);
    return found;
  }

  /** The roles of a guild, @everyone first. */
  rolesOf(guildId: string): readonly Role[] {
    return [...this.roles.values()].filter((role) => role.guildId === guildId);
  }

  /** The channels and threads of a guild. */
  channelsOf(guildId: string): readonly Channel[] {
    return [...this.channels.values()].filter((channel) => channel.guildId === guildId);
  }

  /** The id of the last message that everybody sees in a channel. */
  lastMessageId(channelId: string): string | null {
    return this.messagesIn(channelId).at(-1)?.id ?? null;
  }

  /** What everybody sees in a channel, oldest first. */
  messagesIn(channelId: string): readonly Message[] {
    return [...this.messages.values()]
      .filter(({ message, onlyFor }) => message.channel_id === channelId && onlyFor === null)
      .map(({ message }) => message);
  }

  /** Adds a person. */
  addPerson({ name = 'Wen Yao', locale = 'en-US', closedDms = false }: Partial<Person>): Person {
    const person: Person = { kind: 'person', id: this.ids.next(), name, locale, bot: false, closedDms };
    this.people.set(person.id, person);
    return person;
  }

  /** Adds a guild with its @everyone role and the bot's own. `shard` chooses which shard serves it. */
  addGuild({ name = 'Harbour Readers', locale = 'en-US', shard }: GuildOptions): Guild {
    const id = shard === undefined ? this.ids.next() : this.ids.nextOn(shard, this.shards);
    const botRoleId = this.ids.next();
    const guild: Guild = {
      kind: 'guild',
      id,
      name,
      locale,
      botRoleId,
      ownerId: this.addPerson({ name: 'Guild Owner' }).id,
      joinedAt: this.time(),
    };
    this.guilds.set(id, guild);
    const role = { kind: 'role', guildId: id, mentionable: false } as const;
    this.roles.set(id, { ...role, id, name: '@everyone', permissions: EVERYONE_PERMISSIONS });
    this.roles.set(botRoleId, { ...role, id: botRoleId, name: 'Newsbot', permissions: BOT });
    return guild;
  }

  /** Adds a role that anybody may mention where `mentionable` says so. */
  addRole(guildId: string, { name = 'Editors', mentionable = false }: Partial<Role>): Role {
    const role: Role = { kind: 'role', id: this.ids.next(), name, guildId, mentionable, permissions: 0n };
    this.roles.set(role.id, role);
    return role;
  }

  /** Adds a channel of any type, with an id of its own where none is given. */
  addChannel(parts: ChannelParts): Channel {
    const channel: Channel = {
      kind: 'channel',
      id: this.ids.next(),
      type: CHANNEL.text,
      name: 'newsroom',
      guildId: null,
      deny: [],
      recipientId: null,
      parentId: null,
      archiveMinutes: 4320,
      createdAt: this.time(),
      ...parts,
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** The direct conversation with somebody, made where there is none yet. */
  directWith(person: Person): Channel {
    const existing = [...this.channels.values()].find(({ recipientId }) => recipientId === person.id);
    return existing ?? this.addChannel({ type: CHANNEL.direct, name: '', recipientId: person.id });
  }
}

/** How a guild is made. */
export interface GuildOptions {
  readonly name?: string;
  readonly locale?: string;
  readonly shard?: number;
}

/** What a channel is made of; everything has a default. */
export interface ChannelParts {
  readonly id?: string;
  readonly type?: number;
  readonly name?: string;
  readonly guildId?: string | null;
  readonly deny?: readonly PermissionName[];
  readonly recipientId?: string | null;
  readonly parentId?: string | null;
  readonly archiveMinutes?: number;
}
