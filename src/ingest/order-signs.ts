/**
 * Which signs does a line show to a statistical model? One form for each: widths, quotation marks and digits do not count.
 */

const PLAIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '，': ',',
    '。': '.',
    '：': ':',
    '；': ';',
    '！': '!',
    '？': '?',
    '（': '(',
    '）': ')',
    '％': '%',
    '“': '"',
    '”': '"',
    '「': '"',
    '」': '"',
    '‘': "'",
    '’': "'",
  }),
);

/** The digit that stands for one digit, and the sign that stands for several. */
const [ONE, MORE] = ['0', '00'] as const;

/** The signs of a text as the model knows them: no blanks, any digit `0`, two or more of them `00`, Latin words `a`. */
export function plainSigns(text: string): string {
  let plain = '';
  for (const sign of text) plain += PLAIN.get(sign) ?? sign;
  return plain
    .replace(/\s/g, '')
    .replace(/[0-9０-９]+/g, (digits) => (digits.length > 1 ? MORE : ONE))
    .replace(/[A-Za-zＡ-Ｚａ-ｚ]+/g, 'a');
}
