/** Discord's gateway: sessions over WebSocket. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { fieldsOf, itemsOf } from './form.ts';
import { INTENTS } from './limits.ts';
import type { Fields } from './model.ts';
import { type Identify, Session } from './session.ts';
import { gatewayGuild } from './wire.ts';
import type { Dispatch, World } from './world.ts';

/** How a gateway is set up. */
export interface GatewayOptions {
  readonly heartbeatMs: number;
  /** Intents that the application may ask for; all of them where it is null. */
  readonly allowedIntents: number | null;
}

const OP = { heartbeat: 1, identify: 2, presence: 3, resume: 6, reconnect: 7, invalid: 9, hello: 10, ack: 11 } as const;
const CLOSE = { unknownOp: 4001, decode: 4002, token: 4004, sequence: 4007, shard: 4010, intents: 4013, denied: 4014 };
/** With these the bot says that it does not come back. */
const GOODBYES: readonly number[] = [1000, 1001];

/** The gateway of a world. */
export class Gateway {
  readonly sessions: Session[] = [];
  readonly identifies: Identify[] = [];
  readonly resumes: { readonly at: number; readonly sessionId: string; readonly sequence: number }[] = [];
  readonly presences: unknown[] = [];
  /** While this is true, nobody can connect. */
  down = false;
  readonly #world: World;
  readonly #options: GatewayOptions;
  readonly #address: () => string;
  readonly #server = new WebSocketServer({ noServer: true, perMessageDeflate: false });

  /** `address` gives its own address, which is known once the server listens. */
  constructor(world: World, options: GatewayOptions, address: () => string) {
    this.#world = world;
    this.#options = options;
    this.#address = address;
    world.dispatch = (event) => this.#dispatch(event);
  }

  /** Takes a connection over from the HTTP server. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.down) {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#welcome(connection));
  }

  /** Sessions with a connection. */
  get connected(): readonly Session[] {
    return this.sessions.filter((session) => session.connected);
  }

  /** One session by its place in the list, or all. */
  chosen(index: number | undefined): readonly Session[] {
    return index === undefined ? [...this.sessions] : this.sessions.slice(index, index + 1);
  }

  /** Forgets a session: it can no longer be resumed. */
  forget(session: Session): void {
    const index = this.sessions.indexOf(session);
    if (index >= 0) this.sessions.splice(index, 1);
  }

  /** Tells a session to reconnect. */
  askReconnect(session: Session): void {
    session.say(OP.reconnect, null);
  }

  /** Tells a session that it is no longer valid. */
  invalidate(session: Session, resumable: boolean): void {
    session.say(OP.invalid, resumable);
    if (!resumable) this.forget(session);
  }

  /** Breaks every connection. */
  close(): void {
    for (const connection of this.#server.clients) connection.terminate();
    this.#server.close();
  }

  #dispatch(event: Dispatch): void {
    for (const session of this.sessions) {
      if (session.wants(event)) session.tell(event.type, event.data(session.identify.intents));
    }
  }

  #welcome(connection: WebSocket): void {
    let session: Session | null = null;
    connection.on('error', () => connection.terminate());
    connection.on('message', (data) => {
      const payload = parsed(String(data));
      if (payload === null) connection.close(CLOSE.decode, 'Error while decoding payload.');
      else session = this.#hear(connection, payload) ?? session;
    });
    connection.on('close', (code) => {
      session?.leave(connection);
      if (session !== null && GOODBYES.includes(code)) this.forget(session);
      this.#world.changes.notify();
    });
    connection.send(JSON.stringify({ op: OP.hello, d: { heartbeat_interval: this.#options.heartbeatMs } }));
  }

  #hear(connection: WebSocket, { op, d }: Fields): Session | null {
    switch (op) {
      case OP.heartbeat:
        connection.send(JSON.stringify({ op: OP.ack }));
        return null;
      case OP.identify:
        return this.#identify(connection, fieldsOf(d));
      case OP.resume:
        return this.#resume(connection, fieldsOf(d));
      case OP.presence:
        this.presences.push(d);
        this.#world.changes.notify();
        return null;
      default:
        connection.close(CLOSE.unknownOp, 'Unknown opcode.');
        return null;
    }
  }

  #refusal(d: Fields): readonly [number, string] | null {
    const { intents, token } = d;
    const [shard, shards] = shardIn(d);
    const { allowedIntents } = this.#options;
    if (token !== this.#world.token) return [CLOSE.token, 'Authentication failed.'];
    if (!(shard >= 0 && shard < shards)) return [CLOSE.shard, 'Invalid shard.'];
    if (typeof intents !== 'number' || intents < 0) return [CLOSE.intents, 'Invalid intent(s).'];
    if (allowedIntents === null || (intents & ~allowedIntents) === 0) return null;
    return [CLOSE.denied, 'Disallowed intent(s).'];
  }

  #identify(connection: WebSocket, d: Fields): Session | null {
    const refusal = this.#refusal(d);
    if (refusal !== null) {
      connection.close(...refusal);
      return null;
    }
    const identify: Identify = {
      at: this.#world.clock.now(),
      shard: shardIn(d),
      intents: Number(d['intents']),
      presence: d['presence'] ?? null,
      sessionId: `session-${this.identifies.length + 1}-${this.#world.ids.next()}`,
    };
    this.identifies.push(identify);
    const session = new Session(identify, connection);
    this.#greet(session);
    this.sessions.push(session);
    this.#world.changes.notify();
    return session;
  }

  #greet(session: Session): void {
    const world = this.#world;
    const guilds = [...world.guilds.values()].filter(({ id }) =>
      session.wants({ type: '', guildId: id, intent: 0, data: () => null }),
    );
    session.tell('READY', {
      v: 10,
      user: { ...world.bot, verified: true, mfa_enabled: true, email: null, flags: 0 },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.#address(),
      shard: session.identify.shard,
      application: { id: world.applicationId, flags: 1 << 19 },
      private_channels: [],
      relationships: [],
      user_settings: {},
      session_type: 'normal',
    });
    if ((session.identify.intents & INTENTS.guilds) === 0) return;
    for (const guild of guilds) session.tell('GUILD_CREATE', gatewayGuild(world, guild));
  }

  #resume(connection: WebSocket, { token, session_id: id, seq }: Fields): Session | null {
    if (token !== this.#world.token) {
      connection.close(CLOSE.token, 'Authentication failed.');
      return null;
    }
    const session = this.sessions.find((one) => one.id === id);
    const sequence = Number(seq);
    this.resumes.push({ at: this.#world.clock.now(), sessionId: String(id), sequence });
    if (session === undefined) {
      connection.send(JSON.stringify({ op: OP.invalid, d: false }));
    } else if (!(sequence >= 0 && sequence <= session.sequence)) {
      connection.close(CLOSE.sequence, 'Invalid seq.');
    } else {
      session.resume(connection, sequence);
    }
    this.#world.changes.notify();
    return session ?? null;
  }
}

function parsed(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Fields) : null;
  } catch {
    return null;
  }
}

function shardIn({ shard }: Fields): readonly [number, number] {
  const [number, count] = itemsOf(shard);
  return shard === undefined || shard === null ? [0, 1] : [Number(number), Number(count)];
}
