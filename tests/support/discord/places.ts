/** Guilds and channels that come and go while the bot is connected. */
import { INTENTS } from './limits.ts';
import type { Channel, Guild, Person, Role } from './model.ts';
import type { PermissionName } from './permissions.ts';
import { apiChannel, apiRole, gatewayGuild, isThread } from './wire.ts';
import type { ChannelParts, GuildOptions, World } from './world.ts';

/** How a channel is made; everything has a default. */
export type ChannelOptions = Pick<ChannelParts, 'name' | 'type' | 'deny' | 'parentId'>;

/** The places of a world, which the gateway is told about. */
export class Places {
  readonly #world: World;

  /** Places of this world. */
  constructor(world: World) {
    this.#world = world;
  }

  /** Adds a guild. */
  addGuild(options: GuildOptions): Guild {
    const guild = this.#world.addGuild(options);
    this.#tell('GUILD_CREATE', guild.id, () => gatewayGuild(this.#world, guild));
    return guild;
  }

  /** Takes a guild away with its channels: the bot was removed from it. */
  removeGuild({ id }: Guild): void {
    for (const channel of this.#world.channelsOf(id)) this.#world.channels.delete(channel.id);
    this.#world.guilds.delete(id);
    this.#tell('GUILD_DELETE', id, () => ({ id }));
  }

  /** Adds a channel to a guild. */
  addChannel({ id }: Guild, options: ChannelOptions): Channel {
    const channel = this.#world.addChannel({ ...options, guildId: id });
    this.#tell(isThread(channel) ? 'THREAD_CREATE' : 'CHANNEL_CREATE', id, () => apiChannel(this.#world, channel));
    return channel;
  }

  /** Takes a channel away. */
  removeChannel(given: Channel): void {
    const channel = this.#world.channel(given.id);
    const told = apiChannel(this.#world, channel);
    this.#world.channels.delete(channel.id);
    this.#tell('CHANNEL_DELETE', channel.guildId, () => told);
  }

  /** Changes what the bot may not do in a channel. */
  deny({ id }: Channel, names: readonly PermissionName[]): Channel {
    const channel = { ...this.#world.channel(id), deny: names };
    this.#world.channels.set(id, channel);
    this.#tell('CHANNEL_UPDATE', channel.guildId, () => apiChannel(this.#world, channel));
    return channel;
  }

  /** Adds a role. */
  addRole({ id }: Guild, options: Partial<Role>): Role {
    const role = this.#world.addRole(id, options);
    this.#tell('GUILD_ROLE_CREATE', id, () => ({ guild_id: id, role: apiRole(role, 1) }));
    return role;
  }

  /** The direct conversation with somebody. */
  addDm(person: Person): Channel {
    return this.#world.directWith(person);
  }

  #tell(type: string, guildId: string | null, data: () => unknown): void {
    this.#world.dispatch({ type, guildId, intent: INTENTS.guilds, data });
    this.#world.changes.notify();
  }
}
