/** What can be wrong with a file or folder that was to be taken in. */

export type FileErrorCode = 'missing' | 'unreadable' | 'unsupported' | 'too-large' | 'damaged' | 'page-list';

/** A file or folder that is refused. The message says why, without the name, which stands in `file`. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly code: FileErrorCode;
  /** As the person who named it would write it. */
  readonly file: string;

  constructor(code: FileErrorCode, file: string, { message, cause }: { message: string; cause?: unknown }) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.file = file;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk gives an error',
  EMFILE: 'too many files are open',
};

/** The FileError for a fault of the file system or of unpacking; anything else is thrown as it is. */
export function fileFault(fault: unknown, file: string): FileError {
  if (fault instanceof FileError) return fault;
  if (!(fault instanceof Error) || !('code' in fault) || typeof fault.code !== 'string') throw fault;
  const { code, message } = fault;
  if (code.startsWith('Z_'))
    return new FileError('damaged', file, { message: `It is no sound gzip file: ${message}.` });
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new FileError('missing', file, { message: 'There is no such file or folder.', cause: fault });
  }
  return new FileError('unreadable', file, {
    message: `It cannot be read: ${REASONS[code] ?? message}.`,
    cause: fault,
  });
}
