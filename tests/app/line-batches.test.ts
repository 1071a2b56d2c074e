import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchLines, LINES_PER_BATCH, type LineBatch, MAX_LINE_BYTES } from '../../src/app/line-batches.ts';
import { collected } from '../support/library.ts';

/** Cuts bytes at the given places, as a stream might. */
async function* chunked(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  for (const [i, from] of places.slice(0, -1).entries()) {
    const chunk = bytes.slice(from, places[i + 1]);
    yield chunk;
    // Whoever reads files may use the memory again.
    chunk.fill(0x78);
  }
}

async function batchesOf(text: string, cuts: readonly number[] = []): Promise<LineBatch[]> {
  return collected(batchLines(chunked(new TextEncoder().encode(text), cuts)));
}

function textOf({ bytes }: LineBatch): string {
  return new TextDecoder().decode(bytes);
}

function lines(count: number): string {
  return Array.from({ length: count }, (_, i) => `第${i + 1}行\n`).join('');
}

describe('batchLines', () => {
  it.each([
    { text: '', batches: [] },
    { text: 'a', batches: ['a\n'] },
    { text: 'a\n', batches: ['a\n'] },
    { text: 'a\n\n', batches: ['a\n\n'] },
    { text: '\n', batches: ['\n'] },
    { text: 'a\r\nb', batches: ['a\r\nb\n'] },
  ])('makes $batches of $text', async ({ text, batches }) => {
    expect((await batchesOf(text)).map(textOf)).toEqual(batches);
  });

  it('ends a batch after so many lines and numbers their first lines', async () => {
    const batches = await batchesOf(lines(LINES_PER_BATCH * 2 + 1));
    expect(batches.map(({ firstLine }) => firstLine)).toEqual([1, LINES_PER_BATCH + 1, LINES_PER_BATCH * 2 + 1]);
    expect(batches.map(textOf).at(-1)).toBe(`第${LINES_PER_BATCH * 2 + 1}行\n`);
  });

  it('makes no empty batch at the end', async () => {
    expect(await batchesOf(lines(LINES_PER_BATCH))).toHaveLength(1);
  });

  it('rebuilds the text, and ends batches alike however the stream is cut', async () => {
    const line = fc.string({ unit: fc.constantFrom('一', 'a', '𠮷', '\r'), maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.array(fc.nat(), { maxLength: 8 }), async (given, cuts) => {
        const text = given
          .map((each) => `${each}\n`)
          .join('')
          .repeat(40);
        const batches = await batchesOf(text, cuts);
        expect(batches.map(textOf).join('')).toBe(text);
        expect(batches).toEqual(await batchesOf(text));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps only the beginning of a line that is too long, and its number', async () => {
    const long = 'x'.repeat(MAX_LINE_BYTES + 1);
    const [batch, ...others] = await batchesOf(`a\n${long}\nb\n${'y'.repeat(MAX_LINE_BYTES)}\n`, [70_000, 2_000_000]);
    expect(others).toEqual([]);
    expect(batch?.overlong).toEqual(new Set([2]));
    const [first, second, third, fourth] = batch === undefined ? [] : textOf(batch).split('\n');
    expect([first, third]).toEqual(['a', 'b']);
    expect(long.startsWith(second ?? 'no')).toBe(true);
    expect(second?.length).toBeLessThan(10_000);
    expect(fourth).toHaveLength(MAX_LINE_BYTES);
  });

  it('needs little memory for a line without an end', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 3000; i += 1) yield new Uint8Array(1_000_000).fill(0x61);
    }
    const before = process.memoryUsage().arrayBuffers;
    const [batch] = await collected(batchLines(endless()));
    expect(batch?.bytes.length).toBeLessThan(10_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(500_000_000);
  });

  it('ends a batch early when its lines are long', async () => {
    const batches = await batchesOf(`${'x'.repeat(MAX_LINE_BYTES - 1)}\n`.repeat(9));
    expect(batches.map(({ firstLine }) => firstLine)).toEqual([1, 5, 9]);
  });
});
