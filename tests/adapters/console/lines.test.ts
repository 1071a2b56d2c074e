import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../src/adapters/console/lines.ts';

async function collect(chunks: Iterable<Uint8Array | string>): Promise<string[]> {
  async function* stream(): AsyncGenerator<Uint8Array | string> {
    yield* chunks;
  }
  const found: string[] = [];
  for await (const line of readLines(stream())) found.push(line);
  return found;
}

describe('readLines', () => {
  it.each([
    ['', []],
    ['one', ['one']],
    ['one\n', ['one']],
    ['one\r\ntwo\r\n', ['one', 'two']],
    ['one\n\ntwo', ['one', '', 'two']],
    ['\uFEFFone', ['one']],
    ['a\u2028b\u0085c', ['a\u2028b\u0085c']],
  ])('parts %j into %j', async (text, expected) => {
    expect(await collect([new TextEncoder().encode(text)])).toEqual(expected);
  });

  it('does not depend on where the chunks are cut, even inside a character', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '问', '𠮷', '\n', '\r', ' ') });
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(40)), async (whole, cuts) => {
        const bytes = new TextEncoder().encode(whole);
        const places = [...new Set([0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length])].sort(
          (a, b) => a - b,
        );
        const chunks = places.slice(1).map((end, at) => bytes.subarray(places[at], end));
        expect(await collect(chunks)).toEqual(await collect([bytes]));
      }),
    );
  });

  it('stops reading when nobody wants more', async () => {
    let ended = false;
    async function* stream(): AsyncGenerator<string> {
      try {
        for (;;) yield 'line\n';
      } finally {
        ended = true;
      }
    }
    for await (const line of readLines(stream())) {
      expect(line).toBe('line');
      break;
    }
    expect(ended).toBe(true);
  });
});
