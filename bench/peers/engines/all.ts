/** Every engine by its name. Each is loaded only by the process that measures it. */
import type { OpenEngine } from '../engine.ts';

/** The name of ours, which every ratio refers to. */
export const OURS = 'Wenbao (ours)';

const LOADERS: Readonly<Record<string, () => Promise<OpenEngine>>> = {
  [OURS]: async () => (await import('./ours.ts')).openOurs,
  'MiniSearch, words': async () => (await import('./minisearch.ts')).openMiniSearch,
  'Orama, words': async () => (await import('./orama.ts')).openOrama,
  'FlexSearch, CJK': async () => (await import('./flexsearch.ts')).openFlexSearchCharacters,
  'FlexSearch, words': async () => (await import('./flexsearch.ts')).openFlexSearchWords,
  'natural TfIdf, words': async () => (await import('./tfidf.ts')).openTfIdf,
  'SQLite FTS5, words': async () => (await import('./fts5.ts')).openFts5Words,
  'SQLite FTS5, bigrams': async () => (await import('./fts5.ts')).openFts5Bigrams,
  'SQLite FTS5, trigrams': async () => (await import('./fts5.ts')).openFts5Trigrams,
  'LanceDB, ICU': async () => (await import('./lancedb.ts')).openLanceDbIcu,
  'LanceDB, words': async () => (await import('./lancedb.ts')).openLanceDbWords,
};

/** Names in the order of the tables. */
export const ENGINES: readonly string[] = Object.keys(LOADERS);

/**
 * Loads an adapter and its library.
 *
 * @throws RangeError for a name that is none of {@link ENGINES}
 */
export async function loadEngine(name: string): Promise<OpenEngine> {
  const load = LOADERS[name];
  if (load === undefined) throw new RangeError(`Expected one of ${ENGINES.join('; ')}; got ${name}.`);
  return load();
}
