/** How much text a document may hold. */
import { UploadError } from './upload-error.ts';

/** UTF-16 units of text that a document may hold; a paper of a whole week has a million. */
export const MOST_CHARACTERS = 2_000_000;

/** What is said of a document with more. */
export function tooManyCharacters(): UploadError {
  return new UploadError({
    code: 'upload-document-too-long',
    details: { limit: MOST_CHARACTERS, unit: 'characters' },
  });
}
