/** What every store does with turns, judgements, calls of buttons and names of articles. */
import { describe, expect, it } from 'vitest';
import type { KeptTurn } from '../../src/app/turns.ts';
import { article, prepared } from '../support/library.ts';
import { abstention, answer } from '../support/memory-library.ts';
import type { Bench } from './bench.ts';

function turn(id: string, known: Partial<KeptTurn> = {}): KeptTurn {
  const question = `${id}有多长？`;
  return { id, session: 's', asker: '甲', at: 1000, question, whole: `大桥${question}`, outcome: answer(), ...known };
}

/** Describes this part of the contract; `bench` holds a fresh store in each test. */
export function describeTurns(bench: Bench): void {
  describe('turns', () => {
    it('come back as they were kept, without the numbers behind the answer', async () => {
      const explanation = { name: '总分', value: 1, parts: [] };
      await bench.store.addTurn(turn('t1', { outcome: answer({ explanation }) }));
      expect(await bench.store.turn('t1')).toEqual(turn('t1'));
      expect(await bench.store.turn('t2')).toBeNull();
    });

    it('are kept once: the first of an id counts', async () => {
      await bench.store.addTurn(turn('t1'));
      await bench.store.addTurn(turn('t1', { question: '别的' }));
      expect((await bench.store.turn('t1'))?.question).toBe('t1有多长？');
    });

    it('end with the last of their session, unless that is too long ago', async () => {
      await bench.store.addTurn(turn('t2', { at: 2000 }));
      await bench.store.addTurn(turn('t1', { at: 1000 }));
      await bench.store.addTurn(turn('t3', { at: 3000, session: 'other' }));
      await bench.store.addTurn(turn('t4', { at: 4000, session: null }));
      expect((await bench.store.lastTurn('s', 0))?.id).toBe('t2');
      expect((await bench.store.lastTurn('s', 2000))?.id).toBe('t2');
      expect(await bench.store.lastTurn('s', 2001)).toBeNull();
      expect(await bench.store.lastTurn('nobody', 0)).toBeNull();
    });

    it('of the same moment end with the one that came last', async () => {
      await bench.store.addTurn(turn('t1'));
      await bench.store.addTurn(turn('t2'));
      expect((await bench.store.lastTurn('s', 0))?.id).toBe('t2');
    });

    it('are judged by everybody for themselves, and the later judgement counts', async () => {
      await bench.store.addTurn(turn('t1'));
      const judge = (asker: string, verdict: 'up' | 'down', at: number) =>
        bench.store.judge({ turn: 't1', asker, verdict, at });
      expect(await judge('甲', 'up', 1)).toBe(true);
      await judge('乙', 'up', 2);
      await judge('甲', 'down', 3);
      expect(await bench.store.judgement('t1', '甲')).toBe('down');
      expect(await bench.store.judgement('t1', '乙')).toBe('up');
      expect(await bench.store.judgement('t1', '丙')).toBeNull();
      expect(await bench.store.judge({ turn: 'gone', asker: '甲', verdict: 'up', at: 4 })).toBe(false);
    });

    it('and judgements of one person are told and forgotten, those of others stay', async () => {
      await bench.store.addTurn(turn('t1', { at: 5000 }));
      await bench.store.addTurn(turn('t2', { at: 6000, asker: '乙' }));
      await bench.store.judge({ turn: 't2', asker: '甲', verdict: 'up', at: 4000 });
      expect(await bench.store.keptOf('甲')).toEqual({ turns: 1, judgements: 1, oldest: 4000 });
      expect(await bench.store.keptOf('丙')).toEqual({ turns: 0, judgements: 0, oldest: null });
      expect(await bench.store.forget('甲')).toBe(2);
      expect(await bench.store.keptOf('甲')).toEqual({ turns: 0, judgements: 0, oldest: null });
      expect(await bench.store.turn('t2')).not.toBeNull();
    });

    it('take the judgements of others with them', async () => {
      await bench.store.addTurn(turn('t1'));
      await bench.store.judge({ turn: 't1', asker: '乙', verdict: 'up', at: 1 });
      await bench.store.forget('甲');
      expect(await bench.store.keptOf('乙')).toMatchObject({ judgements: 0 });
    });

    it('and calls are forgotten when their time is over', async () => {
      await bench.store.addTurn(turn('old', { at: 999 }));
      await bench.store.addTurn(turn('new', { at: 1000 }));
      await bench.store.keepCall({ key: 'old', call: '旧', at: 999 });
      await bench.store.keepCall({ key: 'new', call: '新', at: 1000 });
      expect(await bench.store.forgetBefore(1000)).toBe(1);
      expect(await bench.store.turn('old')).toBeNull();
      expect(await bench.store.turn('new')).not.toBeNull();
      expect(await bench.store.keptCall('old')).toBeNull();
      expect(await bench.store.keptCall('new')).toBe('新');
    });

    it('that were refused or called of no use are told, newest first, small talk left out', async () => {
      const { store } = bench;
      await store.addTurn(turn('good', { at: 5 }));
      await store.addTurn(turn('disliked', { at: 4 }));
      await store.addTurn(turn('refused', { at: 3, outcome: abstention() }));
      await store.addTurn(turn('talk', { at: 3, outcome: abstention({ reason: 'small-talk' }) }));
      await store.addTurn(turn('older', { at: 2, outcome: abstention() }));
      await store.addTurn(turn('too old', { at: 1, outcome: abstention() }));
      await store.judge({ turn: 'good', asker: '乙', verdict: 'up', at: 9 });
      for (const asker of ['乙', '丙']) await store.judge({ turn: 'disliked', asker, verdict: 'down', at: 9 });
      expect(await store.refusedOrDisliked(2, 10)).toEqual([
        { question: '大桥disliked有多长？', refused: false, disliked: 2, at: 4 },
        { question: '大桥refused有多长？', refused: true, disliked: 0, at: 3 },
        { question: '大桥older有多长？', refused: true, disliked: 0, at: 2 },
      ]);
      expect(await store.refusedOrDisliked(2, 1)).toHaveLength(1);
    });

    it('do not change the library, whose searchers stay valid', async () => {
      const version = await bench.store.version();
      await bench.store.addTurn(turn('t1'));
      expect(await bench.store.version()).toBe(version);
    });
  });

  describe('calls', () => {
    it('are kept longer each time they are used', async () => {
      await bench.store.keepCall({ key: 'k', call: '问', at: 1 });
      await bench.store.keepCall({ key: 'k', call: '问', at: 5 });
      await bench.store.forgetBefore(5);
      expect(await bench.store.keptCall('k')).toBe('问');
    });
  });

  describe('heads', () => {
    async function fill(): Promise<void> {
      const articles = [
        article('a1', 'p', { title: '《大桥》 通车', date: '2022-07-15', publication: '晚报', label: '01' }),
        article('a2', 'p', { title: '江上大桥', date: '2022-07-16' }),
        article('a3', 'p', { title: null, subtitle: '记大桥建设者', date: null }),
        article('a4', 'p', { title: '大桥收费', kicker: '本报讯', date: '2022-07-17' }),
        article('a5', 'p', { title: '百分之_五十', date: '2022-07-18' }),
      ];
      await bench.store.replacePage(await prepared(bench.store, 'p', { articles }));
    }
    const ids = async (name: string, limit = 10) => (await bench.store.heads(name, limit)).map(({ id }) => id);

    it('that begin with the name come first, the newest of them before the others', async () => {
      await fill();
      expect(await ids('大桥')).toEqual(['a4', 'a1', 'a2', 'a3']);
      expect(await ids('大桥', 3)).toEqual(['a4', 'a1', 'a2']);
      expect(await ids('大桥', 1)).toEqual(['a4']);
      expect(await ids('建设者')).toEqual(['a3']);
      expect(await ids('本报')).toEqual(['a4']);
      expect(await ids('铁路')).toEqual([]);
    });

    it('of all articles are given for no name, newest first', async () => {
      await fill();
      expect(await ids('', 2)).toEqual(['a5', 'a4']);
    });

    it('take what is typed as letters, not as a pattern', async () => {
      await fill();
      expect(await ids('百%')).toEqual([]);
      expect(await ids('_')).toEqual([]);
    });

    it('say what the article is called and where it was printed', async () => {
      await fill();
      expect(await bench.store.heads('大桥通车', 1)).toEqual([
        { id: 'a1', title: '《大桥》 通车', publication: '晚报', label: '01', file: 'p', date: '2022-07-15' },
      ]);
    });

    it('are gone with their page', async () => {
      await fill();
      await bench.store.removePage('p');
      expect(await ids('大桥')).toEqual([]);
    });
  });
}
