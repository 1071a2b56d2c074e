/** Packs what the texts of a page come to. */
import type { StoredPassage } from '../../app/source.ts';
import type { PageKind } from '../../app/target.ts';
import type { Article } from '../../ingest/model.ts';
import type { PageFacts } from './kept-article.ts';
import { Origins } from './origins.ts';
import { type Stretch, stretchesOf } from './stretches.ts';
import { type TextColumns, textColumns } from './texts.ts';

/** A page whose articles are to be packed. */
export interface PageToPack {
  readonly facts: PageFacts;
  readonly kind: PageKind;
  /** As received; `undefined` where it is no UTF-8. */
  readonly text: string | undefined;
}

/** The texts of a page as they are kept. */
export interface PackedTexts {
  readonly stretches: readonly Stretch[];
  /** For each article, in their order. */
  readonly texts: readonly TextColumns[];
}

/** Packs a page and its articles, which are given in their order. */
export function packTexts(
  articles: readonly { readonly article: Article; readonly passages: readonly StoredPassage[] }[],
  { facts, kind, text }: PageToPack,
): PackedTexts {
  const origins = new Origins(text, kind);
  const page = { facts, text: text ?? '' };
  const texts = articles.map((each) => textColumns(each, page, origins.of(each.article)));
  return { stretches: text === undefined ? [] : stretchesOf(text, kind), texts };
}
