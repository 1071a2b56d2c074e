/**
 * Decides under which id the library knows a file.
 *
 * A file keeps the id it has. A new one is called by its path from the named folder, so that the same folder may lie
 * elsewhere tomorrow; only where that name belongs to another file that still exists does the folder's name come before it.
 */
import { existsSync } from 'node:fs';
import { fileIdOf } from '../../app/line-batches.ts';
import type { PageRecord } from '../../app/target.ts';
import type { FoundFile } from './walk.ts';

/** The ids of the files that a library knows, and of those that join them. */
export class FileNames {
  readonly #idsBySource = new Map<string, string>();
  readonly #sources = new Map<string, string | null>();

  constructor(records: readonly PageRecord[]) {
    for (const record of records) this.#take(fileIdOf(record), record.source);
  }

  /** The id of a file; from now on it is taken. */
  idOf({ path, name, folder }: FoundFile): string {
    const known = this.#idsBySource.get(path);
    if (known !== undefined) return known;
    const id = [name, `${folder}/${name}`].find((each) => this.#isFree(each)) ?? this.#numbered(`${folder}/${name}`);
    this.#take(id, path);
    return id;
  }

  #take(id: string, source: string | null): void {
    this.#sources.set(id, source);
    if (source !== null) this.#idsBySource.set(source, id);
  }

  /** Nobody has it, or a page without a place, or a file that is gone: then the new file is the old one, moved. */
  #isFree(id: string): boolean {
    const source = this.#sources.get(id) ?? null;
    return source === null || !existsSync(source);
  }

  #numbered(name: string): string {
    let number = 2;
    while (!this.#isFree(`${name}~${number}`)) number += 1;
    return `${name}~${number}`;
  }
}
