import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, analyzeQuestion, eachWord, eachWordOfAll, isStopword, tokenTerm } from '../../src/index/analyzer.ts';
import { ANALYZER } from '../../src/index/fingerprint.ts';
import { foldText } from '../../src/text/normalize.ts';

describe('analyze', () => {
  it.each([
    { what: 'Chinese', text: '青岛港口', words: ['青岛', '港口'], bigrams: ['青岛', '岛港', '港口'] },
    { what: 'a sign between two runs', text: '青岛，港口', words: ['青岛', '港口'], bigrams: ['青岛', '港口'] },
    { what: 'a single character', text: '港。', words: ['港'], bigrams: ['港'] },
    {
      what: 'numbers and English',
      text: 'GDP 3.5 running',
      words: ['gdp', '3.5', 'run'],
      bigrams: ['gdp', '3.5', 'run'],
    },
    { what: 'a number at the end of a sentence', text: '共16.', words: ['共', '16'], bigrams: ['共', '16'] },
    {
      what: 'particles, which are no words',
      text: '青岛的港口',
      words: ['青岛', '港口'],
      bigrams: ['青岛', '岛的', '的港', '港口'],
    },
    { what: 'a character of two units', text: '𠮷野', words: ['𠮷', '野'], bigrams: ['𠮷', '\udfb7野'] },
    { what: 'an emoji', text: '青岛😀港口', words: ['青岛', '港口'], bigrams: ['青岛', '港口'] },
    { what: 'half of a character', text: '青\udc00岛', words: ['青', '岛'], bigrams: ['青', '岛'] },
    { what: 'signs alone', text: '，。！…', words: [], bigrams: [] },
    { what: 'nothing', text: '', words: [], bigrams: [] },
  ])('makes terms of $what', ({ text, words, bigrams }) => {
    expect(analyze(text)).toEqual({ words, bigrams });
  });

  it.each([
    { what: 'traditional characters', text: '青島黨建會議', same: '青岛党建会议' },
    { what: 'full width', text: 'ＧＤＰ增長３．５％', same: 'GDP增长3.5%' },
    { what: 'blanks inside a word, as a column leaves them', text: '青 岛\n港　口', same: '青岛港口' },
    { what: 'English in capitals', text: 'RUNNING', same: 'running' },
  ])('makes the same terms of $what', ({ text, same }) => {
    expect(analyze(text)).toEqual(analyze(same));
  });

  it('cuts what nobody would ask for to the end', () => {
    const address = 'x1'.repeat(100);
    expect(analyze(address).bigrams.map((term) => term.length)).toEqual([64]);
    expect(tokenTerm(address)).toHaveLength(64);
  });
});

describe('texts that are cut together', () => {
  /** Pieces that jieba joins with their neighbours where it can, signs, blanks, and half a character. */
  const pieces = [
    '青岛',
    '港',
    '上海合作',
    '组织',
    '李云',
    '鹏',
    '3',
    '.',
    '5',
    'AI',
    'run',
    ' ',
    '\n',
    '。',
    '，',
    '\ud842',
  ];
  const anyText = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((chosen) => chosen.join(''));

  it('have the words that each of them has alone', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 6 }), (raw) => {
        const folded = raw.map((text) => foldText(text));
        const apart = folded.map((text) => {
          const words: string[] = [];
          eachWord(text, (word) => words.push(word));
          return words;
        });
        const together: string[][] = folded.map(() => []);
        eachWordOfAll(folded, (word, text) => together[text]?.push(word));
        expect(together).toEqual(apart);
      }),
    );
  });
});

describe('analyzeQuestion', () => {
  it.each([
    { question: '谁是青岛港的经理？', words: ['青岛港', '经理'] },
    { question: '请问青岛有多少家企业？', words: ['青岛', '企业'] },
    { question: '工作会议是在哪两天举行的？', words: ['工作', '会议', '两天', '举行'] },
    { question: '直播电商怎么发展？', words: ['直播', '电商', '发展'] },
    { question: '许多大学生去了吗', words: ['许多', '大学生'] },
    { question: '哪吒在青岛吗', words: ['哪吒', '青岛'] },
  ])('leaves out what makes $question a question', ({ question, words }) => {
    expect(analyzeQuestion(question).words).toEqual(words);
  });

  it('joins no bigram across what it leaves out', () => {
    expect(analyzeQuestion('港口谁服务').bigrams).toEqual(['港口', '服务']);
  });

  it('keeps question words when there is nothing else', () => {
    expect(analyzeQuestion('什么？').bigrams).toEqual(['什么']);
  });
});

describe('the fingerprint', () => {
  it('has the length that a segment has room for', () => {
    expect(ANALYZER).toMatch(/^[0-9a-f]{16}$/);
  });

  it("stands for this dictionary: raise the analyzer's VERSION when jieba begins to cut otherwise", () => {
    const probe = '上海合作组织青岛峰会成功举办，李云鹏在中国石油大学（华东）说，台北故宫博物院将于九月开放。';
    expect(analyze(probe).words.join(' ')).toBe(
      '上海 合作 组织 青岛 峰会 成功 举办 李云鹏 中国 石油大学 华东 台北 故宫博物院 九月 开放',
    );
  });
});

describe('isStopword', () => {
  it.each([
    ['的', true],
    ['青岛', false],
  ])('%s: %s', (word, expected) => {
    expect(isStopword(word)).toBe(expected);
  });
});
