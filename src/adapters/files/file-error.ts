/** What can be wrong with a file or folder that was to be taken in. */
import {
  type FileRemarks,
  RemarkError,
  type UnreadableReason,
  type UnwritableReason,
  type UploadRemarks,
} from '../../app/remarks.ts';
import type { RemarkOf } from '../../ingest/remarks.ts';

/** What there is to say of a file or folder. */
export type FileRemark = RemarkOf<FileRemarks & Pick<UploadRemarks, 'upload-path-outside'>>;

/** A file or folder that is refused. The message is for logs. */
export class FileError extends RemarkError {
  override readonly name = 'FileError';
  override readonly remark: FileRemark;
  /** As the person who named it would write it. */
  readonly file: string;

  constructor(file: string, remark: FileRemark, cause?: unknown) {
    const message = `${file}: ${remark.code} ${JSON.stringify(remark.details)}`;
    super(remark, message, cause === undefined ? undefined : { cause });
    this.remark = remark;
    this.file = file;
  }
}

const REASONS: ReadonlyMap<string, UnreadableReason> = new Map([
  ['EACCES', 'no-rights'],
  ['EPERM', 'no-rights'],
  ['ELOOP', 'link-circle'],
  ['ENAMETOOLONG', 'name-too-long'],
  ['EIO', 'disk-fault'],
  ['EMFILE', 'too-many-open'],
]);

/** The FileError for a fault of the file system or of unpacking; anything else is thrown as it is. */
export function fileFault(fault: unknown, file: string): FileError {
  if (fault instanceof FileError) return fault;
  if (!(fault instanceof Error) || !('code' in fault) || typeof fault.code !== 'string') throw fault;
  const { code: system } = fault;
  if (system.startsWith('Z_')) return new FileError(file, { code: 'file-damaged', details: {} }, fault);
  if (system === 'ENOENT' || system === 'ENOTDIR') {
    return new FileError(file, { code: 'file-missing', details: {} }, fault);
  }
  const reason = REASONS.get(system) ?? 'other';
  return new FileError(file, { code: 'file-unreadable', details: { reason, system } }, fault);
}

const UNWRITABLE: ReadonlyMap<string, UnwritableReason> = new Map([
  ['ENOENT', 'no-folder'],
  ['ENOTDIR', 'no-folder'],
  ['EACCES', 'no-rights'],
  ['EPERM', 'no-rights'],
  ['EROFS', 'no-rights'],
  ['EISDIR', 'is-folder'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
]);

/** The FileError for a fault of writing a file; anything else is thrown as it is. */
export function writeFault(fault: unknown, file: string): FileError {
  if (!(fault instanceof Error) || !('code' in fault) || typeof fault.code !== 'string') throw fault;
  const { code: system } = fault;
  const reason = UNWRITABLE.get(system) ?? 'other';
  return new FileError(file, { code: 'file-unwritable', details: { reason, system } }, fault);
}
