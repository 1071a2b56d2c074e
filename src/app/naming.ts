/** What a page that is handed in is called, and of which paper and day it is. */
import type { PageInfo } from '../ingest/model.ts';
import { dayInName } from './days.ts';
import type { PageFacts } from './keeper.ts';
import type { PageIds } from './page-ids.ts';
import type { LibraryTarget, PageKind, PageRecord } from './target.ts';

/** A page as it came out of a file: text, whatever the file was. */
export interface UnpackedPage {
  /** Of the page's own file; with `/` between the folders of an archive. */
  readonly name: string;
  readonly kind: PageKind;
  readonly bytes: Uint8Array;
  /** What a list beside the page says of it; counts before what is said of all pages together. */
  readonly facts?: PageFacts;
}

/** A page that is to be handed in. */
export interface IncomingPage {
  readonly page: UnpackedPage;
  /** Where its file stays; `null` for one that comes along. */
  readonly source: string | null;
  /** The archive that it came out of. */
  readonly archive: string | null;
}

/** A page with its name and its place. */
export interface NamedPage {
  readonly info: PageInfo;
  readonly source: string | null;
}

/** What naming looks at. */
export interface NamingParts {
  readonly ids: PageIds;
  /** Of the library, by the names of their files. */
  readonly records: ReadonlyMap<string, readonly PageRecord[]>;
  readonly target: Pick<LibraryTarget, 'pageBytes'>;
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

function agrees(given: string | null, known: string | null): boolean {
  return given === null || given === known;
}

/** The page of the library with the same name and bytes, where nothing else is said of this one. */
async function twinOf(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  facts: PageFacts,
  { records, target }: NamingParts,
): Promise<PageRecord | undefined> {
  for (const record of records.get(name) ?? []) {
    const { kind, publication, date, label } = record;
    const isSaid = agrees(facts.publication, publication) && agrees(facts.date, date) && agrees(facts.label, label);
    if (kind !== 'page' || !isSaid) continue;
    const known = await target.pageBytes(record.id);
    if (known !== null && areEqual(known, bytes)) return record;
  }
  return undefined;
}

/** Names a page. The very page that the library has already keeps all that is known of it. */
export async function namedPage(
  { page, source, archive }: IncomingPage,
  facts: PageFacts,
  parts: NamingParts,
): Promise<NamedPage> {
  const file = page.name.split('/').at(-1) ?? page.name;
  const label = page.facts?.label ?? facts.label;
  const publication = page.facts?.publication ?? facts.publication;
  const said = page.facts?.date ?? facts.date;
  if (source === null && page.kind === 'page') {
    const twin = await twinOf({ name: file, bytes: page.bytes }, { publication, date: said, label }, parts);
    if (twin !== undefined) return { info: twin, source: twin.source };
  }
  const date = said ?? dayInName(file) ?? dayInName(archive ?? '');
  // Many archives hold an A01.txt; where nothing else is known, only the archive tells them apart.
  const name = archive === null || publication !== null || date !== null ? page.name : `${archive}/${page.name}`;
  const id = parts.ids.idOf({ name, publication, date, source });
  return { info: { id, file, publication, date, label }, source };
}
