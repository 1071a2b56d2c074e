/** The part of an article that a person can check at a glance, as tests/ingest/golden/ keeps it. */
import type { Article } from '../../src/ingest/model.ts';
import { textsOf } from './pages.ts';

/** Characters at each end of the body. */
const END = 20;

/** What is compared. */
export function shapeOf(article: Article) {
  const { title, kicker, subtitle, byline, reporters, dateline, date, truncated, blocks } = article;
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'list').map(({ text }) => text);
  const body = paragraphs.join('');
  return {
    title,
    kicker,
    subtitle,
    byline,
    reporters,
    dateline,
    date,
    truncated,
    first: body.slice(0, END),
    last: body.slice(-END),
    paragraphs: paragraphs.length,
    copies: blocks.filter(({ copies }) => copies !== undefined).length,
    crossheads: textsOf(article, 'crosshead'),
    captions: textsOf(article, 'caption'),
    notices: textsOf(article, 'notice'),
    adverts: textsOf(article, 'advert'),
    tables: blocks.flatMap(({ table }) =>
      table === undefined
        ? []
        : [{ caption: table.caption, header: table.header, rows: table.rows.length, last: table.rows.at(-1) }],
    ),
  };
}
