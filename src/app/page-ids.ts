/**
 * Decides under which id the library knows a page that is handed in.
 *
 * A page is called by the name of its file, as `wenbao index` calls it; so the same name of the same paper and day takes
 * the place of the earlier page. The same name with another paper or day, or with one where the earlier has none, may be
 * another page: it gets these before its name, and a number where that is not enough, so that nothing is ever
 * overwritten by a guess. Handed in once more, each of them finds its own id again.
 */
import type { PageInfo } from '../ingest/model.ts';
import { fileIdOf } from './line-batches.ts';
import type { PageRecord } from './target.ts';

/** What is known of a page before it has an id. `name` may hold the folders or the archive that it lay in. */
export interface Unnamed extends Pick<PageInfo, 'publication' | 'date'> {
  readonly name: string;
  /** Where it lies, for a file that stays there; else `null`. */
  readonly source: string | null;
}

/** A page that has an id, or will have when its job is done. */
export type Named = Pick<PageInfo, 'id' | 'publication' | 'date'> & { readonly source: string | null };

/** The same with the id of the whole file for a batch of lines. */
export function namedRecord(record: PageRecord): Named {
  return { ...record, id: fileIdOf(record) };
}

/** The ids of pages that are known, and of those that join them. */
export class PageIds {
  readonly #known = new Map<string, Named>();
  readonly #idsBySource = new Map<string, string>();
  readonly #given = new Set<string>();

  /** Of several pages with one id the last one counts. */
  constructor(known: Iterable<Named>) {
    for (const page of known) this.#take(page);
  }

  /** The id of a page; nobody else gets it from these ids any more. */
  idOf(page: Unnamed): string {
    const id = this.#knownPlace(page) ?? this.#called(page);
    this.#take({ ...page, id });
    this.#given.add(id);
    return id;
  }

  #take({ id, publication, date, source }: Named): void {
    this.#known.set(id, { id, publication, date, source });
    if (source !== null) this.#idsBySource.set(source, id);
  }

  #knownPlace({ source }: Unnamed): string | undefined {
    const id = source === null ? undefined : this.#idsBySource.get(source);
    return id !== undefined && this.#given.has(id) ? undefined : id;
  }

  #called(page: Unnamed): string {
    const paper = [page.publication, page.date].filter((fact) => fact !== null).join(' ');
    const longer = paper === '' ? page.name : `${paper}/${page.name}`;
    const free = [page.name, longer].find((name) => this.#fits(name, page));
    return free ?? this.#numbered(longer, page);
  }

  #numbered(name: string, page: Unnamed): string {
    let number = 2;
    while (!this.#fits(`${name}~${number}`, page)) number += 1;
    return `${name}~${number}`;
  }

  /** Whether nobody has the id, or an earlier state of the very page: a page from another place is another one. */
  #fits(id: string, { publication, date, source }: Unnamed): boolean {
    if (this.#given.has(id)) return false;
    const known = this.#known.get(id);
    if (known === undefined) return true;
    const placed = source !== null && known.source !== null && known.source !== source;
    return !placed && known.publication === publication && known.date === date;
  }
}
