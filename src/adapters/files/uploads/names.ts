/** Names inside archives and of files that people hand in: they are data, and may be meant to do harm. */

/** A name of `..`, `.` or nothing between two strokes leads elsewhere than it says. */
const STEP = /^\.{0,2}$/;

/** Backslashes and colons part paths on some systems; control characters have no business in a name. */
const FOREIGN = /[\\:\0-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Longest name that is accepted, in UTF-16 units: disks take 255 bytes a part. */
const LONGEST_NAME = 400;

/** Signs of a name that are shown at most. */
const SHOWN_SIGNS = 120;

/** What systems leave in archives, and nobody means to hand in. */
const LITTER: ReadonlySet<string> = new Set(['__macosx', 'thumbs.db', 'desktop.ini']);

/**
 * A relative path with `/` between its parts as we keep it, or `null` for one that could lead out of its folder: absolute,
 * with `..`, a drive letter, backslashes, control or direction signs, or one that is far too long.
 */
export function safePath(name: string): string | null {
  const path = name.normalize('NFC');
  if (path.length > LONGEST_NAME || FOREIGN.test(path)) return null;
  return path.split('/').some((part) => STEP.test(part)) ? null : path;
}

/** Whether a path is hidden or left there by a system. */
export function isLitter(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || LITTER.has(part.toLowerCase()));
}

/** A name as it may be shown to people: one line, not too long. */
export function shownName(name: string): string {
  const signs = [
    ...name.replaceAll(new RegExp(FOREIGN, 'g'), (sign) => (sign === '\\' || sign === ':' ? sign : '\ufffd')),
  ];
  return signs.length <= SHOWN_SIGNS ? signs.join('') : `${signs.slice(0, SHOWN_SIGNS).join('')}…`;
}

/** A name's bytes as text: UTF-8, or GBK as packers on Chinese Windows write it, or byte for byte. */
export function decodeName(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one may fit.
    }
  }
  return new TextDecoder('latin1').decode(bytes);
}
