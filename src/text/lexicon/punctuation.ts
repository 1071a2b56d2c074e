/** Signs of Chinese and Latin punctuation, by what they do to a sentence. */

/** Signs that end a sentence; a full stop of Latin script needs a look at its surroundings and is not among them. */
export const END_MARKS = '。！？!?…｡';

/** Pairs that enclose: opening sign to closing sign. The straight quote closes itself. */
export const BRACKETS: Readonly<Record<string, string>> = Object.freeze({
  '“': '”', '‘': '’', '「': '」', '『': '』', '〝': '〞', '"': '"', '＂': '＂', '（': '）', '(': ')', '《': '》', '〈': '〉', '【': '】', '[': ']', '〔': '〕', '［': '］',
});

/** Opening signs of speech, after which a sentence may end inside. */
export const QUOTES = '“‘「『〝"＂';

/** Opening signs of titles, within which no sentence ends. */
export const TITLES = '《〈';

/** Signs that never begin a sentence: after them an end mark was only a part of what goes on. */
export const CONTINUERS = '，,、；;：:）)》〉】]〕］”’」』·—-～~/％%';

/** Words whose full stop ends no sentence. */
export const ABBREVIATIONS: readonly string[] = Object.freeze([
  'mr', 'mrs', 'ms', 'dr', 'prof', 'st', 'vs', 'no', 'vol', 'inc', 'ltd', 'co', 'corp', 'jr', 'sr', 'etc', 'eg', 'ie', 'fig', 'pp', 'dept', 'univ',
]);
