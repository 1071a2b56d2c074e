/** Time that reading documents may take. */
import { UploadError } from './upload-error.ts';

/**
 * A moment after which nothing more is waited for. Work that never pauses cannot be stopped from here, so readers of
 * documents ask between their steps.
 */
export class Deadline {
  readonly #seconds: number;
  readonly #end: number;

  constructor(seconds: number) {
    this.#seconds = seconds;
    this.#end = performance.now() + seconds * 1000;
  }

  /** What the work brings; rejects with `upload-document-too-long` where it takes longer. */
  async within<Result>(work: Promise<Result>): Promise<Result> {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<never>((_, reject) => {
      const error = new UploadError({
        code: 'upload-document-too-long',
        details: { limit: this.#seconds, unit: 'seconds' },
      });
      timer = setTimeout(() => reject(error), Math.max(0, this.#end - performance.now()));
    });
    try {
      return await Promise.race([work, over]);
    } finally {
      clearTimeout(timer);
    }
  }
}
