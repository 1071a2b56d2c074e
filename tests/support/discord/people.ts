/** What people do: call commands, press buttons, choose, fill in modals and write messages. */
import type { Command, Commands } from './commands.ts';
import { TYPE } from './component-types.ts';
import { Exchange } from './exchange.ts';
import { buttonOf, filledModal, menuOf } from './finding.ts';
import { type Interaction, KIND } from './interaction.ts';
import type { Interactions } from './interactions.ts';
import { MESSAGE } from './limits.ts';
import type { Messages } from './messages.ts';
import type { Channel, Component, Fields, Message, Person, Upload } from './model.ts';
import { type Filled, fillOptions, partialChannel } from './options.ts';
import { PERMISSIONS, PLAIN_MEMBER } from './permissions.ts';
import { apiUser, botPermissions, partialMember } from './wire.ts';
import type { World } from './world.ts';

/** Who somebody is at the moment. */
export interface Standing {
  /** What they may do in the channel; by default what any member may. */
  readonly permissions?: bigint;
  /** The language of their client; by default their own. */
  readonly locale?: string;
}

/** A call of a slash command. */
export interface SlashCall extends Filled, Standing {
  readonly channel: Channel;
  readonly command: string;
  /** Calls it although the command's default permissions, which a guild's managers may change, would hide it. */
  readonly force?: boolean;
}

/** A message that somebody writes. */
export interface Said {
  /** Ids of people that are mentioned beside those in the text. */
  readonly mentions?: readonly string[];
  readonly replyTo?: Message;
  /** Whether the author of the message replied to is mentioned; true by default, as in Discord's clients. */
  readonly mentionAuthor?: boolean;
  readonly attachments?: readonly Upload[];
}

/** What people need to act. */
export interface PeopleParts {
  readonly world: World;
  readonly messages: Messages;
  readonly commands: Commands;
  readonly interactions: Interactions;
  readonly origin: () => string;
  /** How many sessions would be told about something in this guild. */
  readonly listeners: (guildId: string | null) => number;
}

interface Act extends Standing {
  readonly type: number;
  readonly channel: Channel;
  readonly data: Fields;
  readonly source?: Message | null;
  readonly optionType?: number;
}

const EVERYWHERE: Fields = { entitlements: [], attachment_size_limit: MESSAGE.uploadBytes, version: 1 };
const MENU = { user: 2, message: 3 } as const;
const TEXT_OPTION = 3;

/** The people of a world. */
export class People {
  readonly #parts: PeopleParts;

  /** People of this world. */
  constructor(parts: PeopleParts) {
    this.#parts = parts;
  }

  /** Somebody calls a slash command. Throws where the commands that are registered do not take it. */
  slash(person: Person, call: SlashCall): Exchange {
    return this.#call(person, call, KIND.command);
  }

  /** Somebody types in the option `focused` of a slash command. */
  autocomplete(person: Person, call: SlashCall): Exchange {
    return this.#call(person, call, KIND.autocomplete);
  }

  /** Somebody presses a button, named by custom_id, label or emoji. Throws where they could not. */
  press(person: Person, message: Message, name: string, standing: Standing = {}): Exchange {
    const source = this.#seen(person, message);
    return this.#component(person, source, buttonOf(source, name), standing);
  }

  /** Somebody chooses entries of a menu, by value or label. Throws where they could not. */
  choose(person: Person, message: Message, names: string | readonly string[], standing: Standing = {}): Exchange {
    const source = this.#seen(person, message);
    const { menu, values } = menuOf(source, typeof names === 'string' ? [names] : names);
    return this.#component(person, source, menu, { ...standing, values });
  }

  /** Somebody sends a modal off, with texts by input or one text for its first. Throws where they could not. */
  submit(
    person: Person,
    exchange: Exchange,
    texts: Readonly<Record<string, string>> | string,
    standing: Standing = {},
  ): Exchange {
    const { modal, sourceId, channelId } = exchange;
    if (modal === null) throw new Error(`No modal was shown. ${exchange.story}`);
    const source = sourceId === null ? null : this.#parts.messages.stored(sourceId).message;
    const channel = this.#parts.world.channel(channelId);
    const components = filledModal(modal, texts);
    const data = { custom_id: modal.custom_id, components };
    return this.#act(person, { type: KIND.modal, channel, data, source, ...standing });
  }

  /** Somebody opens the menu of a message, or of a person in `channel`, and chooses an entry of this name. */
  menu(
    person: Person,
    target: Message | Person,
    name: string,
    { channel, ...standing }: Standing & { readonly channel?: Channel } = {},
  ): Exchange {
    const { world } = this.#parts;
    const isPerson = 'kind' in target;
    const place = channel ?? (isPerson ? null : world.channel(target.channel_id));
    if (place === null) throw new Error('A menu of a person needs `channel`.');
    const type = isPerson ? MENU.user : MENU.message;
    const command = this.#registered(name, type, place);
    const resolved = isPerson
      ? { users: { [target.id]: apiUser(target) } }
      : { messages: { [target.id]: this.#seen(person, target) } };
    const data = { ...this.#named(command, name, place), type, target_id: target.id, resolved };
    return this.#act(person, { type: KIND.command, channel: place, data, ...standing });
  }

  /** Somebody writes a message. */
  say(person: Person, channel: Channel, text: string, said: Said = {}): Message {
    const { world, messages } = this.#parts;
    const { mentions = [], replyTo = null, mentionAuthor = true, attachments = [] } = said;
    const body = { content: text, allowed_mentions: { parse: ['users', 'everyone'], replied_user: mentionAuthor } };
    const more = mentions.map((id) => apiUser(world.person(id)));
    return messages.create({
      channel: world.channel(channel.id),
      author: person,
      body,
      files: attachments,
      defaults: 'message',
      replyTo,
      moreMentions: more,
    });
  }

  #call(person: Person, call: SlashCall, type: number): Exchange {
    const { world, origin } = this.#parts;
    const channel = world.channel(call.channel.id);
    const command = this.#registered(call.command, 1, channel);
    if (call.force !== true) refuseHidden(command, call);
    const place = { world, origin: origin(), channel, ephemeral: true };
    const { options, resolved, focusedType } = fillOptions(command, { name: call.command, filled: call, place });
    const data = {
      ...this.#named(command, call.command, channel),
      type: 1,
      options,
      ...(Object.keys(resolved).length === 0 ? {} : { resolved }),
    };
    return this.#act(person, { ...call, type, channel, data, optionType: focusedType });
  }

  #registered(name: string, type: number, { guildId }: Channel): Command | null {
    const { commands } = this.#parts;
    if (!commands.any) return null;
    const found = commands.find(name, type, guildId);
    if (found !== null) return found;
    const there = [...commands.in(), ...commands.in(guildId ?? ' ')].filter((command) => command.type === type);
    const names = there.map((command) => command.name).join(', ');
    throw new Error(`No command "${name}" of type ${type} is registered here, only: ${names || 'none'}.`);
  }

  #named(command: Command | null, name: string, { guildId }: Channel): Fields {
    const scope = command?.['guild_id'] === undefined ? {} : { guild_id: guildId };
    return { id: command?.id ?? this.#parts.world.ids.next(), name, ...scope };
  }

  #component(
    person: Person,
    source: Message,
    component: Component,
    { values, ...standing }: Standing & { readonly values?: readonly string[] },
  ): Exchange {
    const chosen = component.type === TYPE.button ? {} : { values };
    const data = { custom_id: component.custom_id, component_type: component.type, id: component.id, ...chosen };
    const channel = this.#parts.world.channel(source.channel_id);
    return this.#act(person, { type: KIND.component, channel, data, source, ...standing });
  }

  /** A message as it is now. Throws where it is gone or somebody else's alone. */
  #seen(person: Person, { id }: Message): Message {
    const stored = this.#parts.world.messages.get(id);
    if (stored === undefined) throw new Error(`The message ${id} is no longer there.`);
    if (stored.onlyFor !== null && stored.onlyFor !== person.id) {
      throw new Error(`${person.name} does not see the message ${id}: it is ephemeral and for somebody else.`);
    }
    return stored.message;
  }

  #act(person: Person, act: Act): Exchange {
    const { world, interactions, listeners } = this.#parts;
    const id = world.ids.next();
    const token = `token-${id}`;
    const payload: Fields = {
      id,
      application_id: world.applicationId,
      type: act.type,
      token,
      data: act.data,
      locale: act.locale ?? person.locale,
      app_permissions: String(botPermissions(act.channel)),
      channel_id: act.channel.id,
      channel: partialChannel(world, act.channel),
      ...EVERYWHERE,
      ...this.#whereabouts(person, act),
      ...(act.source ? { message: act.source } : {}),
    };
    const interaction: Interaction = {
      id,
      token,
      type: act.type,
      payload,
      person,
      channelId: act.channel.id,
      createdAt: world.clock.now(),
      sourceId: act.source?.id ?? null,
      optionType: act.optionType ?? TEXT_OPTION,
      told: listeners(act.channel.guildId),
      acknowledged: null,
      acknowledgedAt: null,
      ephemeral: false,
      originalId: null,
      sourceEdits: 0,
      answer: null,
      followUpIds: [],
      modal: null,
      choices: null,
      callbacks: [],
      log: [],
    };
    interactions.add(interaction);
    world.dispatch({ type: 'INTERACTION_CREATE', guildId: act.channel.guildId, intent: 0, data: () => payload });
    return new Exchange(world, interaction);
  }

  #whereabouts(person: Person, { channel, permissions = PLAIN_MEMBER }: Act): Fields {
    const guild = this.#parts.world.guilds.get(channel.guildId ?? '');
    const user = apiUser(person);
    // Discord writes 0 where the application is used in a conversation with the bot itself.
    if (guild === undefined) return { user, context: 1, authorizing_integration_owners: { 0: '0' } };
    return {
      guild_id: guild.id,
      guild: { id: guild.id, locale: guild.locale, features: [] },
      guild_locale: guild.locale,
      member: { ...partialMember(guild, person), user, permissions: String(permissions) },
      context: 0,
      authorizing_integration_owners: { 0: guild.id },
    };
  }
}

function refuseHidden(command: Command | null, { channel, permissions = PLAIN_MEMBER }: SlashCall): void {
  const { default_member_permissions: needed, contexts, dm_permission: inDirect, name }: Fields = command ?? {};
  if (channel.guildId === null) {
    const here = Array.isArray(contexts) ? contexts.includes(1) : inDirect !== false;
    if (!here) throw new Error(`/${name} does not show in direct conversations.`);
  } else if (typeof needed === 'string' && (permissions & BigInt(needed)) !== BigInt(needed)) {
    const bits = Object.entries(PERMISSIONS).filter(([, bit]) => (BigInt(needed) & bit) !== 0n);
    throw new Error(`/${name} does not show without the permissions ${bits.map(([one]) => one).join(', ') || needed}.`);
  }
}
