/** One shard's session with the gateway, which outlives its connections. */
import type { WebSocket } from 'ws';
import { shardOf } from './clock.ts';
import type { Dispatch } from './world.ts';

/** What an IDENTIFY said. */
export interface Identify {
  readonly at: number;
  /** Shard number and number of shards. */
  readonly shard: readonly [number, number];
  readonly intents: number;
  readonly presence: unknown;
  readonly sessionId: string;
}

interface Event {
  readonly s: number;
  readonly t: string;
  readonly d: unknown;
}

/** A session: its events are numbered and kept, so that they can be told again. */
export class Session {
  readonly identify: Identify;
  readonly #events: Event[] = [];
  #socket: WebSocket | null;

  /** A session that was just identified on this connection. */
  constructor(identify: Identify, socket: WebSocket) {
    this.identify = identify;
    this.#socket = socket;
  }

  /** Its id. */
  get id(): string {
    return this.identify.sessionId;
  }

  /** Whether there is a connection at the moment. */
  get connected(): boolean {
    return this.#socket !== null;
  }

  /** The number of its last event. */
  get sequence(): number {
    return this.#events.length;
  }

  /** Whether this session gets an event. */
  wants({ guildId, intent }: Dispatch): boolean {
    const [shard, shards] = this.identify.shard;
    if (shardOf(guildId, shards) !== shard) return false;
    return intent === 0 || (this.identify.intents & intent) !== 0;
  }

  /** Numbers an event, keeps it and sends it where there is a connection. */
  tell(type: string, data: unknown): void {
    // The event is frozen in text at once: what happens later must not change what was told.
    const event = { s: this.#events.length + 1, t: type, d: JSON.parse(JSON.stringify(data)) };
    this.#events.push(event);
    this.#send({ op: 0, ...event });
  }

  /** Goes on with this connection: sends what came after `sequence` and says that this was all. */
  resume(socket: WebSocket, sequence: number): void {
    this.#socket = socket;
    for (const event of this.#events.slice(sequence)) this.#send({ op: 0, ...event });
    this.tell('RESUMED', {});
  }

  /** Sends something that is no event. */
  say(op: number, d: unknown): void {
    this.#send({ op, d, s: null, t: null });
  }

  /** Forgets its connection where it is this one. */
  leave(socket: WebSocket): void {
    if (this.#socket === socket) this.#socket = null;
  }

  /** Breaks its connection without a word. */
  drop(): void {
    const socket = this.#socket;
    this.#socket = null;
    socket?.terminate();
  }

  #send(payload: unknown): void {
    this.#socket?.send(JSON.stringify(payload));
  }
}
