/** Whether some characters are the name of a person, as bylines print it. */
import { SURNAMES } from '../text/lexicon/surnames.ts';
import { foldText } from '../text/normalize.ts';

const SURNAME = new Set(SURNAMES);
const SHORT = /^\p{Script=Han}{2,4}$/u;
/** Names of other peoples of China are printed with a dot inside. */
const DOTTED = /^\p{Script=Han}{1,8}(?:[·•・]\p{Script=Han}{1,8}){1,2}$/u;

/** Ends of words that look like a name of three characters: 安徽网, 高新区, 江宁县. */
const NO_NAME = /[网報报社局厅院馆县區区镇组版站省市委]$/;

/** Whether `text` is built like a name: two to four characters, or longer with a dot inside. */
export function isNameLike(text: string): boolean {
  return (SHORT.test(text) && !NO_NAME.test(text)) || DOTTED.test(text);
}

/** Whether `text` is built like a name and begins with a surname, in simplified or traditional script. */
export function isName(text: string): boolean {
  if (DOTTED.test(text)) return true;
  if (!SHORT.test(text) || NO_NAME.test(text)) return false;
  const folded = foldText(text);
  return SURNAME.has(folded.charAt(0)) || (folded.length > 2 && SURNAME.has(folded.slice(0, 2)));
}
