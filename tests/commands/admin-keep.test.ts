import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/app/locale.ts';
import type { Block, Content, Reply } from '../../src/app/reply.ts';
import type { Call } from '../../src/app/request.ts';
import { linesOf } from '../support/desk.ts';
import { BY, inHouse, type KeeperHouse, NO_FACTS, NOW, textFile } from '../support/keeper-house.ts';
import { abstention, answer } from '../support/memory-library.ts';

const PAGE = '# 大桥通车\n\n　　大桥全长2547米。\n\n# 小麦丰收\n\n　　小麦产量120万吨。\n';
const OTHER = '# 招商大会\n\n　　招商大会引资3亿元。\n';

function call(command: string, values: Record<string, string> = {}): Call {
  return { command: `admin ${command}`, values };
}

async function filled(house: KeeperHouse): Promise<void> {
  const files = [textFile('A01.txt', PAGE), textFile('A02.txt', OTHER)];
  await house.keeper.takeIn(files, { ...NO_FACTS, publication: '江城晚报' }, BY);
  await house.work();
}

function callOf({ actions }: Content, label: string): Call {
  const action = actions.find((each) => each.label === label);
  if (action === undefined) throw new Error(`There is no button "${label}".`);
  return action.call;
}

function items(block: Block | undefined): readonly (Call | undefined)[] {
  return block?.kind === 'list' ? block.items.map((item) => item.call) : [];
}

function titlesIn({ library }: KeeperHouse): Promise<(string | null)[]> {
  return library.articles().then((articles) => articles.map(({ title }) => title));
}

describe('/admin remove', () => {
  it('shows what would go, removes it once that is confirmed, and tells what has gone', () =>
    inHouse(async (house) => {
      await filled(house);
      const asked = await house.say(call('remove', { page: 'a01' }));
      expect(linesOf(asked)).toEqual([
        'heading 要移除这个版面吗？',
        'list A01.txt · 江城晚报',
        'text 2 篇',
        expect.stringMatching(/^list 《大桥通车》.*\n《小麦丰收》/u),
        expect.stringContaining('重新收入'),
      ]);
      expect(await titlesIn(house)).toHaveLength(3);
      const removing = await house.say(callOf(asked, '确定移除'));
      await house.work();
      expect(await titlesIn(house)).toEqual(['招商大会']);
      const removed = await house.say(removing.refresh?.call ?? call('jobs'));
      expect(linesOf(removed)).toEqual(['heading 已办完', 'list A01.txt · 已移除 2 篇']);
      expect(removed.actions).toEqual([]);
    }));

  it('asks which page is meant, and says that there is none', () =>
    inHouse(async (house) => {
      await filled(house);
      const several = await house.say(call('remove', { page: '晚报' }));
      expect(several.tone).toBe('refusal');
      expect(linesOf(await house.say(call('remove', { page: 'B09' })))[0]).toContain('没有找到叫“B09”的版面');
      const which = await house.say(call('remove', { page: 'A0' }));
      expect(items(which.blocks[1])).toEqual([
        call('remove', { page: 'A01.txt' }),
        call('remove', { page: 'A02.txt' }),
      ]);
    }));

  it('takes an article out, and lets it in again by a button', () =>
    inHouse(async (house) => {
      await filled(house);
      const asked = await house.say(call('remove', { article: '大桥通车' }));
      const removing = await house.say(callOf(asked, '确定移除'));
      await house.work();
      expect(await titlesIn(house)).toEqual(['小麦丰收', '招商大会']);
      const removed = await house.say(removing.refresh?.call ?? call('jobs'));
      expect(linesOf(removed).join()).not.toContain('收入的文章');
      await house.say(callOf(removed, '恢复这篇文章'));
      await house.work();
      expect(await titlesIn(house)).toEqual(['大桥通车', '小麦丰收', '招商大会']);
    }));

  it('wants one of the two, and offers articles that may be meant', () =>
    inHouse(async (house) => {
      await filled(house);
      expect((await house.say(call('remove'))).tone).toBe('refusal');
      expect((await house.say(call('remove', { page: 'A01', article: '大桥' }))).tone).toBe('refusal');
      const near = await house.say(call('remove', { article: '大会大桥' }));
      expect(items(near.blocks[1])[0]).toMatchObject({ command: 'admin remove' });
    }));

  it('says what is gone already', () =>
    inHouse(async (house) => {
      expect(linesOf(await house.say(call('removing', { page: 'A01.txt' })))[0]).toContain('没有“A01.txt”这个版面');
    }));
});

describe('/admin reindex', () => {
  it('reads everything again and tells that nothing has changed', () =>
    inHouse(async (house) => {
      await filled(house);
      const first = await house.say(call('reindex'));
      expect(linesOf(first)[1]).toBe('list A01.txt · 等待\nA02.txt · 等待');
      await house.work();
      const last = await house.say(first.refresh?.call ?? call('jobs'));
      expect(linesOf(last)).toEqual(['heading 已办完', 'list A01.txt · 没有变化\nA02.txt · 没有变化']);
    }));

  it.each([
    ['a page', { page: 'A02' }, 'A02.txt'],
    ['the page of an article', { article: '小麦丰收' }, 'A01.txt'],
  ])('reads %s again in any case where that is wanted', (_what, values, file) =>
    inHouse(async (house) => {
      await filled(house);
      const first = await house.say(call('reindex', { ...values, force: 'true' }));
      await house.work();
      const last = await house.say(first.refresh?.call ?? call('jobs'));
      expect(linesOf(last)[1]).toMatch(new RegExp(`^list ${file} · 完成：\\d 篇（新增 0，更新 \\d，移除 0）$`, 'u'));
    }),
  );

  it('keeps the wish while it asks which page is meant', () =>
    inHouse(async (house) => {
      await filled(house);
      const which = await house.say(call('reindex', { page: 'A0', force: 'true' }));
      expect(items(which.blocks[1])[0]).toEqual(call('reindex', { page: 'A01.txt', force: 'true' }));
    }));

  it('has nothing to do in an empty library', () =>
    inHouse(async (house) => {
      expect(linesOf(await house.say(call('reindex')))).toEqual(['text 没有要办的。']);
    }));
});

describe('/admin jobs', () => {
  async function failing(house: KeeperHouse): Promise<void> {
    await filled(house);
    await house.keeper.takeIn([textFile('bad.txt', '  ')], NO_FACTS, { ...BY, at: NOW - 3 * 60_000 });
    await house.work();
    await house.keeper.takeIn([textFile('c.txt', OTHER)], NO_FACTS, BY);
  }

  it('lists what waits and what has failed, each with a card of its own', () =>
    inHouse(async (house) => {
      await failing(house);
      const reply = await house.say(call('jobs'));
      expect(linesOf(reply).slice(0, 2)).toEqual(['heading 任务', 'note 进行中 0，等待 1，失败 1']);
      expect(linesOf(reply)[2]).toMatch(/c\.txt · 等待 · 收入 · 刚刚/u);
      expect(linesOf(reply)[2]).toMatch(/bad\.txt · 失败：.* · 收入 · 3 分钟前/u);
      expect(linesOf(await house.say(call('jobs', { state: 'failed' })))[2]).not.toContain('c.txt');
      expect(linesOf(await house.say(call('jobs', { state: 'done' })))[2]).toContain('A01.txt');
      expect(linesOf(await house.say(call('jobs', { state: 'running' })))[2]).toBe('text 没有这样的任务。');
    }));

  it('turns over long lists', () =>
    inHouse(async (house) => {
      for (let at = 0; at < 12; at += 1) await house.keeper.takeIn([textFile(`${at}.txt`, OTHER)], NO_FACTS, BY);
      const first = await house.say(call('jobs', { state: 'waiting' }));
      expect(first.paging?.next).toEqual(call('jobs', { state: 'waiting', part: '2' }));
      expect(items((await house.say(call('jobs', { part: '2' }))).blocks[2])).toHaveLength(2);
      expect((await house.say(call('jobs', { part: '3' }))).tone).toBe('refusal');
    }));

  it('pauses and resumes by a button, and says when the queue is away', () =>
    inHouse(async (house) => {
      const paused = await house.say(callOf(await house.say(call('jobs')), '暂停'));
      expect(house.queue.paused).toBe(true);
      expect(linesOf(paused).join()).toContain('暂停着');
      await house.say(callOf(paused, '继续'));
      expect(house.queue.paused).toBe(false);
      house.queue.away = true;
      const away = await house.say(call('jobs'));
      expect(linesOf(away).join()).toContain('连不上队列');
      expect(away.actions.map(({ label }) => label)).toEqual(['刷新']);
      expect((await house.say(call('jobs', { act: 'pause' }))).tone).toBe('error');
    }));

  it('shows a job, cancels it, retries it, and says when that cannot be', () =>
    inHouse(async (house) => {
      await failing(house);
      const [waiting, failed] = items((await house.say(call('jobs'))).blocks[2]);
      const card = await house.say(waiting ?? call('jobs'));
      expect(linesOf(card)[1]).toBe('facts 要办的=收入\n状态=等待\n开始过=0 次\n提交=刚刚');
      expect(card.refresh?.call).toEqual(waiting);
      const cancel = callOf(card, '取消');
      expect(linesOf(await house.say(cancel))[1]).toContain('状态=已取消');
      expect(linesOf(await house.say(cancel))[1]).toBe('text 已经不能取消了。');
      const retried = await house.say(callOf(await house.say(failed ?? call('jobs')), '重试'));
      expect(linesOf(retried)[1]).toContain('状态=等待');
      expect((await house.say(call('job', { job: 'nobody' }))).tone).toBe('refusal');
    }));
});

describe('/admin unanswered', () => {
  async function asked(house: KeeperHouse, ...questions: readonly string[]): Promise<void> {
    for (const [at, question] of questions.entries()) {
      const turn = { id: `t${at}`, session: null, asker: '乙', at: NOW - at * 60_000, question, whole: question };
      await house.store.addTurn({ ...turn, outcome: question.startsWith('答') ? answer() : abstention() });
    }
  }

  it('groups the questions, most frequent first, and lets them be asked again', () =>
    inHouse(async (house) => {
      await asked(house, '小麦产量多少', '大桥多长？', '大桥有多长', '答过的');
      await house.store.judge({ turn: 't3', asker: '丙', verdict: 'down', at: NOW });
      const reply = await house.say(call('unanswered'));
      expect(linesOf(reply)).toEqual([
        'heading 近 30 天没有答好的问题',
        'list 大桥多长？（2 种问法） · 没答 2，没用 0 · 1 分钟前\n小麦产量多少 · 没答 1，没用 0 · 刚刚\n答过的 · 没答 0，没用 1 · 3 分钟前',
      ]);
      const [again] = items(reply.blocks[1]);
      expect(again).toEqual({ command: 'ask', values: { question: '大桥多长？', private: 'true' } });
    }));

  it('gives them as a table that no spreadsheet takes for formulas', () =>
    inHouse(async (house) => {
      await asked(house, '=1+1等于几');
      const reply = await house.say(callOf(await house.say(call('unanswered', { days: '7' })), '导出'));
      expect(reply.file?.name).toBe('unanswered.csv');
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(reply.file?.bytes);
      expect(text).toBe(
        '\uFEFF"问题","其他问法","没答","没用","最后一次"\r\n"\'=1+1等于几","","1","0","2027-01-15"\r\n',
      );
    }));

  it('says that all is well, also where it is too long ago', () =>
    inHouse(async (house) => {
      await asked(house, ...Array.from({ length: 1500 }, (_, at) => (at === 1499 ? '大桥多长' : '答')));
      expect((await house.say(call('unanswered', { days: '1' }))).tone).toBe('refusal');
      expect((await house.say(call('unanswered', { days: '2' }))).tone).toBe('answer');
    }));
});

describe('/admin backup', () => {
  it('says where the copy is and sends a small one along', () =>
    inHouse(async (house) => {
      const reply = await house.say(call('backup'));
      expect(linesOf(reply)[1]).toBe('facts 位置=/data/backup 1.db\n大小=0 MiB');
      expect(reply.file).toEqual({ name: 'backup-1.db', bytes: new Uint8Array([1, 2, 3]) });
    }));

  it('leaves a large one on the server', () => {
    const large = { path: '/data/b.db', bytes: 8 * 1024 * 1024 + 1, read: () => Promise.reject(new Error('read')) };
    return inHouse(
      async (house) => {
        const reply = await house.say(call('backup'));
        expect(reply.file).toBeUndefined();
        expect(linesOf(reply)[2]).toContain('8 MiB');
      },
      { copy: async () => large },
    );
  });
});

describe('the admin’s commands', () => {
  const HAN = /\p{Script=Han}/u;

  /** What a reply says itself: without names and texts of pages, which are Latin here. */
  function said(reply: Reply): string {
    return [...linesOf(reply), ...reply.actions.map(({ label }) => label)].join('\n');
  }

  it.each(LOCALES)('speak %s', (locale) =>
    inHouse(async (house) => {
      await house.keeper.takeIn([textFile('a.txt', 'Bridge opens\n\nThe bridge is open.')], NO_FACTS, BY);
      await house.work();
      const outcome = abstention();
      await house.store.addTurn({
        ...{ id: 't', session: null, asker: '乙', at: NOW, question: 'why', whole: 'why', outcome },
      });
      const calls = [
        ...[call('add'), call('remove', { page: 'a.txt' }), call('remove'), call('reindex'), call('jobs')],
        ...[call('job', { job: 'id1' }), call('batch', { batch: 'id2' }), call('unanswered'), call('backup')],
        ...[
          call('unanswered', { export: 'true' }),
          call('remove', { page: 'zzz' }),
          call('removing', { page: 'a.txt' }),
        ],
        call('paste', { text: 'Wheat' }),
      ];
      for (const each of calls) {
        const reply = await house.say(each, locale);
        expect(['answer', 'refusal']).toContain(reply.tone);
        expect(HAN.test(said(reply)), `${each.command}: ${said(reply)}`).toBe(locale !== 'en');
      }
    }),
  );
});
