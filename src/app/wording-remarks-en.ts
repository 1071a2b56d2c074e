/** What is to be said of pages, files, stores and indexes, in English. */
import type { BinarySign, JsonKind } from '../ingest/remarks.ts';
import type { DocumentExcess, RemarkWording, UnreadableReason, UnwritableReason } from './remarks.ts';
import { mebibytes } from './wording-remarks-zh-cn.ts';

const SIGNS: Readonly<Record<BinarySign, string>> = {
  pdf: 'it begins like a PDF file',
  zip: 'it begins like a ZIP or Office file',
  'old-office': 'it begins like an old Office file',
  gzip: 'it begins like a gzip file',
  png: 'it begins like a PNG image',
  jpeg: 'it begins like a JPEG image',
  'nul-bytes': 'it holds NUL bytes',
  'control-characters': 'it is full of control characters',
};

const KINDS: Readonly<Record<JsonKind, string>> = {
  null: 'an empty value',
  list: 'a list',
  object: 'an object',
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
};

const REASONS: Readonly<Record<UnreadableReason, string>> = {
  'no-rights': 'this user may not read it; give the right to',
  'link-circle': 'its links lead in a circle; mend them',
  'name-too-long': 'its name is too long; shorten it',
  'disk-fault': 'the disk gives an error; check it',
  'too-many-open': 'too many files are open; close some programs and try again',
  other: 'the system does not allow it; check the file',
};

const UNWRITABLE: Readonly<Record<UnwritableReason, string>> = {
  'no-folder': 'there is no such folder. Make it first',
  'no-rights': 'this user may not write there; give the right to',
  'is-folder': 'a folder of that name is there. Choose another name',
  'disk-full': 'the disk is full. Make room',
  other: 'the system refuses. Choose another place',
};

const EXCESSES: Readonly<Record<DocumentExcess, (limit: number) => string>> = {
  pages: (limit) => `It has more than ${limit} pages`,
  characters: (limit) => `It has more than ${limit} characters`,
  seconds: (limit) => `Reading it took more than ${limit} seconds`,
};

/** English. */
export const remarksEn: RemarkWording = {
  'lines-moved': ({ moved }) =>
    `Columns run into each other; lines were put back into their sentences in ${moved} places. Check with wenbao page.`,
  'columns-interleaved': () =>
    'Blanks stand where printed lines ended, so its columns may be interleaved. Check it against the original, or scan it again.',
  'no-headline': ({ beginning }) =>
    `No headline was found above “${beginning}”. Add it as a line if the original has one.`,
  'no-text': ({ article }) => `There is no text below “${article}”. Check whether the page is complete.`,
  'breaks-off': ({ article }) => `“${article}” breaks off. Take in the page it goes on, if there is one.`,
  'id-repeated': ({ id }) => `Several lines have the id “${id}”; the last one counts. Give each article its own.`,

  empty: ({ bytes }) =>
    bytes === 0 ? 'It is empty. Give a file with text.' : `Its ${bytes} bytes are white space. Give a file with text.`,
  binary: ({ sign }) => `It is no text: ${SIGNS[sign]}. Convert it to .txt or .md first.`,
  undecodable: ({ bytes }) =>
    `Its ${bytes} bytes are no Chinese text in UTF-8, UTF-16, GB18030 or Big5. Save it as UTF-8 and try again.`,
  'line-no-json': ({ line }) => `Line ${line} is no JSON. Write one object {"title"…,"text"…} a line.`,
  'line-no-object': ({ line, found }) =>
    `Line ${line} is ${KINDS[found]}, not a JSON object. Write it as {"title"…,"text"…}.`,
  'line-field-missing': ({ line, field }) => `Line ${line} has no “${field}”. Add it.`,
  'line-field-empty': ({ line, field }) => `In line ${line}, “${field}” is empty. Fill it in.`,
  'line-field-no-text': ({ line, field, found }) =>
    `In line ${line}, “${field}” must be a string, not ${KINDS[found]}. Correct it.`,
  'line-not-utf8': ({ line }) => `Line ${line} is not UTF-8. Save the file as UTF-8.`,
  'line-too-long': ({ line, limit }) => `Line ${line} is longer than ${mebibytes(limit)}. Split the article.`,

  'file-missing': () => 'There is no such file or folder. Check the path.',
  'file-unreadable': ({ reason, system }) => `It cannot be read (${system}): ${REASONS[reason]}.`,
  'file-of-other-kind': () => 'Only .txt, .md and .jsonl are taken in, each also as .gz. Convert it first.',
  'file-no-file': () => 'It is neither a file nor a folder. Name an ordinary file.',
  'file-too-large': ({ limit }) =>
    `It is larger than ${mebibytes(limit)}, the limit for a page. Split it, or give it as .jsonl.`,
  'file-damaged': () => 'It is no sound gzip file. Pack or download it again.',
  'file-unwritable': ({ reason, system }) => `It cannot be written (${system}): ${UNWRITABLE[reason]}.`,
  'page-is-folder': () => 'It is a folder, and one page is shown at a time. Name one of its files.',
  'page-is-lines': () =>
    'Each line of a .jsonl file is an article already, so there is no page to compare. Name a .txt or .md file, or take it in with wenbao index and look at it with wenbao articles.',
  'folder-empty': () =>
    'It holds no page any more. A disk may be missing, so what came from it stays; to be rid of it, begin another data folder.',
  'list-no-object': () =>
    'It must be a JSON object with a member for each page, like {"a.txt": {"date": "2022-07-15"}}. Correct it.',
  'list-entry-no-object': ({ entry }) => `“${entry}” must be an object, like {"date": "2022-07-15"}. Correct it.`,
  'list-member-no-text': ({ entry, member }) => `“${member}” of “${entry}” must be a text. Correct it.`,
  'list-date-unknown': ({ entry, found }) =>
    `“date” of “${entry}” must be like 2022-07-15, 2022-07 or 2022, not ${found}. Correct it.`,
  'list-member-unknown': ({ entry, member }) =>
    `“${member}” of “${entry}” means nothing; known are publication, date and page. Is it misspelt?`,

  'upload-too-large': ({ limit }) =>
    `It is larger than ${mebibytes(limit)}. Split it, or set UPLOAD_MAX_MB higher on the server.`,
  'upload-entry-too-large': ({ limit }) =>
    `Unpacked it is larger than ${mebibytes(limit)}. Split it, or set UPLOAD_MAX_MB higher on the server.`,
  'upload-too-many': ({ limit }) =>
    `These are more than ${limit} files at once, those in archives counted. Give them in several turns, or set UPLOAD_MAX_FILES higher on the server.`,
  'upload-type-unknown': ({ known }) => `Files of this kind are not taken in, only ${known}. Convert it first.`,
  'upload-no-text': () => 'There is no text in it. Give a file with text; scans must go through OCR first.',
  'upload-name-repeated': () =>
    'Another file of the archive has the same name, and only that one counts. Give each file a name of its own.',
  'upload-path-outside': () =>
    'Its name leads out of the folder, or holds signs that no name may have. Give it a plain name inside the folder.',
  'upload-encrypted': () => 'It is locked with a password. Save it without one and try again.',
  'upload-archive-empty': () => 'There is no page in this archive. Pack the pages into it and try again.',
  'upload-archive-nested': () =>
    'An archive inside an archive is not opened. Pack the files into one archive directly.',
  'upload-archive-ratio': ({ limit }) =>
    `It unpacks to more than ${limit} times its size, which no newspaper does, so nothing of it was taken in. Check where it comes from, or set UNPACK_MAX_RATIO higher on the server.`,
  'upload-archive-total': ({ limit }) =>
    `Unpacked it is larger than ${mebibytes(limit)}, so nothing of it was taken in. Split it into several archives, or set UNPACK_MAX_MB higher on the server.`,
  'upload-archive-damaged': () =>
    'It is damaged, or packed in an unusual way. Pack it again as ordinary ZIP or gzip, or download it again.',
  'upload-document-damaged': () =>
    'It cannot be read as the document that its name promises. Open and save it again, or give its text as .txt.',
  'upload-document-swells': ({ limit }) =>
    `A part of it unpacks to more than ${mebibytes(limit)}. Save it anew with smaller pictures, or give its text as .txt.`,
  'upload-document-too-long': ({ limit, unit }) => `${EXCESSES[unit](limit)}. Split it, or give its text as .txt.`,
  'upload-pdf-without-text': () =>
    'It has no text that can be read; perhaps it is a scan. Run OCR over it first and give the text, as .txt or in the PDF.',
  'upload-pdf-signs-unknown': ({ table }) =>
    `Its fonts leave it to the reader what their signs are (${table}), so text would be missing. Save it as a PDF with embedded fonts, or give its text as .txt.`,
  'upload-folder-unknown': () => 'There is no such folder below CORPUS_DIR on the server. Choose one from the list.',
  'upload-hourly-limit': ({ limit, minutes }) =>
    `Only ${limit} pages an hour may be handed in from here. Try again in ${minutes} min, or set PAGES_PER_HOUR higher on the server.`,

  'page-unknown': ({ name }) => `The library has no page “${name}”. Choose one from the list.`,
  'article-unknown': ({ name }) => `The library has no article “${name}”. Choose one from the list.`,
  'queue-away': () =>
    'The queue cannot be reached right now; what was handed in is kept and goes on later. Check REDIS_URL and the Redis server.',

  'store-older': ({ place, found, wanted }) =>
    `${place} has the older format ${found}, this program reads ${wanted}. Run wenbao stats once as a user who may write there: that upgrades it.`,
  'store-newer': ({ place, found, known }) =>
    `${place} has format ${found}, this program knows formats up to ${known}. Use the program that wrote it or a newer one, or another folder with --data.`,
  'store-readonly': ({ place }) =>
    `${place} cannot be written to. Give this user the right to, or choose another folder with --data.`,
  'store-absent': ({ place }) =>
    `${place} holds no library yet and cannot be written to. Give this user the right to, or choose another folder with --data.`,
  'store-busy': ({ place }) => `Another process is writing to ${place}. Try again when it has finished.`,
  'store-corrupt': ({ place }) =>
    `${place} is damaged. Put a backup in its place, or move it away and run wenbao index again.`,
  'store-foreign': ({ place }) =>
    `${place} is no library of Wenbao. Move it away, or choose another folder with --data.`,
  'store-full': ({ place }) =>
    `The disk of ${place} is full. Make room and try again; what was there before is unharmed.`,
  'store-closed': ({ place }) => `${place} has been closed. Open it again.`,

  'index-stale': ({ what, found, wanted }) =>
    `The index was built with ${what} ${found}, this program uses ${wanted}. Run wenbao index --rebuild on the same data folder to rebuild it.`,
  'index-damaged': () => 'The index cannot be read. Run wenbao index --rebuild on the same data folder to rebuild it.',
};
