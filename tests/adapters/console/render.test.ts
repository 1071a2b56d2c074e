import { describe, expect, it } from 'vitest';
import { registry } from '../../../commands/registry.ts';
import { COLOURS, PLAIN } from '../../../src/adapters/console/palette.ts';
import { type Look, renderReply } from '../../../src/adapters/console/render.ts';
import { type Block, type Content, content, inline, type Reply } from '../../../src/app/reply.ts';

const plain: Look = { palette: PLAIN, width: Infinity, registry: null };
const coloured: Look = { ...plain, palette: COLOURS };

function reply(blocks: readonly Block[], more: Partial<Content> = {}): Reply {
  return { ...content(blocks, more), command: 'ask', locale: 'zh-CN', audience: 'everyone' };
}

const quote: Block = {
  kind: 'quote',
  text: [
    { text: '大桥全长', style: 'plain' },
    { text: '2547米', style: 'mark' },
    { text: '。', style: 'plain' },
  ],
  source: [{ text: '《大桥通车》', style: 'strong' }],
  article: 'a1',
};

describe('renderReply', () => {
  it('puts the answer first, then the sentence with the answer marked, then its source', () => {
    expect(renderReply(reply([{ kind: 'answer', text: inline('2547米') }, quote]), plain)).toBe(
      '2547米\n\n  │ 大桥全长【2547米】。\n  └ 《大桥通车》\n',
    );
  });

  it('marks with colours where there are some', () => {
    const text = renderReply(reply([quote]), coloured);
    expect(text).toContain('\u001B[1m\u001B[4m\u001B[33m2547米\u001B[39m\u001B[24m\u001B[22m');
    expect(text).not.toContain('【');
  });

  it('breaks quotes at the width and keeps their bar', () => {
    expect(renderReply(reply([quote]), { ...plain, width: 14 }).split('\n')).toEqual([
      '  │ 大桥全长',
      '  │ 【2547',
      '  │ 米】。',
      '  └ 《大桥通',
      '    车》',
      '',
    ]);
  });

  it.each<[string, Block, string]>([
    [
      'a numbered list',
      { kind: 'list', start: 21, items: [{ text: inline('甲') }, { text: inline('乙') }] },
      '21. 甲\n22. 乙\n',
    ],
    ['a list without numbers', { kind: 'list', start: null, items: [{ text: inline('甲') }] }, '· 甲\n'],
    [
      'facts under each other',
      {
        kind: 'facts',
        facts: [
          { name: '日期', value: inline('7月') },
          { name: 'Id', value: inline('a1') },
        ],
      },
      '日期  7月\nId    a1\n',
    ],
    [
      'a table with its caption',
      { kind: 'table', caption: '成绩', header: ['区'], rows: [['东']] },
      '成绩\n区\n──\n东\n',
    ],
    [
      'the numbers behind an answer',
      { kind: 'tree', root: { name: 'all', value: 1.5, parts: [{ name: 'part', value: 3, parts: [] }] } },
      '1.500  all\n  3  part\n',
    ],
  ])('draws %s', (_what, block, expected) => {
    expect(renderReply(reply([block]), plain)).toBe(expected);
  });

  it('shows what can be done next as lines to type, in a chat only', () => {
    const call = { command: 'article', values: { article: 'a1' } };
    const next = { command: 'search', values: { words: '招商', part: '2' } };
    const said = reply([{ kind: 'text', text: inline('好') }], {
      actions: [{ label: '原文', call }],
      paging: { number: 1, previous: null, next },
    });
    expect(renderReply(said, plain)).toBe('好\n');
    expect(renderReply(said, { ...plain, registry })).toBe(
      '好\n\n原文 /article a1\n第 1 页\n下一页 /search 招商 part:2\n',
    );
  });
});

describe('hostile text', () => {
  const hostile = '\u001B[2J\u001B]0;pwned\u0007坏\u0000\u009B31m\u202E的\r\n新行\u001B[31';
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: inline(hostile) },
    { kind: 'heading', level: 2, text: inline(hostile) },
    { kind: 'answer', text: inline(hostile) },
    { kind: 'text', text: inline(hostile) },
    { kind: 'note', text: inline(hostile) },
    { kind: 'quote', text: [{ text: hostile, style: 'mark' }], source: inline(hostile, 'strong'), article: hostile },
    {
      kind: 'list',
      start: 1,
      items: [{ text: inline(hostile), call: { command: 'article', values: { article: hostile } } }],
    },
    { kind: 'table', caption: hostile, header: [hostile], rows: [[hostile, hostile]] },
    { kind: 'facts', facts: [{ name: hostile, value: inline(hostile) }] },
    { kind: 'tree', root: { name: hostile, value: 1, parts: [] } },
  ];

  it.each(blocks)('cannot steer the terminal from a $kind', (block) => {
    const action = { label: hostile, call: { command: hostile, values: { [hostile]: hostile } } };
    for (const look of [plain, { ...plain, registry }, { ...plain, width: 20 }]) {
      const text = renderReply(reply([block], { actions: [action] }), look);
      expect(text).toContain('坏');
      expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/u);
    }
  });

  it.each(blocks)('lets only our own colours through in a $kind', (block) => {
    const text = renderReply(reply([block]), coloured);
    expect(text.replaceAll(/\u001B\[(?:1|2|4|22|24|3[1-6]|39)m/gu, '')).not.toContain('\u001B');
    expect(text).not.toContain('\u001B[2J');
  });
});
