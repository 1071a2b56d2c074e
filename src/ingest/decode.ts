/**
 * Which text do these bytes hold?
 *
 * UTF-8 is tried first and strictly, for hardly anything else passes for it. What is left has been saved by an
 * older system: chardet says how likely each encoding is, and the decoded text must look like Chinese, because on
 * a short page the tables of GB18030, Big5 and UTF-16 fit each other's bytes.
 */
import chardet from 'chardet';
import iconv from 'iconv-lite';
import { PageError } from './errors.ts';
import { EVERYDAY } from './lexicon/everyday.ts';
import type { BinarySign } from './remarks.ts';

/** A page's text without byte order mark, and the encoding that it came in. */
export interface DecodedPage {
  readonly text: string;
  readonly encoding: string;
}

/** Byte order marks; UTF-16 first would be wrong for none of them. */
const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['UTF-8', [0xef, 0xbb, 0xbf]],
  ['UTF-16LE', [0xff, 0xfe]],
  ['UTF-16BE', [0xfe, 0xff]],
];

/** First bytes of files that people take for text by mistake. */
const SIGNATURES: readonly (readonly [BinarySign, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['old-office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['gzip', [0x1f, 0x8b]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
];

const OLD_ENCODINGS = ['GB18030', 'Big5', 'UTF-16LE', 'UTF-16BE'] as const;

/** Characters looked at to judge a decoding; more do not change the verdict. */
const SAMPLE = 20_000;
/** Share of everyday characters below which a text is not Chinese: real pages have 0.5 and more, wrong tables 0.05. */
const LEAST_EVERYDAY = 0.15;
/** Share of characters that may be unreadable: a page with a torn byte here and there is still a page. */
const MOST_BROKEN = 0.01;
/** Share of control characters above which bytes are no text. */
const MOST_CONTROLS = 0.01;

const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/g;

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** The share of a text's characters that match. */
function shareOf(text: string, pattern: RegExp): number {
  return (text.match(pattern)?.length ?? 0) / Math.max(1, text.length);
}

/** How much a text looks like Chinese, from 0 to 1: the share of everyday signs in what is not ASCII. */
function looksChinese(text: string): number {
  let seen = 0;
  let everyday = 0;
  for (const sign of text.slice(0, SAMPLE)) {
    if (sign < '\x80') continue;
    seen++;
    if (EVERYDAY.has(sign)) everyday++;
  }
  return seen === 0 ? 1 : everyday / seen;
}

function refuseBinary(bytes: Uint8Array): void {
  const known = SIGNATURES.find(([, signature]) => startsWith(bytes, signature));
  if (known !== undefined) throw new PageError('binary', { sign: known[0] });
}

/** The text if the bytes are sound UTF-8 to the last one. */
function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A decoding with one of the older tables, or `undefined` where the result is no Chinese text. */
function tryEncoding(bytes: Uint8Array, encoding: string): (DecodedPage & { readonly score: number }) | undefined {
  const text = iconv.decode(bytes, encoding);
  if (shareOf(text, /\ufffd/g) > MOST_BROKEN || shareOf(text, CONTROL) > MOST_CONTROLS) return undefined;
  const score = looksChinese(text);
  return score < LEAST_EVERYDAY ? undefined : { text, encoding, score };
}

/** The best of the older encodings: how Chinese the text looks, and a tenth of chardet's confidence on top. */
function decodeOld(bytes: Uint8Array): DecodedPage | undefined {
  const confidence = new Map<string, number>(
    chardet.analyse(bytes.subarray(0, SAMPLE)).map((match) => [match.name, match.confidence]),
  );
  const tries = OLD_ENCODINGS.map((encoding) => tryEncoding(bytes, encoding)).filter((found) => found !== undefined);
  const weigh = (found: { encoding: string; score: number }): number =>
    found.score + (confidence.get(found.encoding) ?? 0) / 1000;
  const best = tries.toSorted((a, b) => weigh(b) - weigh(a))[0];
  return best === undefined ? undefined : { text: best.text, encoding: best.encoding };
}

/** UTF-8 with a few torn characters, which come out as U+FFFD. */
function decodeTorn(bytes: Uint8Array): DecodedPage | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const sound = shareOf(text, /\ufffd/g) <= MOST_BROKEN && looksChinese(text) >= LEAST_EVERYDAY;
  return sound ? { text, encoding: 'UTF-8' } : undefined;
}

function decodeMarked(bytes: Uint8Array): DecodedPage | undefined {
  const mark = MARKS.find(([, signature]) => startsWith(bytes, signature));
  if (mark === undefined) return undefined;
  const [encoding, signature] = mark;
  return { encoding, text: iconv.decode(bytes.subarray(signature.length), encoding, { stripBOM: false }) };
}

function decodeUnmarked(bytes: Uint8Array): DecodedPage {
  const text = decodeStrictly(bytes);
  if (text !== undefined && shareOf(text, CONTROL) <= MOST_CONTROLS) return { text, encoding: 'UTF-8' };
  const found = text === undefined ? (decodeTorn(bytes) ?? decodeOld(bytes)) : decodeOld(bytes);
  if (found !== undefined) return found;
  if (bytes.subarray(0, SAMPLE).includes(0)) throw new PageError('binary', { sign: 'nul-bytes' });
  if (text !== undefined) throw new PageError('binary', { sign: 'control-characters' });
  throw new PageError('undecodable', { bytes: bytes.length });
}

/**
 * The text of a page as it was received: UTF-8, UTF-16 (either order), GB18030 or Big5, with or without byte
 * order mark; line ends are left alone.
 *
 * @throws PageError `empty` where there is nothing but white space, `binary`, or `undecodable`
 */
export function decodePage(bytes: Uint8Array): DecodedPage {
  if (bytes.length === 0) throw new PageError('empty', { bytes: 0 });
  refuseBinary(bytes);
  const page = decodeMarked(bytes) ?? decodeUnmarked(bytes);
  if (page.text.trim() === '') throw new PageError('empty', { bytes: bytes.length });
  if (shareOf(page.text, CONTROL) > MOST_CONTROLS) throw new PageError('binary', { sign: 'control-characters' });
  return page;
}
