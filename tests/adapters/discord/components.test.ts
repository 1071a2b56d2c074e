import { describe, expect, it } from 'vitest';
import { type CardView, drawCard } from '../../../src/adapters/discord/card.ts';
import { readKeptPress, readPressId } from '../../../src/adapters/discord/custom-id.ts';
import type { Press } from '../../../src/adapters/discord/press.ts';
import { type Block, inline, type ListItem, type Reply, type Text } from '../../../src/app/reply.ts';
import { opening, replyOf } from './replies.ts';
import { componentsOf, expectWithinLimits } from './within-limits.ts';

const call = { command: 'search', values: { words: '大桥' } };
const plain: Block = { kind: 'text', text: inline('正文') };
const long: Block = { kind: 'text', text: inline('江城大桥昨天正式通车。'.repeat(900)) };

function rowsOf(reply: Reply, view: Partial<CardView> = {}): ReturnType<typeof componentsOf> {
  const card = drawCard(reply, { screen: 0, call, ...view });
  expectWithinLimits(card);
  return componentsOf(card);
}

/** What is pressed, as `verb command screen`. */
function pressed(id: string | undefined): string | null {
  const found = readPressId(id ?? '');
  if (found === null || !('press' in found)) return null;
  const { verb, call: made, screen, fill } = found.press;
  return [verb, made.command, Object.values(made.values).join(), screen, fill]
    .filter((part) => part !== null)
    .join(' ');
}

function item(id: string): ListItem {
  return {
    text: [
      { text: `《文章${id}》`, style: 'strong' },
      { text: ' · 江城晚报 · 2022年7月15日', style: 'faint' },
    ],
    call: opening(id),
  };
}

function listOf(count: number): Block {
  return { kind: 'list', start: 1, items: Array.from({ length: count }, (_, at) => item(`a${at + 1}`)) };
}

describe('the rows below a card', () => {
  it('are none where there is nothing to press', () => {
    expect(rowsOf(replyOf([plain]))).toEqual([]);
  });

  it.each<[number, [string | null, string | null]]>([
    [0, ['turn list 2 0', 'turn search 大桥 1']],
    [1, ['turn search 大桥 0', 'turn search 大桥 2']],
    [2, ['turn search 大桥 1', 'turn list 4 0']],
  ])('turn screens first and then the pages of the reply, on screen %i', (screen, expected) => {
    const turn = (part: string): Press['call'] => ({ command: 'list', values: { part } });
    const reply = replyOf([long], { paging: { number: 3, previous: turn('2'), next: turn('4') } });
    const [row = []] = rowsOf(reply, { screen });
    expect(row.map(({ custom_id }) => pressed(custom_id))).toEqual(expected);
    expect(row.map(({ label, emoji }) => [emoji?.name, label])).toEqual([
      ['◀️', '上一页'],
      ['▶️', '下一页'],
    ]);
  });

  it('turn by the call that shows the same again, where the reply has one', () => {
    const [row = []] = rowsOf(replyOf([long], { again: { command: 'answer', values: { turn: 't1' } } }));
    expect(row.map(({ custom_id }) => pressed(custom_id))).toEqual([null, 'turn answer t1 1']);
  });

  it('switch off what turns nowhere', () => {
    const [row = []] = rowsOf(replyOf([plain], { paging: { number: 1, previous: null, next: call } }));
    expect(row.map((button) => 'disabled' in button)).toEqual([true, false]);
  });

  it('open or ask for a text first, five buttons a row, what the adapter adds at the end', () => {
    const actions = Array.from({ length: 4 }, (_, at) => ({ label: `动作${at}`, call: opening(`b${at}`) }));
    const fill = { label: '追问', call: { command: 'ask', values: { after: 't1' } }, fill: 'question' };
    const press: Press = { verb: 'thread', call: opening('a1'), screen: 0, fill: null };
    const rows = rowsOf(replyOf([plain], { actions: [...actions, fill] }), { extra: [{ label: '讨论', press }] });
    expect(rows.map((row) => row.map(({ label }) => label))).toEqual([
      ['动作0', '动作1', '动作2', '动作3', '追问'],
      ['讨论'],
    ]);
    expect(pressed(rows[0]?.[4]?.custom_id)).toBe('fill ask t1 0 question');
    expect(pressed(rows[1]?.[0]?.custom_id)).toBe('thread article a1 0');
  });

  it.each<[string, string, object]>([
    ['👍', '', { emoji: { name: '👍' } }],
    ['👍', '有用', { emoji: { name: '👍' } }],
    ['▶', '下一页', { emoji: { name: '▶️' } }],
    ['→', '下一页', { label: '→ 下一页' }],
    ['', '\u200B', { label: '…' }],
  ])('show the icon %j and the label %j', (icon, label, expected) => {
    const [row = []] = rowsOf(replyOf([plain], { actions: [{ label, icon, call }] }));
    const [{ type: _type, style: _style, custom_id: _id, ...look } = { type: 0, custom_id: '' }] = row;
    expect(look).toEqual(expected);
  });

  it('have no two buttons that do the same', () => {
    const action = { label: '原文', call: opening('a1') };
    expect(rowsOf(replyOf([plain], { actions: [action, { ...action, label: '全文' }] }))).toHaveLength(1);
  });

  it('tell what has the same headline apart by paper and day', () => {
    const text = (day: string): Text => [
      { text: '《简讯》', style: 'strong' },
      { text: ` · 江城晚报 · ${day}`, style: 'faint' },
    ];
    const items = ['1日', '2日'].map((day) => ({ text: text(day), call: opening(day) }));
    const [row = []] = rowsOf(replyOf([{ kind: 'list', start: 1, items }], { tone: 'refusal' }));
    expect(row.map(({ label }) => label)).toEqual(['《简讯》 · 江城晚报 · 1日', '《简讯》 · 江城晚报 · 2日']);
  });

  it('offer what a refusal names as buttons', () => {
    const [row = []] = rowsOf(replyOf([plain, listOf(3)], { tone: 'refusal' }));
    expect(row.map(({ label }) => label)).toEqual(['a1', 'a2', 'a3'].map((id) => `《文章${id}》`));
    expect(row.map(({ custom_id }) => pressed(custom_id))).toEqual(
      ['a1', 'a2', 'a3'].map((id) => `open article ${id} 0`),
    );
  });

  it.each([
    ['answer', 1, [1]],
    ['refusal', 6, [6]],
    ['answer', 25, [25]],
    ['answer', 26, [25, 1]],
    ['answer', 70, [25, 25]],
  ] as const)('offer entries of an %s with %i of them in menus', (tone, count, expected) => {
    const rows = rowsOf(replyOf([listOf(count)], { tone }));
    const menus = rows.flat().filter(({ type }) => type === 3);
    expect(menus.map(({ options = [] }) => options.length)).toEqual(expected);
    expect(menus[0]?.placeholder).toBe('选一篇看原文');
    expect(menus[0]?.options?.[0]).toEqual({
      label: '1. 《文章a1》',
      description: '江城晚报 · 2022年7月15日',
      value: '1o0|article||article=a1|',
    });
  });

  it('offer on each screen what stands there, so that everything can be opened', () => {
    const reply = replyOf([listOf(120)]);
    const { screens } = drawCard(reply, { screen: 0, call });
    const values = Array.from({ length: screens }, (_, screen) =>
      rowsOf(reply, { screen }).flatMap((row) => row.flatMap(({ options = [] }) => options.map(({ value }) => value))),
    ).flat();
    expect(new Set(values).size).toBe(120);
  });

  it('offer a quotation by its source', () => {
    const source = item('a1').text;
    const quote: Block = { kind: 'quote', text: inline('正文'), source, article: 'a1', call: opening('a1') };
    const [row = []] = rowsOf(replyOf([quote]));
    expect(row[0]?.options).toEqual([
      { label: '《文章a1》', description: '江城晚报 · 2022年7月15日', value: '1o0|article||article=a1|' },
    ]);
  });

  it('name what has no name', () => {
    const nameless: Block = {
      kind: 'list',
      start: 1,
      items: [{ text: inline('甲\u200B'), call }, { text: inline('乙') }],
    };
    expect(rowsOf(replyOf([nameless]))[0]?.[0]?.options?.[0]?.label).toBe('1. 甲');
  });

  it('leave calls for the shelf that are too long for a button', () => {
    const words = '大桥'.repeat(100);
    const reply = replyOf([long, plain], {
      actions: [{ label: '检索', call: { command: 'search', values: { words } } }],
    });
    const { components, kept } = drawCard(reply, { screen: 0, call: { command: 'search', values: { words } } });
    const ids = components.flatMap((row) => row.components.map((part) => ('custom_id' in part ? part.custom_id : '')));
    expect(kept.map(({ key }) => `k:${key}`).sort()).toEqual(ids.filter((id) => id.startsWith('k:')).sort());
    expect(kept.map(({ text }) => readKeptPress(text)?.verb).sort()).toEqual(['open', 'turn']);
  });

  it('keep to five rows and leave out the last actions first', () => {
    const actions = Array.from({ length: 40 }, (_, at) => ({ label: `动作${at}`, call: opening(`b${at}`) }));
    const rows = rowsOf(replyOf([listOf(60), long], { actions }));
    expect(rows.map((row) => row.length)).toEqual([2, 5, 5, 1, 1]);
  });
});
