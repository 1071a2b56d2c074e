/**
 * Everything there is to say of pages, files, stores and indexes that cannot be used as they are: a code with plain
 * details each, so that it can be stored, sent on, and put into the words of any language (`wording-remarks-*.ts`).
 *
 * Files and stores are of a higher floor; what may be wrong with them is declared here, where the words for it are.
 */
import { IndexDamagedError, IndexStaleError } from '../index/errors.ts';
import { PageError, refusalOf } from '../ingest/errors.ts';
import type { NoDetails, PageRefusals, PageWarnings, RemarkOf } from '../ingest/remarks.ts';

/** What is odd about a page that was read. */
export interface WarningDetails extends PageWarnings {
  /** Several lines hold an article of this id; the last one counts. */
  readonly 'id-repeated': { readonly id: string };
}

/** Why a file could be found but not read; `other` with the code that the system gave. */
export type UnreadableReason = 'no-rights' | 'link-circle' | 'name-too-long' | 'disk-fault' | 'too-many-open' | 'other';

/** Why a file could not be written; `other` with the code that the system gave. */
export type UnwritableReason = 'no-folder' | 'no-rights' | 'is-folder' | 'disk-full' | 'other';

/** What can be wrong with files and folders. `limit` in bytes; `entry` and `member` are names in a list of pages. */
export interface FileRemarks {
  readonly 'file-missing': NoDetails;
  readonly 'file-unreadable': { readonly reason: UnreadableReason; readonly system: string };
  readonly 'file-of-other-kind': NoDetails;
  readonly 'file-no-file': NoDetails;
  readonly 'file-too-large': { readonly limit: number };
  readonly 'file-damaged': NoDetails;
  readonly 'file-unwritable': { readonly reason: UnwritableReason; readonly system: string };
  /** One page was asked for. */
  readonly 'page-is-folder': NoDetails;
  readonly 'page-is-lines': NoDetails;
  readonly 'folder-empty': NoDetails;
  readonly 'list-no-object': NoDetails;
  readonly 'list-entry-no-object': { readonly entry: string };
  readonly 'list-member-no-text': { readonly entry: string; readonly member: string };
  readonly 'list-date-unknown': { readonly entry: string; readonly found: string };
  readonly 'list-member-unknown': { readonly entry: string; readonly member: string };
}

/** What a document that is turned into text has too much of. */
export type DocumentExcess = 'pages' | 'characters' | 'seconds';

/**
 * What can be wrong with files that somebody hands in, or with a part of one. `limit` in bytes for `upload-too-large`,
 * `upload-entry-too-large`, `upload-archive-total` and `upload-document-swells`, else a number of what the code names; `known` are name endings.
 */
export interface UploadRemarks {
  readonly 'upload-too-large': { readonly limit: number };
  readonly 'upload-entry-too-large': { readonly limit: number };
  readonly 'upload-too-many': { readonly limit: number };
  readonly 'upload-type-unknown': { readonly known: string };
  readonly 'upload-no-text': NoDetails;
  readonly 'upload-name-repeated': NoDetails;
  readonly 'upload-path-outside': NoDetails;
  readonly 'upload-encrypted': NoDetails;
  readonly 'upload-archive-empty': NoDetails;
  readonly 'upload-archive-nested': NoDetails;
  readonly 'upload-archive-ratio': { readonly limit: number };
  readonly 'upload-archive-total': { readonly limit: number };
  readonly 'upload-archive-damaged': NoDetails;
  readonly 'upload-document-damaged': NoDetails;
  readonly 'upload-document-swells': { readonly limit: number };
  readonly 'upload-document-too-long': { readonly limit: number; readonly unit: DocumentExcess };
  readonly 'upload-pdf-without-text': NoDetails;
  /** `table` says which sign each code of a font is, and is not in the file. */
  readonly 'upload-pdf-signs-unknown': { readonly table: string };
  readonly 'upload-folder-unknown': NoDetails;
  /** Pages that one place has handed in within an hour; `minutes` until there is room again. */
  readonly 'upload-hourly-limit': { readonly limit: number; readonly minutes: number };
}

/** What can be wrong with a wish of those who keep the library. */
export interface KeeperRemarks {
  readonly 'page-unknown': { readonly name: string };
  readonly 'article-unknown': { readonly name: string };
  readonly 'queue-away': NoDetails;
}

/** What can be wrong with a store; `place` is its file or folder, formats are numbers of its schema. */
export interface StoreRemarks {
  readonly 'store-older': { readonly place: string; readonly found: number; readonly wanted: number };
  readonly 'store-newer': { readonly place: string; readonly found: number; readonly known: number };
  readonly 'store-readonly': { readonly place: string };
  readonly 'store-absent': { readonly place: string };
  readonly 'store-busy': { readonly place: string };
  readonly 'store-corrupt': { readonly place: string };
  readonly 'store-foreign': { readonly place: string };
  readonly 'store-full': { readonly place: string };
  readonly 'store-closed': { readonly place: string };
}

/** What can be wrong with the stored index. */
export interface IndexRemarks {
  readonly 'index-stale': { readonly what: 'format' | 'analyzer'; readonly found: string; readonly wanted: string };
  readonly 'index-damaged': NoDetails;
}

/** What each remark tells besides its code; the wording of every language takes exactly these. */
export interface RemarkDetails
  extends WarningDetails,
    PageRefusals,
    FileRemarks,
    UploadRemarks,
    KeeperRemarks,
    StoreRemarks,
    IndexRemarks {}

/** Something to be said of a page, a file, a store or an index. */
export type Remark = RemarkOf<RemarkDetails>;

/** Words for every remark in one language: what is so and what to do about it. The thing itself is named beside it. */
export type RemarkWording = {
  readonly [Code in keyof RemarkDetails]: (details: RemarkDetails[Code]) => string;
};

/** An error that says all it has to say in a remark; the message is for logs. */
export class RemarkError extends Error {
  readonly remark: Remark;

  constructor(remark: Remark, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RemarkError';
    this.remark = remark;
  }
}

/** The remark in the words of a language. */
export function tellRemark<Code extends keyof RemarkDetails>(
  { code, details }: { readonly code: Code; readonly details: RemarkDetails[Code] },
  wording: RemarkWording,
): string {
  return wording[code](details);
}

/** What an error has to say to people who can do something about it; `undefined` for a fault of the program. */
export function remarkOf(error: unknown): Remark | undefined {
  if (error instanceof RemarkError) return error.remark;
  if (error instanceof PageError) return refusalOf(error);
  if (error instanceof IndexDamagedError) return { code: 'index-damaged', details: {} };
  if (!(error instanceof IndexStaleError)) return undefined;
  const { what, found, wanted } = error;
  return { code: 'index-stale', details: { what, found, wanted } };
}
