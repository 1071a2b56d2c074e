/**
 * Recognises what is no question to a library of newspapers: greetings, opinions, forecasts, orders.
 *
 * The patterns are about how such things are said in Chinese, never about a subject. Whatever is not recognised
 * here is treated as a question and has to earn its answer.
 */
import { foldText } from '../text/normalize.ts';
import { TALK_FORMS, type Talk } from './lexicon/talk-forms.ts';

/** What a text is, when it is no question to the library. */
export function recogniseTalk(raw: string): Talk | undefined {
  const text = foldText(raw).trim();
  return TALK_FORMS.find(({ pattern }) => pattern.test(text))?.talk;
}
