import { describe, expect, it } from 'vitest';
import { decodeText, encodeText } from '../../../src/store/sqlite/coding.ts';
import { packText, unpackText } from '../../../src/store/sqlite/packing.ts';

const TEXTS = [
  '',
  'a',
  '中',
  '本报讯（记者张三）江城大桥昨天通车，总投资3.5亿元。',
  '臺灣的報紙：「國會昨日開議」，記者李四報導。',
  '\0\x7f\x80\xff\u2028\ufeff\uffff',
  '𠮷野家 😀 \ud800 \udc00\ud800',
  '龘靐齉爩鱻麤龗灪',
  '工作人员工作人工',
  JSON.stringify({ text: '第一段。\n“第二段”' }),
];

/** Texts of any units whatever, drawn with a fixed seed. */
function* drawn(): Generator<string> {
  let state = 1;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  for (let text = 0; text < 200; text += 1) {
    const units = Array.from({ length: draw(300) }, () => (draw(3) === 0 ? draw(0x10000) : 0x4e00 + draw(600)));
    yield String.fromCharCode(...units);
  }
}

describe('the code of texts', () => {
  it.each(TEXTS)('gives %j back', (text) => {
    expect(decodeText(encodeText(text))).toBe(text);
    expect(unpackText(packText(text))).toBe(text);
  });

  it('gives back whatever UTF-16 can hold', () => {
    for (const text of drawn()) {
      expect(decodeText(encodeText(text))).toBe(text);
      expect(unpackText(packText(text.repeat(40)))).toBe(text.repeat(40));
    }
  });

  it('is the one that stores were written with', () => {
    const text = '大桥昨天通车，長1200米。龘A';
    expect(Buffer.from(encodeText(text)).toString('hex')).toMatchInlineSnapshot(
      `"dcbcdf91e5dc80cf9931323030c14d82ff9f9841"`,
    );
  });

  it('takes a third less than UTF-8 takes of common words, and no word is longer than its signs', () => {
    const text = '记者昨天了解到，有关部门已经开始进行调查，相关工作正在进行。';
    expect(encodeText(text).length).toBeLessThan(Buffer.byteLength(text) / 2);
  });
});
