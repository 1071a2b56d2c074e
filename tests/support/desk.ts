/** The one door with the real commands behind it. */
import { registry } from '../../commands/registry.ts';
import { dispatch } from '../../src/app/dispatch.ts';
import type { Locale } from '../../src/app/locale.ts';
import type { Library } from '../../src/app/model.ts';
import type { Block, Reply } from '../../src/app/reply.ts';
import type { Call, Circumstances } from '../../src/app/request.ts';

/** Dispatches a call; a fault fails the test with its own error. */
export function say(
  library: Library,
  call: Call,
  locale: Locale = 'zh-CN',
  circumstances: Circumstances = {},
): Promise<Reply> {
  return dispatch(
    { ...call, ...circumstances, asker: { id: 'reader', locale, admin: false } },
    {
      library,
      registry,
      onFault(fault) {
        throw fault;
      },
    },
  );
}

/** The text of a block with marked parts in brackets. */
export function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'answer':
    case 'text':
    case 'note':
      return block.text.map(({ text }) => text).join('');
    case 'quote':
      return block.text.map(({ text, style }) => (style === 'mark' ? `[${text}]` : text)).join('');
    case 'list':
      return block.items.map(({ text }) => text.map((part) => part.text).join('')).join('\n');
    case 'table':
      return block.rows.map((row) => row.join('\t')).join('\n');
    case 'facts':
      return block.facts.map(({ name, value }) => `${name}=${value.map(({ text }) => text).join('')}`).join('\n');
    case 'tree':
      return block.root.name;
  }
}

/** The kinds and texts of a reply's blocks, a line each. */
export function linesOf(reply: Reply): string[] {
  return reply.blocks.map((block) => `${block.kind} ${textOf(block)}`);
}
