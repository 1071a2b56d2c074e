import { describe, expect, it } from 'vitest';
import type { Reason } from '../../src/app/model.ts';
import { wordingFor } from '../../src/app/wording.ts';
import { linesOf, say } from '../support/desk.ts';
import { abstention, answer, evidence, memoryLibrary } from '../support/memory-library.ts';

const question = '大桥多长？';
const ask = { command: 'ask', values: { question } };
const other = evidence({
  article: 'a2',
  title: '大桥一年',
  sentence: '全长2547米的大桥。',
  marks: [{ start: 2, end: 7 }],
});

describe('ask', () => {
  it('says the answer, the sentence that proves it with the answer marked, and how sure we are', async () => {
    const reply = await say(memoryLibrary({ outcomes: { [question]: answer() } }), ask);
    expect(linesOf(reply)).toEqual(['answer 2547米', 'quote 大桥全长[2547米]。', 'note 很有把握']);
    expect(reply).toMatchObject({ tone: 'answer', audience: 'everyone' });
  });

  it('names article, paper, day and reporter under the sentence', async () => {
    const reply = await say(memoryLibrary({ outcomes: { [question]: answer() } }), ask);
    const [, quote] = reply.blocks;
    const source = quote?.kind === 'quote' ? quote.source.map(({ text }) => text).join('') : '';
    expect(source).toBe('《大桥通车》 · 晚报 01 · 2022年7月15日 · 记者 李明');
  });

  it('shows two more sources at most, apart from the proof', async () => {
    const outcomes = { [question]: answer({ evidence: [evidence(), other, other, other] }) };
    const reply = await say(memoryLibrary({ outcomes }), ask);
    expect(linesOf(reply).slice(3)).toEqual([
      'heading 其他出处',
      'quote 全长[2547米]的大桥。',
      'quote 全长[2547米]的大桥。',
    ]);
  });

  it('shows what was reckoned, and every sentence that it was reckoned from right below', async () => {
    const parts = answer({
      text: '3亿元',
      calculation: '5亿元 − 2亿元 = 3亿元',
      proofs: 2,
      evidence: [evidence(), other, other],
    });
    expect(linesOf(await say(memoryLibrary({ outcomes: { [question]: parts } }), ask))).toEqual([
      'answer 3亿元',
      'text 依据：5亿元 − 2亿元 = 3亿元',
      'quote 大桥全长[2547米]。',
      'quote 全长[2547米]的大桥。',
      'note 很有把握',
      'heading 其他出处',
      'quote 全长[2547米]的大桥。',
    ]);
  });

  it('tells how a follow-up was understood', async () => {
    const outcomes = { [question]: answer({ whole: '南湖大桥：全长多少?' }) };
    expect(linesOf(await say(memoryLibrary({ outcomes }), ask))[1]).toBe('note 按“南湖大桥：全长多少？”理解');
  });

  it('tells that an older article says something else, and shows it', async () => {
    const outcomes = { [question]: answer({ notice: 'newer', evidence: [evidence(), other, other] }) };
    expect(linesOf(await say(memoryLibrary({ outcomes }), ask)).slice(2)).toEqual([
      'note 很有把握',
      'note 这件事前后的报道说法不同，以最新的为准。',
      'heading 较早的报道',
      'quote 全长[2547米]的大桥。',
    ]);
  });

  it('tells that a list may go on', async () => {
    const outcomes = { [question]: answer({ notice: 'incomplete' }) };
    expect(linesOf(await say(memoryLibrary({ outcomes }), ask)).at(-1)).toBe('note 可能还有别的，这里没有列全。');
  });

  it('names the part that is not proved', async () => {
    const outcomes = { [question]: abstention({ reason: 'part-missing', missing: '海天隧道' }) };
    expect(linesOf(await say(memoryLibrary({ outcomes }), ask))[1]).toBe('text 没有依据的部分：海天隧道');
  });

  it('does not call a source what does not say the same', async () => {
    const outcomes = {
      [question]: answer({ evidence: [evidence(), evidence({ sentence: '大桥很长。', marks: [] })] }),
    };
    expect(linesOf(await say(memoryLibrary({ outcomes }), ask))).toHaveLength(3);
  });

  it('finds the answer in other sentences by itself, each element of a list', async () => {
    const sentence = '东区和西区都参加。';
    const proof = evidence({ sentence: '东区、西区。', marks: [{ start: 0, end: 5 }] });
    const outcomes = {
      [question]: answer({ text: '东区、西区', evidence: [proof, evidence({ sentence, marks: [] })] }),
    };
    expect(linesOf(await say(memoryLibrary({ outcomes }), ask)).at(-1)).toBe('quote [东区]和[西区]都参加。');
  });

  it('gives passages to check a doubtful answer by', async () => {
    const near = evidence({ sentence: '大桥很长。', marks: [] });
    const outcomes = { [question]: answer({ confidence: 0.4, evidence: [evidence(), near] }) };
    expect(linesOf(await say(memoryLibrary({ outcomes }), ask)).slice(2)).toEqual([
      'note 把握不大，请核对原文',
      'heading 相关段落（供核对）',
      'quote 大桥很长。',
    ]);
  });

  it('offers the article of the proof', async () => {
    const reply = await say(memoryLibrary({ outcomes: { [question]: answer() } }), ask);
    expect(reply.actions).toEqual([{ label: '原文', call: { command: 'article', values: { article: 'a1' } } }]);
  });

  it.each<[Reason, RegExp]>([
    ['empty-library', /资料库还是空的/u],
    ['empty-question', /没有看到问题/u],
    ['small-talk', /只回答报纸里写到的事/u],
    ['opinion', /看法/u],
    ['forecast', /还没有发生/u],
    ['instruction', /不执行/u],
    ['nothing-found', /没有写到/u],
    ['other-time', /不是您问的那个时间/u],
    ['other-subject', /不是您问的那个对象/u],
    ['unsure', /不足以确定/u],
    ['no-antecedent', /请写出名字/u],
    ['part-missing', /有一部分/u],
    ['units-differ', /单位不同/u],
    ['premise', /正好相反/u],
    ['disagree', /说法不一/u],
  ])('gives the honest reason for an abstention: %s', async (reason, sentence) => {
    const reply = await say(memoryLibrary({ outcomes: { [question]: abstention({ reason }) } }), ask);
    expect(reply.tone).toBe('refusal');
    expect(linesOf(reply)).toEqual([expect.stringMatching(sentence)]);
  });

  it('labels the nearest passages as not the answer and marks nothing in them', async () => {
    const outcomes = { [question]: abstention({ reason: 'other-time', evidence: [evidence()], hits: ['a1'] }) };
    const reply = await say(memoryLibrary({ outcomes }), ask);
    expect(linesOf(reply).slice(1)).toEqual(['heading 最接近的段落（不是答案）', 'quote 大桥全长2547米。']);
    expect(reply.blocks.some(({ kind }) => kind === 'answer')).toBe(false);
  });

  it('hands on days and reporter, and nothing that was not given', async () => {
    const library = memoryLibrary();
    await say(library, { command: 'ask', values: { question, from: '2022-07', to: '2022', reporter: '李明' } });
    await say(library, ask);
    expect(library.asked.map(({ options }) => options)).toEqual([
      { from: '2022-07-01', to: '2022-12-31', reporter: '李明' },
      {},
    ]);
  });

  it('refuses days in the wrong order', async () => {
    const reply = await say(memoryLibrary(), {
      command: 'ask',
      values: { question, from: '2024-05-01', to: '2024-01-01' },
    });
    expect(reply.tone).toBe('error');
    expect(linesOf(reply)).toEqual(['text 开始日期 2024年5月1日 晚于结束日期 2024年1月1日，请对调或改正后再试。']);
  });

  it('shows the numbers only when asked for', async () => {
    const explanation = { name: 'score', value: 1, parts: [] };
    const library = memoryLibrary({ outcomes: { [question]: answer({ explanation }) } });
    const reply = await say(library, { command: 'ask', values: { question, explain: 'true' } });
    expect(library.asked[0]?.options).toEqual({ explain: true });
    expect(reply.blocks.at(-1)).toEqual({ kind: 'tree', root: explanation });
  });

  it('speaks the language of the asker around the text of the page', async () => {
    const reply = await say(memoryLibrary({ outcomes: { [question]: answer() } }), ask, 'en');
    expect(linesOf(reply)).toEqual([
      'answer 2547米',
      'quote 大桥全长[2547米]。',
      `note Confidence: ${wordingFor('en').confidence.high}`,
    ]);
  });
});
