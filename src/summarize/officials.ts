/** Persons named behind their office, the way newspapers introduce whom the news is about: 副市长张三出席. */
import { OFFICES } from '../text/lexicon/offices.ts';
import { SPEECH_VERBS } from '../text/lexicon/speech.ts';
import { SURNAMES } from '../text/lexicon/surnames.ts';
import type { Clause } from './material.ts';

export interface Official {
  /** Surname and the first character of the given name, which tells persons of one article apart. */
  readonly name: string;
  /** Whether the person is there only for what is said: 张三说. */
  readonly speaks: boolean;
}

const any = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');
const OFFICE_END = new RegExp(`(?:${any(OFFICES)})$`, 'u');
const NAME = new RegExp(`^(?:${any(SURNAMES)})\\p{Script=Han}`, 'u');
const NO_GIVEN = /[的了在是和与及、说将为等就也曾已于因被对任率带]$/u;
const SPEAKS = new RegExp(`^\\p{Script=Han}?(?:${any(SPEECH_VERBS)})`, 'u');

/** The officials of a clause. */
export function officials({ tokens }: Clause): Official[] {
  const found: Official[] = [];
  for (const [index, { word }] of tokens.entries()) {
    if (!OFFICE_END.test(word)) continue;
    const behind = tokens
      .slice(index + 1, index + 5)
      .map((token) => token.word)
      .join('');
    const name = NAME.exec(behind)?.[0];
    if (name !== undefined && !NO_GIVEN.test(name)) {
      found.push({ name, speaks: SPEAKS.test(behind.slice(name.length)) });
    }
  }
  return found;
}
