/** A text that somebody typed, as a file like any other. */
import { plainLine } from './plain-text.ts';
import { RemarkError } from './remarks.ts';
import type { IncomingFile } from './request.ts';

/** Characters of the first line that the file is called by. */
const NAME = 40;

/** The text as a file; called by its first line, so that the same page pasted once more takes the place of the first. */
export function pastedFile(text: string): IncomingFile {
  const bytes = new TextEncoder().encode(text);
  const first =
    text
      .split('\n')
      .map(plainLine)
      .find((line) => line !== '') ?? '';
  const name = [
    ...first
      .replace(/[\p{C}/\\:*?"<>|#]/gu, ' ')
      .replace(/^\.+/u, '')
      .trim(),
  ]
    .slice(0, NAME)
    .join('')
    .trim();
  return {
    name: `${name === '' ? 'text' : name}.txt`,
    size: bytes.length,
    async read(limit) {
      if (bytes.length <= limit) return bytes;
      throw new RemarkError({ code: 'upload-too-large', details: { limit } }, `More than ${limit} bytes.`);
    },
  };
}
