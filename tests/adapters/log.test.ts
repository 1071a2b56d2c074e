import { describe, expect, it } from 'vitest';
import { createLog, type Log, type LogParts, logSink } from '../../src/adapters/log.ts';

const SECRET = 'kJ8-shh-very-hidden';

interface Written {
  readonly lines: string[];
  readonly log: Log;
}

function start(parts: Partial<LogParts> = {}): Written {
  const lines: string[] = [];
  const destination = { write: (line: string) => lines.push(line) };
  return { lines, log: createLog({ level: 'info', logQuestions: false, destination, ...parts }) };
}

/** What the log writes of these details. */
function details(given: object, parts: Partial<LogParts> = {}): unknown {
  const { lines, log } = start(parts);
  log.info('tried', given);
  return JSON.parse(lines.join('')).details;
}

describe('the log', () => {
  it('writes one line of JSON for each event', () => {
    const { lines, log } = start();
    log.info('started');
    log.warn('reply-late', { hidden: true, ms: 3100 });
    log.error('fault', { text: 'two\nlines', reference: 'a\nb' });
    expect(lines.every((line) => /^\{[^\n]*\}\n$/u.test(line))).toBe(true);
    const [first, second, third] = lines.map((line) => JSON.parse(line));
    expect(first).toMatchObject({ level: 'info', event: 'started', pid: process.pid });
    expect(new Date(first.time).toISOString()).toBe(first.time);
    expect(second).toMatchObject({ level: 'warn', event: 'reply-late', details: { hidden: true, ms: 3100 } });
    expect(third.details.reference).toBe('a\nb');
  });

  it('leaves out what is less grave than wanted', () => {
    const { lines, log } = start({ level: 'warn' });
    log.info('started');
    log.warn('late');
    log.error('fault');
    expect(lines.map((line) => JSON.parse(line).event)).toEqual(['late', 'fault']);
  });

  it.each([
    'token',
    'DISCORD_TOKEN',
    'password',
    'adminPassword',
    'Authorization',
    'cookie',
    'secret',
    'apiKey',
    'auth',
  ])('never writes a field called %s, however deep it lies', (name) => {
    const { lines, log } = start({ logQuestions: true });
    log.info('tried', { [name]: SECRET, inner: [{ [name]: { value: SECRET } }], map: new Map([[name, SECRET]]) });
    expect(lines.join('')).toContain('[redacted]');
    expect(lines.join('')).not.toContain(SECRET);
  });

  it.each(['question', 'questions', 'text', 'answer', 'query', 'Text', 'sentence'])(
    'writes a field called %s only where that is wanted',
    (name) => {
      expect(details({ inner: { [name]: '谁写的？' } })).toEqual({ inner: { [name]: '[redacted]' } });
      expect(details({ inner: { [name]: '谁写的？' } }, { logQuestions: true })).toEqual({
        inner: { [name]: '谁写的？' },
      });
    },
  );

  it.each([
    [`redis://anna:${SECRET}@host:6379/0`, 'redis://[redacted]@host:6379/0'],
    [`rediss://:${SECRET}@host`, 'rediss://[redacted]@host'],
    [`redis://a:p@${SECRET}@host`, 'redis://[redacted]@host'],
    [`two https://u:${SECRET}@a/x and http://${SECRET}@b`, 'two https://[redacted]@a/x and http://[redacted]@b'],
    [`Authorization: Bearer ${SECRET}`, 'Authorization: Bearer [redacted]'],
    [`Bot ${SECRET}`, 'Bot [redacted]'],
    ['https://discord.com/api', 'https://discord.com/api'],
    ['anna@example.com', 'anna@example.com'],
  ])('writes the address %s without its user and password', (given, written) => {
    expect(details({ message: given, inner: [new Error(given)] })).toMatchObject({
      message: written,
      inner: [{ message: written }],
    });
  });

  it('leaves out secrets that it was told, in names, events and errors as well', () => {
    const { lines, log } = start({ secrets: [SECRET, 'ab'], logQuestions: true });
    log.error(`fault ${SECRET}`, { [SECRET]: 1, about: SECRET, cause: new Error('x', { cause: new Error(SECRET) }) });
    log.info('cut', { long: 'x'.repeat(3990) + SECRET });
    expect(lines.join('')).not.toContain(SECRET);
    expect(lines.join('')).not.toContain(SECRET.slice(0, 8));
    expect(details({ about: 'cabin' }, { secrets: ['ab'] })).toEqual({ about: 'cabin' });
  });

  it('writes of an error its name, message, code, stack and causes, and no fields that a library added', () => {
    const fault = Object.assign(new TypeError('bad', { cause: new RangeError('worse') }), {
      code: 'EBAD',
      requestBody: { json: '谁写的？' },
    });
    expect(details({ fault })).toEqual({
      fault: {
        ...{ name: 'TypeError', message: 'bad', code: 'EBAD', stack: expect.stringContaining('TypeError: bad') },
        cause: expect.objectContaining({ name: 'RangeError', message: 'worse' }),
      },
    });
  });

  it('writes anything at all: circles, large numbers, dates, bytes, functions, what throws', () => {
    const circle: Record<string, unknown> = { id: 10n, at: new Date(0), never: new Date(Number.NaN), none: undefined };
    circle['self'] = circle;
    circle['bytes'] = new Uint8Array(3);
    circle['set'] = new Set([1, Symbol('s')]);
    const written = JSON.stringify(details(circle));
    expect(written).toContain('"id":"10","at":"1970-01-01T00:00:00.000Z","never":null');
    expect(written).toContain('[deeper]');
    expect(written).toContain('"bytes":"[3 bytes]","set":[1,"Symbol(s)"]');
    const thrower = Object.defineProperty({}, 'x', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    expect(details({ thrower })).toBe('[unreadable]');
  });

  it('keeps a line short, whatever is told', () => {
    const { lines, log } = start();
    log.info('long', { long: 'x'.repeat(1_000_000), many: Array.from({ length: 10_000 }, (_, index) => index) });
    expect(lines.join('').length).toBeLessThan(6000);
  });

  it('takes what the bot tells at its own levels', () => {
    const { lines, log } = start();
    const sink = logSink(log);
    sink({ level: 'info', event: 'resumed', details: { shard: 1 } });
    sink({ level: 'warning', event: 'reply-late', details: { hidden: false } });
    sink({ level: 'error', event: 'fault', details: { reference: 'r1', text: 'private' } });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'info', event: 'resumed', details: { shard: 1 } },
      { level: 'warn', event: 'reply-late', details: { hidden: false } },
      { level: 'error', event: 'fault', details: { reference: 'r1', text: '[redacted]' } },
    ]);
  });
});
