/** A reader that knows what stands on a simulated newspaper page. */
import type { NewsPage } from '../../eval/reading-order/newspaper-page.ts';
import { HEAD_KINDS, NOBODY, type PartKind } from '../../eval/reading-order/newspaper-parts.ts';
import { type TruePart, truthOf } from '../../eval/reading-order/whole-truth.ts';
import type { Article, Block, BlockKind } from '../../src/ingest/model.ts';

const KINDS: Readonly<Partial<Record<PartKind, BlockKind>>> = {
  text: 'paragraph',
  crosshead: 'crosshead',
  caption: 'caption',
  house: 'advert',
};

const piecesOf = (letters: readonly number[]) => letters.map((start, at) => ({ at, start, end: start + 1 }));

function blockOf({ kind, text, letters, prints }: TruePart): Block[] {
  const known = KINDS[kind];
  const copies = prints.flatMap((places) => places.slice(1)).map((start) => ({ start, end: start + 1 }));
  return known === undefined ? [] : [{ kind: known, text, pieces: piecesOf(letters), copies }];
}

function articleOf(parts: readonly TruePart[], facts: Pick<Article, 'byline' | 'truncated'>): Article {
  const said = (kind: PartKind): string | null =>
    parts
      .filter((part) => part.kind === kind)
      .map(({ text }) => text)
      .join(' ') || null;
  const heads = parts.filter(({ kind }) => HEAD_KINDS.has(kind) || kind === 'byline');
  return {
    id: '',
    page: '',
    file: '',
    publication: null,
    label: null,
    reporters: [],
    dateline: null,
    date: null,
    title: said('title'),
    kicker: [said('label'), said('kicker')].filter((text) => text !== null).join(' ') || null,
    subtitle: said('deck'),
    ...facts,
    heads: heads.flatMap(({ letters }) => piecesOf(letters)),
    blocks: parts.flatMap(blockOf),
  };
}

/** The articles of a page as they really are; what belongs to none of them is one more. */
export function trueArticles(page: NewsPage): Article[] {
  const { parts } = truthOf(page);
  const own = page.articles.map(({ byline, cut }, number) =>
    articleOf(
      parts.filter(({ article }) => article === number),
      { byline, truncated: cut },
    ),
  );
  const nobody = articleOf(
    parts.filter(({ article }) => article === NOBODY),
    { byline: null, truncated: false },
  );
  return [...own, nobody];
}
