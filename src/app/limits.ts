/** How much may be asked at once. Limits of a platform are not here: they belong to its adapter. */

/**
 * Characters of a question or of the words of a search. Questions that people really ask stay under 100 characters
 * (the longest of the evaluation sets: 58); whatever is longer than this is a text, not a question.
 */
export const QUESTION_LIMIT = 500;

/** Characters of a message that is to be checked: more than any platform's. */
export const MESSAGE_LIMIT = 10_000;

/** Characters of a name: a reporter, a page, the headline of an article. */
export const NAME_LIMIT = 200;

/** Whether a text has more than `limit` characters; looks at no more of it than it has to. */
export function exceeds(text: string, limit: number): boolean {
  // A character takes at most two code units, so the first 2 × limit + 1 units decide.
  return text.length > limit && [...text.slice(0, 2 * limit + 1)].length > limit;
}
