import { describe, expect, it } from 'vitest';
import { createRegistry, defineCommand } from '../../src/app/command.ts';
import { type Desk, dispatch } from '../../src/app/dispatch.ts';
import { RemarkError } from '../../src/app/remarks.ts';
import { content, inline } from '../../src/app/reply.ts';
import type { Request } from '../../src/app/request.ts';
import { memoryLibrary } from '../support/memory-library.ts';

const texts = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text });
const base = { description: texts('…'), pace: 'instant', audience: 'everyone' } as const;

const echo = defineCommand({
  ...base,
  name: 'echo',
  names: { 'zh-CN': '回声', 'zh-TW': '回聲', en: 'echo' },
  options: { words: { type: 'text', required: true, maxLength: 10, names: texts('话'), description: texts('…') } },
  run: async ({ words }, _library, { id, session }) =>
    content([{ kind: 'text', text: inline(`${words} ${id} ${session}`) }]),
});

const broken = defineCommand({
  ...base,
  name: 'broken',
  names: texts('broken'),
  options: {},
  async run() {
    throw new Error('a secret of the disk');
  },
});

const locked = defineCommand({
  ...base,
  name: 'locked',
  names: texts('locked'),
  options: {},
  async run() {
    throw new RemarkError({ code: 'store-busy', details: { place: '/data' } }, 'for logs');
  },
});

interface Told extends Desk {
  readonly faults: unknown[];
}

function createDesk(): Told {
  const faults: unknown[] = [];
  const onFault = (fault: unknown): string => {
    faults.push(fault);
    return 'F-1';
  };
  return { library: memoryLibrary(), registry: createRegistry([echo, broken, locked]), onFault, faults };
}

function request(command: string, values: Request['values'], locale: 'zh-CN' | 'en' = 'zh-CN'): Request {
  return { command, values, asker: { id: 'me', locale, admin: false }, session: 's1' };
}

describe('dispatch', () => {
  it('runs the command with its values and says who may see the reply', async () => {
    const reply = await dispatch(request('回声', { words: ' 你好 ' }), createDesk());
    expect(reply).toEqual({
      command: 'echo',
      locale: 'zh-CN',
      audience: 'everyone',
      tone: 'answer',
      blocks: [{ kind: 'text', text: [{ text: '你好 me s1', style: 'plain' }] }],
      actions: [],
      paging: null,
    });
  });

  it('turns a slip into a reply for the asker alone and records no fault', async () => {
    const desk = createDesk();
    const reply = await dispatch(request('echo', {}), desk);
    expect(reply).toMatchObject({ command: 'echo', tone: 'error', audience: 'asker' });
    expect(reply.blocks).toEqual([{ kind: 'text', text: inline('请填写“话”。') }]);
    expect(desk.faults).toEqual([]);
  });

  it('names the nearest command for an unknown one', async () => {
    const reply = await dispatch(request('ehco', {}, 'en'), createDesk());
    expect(JSON.stringify(reply.blocks)).toContain('Did you mean “echo”?');
  });

  it('shows one apology with a reference for a fault, and nothing of the fault itself', async () => {
    const desk = createDesk();
    const reply = await dispatch(request('broken', {}), desk);
    expect(reply).toMatchObject({ command: 'broken', tone: 'fault', audience: 'asker' });
    expect(JSON.stringify(reply)).toContain('F-1');
    expect(JSON.stringify(reply)).not.toContain('secret');
    expect(desk.faults).toEqual([new Error('a secret of the disk')]);
  });

  it('tells whoever runs the program what they can mend, and everybody else the apology', async () => {
    const desk = createDesk();
    const asked = request('locked', {});
    const admin = await dispatch({ ...asked, asker: { ...asked.asker, admin: true } }, desk);
    expect(admin).toMatchObject({ tone: 'error', audience: 'asker' });
    expect(admin.blocks).toEqual([{ kind: 'text', text: inline('/data 正被另一个进程写入。请等它完成后再试。') }]);
    expect((await dispatch(asked, desk)).tone).toBe('fault');
    expect(desk.faults).toHaveLength(1);
  });

  it('gives replies that survive JSON', async () => {
    for (const asked of [request('echo', { words: 'x' }), request('broken', {}), request('none', {})]) {
      const reply = await dispatch(asked, createDesk());
      expect(JSON.parse(JSON.stringify(reply))).toEqual(reply);
    }
  });
});
