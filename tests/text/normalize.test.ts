import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldText, foldUnits } from '../../src/text/normalize.ts';

/** Stretches with what they fold to; none changes its neighbours when a `|` stands between. */
const ATOMS: readonly (readonly [raw: string, folded: string])[] = [
  ['ＡＢ', 'ab'],
  ['１２', '12'],
  ['萬億', '万亿'],
  ['乾隆', '乾隆'],
  ['㎡', 'm2'],
  ['№', 'no'],
  ['e\u0301', 'é'],
  ['𠮷野', '𠮷野'],
  ['😀', '😀'],
  ['…', '…'],
  ['⼭⻘', '山青'],
  ['\u200b', ''],
  ['a \n b', 'a b'],
  ['中 \n\u3000文', '中文'],
  ['ｶﾞ', 'ガ'],
];

describe('foldText', () => {
  it.each([
    ['full width', '２０２２年ＧＤＰ（％）', '2022年gdp(%)'],
    ['capital letters', 'RCEP与Wi-Fi', 'rcep与wi-fi'],
    ['traditional characters', '開幕儀式與會議', '开幕仪式与会议'],
    ['numbers in traditional characters', '三萬五千億兩', '三万五千亿两'],
    ['phrases whose characters stay', '乾隆年間看著著名的瞭望', '乾隆年间看著著名的瞭望'],
    ['a phrase whose character changes', '乾杯，頭髮', '干杯,头发'],
    ['simplified text with words that look traditional', '打坏了，沈阳的瞭望塔', '打坏了,沈阳的瞭望塔'],
    ['compatibility ideographs', '\uf900年\uf9d1', '岂年六'],
    ['radicals of PDF files', '⼭东⻘岛⺠⽣', '山东青岛民生'],
    ['a square metre', '100㎡，5m²', '100m2,5m2'],
    ['degrees', '35℃', '35°c'],
    ['ligatures', 'eﬃcient', 'efficient'],
    ['letters outside the first plane', '𝟏𝟐𝐀', '12a'],
    ['letters with marks of their own', 'cafe\u0301', 'café'],
    ['a mark behind an invisible sign', 'cafe\u200b\u0301', 'café'],
    ['half-width kana', 'ﾃﾞｰﾀ', 'データ'],
  ])('folds %s', (_, raw, folded) => {
    expect(foldText(raw)).toBe(folded);
  });

  it.each([
    ['an ellipsis', '打造亮点……'],
    ['a full stop', '会议召开。'],
    ['quotation marks', '“四个自信”‘三农’「上合」'],
    ['numbers in circles', '①推进②落实'],
    ['numbers in brackets of one character', '㈠⑴'],
    ['fractions of one character', '1½'],
    ['the zero of years', '二〇二二年'],
    ['a dash', '本报讯——记者'],
    ['an accent that stands alone', '´'],
    ['emoji', '👨‍👩‍👧'.replaceAll('\u200d', '')],
    ['a lone surrogate', '中\ud800文'],
  ])('leaves %s alone', (_, text) => {
    expect(foldText(text)).toBe(text);
  });

  it.each([
    ['a line end between Chinese characters', '青岛\n日报', '青岛日报'],
    ['a line end behind Chinese punctuation', '会议，\n这是', '会议,这是'],
    ['a line end before a quotation mark', '打造\r\n“样板”', '打造“样板”'],
    ['blanks between Chinese characters', '通 知', '通知'],
    ['full-width blanks', '记者\u3000\u3000张三', '记者张三'],
    ['a line end behind half-width punctuation', '会议,\n这是(试\n行)', '会议,这是(试行)'],
    ['blanks behind Latin punctuation', 'Hello, world (2)', 'hello, world (2)'],
    ['blanks between words', 'New \n\t York', 'new york'],
    ['blanks between Chinese and digits', '共 100 \n亿元', '共 100 亿元'],
    ['blanks at the ends', ' 青岛 ', ' 青岛 '],
    ['invisible signs', '\ufeff青\u200b岛\u00ad', '青岛'],
    ['invisible signs around a blank', 'a\u200b \u200bb', 'a b'],
    ['only white space', ' \n\t', ' '],
    ['nothing', '', ''],
  ])('treats %s', (_, raw, folded) => {
    expect(foldText(raw)).toBe(folded);
  });

  it('changes a run of characters only where a traditional one stands in it', () => {
    expect(foldText('打坏，開會')).toBe('打坏,开会');
  });

  it('keeps a traditional character whose simplified form is longer', () => {
    expect(foldText('餸')).toBe('餸');
    expect(foldText('買餸')).toBe('买餸');
  });

  it('is the text of fold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
        expect(fold(raw).text).toBe(foldText(raw));
      }),
    );
  });

  it('changes nothing more when it is done twice', () => {
    const page = fc.string({
      unit: fc.constantFrom(...'会议，。“”（）(),"萬億乾 \n\u3000ＡＢab12１２㎡…①é\u0301\u200b⼭'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(page, (raw) => {
        expect(foldText(foldText(raw))).toBe(foldText(raw));
      }),
    );
  });
});

describe('foldUnits', () => {
  const PIECES = [
    '中',
    '文',
    '，',
    'Ａb',
    ' ',
    '\n',
    '\u3000',
    ',',
    '(',
    '3.5%',
    '—',
    '…',
    '㎡',
    '萬',
    '\u200b',
    'e\u0301',
    '😀',
  ];

  function unitsOf(raw: string): string | undefined {
    const units = new Uint16Array(raw.length);
    const length = foldUnits(raw, units);
    return length < 0 ? undefined : String.fromCharCode(...units.subarray(0, length));
  }

  it('gives the units of the folded text, or says that it cannot', () => {
    const anyPieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.oneof(anyPieces, fc.string({ unit: 'binary', maxLength: 60 })), (raw) => {
        expect([foldText(raw), undefined]).toContain(unitsOf(raw));
      }),
    );
  });

  it('can do so for a page as it is printed today, and not for traditional characters', () => {
    const raw = ' 本报讯，昨天\n　　“ＧＤＰ”增长 3.5％ and more.\n';
    expect(unitsOf(raw)).toBe(foldText(raw));
    expect(unitsOf('萬')).toBeUndefined();
  });
});

describe('fold', () => {
  it('maps an expansion back to the one sign it came from', () => {
    const raw = '面积100㎡。';
    const { text, rawSpan } = fold(raw);
    const at = text.indexOf('m2');
    for (const span of [
      { start: at, end: at + 2 },
      { start: at, end: at + 1 },
      { start: at + 1, end: at + 2 },
    ]) {
      const back = rawSpan(span);
      expect(raw.slice(back.start, back.end)).toBe('㎡');
    }
  });

  it('gives a name cut by a line end with the line end in it, and none behind it', () => {
    const raw = '青\n岛\n日报';
    const { text, rawSpan } = fold(raw);
    expect(text).toBe('青岛日报');
    expect(rawSpan({ start: 0, end: 2 })).toEqual({ start: 0, end: 3 });
  });

  it('maps the ends of the text to each other', () => {
    const { text, rawOffset, rawSpan } = fold('\u200b中 文\u200b');
    expect(rawOffset(text.length)).toBe(5);
    expect(rawSpan({ start: 0, end: text.length })).toEqual({ start: 1, end: 4 });
    expect(rawSpan({ start: 1, end: 1 })).toEqual({ start: 3, end: 3 });
  });

  it('stays inside the raw text, in order, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
        const { text, rawOffset, rawSpan } = fold(raw);
        let last = 0;
        for (let at = 0; at <= text.length; at++) {
          const offset = rawOffset(at);
          expect(offset).toBeGreaterThanOrEqual(last);
          expect(offset).toBeLessThanOrEqual(raw.length);
          last = offset;
          if (at === text.length) continue;
          const { start, end } = rawSpan({ start: at, end: at + 1 });
          expect(start).toBe(offset);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(raw.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds every stretch of a made-up page where it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ATOMS), { maxLength: 12 }), (atoms) => {
        const raw = atoms.map(([text]) => text).join('|');
        const { text, rawSpan } = fold(raw);
        expect(text).toBe(atoms.map(([, folded]) => folded).join('|'));
        let [at, start] = [0, 0];
        for (const [atom, folded] of atoms) {
          if (folded !== '')
            expect(rawSpan({ start: at, end: at + folded.length })).toEqual({ start, end: start + atom.length });
          at += folded.length + 1;
          start += atom.length + 1;
        }
      }),
    );
  });
});
