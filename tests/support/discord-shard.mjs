/** Stands in for the program of a shard: does what its second argument says, and writes what it was given. */
import { appendFileSync, existsSync } from 'node:fs';

const [behaviour, mark] = process.argv.slice(2);
const { SHARDING_MANAGER, SHARDS, SHARD_COUNT, DISCORD_TOKEN, MOOD } = process.env;
const again = existsSync(`${mark}-${SHARDS}`);
appendFileSync(`${mark}-${SHARDS}`, '.');

/** Leaves as asked to, after a while, having said so. */
function leave() {
  process.stdout.write('leaving\n', () => process.exit(behaviour === 'late-failure' ? 3 : 0));
}

process.on('SIGTERM', behaviour === 'stubborn' ? () => {} : leave);
process.stderr.write(`${JSON.stringify({ SHARDING_MANAGER, SHARDS, SHARD_COUNT, DISCORD_TOKEN, MOOD })}\n`);
if (behaviour === 'no-login') {
  process.stderr.write('the token is wrong\n');
  process.exitCode = 1;
  process.disconnect();
} else {
  process.send({ _ready: true });
  if (behaviour === 'crashes-once' && !again) setTimeout(() => process.exit(9), 50);
  setInterval(() => {}, 1000);
}
