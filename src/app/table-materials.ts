/** Collects the tables behind the rows that a search found. */
import type { TableMaterial } from '../answer/table-sheet.ts';
import type { Article } from '../ingest/model.ts';
import type { Found } from './retrieval.ts';
import type { LibrarySource, StoredPassage } from './source.ts';

/** Tables that one question looks into, at most. */
const MAX_TABLES = 8;

/** The tables that the found rows belong to, whole, in the order of their best row. */
export async function tableMaterials(source: LibrarySource, found: readonly Found[]): Promise<TableMaterial[]> {
  const articles = new Map(
    found.flatMap(({ passage, article }) => (passage.row >= 0 ? [[article.id, article] as const] : [])),
  );
  const materials: TableMaterial[] = [];
  for (const article of articles.values()) {
    const passages = await source.passagesOfArticle(article.id);
    materials.push(...tablesOf(article, passages));
  }
  return materials.slice(0, MAX_TABLES);
}

function tablesOf(article: Article, passages: readonly StoredPassage[]): TableMaterial[] {
  return article.blocks.flatMap(({ table }, block) => {
    if (table === undefined) return [];
    const rows = passages.filter((passage) => passage.block === block && passage.row >= 0);
    const numbers = table.rows.map((_, row) => rows.find((passage) => passage.row === row)?.id ?? -1);
    return [{ article: article.id, heading: rows[0]?.heading ?? article.title ?? '', table, passages: numbers }];
  });
}
