/** Files that somebody names at the terminal, as files that come with a request. */
import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Registry } from '../../app/command.ts';
import { type Remark, RemarkError } from '../../app/remarks.ts';
import type { Call, IncomingFile } from '../../app/request.ts';

function unreadable(fault: unknown): RemarkError {
  const system = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  const remark: Remark =
    system === 'ENOENT'
      ? { code: 'file-missing', details: {} }
      : { code: 'file-unreadable', details: { reason: system === 'EACCES' ? 'no-rights' : 'other', system } };
  return new RemarkError(remark, `A file cannot be read: ${system}`, { cause: fault });
}

/** At most `limit` bytes of a file and one more, which says that there are more. */
async function readUpTo(path: string, limit: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of file.createReadStream({ end: limit, autoClose: false })) {
      pieces.push(piece);
      length += piece.length;
    }
    if (length > limit)
      throw new RemarkError({ code: 'upload-too-large', details: { limit } }, 'The file is too large.');
    return new Uint8Array(Buffer.concat(pieces));
  } finally {
    await file.close();
  }
}

function incoming(path: string): IncomingFile {
  return {
    name: basename(path),
    size: null,
    async read(limit) {
      try {
        return await readUpTo(resolve(path), limit);
      } catch (fault) {
        throw fault instanceof RemarkError ? fault : unreadable(fault);
      }
    },
  };
}

/** The files that a call names by their paths; `undefined` for a call that takes none. */
export function filesOf({ command, values }: Call, registry: Registry): ReadonlyMap<string, IncomingFile> | undefined {
  const options = registry.find(command)?.options ?? {};
  const paths = Object.entries(values).filter(([key]) => options[key]?.type === 'file');
  return paths.length === 0 ? undefined : new Map(paths.map(([, path]) => [path, incoming(path)]));
}
