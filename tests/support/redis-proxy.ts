/** A way to Redis that can be made to swallow what is said. */

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** Stands between a client and Redis. */
export interface RedisProxy {
  readonly url: string;
  /** From now on nothing that holds one of this word gets through. */
  swallow(word: string): void;
  /** Cuts every connection; new ones are taken. */
  cut(): void;
  /** How often something was swallowed. */
  swallowed(): number;
  close(): Promise<void>;
}

/** Opens a way to the Redis at `url` on a free port of this machine. */
export async function openRedisProxy(url: string): Promise<RedisProxy> {
  const { port } = new URL(url);
  const sockets = new Set<Socket>();
  let swallowed = 0;
  let forbidden: string | null = null;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    const redis = connect(Number(port), '127.0.0.1');
    keep(client);
    keep(redis);
    redis.on('data', (bytes) => client.write(bytes)).on('end', () => client.end());
    client.on('end', () => redis.end());
    client.on('data', (bytes) => {
      if (forbidden !== null && bytes.includes(forbidden)) swallowed += 1;
      else redis.write(bytes);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    swallow: (word) => {
      forbidden = word;
    },
    cut,
    swallowed: () => swallowed,
    close: async () => {
      server.close();
      cut();
      await once(server, 'close');
    },
  };
}
