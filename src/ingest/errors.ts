/** Why something cannot be taken in. */
import type { PageRefusal, PageRefusals } from './remarks.ts';

/** `empty`, `binary` and `undecodable` are about bytes, the others about a line of a `.jsonl` file. */
export type PageErrorCode = keyof PageRefusals;

const MESSAGES: { readonly [Code in PageErrorCode]: (details: PageRefusals[Code]) => string } = Object.freeze({
  empty: ({ bytes }) => `Expected text, got nothing in ${bytes} bytes`,
  binary: ({ sign }) => `Expected text, got a binary file: ${sign}`,
  undecodable: ({ bytes }) => `Expected UTF-8, UTF-16, GB18030 or Big5, got ${bytes} bytes in an unknown encoding`,
  'line-no-json': ({ line }) => `Expected one JSON object a line: line ${line} is no JSON`,
  'line-no-object': ({ line, found }) => `Expected one JSON object a line: line ${line} is of type ${found}`,
  'line-field-missing': ({ line, field }) => `Expected "${field}" in line ${line}: it is missing`,
  'line-field-empty': ({ line, field }) => `Expected "${field}" in line ${line}: it is empty`,
  'line-field-no-text': ({ line, field, found }) => `Expected a string as "${field}" in line ${line}, got: ${found}`,
  'line-not-utf8': ({ line }) => `Expected UTF-8 in line ${line}`,
  'line-too-long': ({ line, limit }) => `Expected at most ${limit} bytes in line ${line}`,
});

/** A page or a line that is refused. The message is for logs; people are told code and details in their language. */
export class PageError<Code extends PageErrorCode = PageErrorCode> extends Error {
  readonly code: Code;
  readonly details: PageRefusals[Code];

  constructor(code: Code, details: PageRefusals[Code], options?: ErrorOptions) {
    super(MESSAGES[code](details), options);
    this.name = 'PageError';
    this.code = code;
    this.details = details;
  }
}

/** The plain data of an error, which can be stored. */
export function refusalOf({ code, details }: PageError): PageRefusal {
  // The constructor has matched the two; the type of the union cannot say so.
  return { code, details } as PageRefusal;
}
