/** What the bot sends by itself, handed out message by message. */
import { textOf } from './finding.ts';
import type { Channel, Message } from './model.ts';
import type { Posts } from './posts.ts';
import type { World } from './world.ts';

/** Hands every message out once, so that a test that waits for the next one never gets an earlier one again. */
export class Outbox {
  readonly #world: World;
  readonly #posts: Posts;
  readonly #given = new Set<string>();

  /** What was posted in a world. */
  constructor(world: World, posts: Posts) {
    this.#world = world;
    this.#posts = posts;
  }

  /** Resolves with the first message of a channel that fits and was not handed out yet. */
  next(channel: Channel, fits: (message: Message) => boolean, timeoutMs: number): Promise<Message> {
    const look = (): Message | null => this.#take((message) => message.channel_id === channel.id && fits(message));
    const complaint = (): string => `The bot sent nothing that fits to "${channel.name}"; ${this.#sent(channel)}`;
    return this.#world.changes.until(look, timeoutMs, complaint);
  }

  #take(fits: (message: Message) => boolean): Message | null {
    const waiting = this.#posts.sent.filter((id) => !this.#given.has(id));
    const messages = waiting.flatMap((id) => this.#world.messages.get(id)?.message ?? []);
    const found = messages.find(fits) ?? null;
    if (found !== null) this.#given.add(found.id);
    return found;
  }

  #sent({ id }: Channel): string {
    const messages = this.#world.messagesIn(id);
    const texts = messages.map((message) => `${message.author.username}: ${textOf(message).slice(0, 60)}`);
    return texts.length === 0 ? 'it is empty.' : `in it stands: ${texts.join(' | ')}`;
  }
}
