/** The REST routes for the messages of a channel. */

import { ApiError, missingPermissions, unknown } from './errors.ts';
import { Form, fieldsOf, itemsOf } from './form.ts';
import { TIMES } from './limits.ts';
import type { Messages } from './messages.ts';
import type { Channel, Fields, Message } from './model.ts';
import { type Answer, type Call, NOTHING, ok, type Route } from './routing.ts';
import { demand, visibleChannel } from './threads.ts';
import { checkMessage } from './validate.ts';
import { isThread } from './wire.ts';
import type { World } from './world.ts';

/** A reaction of the bot to a message. */
export interface Reaction {
  readonly channelId: string;
  readonly messageId: string;
  readonly emoji: string;
}

/** Messages that the bot sends by itself. */
export class Posts {
  /** The ids of the messages that were sent to a channel and not in answer to an interaction. */
  readonly sent: string[] = [];
  readonly reactions: Reaction[] = [];
  readonly #world: World;
  readonly #messages: Messages;
  readonly #intents: number | null;
  readonly #nonces = new Map<string, { readonly id: string; readonly at: number }>();

  /** `intents` are those that the application may have; reading is limited by them. Null for all. */
  constructor(world: World, messages: Messages, intents: number | null) {
    this.#world = world;
    this.#messages = messages;
    this.#intents = intents;
  }

  /** The routes. */
  routes(): readonly Route[] {
    const path = '/channels/:channel/messages';
    const one = `${path}/:message`;
    return [
      { method: 'POST', path, bucket: 'messages', handle: (call) => this.#create(call) },
      { method: 'GET', path, handle: (call) => this.#list(call) },
      { method: 'GET', path: one, handle: (call) => ok(this.#readable(this.#find(call))) },
      { method: 'PATCH', path: one, bucket: 'message-edits', handle: (call) => this.#edit(call) },
      { method: 'DELETE', path: one, bucket: 'message-deletions', handle: (call) => this.#remove(call) },
      { method: 'PUT', path: `${one}/reactions/:emoji/@me`, handle: (call) => this.#react(call) },
    ];
  }

  #readable(message: Message): Message {
    return this.#messages.readable(message, this.#intents ?? -1);
  }

  #find(call: Call): Message {
    const channel = visibleChannel(this.#world, call);
    const { message, onlyFor } = this.#messages.stored(call.params['message'] ?? '');
    if (onlyFor !== null || message.channel_id !== channel.id) throw unknown('message');
    return message;
  }

  #list(call: Call): Answer {
    const channel = visibleChannel(this.#world, call);
    demand(channel, 'ReadMessageHistory');
    const [before, after] = [call.query.get('before'), call.query.get('after')];
    const all = this.#world
      .messagesIn(channel.id)
      .filter(
        ({ id }) => (before === null || BigInt(id) < BigInt(before)) && (after === null || BigInt(id) > BigInt(after)),
      );
    const newestFirst = all.toReversed().slice(0, Number(call.query.get('limit') ?? 50));
    return ok(newestFirst.map((message) => this.#readable(message)));
  }

  #create(call: Call): Answer {
    const { body, files } = call;
    const channel = visibleChannel(this.#world, call);
    this.#demand(channel, body, files.length > 0);
    checkMessage(body, { files });
    const nonce = body['nonce'];
    const key = body['enforce_nonce'] === true && nonce !== undefined ? String(nonce) : null;
    const earlier = key === null ? null : this.#earlier(key);
    if (earlier !== null) return ok(earlier);
    const message = this.#messages.create({
      channel,
      author: this.#world.botPerson,
      body,
      files,
      defaults: 'message',
      replyTo: this.#replied(channel, body),
      extra: typeof nonce === 'string' || typeof nonce === 'number' ? { nonce } : {},
    });
    if (key !== null) this.#nonces.set(key, { id: message.id, at: this.#world.clock.now() });
    this.sent.push(message.id);
    this.#world.changes.notify();
    return ok(message);
  }

  #earlier(key: string): Message | null {
    const known = this.#nonces.get(key);
    if (known === undefined || this.#world.clock.now() - known.at > TIMES.nonce) return null;
    return this.#world.messages.get(known.id)?.message ?? null;
  }

  #demand(channel: Channel, body: Fields, hasFiles: boolean): void {
    demand(channel, isThread(channel) ? 'SendMessagesInThreads' : 'SendMessages');
    if (itemsOf(body['embeds']).length > 0) demand(channel, 'EmbedLinks');
    if (hasFiles) demand(channel, 'AttachFiles');
    const closed = channel.recipientId !== null && this.#world.person(channel.recipientId).closedDms;
    if (closed) throw new ApiError(403, 50_007, 'Cannot send messages to this user');
  }

  #replied(channel: Channel, body: Fields): Message | null {
    const reference = fieldsOf(body['message_reference']);
    if (reference['message_id'] === undefined) return null;
    if (channel.deny.includes('ReadMessageHistory')) {
      throw new ApiError(400, 160_002, 'Cannot reply without permission to read message history');
    }
    const found = this.#world.messages.get(String(reference['message_id']));
    const here = found?.onlyFor === null && found.message.channel_id === channel.id;
    if (here) return found.message;
    if (reference['fail_if_not_exists'] === false) return null;
    const form = new Form();
    form.add('message_reference', 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
    form.finish();
    return null;
  }

  #edit(call: Call): Answer {
    const { body, files } = call;
    const existing = this.#find(call);
    if (existing.author.id !== this.#world.bot.id) {
      throw new ApiError(403, 50_005, 'Cannot edit a message authored by another user');
    }
    if (itemsOf(body['embeds']).length > 0) demand(this.#world.channel(existing.channel_id), 'EmbedLinks');
    checkMessage(body, { files, existing });
    return ok(this.#messages.edit(existing.id, { body, files, defaults: 'message' }));
  }

  #remove(call: Call): Answer {
    const message = this.#find(call);
    const channel = this.#world.channel(message.channel_id);
    if (message.author.id !== this.#world.bot.id) {
      if (channel.guildId === null) throw missingPermissions();
      demand(channel, 'ManageMessages');
    }
    this.#messages.remove(message.id);
    return NOTHING;
  }

  #react(call: Call): Answer {
    const { id, channel_id } = this.#find(call);
    demand(this.#world.channel(channel_id), 'AddReactions', 'ReadMessageHistory');
    this.reactions.push({ channelId: channel_id, messageId: id, emoji: call.params['emoji'] ?? '' });
    this.#world.changes.notify();
    return NOTHING;
  }
}
