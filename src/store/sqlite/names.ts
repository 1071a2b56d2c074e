/** What articles are found by when somebody types a headline. */
import type { Database } from 'better-sqlite3';
import { bareName } from '../../app/article-names.ts';
import type { Article } from '../../ingest/model.ts';

/** Headline, deck and kicker as {@link bareName} has them, the headline first, parted by blanks. */
export function nameOf({ title, subtitle, kicker }: Pick<Article, 'title' | 'subtitle' | 'kicker'>): string {
  return [title, subtitle, kicker]
    .map((head) => bareName(head ?? ''))
    .filter((head) => head !== '')
    .join(' ');
}

/** Lets SQL make the same out of the JSON of an article, for stores that did not keep it yet. */
export function teachNames(db: Database): void {
  db.function('name_of', { deterministic: true }, (json) => nameOf(JSON.parse(String(json))));
}
