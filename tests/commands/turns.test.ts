import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/app/model.ts';
import type { Circumstances } from '../../src/app/request.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { linesOf, say } from '../support/desk.ts';
import { inFolder } from '../support/library.ts';
import { abstention, answer, evidence, type MemoryLibrary, memoryLibrary } from '../support/memory-library.ts';

const QUESTION = '大桥多长？';
const IN_CHAT: Circumstances = { request: 'r1', at: 1000, session: 's' };

/** A library that keeps turns in a real store. */
function withTurns(outcome: Outcome, work: (library: MemoryLibrary) => Promise<void>): Promise<void> {
  return inFolder(async (folder) => {
    const turns = await openSqliteStore(folder);
    try {
      await work(memoryLibrary({ outcomes: { [QUESTION]: outcome }, turns }));
    } finally {
      await turns.close();
    }
  });
}

const ask = { command: 'ask', values: { question: QUESTION } };

describe('an answer that is kept', () => {
  it('can be looked at in context, followed up and judged', async () => {
    await withTurns(answer(), async (library) => {
      const { actions, again } = await say(library, ask, 'zh-CN', IN_CHAT);
      expect(actions.map(({ label, call, fill }) => [label, call, fill])).toEqual([
        ['原文', { command: 'context', values: { turn: 'r1', sentence: '1' } }, undefined],
        ['追问', { command: 'ask', values: { after: 'r1' } }, 'question'],
        ['有用', { command: 'judge', values: { turn: 'r1', verdict: 'up' } }, undefined],
        ['没用', { command: 'judge', values: { turn: 'r1', verdict: 'down' } }, undefined],
      ]);
      expect(again).toEqual({ command: 'answer', values: { turn: 'r1' } });
    });
  });

  it('is shown again as it was given, whatever the library says by then', async () => {
    await withTurns(answer(), async (library) => {
      const first = await say(library, ask, 'zh-CN', IN_CHAT);
      const later = memoryLibrary({ turns: library.turns });
      const again = await say(later, first.again ?? expect.fail());
      expect(again.blocks).toEqual(first.blocks);
      expect(later.asked).toEqual([]);
    });
  });

  it('is followed up by the next question of the conversation until that has lapsed', async () => {
    await withTurns(answer(), async (library) => {
      await say(library, ask, 'zh-CN', IN_CHAT);
      await say(library, ask, 'zh-CN', { request: 'r2', at: 2000, session: 's', since: 500 });
      await say(library, ask, 'zh-CN', { request: 'r3', at: 9000, session: 's', since: 5000 });
      const previous = library.asked.map(({ options }) => options.previous?.question);
      expect(previous).toEqual([undefined, QUESTION, undefined]);
    });
  });

  it('is followed up by name across conversations', async () => {
    await withTurns(answer(), async (library) => {
      await say(library, ask, 'zh-CN', IN_CHAT);
      const after = { command: 'ask', values: { question: '那它呢？', after: 'r1' } };
      await say(library, after, 'zh-CN', { request: 'r2', at: 2000, session: 'elsewhere' });
      const proof = { passage: 1, sentence: '大桥全长2547米。', start: 4, end: 9 };
      expect(library.asked.at(-1)?.options.previous).toEqual({
        question: QUESTION,
        answer: '2547米',
        article: 'a1',
        proof,
      });
    });
  });
});

describe('an answer that is not kept', () => {
  it('still opens its article', async () => {
    const { actions } = await say(memoryLibrary({ outcomes: { [QUESTION]: answer() } }), ask, 'zh-CN', IN_CHAT);
    expect(actions).toEqual([{ label: '原文', call: { command: 'article', values: { article: 'a1' } } }]);
  });
});

describe('evidence', () => {
  const many = Array.from({ length: 5 }, (_, n) =>
    evidence({ passage: n, sentence: `第${n + 1}处：2547米。`, marks: [] }),
  );

  it('goes through all sentences with the answer marked in each', async () => {
    await withTurns(answer({ evidence: many }), async (library) => {
      const first = await say(library, ask, 'zh-CN', IN_CHAT);
      const more = first.actions.find(({ label }) => label === '更多出处')?.call ?? expect.fail();
      const reply = await say(library, more);
      expect(linesOf(reply)).toEqual([
        'heading “大桥多长？”的出处',
        ...[1, 2, 3].map((n) => `quote 第${n}处：[2547米]。`),
      ]);
      const next = await say(library, reply.paging?.next ?? expect.fail());
      expect(linesOf(next).slice(1)).toEqual([4, 5].map((n) => `quote 第${n}处：[2547米]。`));
      expect(next.paging?.next).toBeNull();
    });
  });

  it('marks nothing in what is not the answer', async () => {
    await withTurns(abstention({ evidence: many }), async (library) => {
      await say(library, ask, 'zh-CN', IN_CHAT);
      const reply = await say(library, { command: 'evidence', values: { turn: 'r1' } });
      expect(linesOf(reply)[1]).toBe('quote 第1处：2547米。');
    });
  });

  it('is that of the last answer of the conversation where none is named', async () => {
    await withTurns(answer(), async (library) => {
      const none = await say(library, { command: 'evidence', values: {} }, 'zh-CN', IN_CHAT);
      expect(linesOf(none)[0]).toContain('还没有回答过问题');
      await say(library, ask, 'zh-CN', IN_CHAT);
      const reply = await say(library, { command: 'evidence', values: {} }, 'zh-CN', { ...IN_CHAT, request: 'r2' });
      expect(linesOf(reply)[1]).toBe('quote 大桥全长[2547米]。');
    });
  });
});

describe('context', () => {
  it('quotes what it was taken from where the article is gone', async () => {
    await withTurns(answer(), async (library) => {
      await say(library, ask, 'zh-CN', IN_CHAT);
      const reply = await say(library, { command: 'context', values: { turn: 'r1' } });
      expect(linesOf(reply)).toEqual([expect.stringContaining('已经不在资料库里'), 'quote 大桥全长[2547米]。']);
    });
  });
});
