/** What we say of summaries in English. */
import type { SummaryWording } from './wording-summary-zh-cn.ts';

/** English. */
export const summaryEn: SummaryWording = {
  everything: 'All articles',
  fromTo: (from, to) => (to === '' ? `from ${from} on` : `${from === '' ? 'up' : from} to ${to}`),
  undated: 'Date unknown',
  articles: (count) => `articles: ${count}`,
  figures: 'Key figures',
  figureLabel: 'Item',
  figureValue: 'Value',
  ofAll: (total) => `Articles in all: ${total}. `,
  made: (articles, characters, shown) => `Articles here: ${articles}, ${characters} characters → ${shown}. `,
  verbatim: 'Sentences as printed: nothing is reworded or translated.',
  noArticle: (name) =>
    `No article is called “${name}”, so there is no summary. Give a few (Chinese) words of its headline.`,
  whichArticle: (name) => `It is not certain which article “${name}” is. Did you mean:`,
  noTopic: (words) =>
    `The newspapers say nothing about “${words}”, so there is nothing to summarise. Try another word.`,
  topicOtherTime: (words) => `The newspapers of this time say nothing about “${words}”. These do:`,
  noDays: (days) => `The library has no articles of ${days}. The nearest:`,
  noArticles: 'The library has no articles yet. Take in newspaper pages first.',
  whichPage: (name) => `It is not certain which page “${name}” is. Did you mean:`,
  tooMany: 'There are too many articles in this time for one summary. Move the first and the last day closer together.',
};
