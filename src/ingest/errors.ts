/** Why something cannot be taken in. */

/** `empty` and `binary` and `undecodable` are about bytes, `json` and `field` about a line of a `.jsonl` file. */
export type PageErrorCode = 'empty' | 'binary' | 'undecodable' | 'json' | 'field';

const MESSAGES: Readonly<Record<PageErrorCode, string>> = Object.freeze({
  empty: 'Expected text, got an empty page',
  binary: 'Expected text, got a binary file',
  undecodable: 'Expected UTF-8, UTF-16, GB18030 or Big5, got an unknown encoding',
  json: 'Expected one JSON object a line',
  field: 'Expected an article {"id"?, "title"?, "date"?, "byline"?, "source"?, "text"}',
});

/** A page or a line that is refused: `code` for programs, `detail` for people (what was found and where). */
export class PageError extends Error {
  readonly code: PageErrorCode;
  readonly detail: string;

  constructor(code: PageErrorCode, detail: string, options?: ErrorOptions) {
    super(`${MESSAGES[code]}: ${detail}`, options);
    this.name = 'PageError';
    this.code = code;
    this.detail = detail;
  }
}
