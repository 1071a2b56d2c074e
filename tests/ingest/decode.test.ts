import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodePage } from '../../src/ingest/decode.ts';
import { PageError } from '../../src/ingest/errors.ts';
import { anyText, CORPUS_PAGES } from './pages.ts';

const NEWS = '本报讯 今天上午，记者从新闻发布会上获悉，全市高质量发展项目共三百余个。\r\n“两步并作一步走。”他说。\n';
const TRADITIONAL = '本報訊 台北市政府今天宣布，將於下個月起實施新的交通措施。\n「這是好事。」市民說。\n';

function refusal(bytes: Uint8Array): PageError {
  try {
    decodePage(bytes);
  } catch (error) {
    if (error instanceof PageError) return error;
  }
  throw new Error('expected a PageError');
}

describe('decodePage', () => {
  const cases: readonly (readonly [string, Uint8Array, string, string])[] = [
    ['UTF-8', iconv.encode(NEWS, 'utf8'), 'UTF-8', NEWS],
    ['UTF-8 with mark', iconv.encode(NEWS, 'utf8', { addBOM: true }), 'UTF-8', NEWS],
    ['UTF-16LE with mark', iconv.encode(NEWS, 'utf16le', { addBOM: true }), 'UTF-16LE', NEWS],
    ['UTF-16BE with mark', iconv.encode(NEWS, 'utf16be', { addBOM: true }), 'UTF-16BE', NEWS],
    ['UTF-16LE without mark', iconv.encode(NEWS, 'utf16le'), 'UTF-16LE', NEWS],
    ['UTF-16BE without mark', iconv.encode(NEWS, 'utf16be'), 'UTF-16BE', NEWS],
    ['GB18030', iconv.encode(NEWS, 'gb18030'), 'GB18030', NEWS],
    ['Big5', iconv.encode(TRADITIONAL, 'big5'), 'Big5', TRADITIONAL],
    ['ASCII', iconv.encode('plain words\n', 'ascii'), 'UTF-8', 'plain words\n'],
  ];

  it.each(cases)('reads %s', (_name, bytes, encoding, text) => {
    expect(decodePage(bytes)).toEqual({ encoding, text });
  });

  it.each([...CORPUS_PAGES])('reads page %s in every encoding that can write it', (_label, { text }) => {
    for (const encoding of ['utf8', 'utf16le', 'utf16be', 'gb18030'])
      expect(decodePage(iconv.encode(text, encoding)).text).toBe(text);
  });

  it.each(['青岛公积金', '他说好', '新闻发布会'])('reads the short text %s in GB18030', (text) => {
    expect(decodePage(iconv.encode(text, 'gb18030')).text).toBe(text);
  });

  it('keeps a UTF-8 page that has a torn character', () => {
    const bytes = iconv.encode(NEWS.repeat(10), 'utf8');
    const torn = Uint8Array.from([...bytes.subarray(0, 100), 0xff, ...bytes.subarray(100)]);
    const page = decodePage(torn);
    expect(page.encoding).toBe('UTF-8');
    expect(page.text).toContain('\ufffd');
    expect(page.text).toContain('“两步并作一步走。”他说。');
  });

  const refused: readonly (readonly [string, Uint8Array, string, object])[] = [
    ['nothing', new Uint8Array(), 'empty', { bytes: 0 }],
    ['white space', iconv.encode(' \n\u3000\n', 'utf8'), 'empty', { bytes: 6 }],
    ['a mark alone', Uint8Array.of(0xef, 0xbb, 0xbf), 'empty', { bytes: 3 }],
    ['a PDF file', iconv.encode('%PDF-1.7 …', 'utf8'), 'binary', { sign: 'pdf' }],
    ['a gzip file', Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2), 'binary', { sign: 'gzip' }],
    ['NUL bytes', Uint8Array.from({ length: 999 }, (_, at) => (at * 37) % 11), 'binary', { sign: 'nul-bytes' }],
    [
      'control characters',
      iconv.encode('\u0001\u0002\u0003字'.repeat(9), 'utf8'),
      'binary',
      { sign: 'control-characters' },
    ],
    [
      'no Chinese encoding',
      Uint8Array.from({ length: 600 }, (_, at) => 0x80 + ((at * 7919) % 127)),
      'undecodable',
      { bytes: 600 },
    ],
  ];

  it.each(refused)('refuses %s', (_name, bytes, code, details) => {
    expect(refusal(bytes)).toMatchObject({ code, details });
  });

  it('gives back every text that was written in UTF-8, or refuses it for a reason', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bytes = new TextEncoder().encode(text);
        try {
          expect(decodePage(bytes).text).toBe(new TextDecoder().decode(bytes));
        } catch (error) {
          if (!(error instanceof PageError)) throw error;
        }
      }),
    );
  });

  it('never fails on random bytes but with a PageError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          expect(decodePage(bytes).text.trim()).not.toBe('');
        } catch (error) {
          expect(error).toBeInstanceOf(PageError);
        }
      }),
    );
  });
});
