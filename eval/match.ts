/**
 * When two short answers are the same. Newspapers write `３,５００户`, readers type `3500户`: width, case, blanks and
 * punctuation do not count, but a decimal point, a percent sign and the sign of a number do.
 */

const THOUSANDS_COMMA = /(?<=\d),(?=\d{3})/g;
const IDLE_POINT = /(?<!\d)\.|\.(?!\d)/g;
const NO_CONTENT = /[^\p{L}\p{N}.%‰+-]/gu;

/** What of `text` counts in a comparison. Anything but a string counts as it prints, nothing as the empty text. */
export function contentOf(text: unknown): string {
  return String(text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(THOUSANDS_COMMA, '')
    .replace(IDLE_POINT, '')
    .replace(NO_CONTENT, '');
}

/** Whether `text` holds one of `forms`. */
export function holdsAny(text: string, forms: readonly string[]): boolean {
  const content = contentOf(text);
  return forms.some((form) => content.includes(contentOf(form)));
}

/** Length of the longest run of characters that `left` and `right` share. */
function longestSharedRun(left: readonly string[], right: readonly string[]): number {
  let longest = 0;
  let above = new Uint16Array(right.length + 1);
  for (const character of left) {
    const row = new Uint16Array(right.length + 1);
    for (const [column, other] of right.entries()) {
      if (character === other) row[column + 1] = (above[column] ?? 0) + 1;
    }
    longest = row.reduce((most, length) => Math.max(most, length), longest);
    above = row;
  }
  return longest;
}

/**
 * Character F1 as the evaluation of CMRC 2018 takes it: the longest shared run over the mean of both lengths.
 * 0 where nothing is shared, 1 for equal content.
 */
export function characterF1(answer: string, form: string): number {
  const given = [...contentOf(answer)];
  const wanted = [...contentOf(form)];
  const shared = longestSharedRun(given, wanted);
  return shared === 0 ? 0 : (2 * shared) / (given.length + wanted.length);
}
