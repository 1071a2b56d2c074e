/** Channels as the bot may use them, and the REST routes for them and their threads. */
import { ApiError, missingAccess, missingPermissions, unknown } from './errors.ts';
import { Form } from './form.ts';
import { FLAGS, INTENTS, THREAD } from './limits.ts';
import type { Messages } from './messages.ts';
import type { Channel, Fields } from './model.ts';
import { PERMISSIONS, type PermissionName } from './permissions.ts';
import { type Answer, type Call, NOTHING, ok, type Route } from './routing.ts';
import { apiChannel, botPermissions, CHANNEL, isThread } from './wire.ts';
import type { World } from './world.ts';

const WRONG_TYPE = [400, 50_024, 'Cannot execute action on this channel type'] as const;
const THREAD_TYPES = [10, 11, 12];

/** The channel of a call. Throws Discord's 10003 where there is none and 50001 where the bot cannot see it. */
export function visibleChannel(world: World, { params }: Call): Channel {
  const channel = world.channels.get(params['channel'] ?? '');
  if (channel === undefined) throw unknown('channel');
  if (channel.deny.includes('ViewChannel')) throw missingAccess();
  return channel;
}

/** Throws Discord's 50013 where the bot lacks one of these permissions. Direct conversations have none. */
export function demand(channel: Channel, ...names: readonly PermissionName[]): void {
  if (channel.guildId === null) return;
  const has = botPermissions(channel);
  if (names.some((name) => (has & PERMISSIONS[name]) === 0n)) throw missingPermissions();
}

/** The threads of a world. */
export class Threads {
  readonly #world: World;
  readonly #messages: Messages;

  /** Threads hang on channels and messages. */
  constructor(world: World, messages: Messages) {
    this.#world = world;
    this.#messages = messages;
  }

  /** The routes for channels and threads. */
  routes(): readonly Route[] {
    const world = this.#world;
    const path = '/channels/:channel';
    return [
      { method: 'GET', path, handle: (call) => ok(apiChannel(world, visibleChannel(world, call))) },
      { method: 'POST', path: `${path}/typing`, bucket: 'typing', handle: (call) => this.#typing(call) },
      { method: 'POST', path: `${path}/messages/:message/threads`, handle: (call) => this.#onMessage(call) },
      { method: 'POST', path: `${path}/threads`, handle: (call) => this.#alone(call) },
    ];
  }

  #typing(call: Call): Answer {
    demand(visibleChannel(this.#world, call), 'SendMessages');
    return NOTHING;
  }

  #onMessage(call: Call): Answer {
    const channel = this.#parent(call);
    const id = call.params['message'] ?? '';
    const { message, onlyFor } = this.#messages.stored(id);
    if (onlyFor !== null || message.channel_id !== channel.id) throw unknown('message');
    if (this.#world.channels.has(id)) {
      throw new ApiError(400, 160_004, 'A thread has already been created for this message');
    }
    const made = this.#make(channel, { ...call.body, type: CHANNEL.thread }, id);
    this.#messages.amend(id, { flags: message.flags | FLAGS.hasThread, thread: made });
    return { status: 201, body: made };
  }

  #alone(call: Call): Answer {
    const form = new Form();
    const type = call.body['type'] ?? CHANNEL.privateThread;
    form.oneOf('type', type, THREAD_TYPES);
    form.finish();
    return { status: 201, body: this.#make(this.#parent(call), { ...call.body, type }) };
  }

  #parent(call: Call): Channel {
    const channel = visibleChannel(this.#world, call);
    if (channel.guildId === null || isThread(channel)) throw new ApiError(...WRONG_TYPE);
    return channel;
  }

  #make(parent: Channel, body: Fields, id: string = this.#world.ids.next()): Fields {
    demand(parent, body['type'] === CHANNEL.privateThread ? 'CreatePrivateThreads' : 'CreatePublicThreads');
    const form = new Form();
    form.text('name', body['name'], { min: 1, max: THREAD.name, required: true });
    const minutes = body['auto_archive_duration'] ?? 4320;
    form.oneOf('auto_archive_duration', minutes, THREAD.archiveMinutes);
    form.finish();
    const thread = this.#world.addChannel({
      id,
      type: Number(body['type']),
      name: String(body['name']),
      guildId: parent.guildId,
      parentId: parent.id,
      deny: parent.deny,
      archiveMinutes: Number(minutes),
    });
    const made = { ...apiChannel(this.#world, thread), newly_created: true };
    this.#world.dispatch({
      type: 'THREAD_CREATE',
      guildId: parent.guildId,
      intent: INTENTS.guilds,
      data: () => made,
    });
    this.#world.changes.notify();
    return made;
  }
}
