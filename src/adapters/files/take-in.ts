/**
 * Takes files and folders into the library: what is new or has changed is read, what has gone from a folder is taken out,
 * what cannot be read is refused by name, and the rest goes on.
 */
import { basename, dirname, join, sep } from 'node:path';
import type { Intake } from '../../app/intake.ts';
import { fileIdOf } from '../../app/line-batches.ts';
import { type TakenIn, type TakingProgress, ToldList } from '../../app/taken-in.ts';
import type { IntakeResult } from '../../app/taking.ts';
import type { LibraryTarget, PageRecord } from '../../app/target.ts';
import { PageError, refusalOf } from '../../ingest/errors.ts';
import type { PageInfo } from '../../ingest/model.ts';
import { FileError } from './file-error.ts';
import { FileNames } from './names.ts';
import { factsOf, type PageList, readPageList } from './page-list.ts';
import { openFile, readPageBytes } from './read.ts';
import { type Findings, type FoundFile, findFiles, PAGE_LIST } from './walk.ts';

/** What taking in works with, and how. */
export interface TakeInParts {
  readonly intake: Intake;
  readonly target: Pick<LibraryTarget, 'pageRecords'>;
  /** Also what has not changed, and every other page that the library holds from what it has kept of it. */
  readonly rebuild: boolean;
  /** Whether a file that is named itself has its warnings told again though it has not changed; `false` by default. */
  readonly knownWarnings?: boolean;
  onProgress(progress: TakingProgress): void;
}

/** Takes in the paths. Rejects only where the library itself fails. */
export async function takeInPaths(paths: readonly string[], parts: TakeInParts): Promise<TakenIn> {
  const findings = await findFiles(paths);
  const named = parts.knownWarnings === true ? paths : [];
  const names = new FileNames(await parts.target.pageRecords());
  const taking = new Taking(findings, { ...parts, names, named });
  for (const file of findings.files) await taking.takeIn(file);
  await taking.removeVanished(await parts.target.pageRecords());
  if (parts.rebuild) await taking.rebuildOthers(await parts.target.pageRecords());
  await parts.intake.mergeSegments();
  return taking.report();
}

class Taking {
  readonly #findings: Findings;
  readonly #found: ReadonlySet<string>;
  readonly #names: FileNames;
  /** Files whose warnings are told in any case. */
  readonly #named: ReadonlySet<string>;
  readonly #parts: TakeInParts;
  readonly #lists = new Map<string, PageList>();
  readonly #visited = new Set<string>();
  readonly #refused = new ToldList();
  readonly #warnings = new ToldList();
  readonly #changed = { added: 0, replaced: 0, removed: 0 };
  #pages = 0;
  #done = 0;
  #total: number;

  constructor(findings: Findings, parts: TakeInParts & { names: FileNames; named: readonly string[] }) {
    this.#findings = findings;
    this.#found = new Set(findings.files.map(({ path }) => path));
    this.#names = parts.names;
    this.#named = new Set(parts.named);
    this.#parts = parts;
    for (const { file, remark } of findings.problems) this.#refused.add({ file, remark });
    this.#total = findings.files.length;
  }

  report(): TakenIn {
    const [refused, warnings] = [this.#refused, this.#warnings];
    return {
      ...{ pages: this.#pages, ...this.#changed },
      ...{ refused: refused.told, warnings: warnings.told },
      ...{ refusedMore: refused.more, warningsMore: warnings.more },
    };
  }

  async takeIn(file: FoundFile): Promise<void> {
    await this.#attempt(file.shown, async () => {
      const info = await this.#infoOf(file);
      if (file.kind === 'page') await this.#takeInPage(file, info);
      else await this.#takeInLines(file, info);
      this.#pages += 1;
    });
  }

  /** Takes out what earlier lay in one of the folders and does no longer. */
  async removeVanished(records: readonly PageRecord[]): Promise<void> {
    for (const folder of this.#findings.folders) {
      const inside = records.filter(({ source }) => source?.startsWith(folder + sep) === true);
      const vanished = inside.filter(({ source }) => !this.#isThere(source ?? ''));
      const isEmpty = !this.#findings.files.some(({ path }) => path.startsWith(folder + sep));
      if (isEmpty && vanished.length > 0)
        this.#warnings.add({ file: folder, remark: { code: 'folder-empty', details: {} } });
      else for (const { id } of vanished) await this.#count(await this.#parts.intake.remove(id), id);
    }
  }

  async rebuildOthers(records: readonly PageRecord[]): Promise<void> {
    const others = records.filter(({ id }) => !this.#visited.has(id));
    this.#total += others.length;
    const files = new Set<string>();
    const ids = others.map(({ id }) => id);
    const known = new Map(others.map((record) => [record.id, record]));
    for await (const { page, result } of this.#parts.intake.takeInAllAgain(ids, { force: true })) {
      const record = known.get(page);
      if (record === undefined) continue;
      await this.#attempt(record.file, async () => {
        await this.#count(await result, record.file);
        files.add(fileIdOf(record));
      });
    }
    this.#pages += files.size;
  }

  /** Does a step; a page that is refused is noted, anything else ends the whole. */
  async #attempt(file: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof FileError || error instanceof PageError)) throw error;
      this.#refused.add({ file, remark: error instanceof FileError ? error.remark : refusalOf(error) });
    }
    this.#done += 1;
    this.#parts.onProgress({ done: this.#done, total: Math.max(this.#total, this.#done), file });
  }

  async #takeInPage(file: FoundFile, info: PageInfo): Promise<void> {
    const raw = { info, bytes: await readPageBytes(file), kind: 'page' as const, source: file.path };
    await this.#count(await this.#parts.intake.takeIn(raw, { force: this.#parts.rebuild }), file.shown);
  }

  async #takeInLines(file: FoundFile, info: PageInfo): Promise<void> {
    const { chunks, share } = await openFile(file);
    const lines = { info, source: file.path, chunks };
    let batches = 0;
    for await (const result of this.#parts.intake.takeInLines(lines, { force: this.#parts.rebuild })) {
      await this.#count(result, file.shown);
      batches += 1;
      const expected = Math.max(batches, Math.round(batches / Math.max(share(), 0.001)));
      this.#parts.onProgress({ done: this.#done + batches, total: this.#total + expected, file: file.shown });
    }
    this.#done += batches;
    this.#total += batches;
  }

  /** Notes what came of a page, and merges when there is something to. */
  async #count(result: IntakeResult, shown: string): Promise<void> {
    this.#visited.add(result.page);
    this.#changed.added += result.change.added;
    this.#changed.replaced += result.change.replaced;
    this.#changed.removed += result.change.removed;
    const isNews = result.state !== 'unchanged' || this.#named.has(shown);
    for (const remark of isNews ? result.warnings : []) this.#warnings.add({ file: shown, remark });
    for (const remark of result.refusals) this.#refused.add({ file: shown, remark });
    if (result.state !== 'unchanged') await this.#parts.intake.mergeMeanwhile();
  }

  async #infoOf(file: FoundFile): Promise<PageInfo> {
    return { ...factsOf(basename(file.name), await this.#listBeside(file)), id: this.#names.idOf(file) };
  }

  async #listBeside(file: FoundFile): Promise<PageList> {
    const folder = dirname(file.path);
    const known = this.#lists.get(folder);
    if (known !== undefined) return known;
    const list = await readPageList(folder, dirname(file.shown));
    this.#lists.set(folder, list);
    const shown = join(dirname(file.shown), PAGE_LIST);
    for (const remark of list.problems) this.#refused.add({ file: shown, remark });
    for (const remark of list.warnings) this.#warnings.add({ file: shown, remark });
    return list;
  }

  #isThere(source: string): boolean {
    if (this.#found.has(source)) return true;
    return this.#findings.hidden.some((place) => source === place || source.startsWith(place + sep));
  }
}
