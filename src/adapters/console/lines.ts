/** Reads lines of UTF-8 text from a stream, one at a time, so that a slow answer holds the sender back. */

/**
 * The lines of a stream without their ends, `\n` or `\r\n`; the last one need not end. A byte order mark is dropped.
 *
 * Node's own `readline` also splits at U+2028, which JSON allows inside a string, hence this.
 */
export async function* readLines(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const [first = '', ...others] = text.split('\n');
    parts.push(first);
    for (const next of others) {
      yield withoutReturn(parts.join(''));
      parts = [next];
    }
  }
  const rest = parts.join('') + decoder.decode();
  if (rest !== '') yield withoutReturn(rest);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
