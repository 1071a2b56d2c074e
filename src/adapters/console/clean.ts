/** Keeps what pages and people wrote from steering the terminal. */
import { stripVTControlCharacters } from 'node:util';
import { plainLine, plainText } from '../../app/plain-text.ts';

/** A whole operating system command (a window's title, a link), which Node strips only where it is plain ASCII. */
const COMMAND = /(?:\u001B[\]PX^_]|[\u009D\u0090\u0098\u009E\u009F])[^\u0007\u001B\u009C]*(?:\u0007|\u001B\\|\u009C)/gu;

function withoutSequences(text: string): string {
  return stripVTControlCharacters(text.replace(COMMAND, ''));
}

/** The text without escape sequences, controls and direction marks; line feeds stay, tabs become two blanks. */
export function clean(text: string): string {
  return plainText(withoutSequences(text)).replaceAll('\t', '  ');
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return plainLine(withoutSequences(text));
}

/** One line of JSON. What JSON leaves raw but a terminal obeys is escaped, which does not change the value. */
export function jsonLine(value: unknown): string {
  const json = JSON.stringify(value).replace(
    /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${json}\n`;
}
