/** What is wrong with a file that was handed in, on its way to whoever tells it. */
import { RemarkError, type UploadRemarks } from '../../../app/remarks.ts';
import type { RemarkOf } from '../../../ingest/remarks.ts';

/** What there is to say of a file that was handed in. */
export type UploadRemark = RemarkOf<UploadRemarks>;

/** A file, or a part of one, that is refused. The message is for logs. */
export class UploadError extends RemarkError {
  override readonly name = 'UploadError';

  constructor(remark: UploadRemark, cause?: unknown) {
    const message = `${remark.code} ${JSON.stringify(remark.details)}`;
    super(remark, message, cause === undefined ? undefined : { cause });
  }
}

/** A refusal that holds for all of an archive, whatever was found in it before. */
export class ArchiveError extends UploadError {}
