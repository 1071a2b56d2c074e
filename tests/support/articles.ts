/** The smallest articles that a test can say something about. */
import type { Article, Block, BlockKind } from '../../src/ingest/model.ts';

/** A block of its text alone. */
export function block(text: string, kind: BlockKind = 'paragraph'): Block {
  return { kind, text, pieces: [{ at: 0, start: 0, end: text.length }] };
}

/** An article with whatever the test cares about. */
export function article(given: Partial<Article> & { readonly id: string }): Article {
  return {
    page: 'page.txt',
    file: 'page.txt',
    publication: '晚报',
    label: '01',
    title: null,
    kicker: null,
    subtitle: null,
    byline: null,
    reporters: [],
    dateline: null,
    date: null,
    heads: [],
    blocks: [],
    truncated: false,
    ...given,
  };
}
