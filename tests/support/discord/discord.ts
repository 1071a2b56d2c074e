/** An imitation of Discord's servers on loopback, for a real client to be pointed at. */
import type { Command } from './commands.ts';
import type { Exchange } from './exchange.ts';
import type { Failure } from './faults.ts';
import { textOf } from './finding.ts';
import type { Length } from './form.ts';
import type { Requested } from './http.ts';
import type { ApiUser, Channel, Guild, Message, Person, Ping, Pinged, Role } from './model.ts';
import type { Said, SlashCall, Standing } from './people.ts';
import type { PermissionName } from './permissions.ts';
import type { ChannelOptions } from './places.ts';
import type { Reaction } from './posts.ts';
import { type DiscordOptions, type Servers, startServers } from './servers.ts';
import type { Identify, Session } from './session.ts';
import type { GuildOptions } from './world.ts';

const PATIENCE_MS = 10_000;

/** The servers, and everything that people do with them. */
export class Discord {
  readonly #servers: Servers;

  /** A view of running servers. */
  constructor(servers: Servers) {
    this.#servers = servers;
  }

  /** What discord.js takes as `rest.api`. */
  get api(): string {
    return `${this.#servers.http.origin}/api`;
  }

  /** The bot's token, without `Bot `. */
  get token(): string {
    return this.#servers.world.token;
  }

  /** The application's id. */
  get applicationId(): string {
    return this.#servers.world.applicationId;
  }

  /** The bot's user. */
  get botUser(): ApiUser {
    return this.#servers.world.bot;
  }

  /** The bot as somebody who may be mentioned or given as an option. */
  get bot(): Person {
    return this.#servers.world.botPerson;
  }

  /** Adds a guild. Connected sessions are told. */
  addGuild(options: GuildOptions = {}): Guild {
    return this.#servers.places.addGuild(options);
  }

  /** The bot was removed from a guild. Its sessions are told. */
  removeGuild(guild: Guild): void {
    this.#servers.places.removeGuild(guild);
  }

  /** Adds a channel to a guild; `deny` is what the bot may not do there. */
  addChannel(guild: Guild, options: ChannelOptions = {}): Channel {
    return this.#servers.places.addChannel(guild, options);
  }

  /** A channel was deleted. Throws where there is none. */
  removeChannel(channel: Channel): void {
    this.#servers.places.removeChannel(channel);
  }

  /** Changes what the bot may not do in a channel. */
  deny(channel: Channel, names: readonly PermissionName[]): Channel {
    return this.#servers.places.deny(channel, names);
  }

  /** Adds a role to a guild. */
  addRole(guild: Guild, options: Partial<Role> = {}): Role {
    return this.#servers.places.addRole(guild, options);
  }

  /** Adds somebody; everybody is a member of every guild. */
  addUser(options: Partial<Pick<Person, 'name' | 'locale' | 'closedDms'>> = {}): Person {
    return this.#servers.world.addPerson(options);
  }

  /** The direct conversation with somebody. */
  addDm(user: Person): Channel {
    return this.#servers.places.addDm(user);
  }

  /** A channel or thread by its id. Throws where there is none. */
  channel(id: string): Channel {
    return this.#servers.world.channel(id);
  }

  /** Resolves when so many sessions are connected and were told READY. */
  async ready(sessions = 1, timeoutMs: number = PATIENCE_MS): Promise<void> {
    const { gateway } = this.#servers;
    await this.until(() => gateway.connected.length >= sessions, {
      timeoutMs,
      what: () => `${sessions} session(s), of which ${gateway.connected.length} are connected`,
    });
  }

  /** Somebody calls a slash command. Throws where the registered commands do not take it. */
  slash(user: Person, call: SlashCall): Exchange {
    return this.#servers.people.slash(user, call);
  }

  /** Somebody types in the option `focused` of a slash command. */
  autocomplete(user: Person, call: SlashCall): Exchange {
    return this.#servers.people.autocomplete(user, call);
  }

  /** Somebody presses a button by custom_id, label or emoji. Throws where they could not. */
  press(user: Person, message: Message, name: string, standing: Standing = {}): Exchange {
    return this.#servers.people.press(user, message, name, standing);
  }

  /** Somebody chooses entries of a menu by value or label. Throws where they could not. */
  choose(user: Person, message: Message, names: string | readonly string[], standing: Standing = {}): Exchange {
    return this.#servers.people.choose(user, message, names, standing);
  }

  /** Somebody sends a modal off: texts by input, or one text for its first input. Throws where they could not. */
  submit(
    user: Person,
    exchange: Exchange,
    texts: Readonly<Record<string, string>> | string,
    standing: Standing = {},
  ): Exchange {
    return this.#servers.people.submit(user, exchange, texts, standing);
  }

  /** Somebody chooses an entry of the menu of a message, or of a person in `channel`. */
  menu(
    user: Person,
    target: Message | Person,
    name: string,
    at: Standing & { readonly channel?: Channel } = {},
  ): Exchange {
    return this.#servers.people.menu(user, target, name, at);
  }

  /** Somebody writes a message. */
  say(user: Person, channel: Channel, text: string, said: Said = {}): Message {
    return this.#servers.people.say(user, channel, text, said);
  }

  /** Somebody changes the text of their message. Throws where it is gone. */
  reword(message: Message, text: string): Message {
    return this.#servers.messages.edit(message.id, { body: { content: text }, defaults: 'message' });
  }

  /** Somebody deletes a message. Throws where it is gone. */
  remove(message: Message): void {
    this.#servers.messages.remove(message.id);
  }

  /**
   * Resolves with the first message that the bot has sent to a channel by itself, that fits and that was not given out
   * yet. Answers to interactions are not among them: their exchange has them.
   */
  nextMessage(
    channel: Channel,
    fits: (message: Message) => boolean = () => true,
    timeoutMs: number = PATIENCE_MS,
  ): Promise<Message> {
    return this.#servers.outbox.next(channel, fits, timeoutMs);
  }

  /** Resolves with the bot's reply to a message. */
  replyTo(message: Message, timeoutMs: number = PATIENCE_MS): Promise<Message> {
    const fits = (reply: Message): boolean => reply.message_reference?.message_id === message.id;
    return this.nextMessage(this.channel(message.channel_id), fits, timeoutMs);
  }

  /** What everybody sees in a channel, oldest first; ephemeral messages are not among it. */
  messages(channel: Channel): readonly Message[] {
    return this.#servers.world.messagesIn(channel.id);
  }

  /** A message as it is now, or null where it was deleted. */
  current(message: Message): Message | null {
    return this.#servers.world.messages.get(message.id)?.message ?? null;
  }

  /** Content and all texts of embeds and of newer components, line by line. */
  textOf(message: Message): string {
    return textOf(message);
  }

  /** Whom a message notifies as it is now. Throws where it is gone. */
  pinged(message: Message): Pinged {
    return this.#servers.messages.stored(message.id).pinged;
  }

  /** How long a message's content is, in code points and in UTF-16. Throws where it is gone. */
  lengthOf(message: Message): Length {
    return this.#servers.messages.stored(message.id).length;
  }

  /** Every message, and every edit, that notified somebody. */
  get pings(): readonly Ping[] {
    return this.#servers.world.pings;
  }

  /** The bot's reactions. */
  get reactions(): readonly Reaction[] {
    return this.#servers.posts.reactions;
  }

  /** Every REST request, in the order of arrival. */
  get requests(): readonly Requested[] {
    return this.#servers.http.requests;
  }

  /** The commands of a guild, or those of everywhere. */
  commands(guild?: Guild): readonly Command[] {
    return this.#servers.commands.in(guild?.id);
  }

  /** How many requests have changed commands. */
  get commandWrites(): number {
    return this.#servers.commands.writes;
  }

  /** Lets the next matching requests fail. */
  failNext(failure: Failure): void {
    this.#servers.http.faults.add(failure);
  }

  /** How many failures have not met their request yet. */
  get failuresLeft(): number {
    return this.#servers.http.faults.pending;
  }

  /** All sessions that can be resumed, whether connected or not. */
  get sessions(): readonly Session[] {
    return this.#servers.gateway.sessions;
  }

  /** Every IDENTIFY. */
  get identifies(): readonly Identify[] {
    return this.#servers.gateway.identifies;
  }

  /** Every RESUME. */
  get resumes(): Servers['gateway']['resumes'] {
    return this.#servers.gateway.resumes;
  }

  /** Every presence update. */
  get presences(): readonly unknown[] {
    return this.#servers.gateway.presences;
  }

  /** Breaks the connection of one session, or of all, without a word. The sessions can be resumed. */
  drop(index?: number): void {
    for (const session of this.#servers.gateway.chosen(index)) session.drop();
  }

  /** Lets nobody connect to the gateway until this is called with false. */
  holdGatewayDown(down: boolean): void {
    this.#servers.gateway.down = down;
  }

  /** Tells one session, or all, to reconnect. */
  askReconnect(index?: number): void {
    for (const session of this.#servers.gateway.chosen(index)) this.#servers.gateway.askReconnect(session);
  }

  /** Tells one session, or all, that it is no longer valid; where it is not resumable, it is forgotten. */
  invalidateSession(resumable: boolean, index?: number): void {
    for (const session of this.#servers.gateway.chosen(index)) this.#servers.gateway.invalidate(session, resumable);
  }

  /** Moves the clock on. Throws where it is not a `ManualClock`. */
  advance(ms: number): void {
    this.#servers.advance(ms);
  }

  /** Resolves as soon as something is true; looked at whenever anything happens at the servers. */
  async until(
    test: () => boolean,
    { timeoutMs = PATIENCE_MS, what = () => String(test) }: { timeoutMs?: number; what?: () => string } = {},
  ): Promise<void> {
    await this.#servers.world.changes.until(test, timeoutMs, () => `Waited in vain for ${what()}`);
  }

  /** Breaks all connections and stops. Whoever still waits for something is told. */
  close(): Promise<void> {
    return this.#servers.close();
  }
}

/** Starts the servers on a free port of loopback. */
export async function startDiscord(options: DiscordOptions = {}): Promise<Discord> {
  return new Discord(await startServers(options));
}
