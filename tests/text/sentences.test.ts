import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';

/** The sentences of a text as strings. */
function sentences(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

/** Each case is its sentences; the text is all of them, one behind the other. */
const CASES: readonly (readonly [behaviour: string, ...sentences: string[]])[] = [
  ['ends at full stops, question and exclamation marks', '会议召开。', '对吗？', '太好了！', '好'],
  ['ends at half-width marks of pages from OCR', '会议召开!', '对吗?', '好'],
  ['keeps repeated marks together', '真的吗？！', '好。。。', '走'],
  ['ends at an ellipsis', '打造了一批工作亮点……', '在这里，一切刚刚开始'],
  ['goes on where a list ends in an ellipsis and 等', '电影、图书……等等，应有尽有。', '好'],
  ['goes on where a comma follows the mark', '“为什么？”，他问。', '好'],
  ['keeps clauses of an enumeration together', '一是抓落实；二是促发展;三是惠民生。', '好'],
  ['keeps decimals, numbers and list marks whole', '1.第一，增长19.08%，No.1的A.B公司。', '（一）好。', '①行'],
  ['takes closing marks to the sentence they close', '他说：“好。”', '（记者张三摄。）', '【完。】', '好'],
  ['takes a full stop behind a quote that ended already', '他说“好。”。', '再见'],
  ['keeps what is quoted together with its speaker', '“我们抓落实。还要促发展。”区委书记张三说，下一步更好。', '好'],
  ['keeps it together across a longer title', '“好。”市委组织部组织二处处长牛大海表示，要再接再厉。', '会议结束'],
  ['ends at a quote whose speaker was named before', '张三说：“我们很好。”', '李四表示，没问题。'],
  ['ends at a quote that a statement follows', '“以党建为引领。”', '研究院落户一年半时间内，集聚人才。'],
  ['ends at a quote when the next one is announced', '“很好。”', '李四说：“我也是。”'],
  ['goes on behind a quoted cry within a clause', '他高喊“加油！”冲向终点。', '好'],
  ['goes on behind a quote that 的 follows', '“办好一次会！”的口号响彻全城。', '好'],
  ['never ends inside the title of a book', '《谁来养老？》一书出版。', '《路在何方！》获奖。'],
  ['treats straight quotes like curly ones', '"真抓实干。大家加油。"他说，"要快。"', '好'],
  ['treats corner brackets like quotes', '「我們很好。」他說，明天再來。', '「好。」'],
  ['treats a quote in a quote as one', '“他说：‘好。’我就走了。”', '好'],
  ['lets stray quotes protect nothing', '六基工程”打造样板。', '基层“样板。', '好'],
  ['lets stray straight quotes protect nothing', '体系打造"干部。', '实干成长。', '好'],
  ['sees that straight quotes beside blanks are stray', '六基工程"打造。', '基层 "崂山样板'],
  ['ends at a Latin full stop between sentences', 'It works.', 'It is Mr. Smith who made it.', '大家同意'],
  ['keeps addresses of pages whole', '访问http://a.cn/?q=1&b=2。', '好'],
  ['leaves a long sentence without a mark whole', '一'.repeat(600)],
];

describe('splitSentences', () => {
  it.each(CASES)('%s', (_, ...expected) => {
    const separator = expected.some((sentence) => /^[A-Z]/.test(sentence)) ? ' ' : '';
    expect(sentences(expected.join(separator))).toEqual(expected);
  });

  it.each([
    ['\n', '会议\n召开。\n\n好', ['会议', '召开。', '好']],
    ['\r\n', '会议\r\n召开', ['会议', '召开']],
    ['\u2028', '会议\u2028召开', ['会议', '召开']],
  ])('ends at the line feed %j even inside a quote', (_, text, expected) => {
    expect(sentences(text)).toEqual(expected);
    expect(sentences(`“${text}”`)).toHaveLength(expected.length);
  });

  it('lets a quote that closes in the next paragraph swallow nothing', () => {
    expect(sentences('“第一段。第一段二。\n第二段。”')).toEqual(['“第一段。', '第一段二。', '第二段。”']);
  });

  it('gives up on a quote that is longer than any quote', () => {
    const long = `“${'说了很多话。'.repeat(100)}”`;
    expect(sentences(long)).toHaveLength(100);
  });

  it('leaves out white space at the ends and empty sentences', () => {
    expect(sentences(' \u3000会议召开。 \n \n\t好 ')).toEqual(['会议召开。', '好']);
    expect(sentences('')).toEqual([]);
    expect(sentences(' \n ')).toEqual([]);
  });

  it('loses nothing but white space, in order, for any text', () => {
    const signs = fc.constantFrom(...'会议说。！？!?…“”‘’""（）()《》，；\n 1.a');
    const texts = fc.oneof(fc.string({ unit: signs, maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 40 }));
    fc.assert(
      fc.property(texts, (text) => {
        const spans = splitSentences(text);
        let last = 0;
        for (const { start, end } of spans) {
          expect(text.slice(last, start).trim()).toBe('');
          expect(text.slice(start, end)).toMatch(/^\S(?:[^\n\r\u2028\u2029]*\S)?$/);
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
