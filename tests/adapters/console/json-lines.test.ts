import { describe, expect, it } from 'vitest';
import { article, block } from '../../support/articles.ts';
import { abstention, answer, evidence, memoryLibrary } from '../../support/memory-library.ts';
import { runWith } from '../../support/terminal.ts';

const library = memoryLibrary({
  articles: [article({ id: 'a1', title: '大桥通车', blocks: [block('大桥全长2547米。')] })],
  outcomes: {
    '大桥多长？': answer(),
    '大桥多宽？': abstention({ reason: 'unsure', confidence: 0.2, evidence: [evidence({ marks: [] })], hits: ['a1'] }),
  },
});

function jsonOf(output: string): unknown[] {
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}

function input(...lines: readonly unknown[]): string {
  return lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
}

const sentence = {
  article: 'a1',
  title: '大桥通车',
  source: '晚报 01',
  date: '2022-07-15',
  sentence: '大桥全长2547米。',
};

describe('ask --jsonl', () => {
  it('answers each line in its place, with what proves it', async () => {
    const lines = input({ id: 'q1', question: '大桥多长？' }, { id: 'q2', question: '大桥多宽？' });
    const { status, output, messages } = await runWith(['ask', '--jsonl'], { library, input: lines });
    expect(jsonOf(output)).toEqual([
      { id: 'q1', answered: true, answer: '2547米', confidence: 0.9, evidence: [sentence], hits: ['a1'], ms: 1 },
      {
        id: 'q2',
        answered: false,
        answer: null,
        confidence: 0.2,
        reason: 'unsure',
        evidence: [sentence],
        hits: ['a1'],
        ms: 1,
      },
    ]);
    expect({ status, messages }).toEqual({ status: 0, messages: '' });
  });

  it('hands on the session, and none where the line has none', async () => {
    const own = memoryLibrary();
    await runWith(['ask', '--jsonl'], {
      library: own,
      input: input({ id: 1, question: '谁', session: 's' }, { question: '谁' }),
    });
    expect(own.asked).toEqual([
      { question: '谁', options: { session: 's' } },
      { question: '谁', options: {} },
    ]);
  });

  it('gives every number with --explain', async () => {
    const explanation = { name: 'score', value: 1, parts: [] };
    const own = memoryLibrary({ outcomes: { 谁: answer({ explanation }) } });
    const { output } = await runWith(['ask', '--jsonl', '--explain'], {
      library: own,
      input: input({ id: 1, question: '谁' }),
    });
    expect(own.asked[0]?.options).toEqual({ explain: true });
    expect(jsonOf(output)).toMatchObject([{ id: 1, explanation }]);
  });

  it.each([
    ['no JSON', '{"id":', null, '第 1 行不是 JSON 对象。'],
    ['a list', '[1]', null, '第 1 行不是 JSON 对象。'],
    ['null', 'null', null, '第 1 行不是 JSON 对象。'],
    ['no question', '{"id":"q"}', 'q', '第 1 行的 question 应当是文字。'],
    ['a question that is no text', '{"id":"q","question":5}', 'q', '第 1 行的 question 应当是文字。'],
    ['a session that is no text', '{"id":"q","question":"谁","session":5}', 'q', '第 1 行的 session 应当是文字。'],
  ])('says in its place what is wrong with a line of %s, and goes on', async (_what, line, id, error) => {
    const { status, output, messages } = await runWith(['ask', '--jsonl'], {
      library,
      input: `${line}\n{"id":2,"question":"大桥多长？"}`,
    });
    expect(jsonOf(output)).toMatchObject([
      { id, error },
      { id: 2, answered: true },
    ]);
    expect({ status, messages }).toEqual({ status: 1, messages: `${error}\n` });
  });

  it('counts lines as an editor does, empty ones too', async () => {
    const { messages } = await runWith(['ask', '--jsonl'], { library, input: '\n\n{"id":1,"question":"谁"}\nbad\n' });
    expect(messages).toBe('第 4 行不是 JSON 对象。\n');
  });

  it('leaves a question that is too long unanswered and does not look for it', async () => {
    const own = memoryLibrary();
    const { status, output } = await runWith(['ask', '--jsonl'], {
      library: own,
      input: input({ id: 1, question: '长'.repeat(10_000) }),
    });
    expect(jsonOf(output)).toMatchObject([
      { id: 1, answered: false, answer: null, reason: 'too-long', evidence: [], hits: [] },
    ]);
    expect({ status, asked: own.asked }).toEqual({ status: 0, asked: [] });
  });

  it('puts an error in the place of a line that broke the library, and goes on', async () => {
    const own = memoryLibrary({ outcomes: { 好: answer() } });
    const breaking = {
      ...own,
      ask: (question: string) => (question === '坏' ? Promise.reject(new Error('disk gone')) : own.ask(question)),
    };
    const lines = input({ id: 1, question: '坏' }, { id: 2, question: '好' });
    const { status, output, messages } = await runWith(['ask', '--jsonl'], { library: breaking, input: lines });
    expect(jsonOf(output)).toMatchObject([
      { id: 1, error: '第 1 行没有办成：disk gone' },
      { id: 2, answered: true },
    ]);
    expect({ status, messages }).toEqual({ status: 1, messages: '第 1 行没有办成：disk gone\n' });
  });

  it('writes nothing for no input', async () => {
    expect(await runWith(['ask', '--jsonl'], { library })).toEqual({ status: 0, output: '', messages: '' });
  });
});

describe('search --jsonl', () => {
  it('gives ranked passages', async () => {
    const { output } = await runWith(['search', '--jsonl'], { library, input: input({ id: 'q1', question: '全长' }) });
    expect(jsonOf(output)).toEqual([
      { id: 'q1', hits: ['a1'], passages: [{ article: 'a1', text: '大桥全长2547米。', score: 1 }], ms: 1 },
    ]);
  });

  it('finds nothing for words that are too long', async () => {
    const { output } = await runWith(['search', '--jsonl'], {
      library,
      input: input({ id: 1, question: '长'.repeat(501) }),
    });
    expect(jsonOf(output)).toEqual([{ id: 1, reason: 'too-long', hits: [], passages: [], ms: 0 }]);
  });
});
