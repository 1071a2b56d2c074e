import { describe, expect, it } from 'vitest';
import { contextBlocks } from '../../src/app/context.ts';
import { wordingFor } from '../../src/app/wording.ts';
import type { Block } from '../../src/ingest/model.ts';
import { textOf } from '../support/desk.ts';
import { article } from '../support/library.ts';
import { evidence } from '../support/memory-library.ts';

const wording = wordingFor('zh-CN');
const bridge = article('a1', 'p', {
  title: '大桥通车',
  texts: ['第一段。', '据悉，大桥全长2547米。', '第三段。', '第四段。'],
});
const table: Block = {
  kind: 'table',
  text: '桥名\t长度\n大桥\t2547米',
  pieces: [],
  table: {
    caption: '江上的桥',
    header: ['桥名', '长度'],
    rows: [['大桥', '2547米']],
    rowSpans: [{ start: 6, end: 14 }],
  },
};

function shown(blocks: ReturnType<typeof contextBlocks>): string[] {
  return blocks.map((block) => `${block.kind} ${textOf(block)}`);
}

describe('contextBlocks', () => {
  it('shows the paragraph of the sentence between its neighbours, the answer marked', () => {
    const blocks = contextBlocks(bridge, evidence(), wording);
    expect(shown(blocks).slice(2)).toEqual(['text 第一段。', 'text 据悉，大桥全长2547米。', 'text 第三段。']);
    const [, , , middle] = blocks;
    expect(middle).toMatchObject({
      text: [{ text: '据悉，大桥全长' }, { text: '2547米', style: 'mark' }, { text: '。' }],
    });
  });

  it('shows the table that a row stands in below the row', () => {
    const row = evidence({ sentence: '江上的桥 · 桥名 长度 | 大桥 2547米', marks: [] });
    const blocks = contextBlocks({ ...bridge, blocks: [table] }, row, wording);
    expect(shown(blocks).slice(2)).toEqual(['quote 江上的桥 · 桥名 长度 | 大桥 2547米', 'table 大桥\t2547米']);
  });

  it('quotes the sentence alone where the article has changed since', () => {
    const blocks = contextBlocks(bridge, evidence({ sentence: '早就改掉的话。', marks: [] }), wording);
    expect(shown(blocks).slice(2)).toEqual(['quote 早就改掉的话。']);
  });
});
