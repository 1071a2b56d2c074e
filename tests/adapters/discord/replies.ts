/** Replies for tests: one with given blocks, and arbitrary ones. */
import fc from 'fast-check';
import { cleanStyled, plainOf } from '../../../src/adapters/discord/styled.ts';
import { type Block, type Content, content, type Reply, type Style, type Text } from '../../../src/app/reply.ts';
import type { Call } from '../../../src/app/request.ts';
import type { Explanation } from '../../../src/index/explain.ts';
import { anyText, longText, styledText } from './texts.ts';

/** A reply of `article`, which leaves nothing out, unless more is said. */
export function replyOf(
  blocks: readonly Block[],
  more: Partial<Content & Pick<Reply, 'command' | 'locale'>> = {},
): Reply {
  return { ...content(blocks, more), command: 'article', locale: 'zh-CN', audience: 'everyone', ...more };
}

/** A call of the article `id`. */
export function opening(id: string): Call {
  return { command: 'article', values: { article: id } };
}

/** Units from which a text stands in a place once rather than in every style. */
const LONG = 500;

/** One block of every kind with the same text in every place. */
export function everyBlock(text: string): Block[] {
  const styles: readonly Style[] = text.length < LONG ? ['plain', 'mark', 'strong', 'faint'] : ['mark'];
  const styled: Text = styles.map((style) => ({ text, style }));
  const part: Explanation = { name: text, value: 1.5, parts: [] };
  return [
    { kind: 'heading', level: 1, text: styled },
    { kind: 'heading', level: 2, text: styled },
    { kind: 'answer', text: styled },
    { kind: 'text', text: styled },
    { kind: 'note', text: styled },
    { kind: 'quote', text: styled, source: styled, article: text, call: opening(text) },
    { kind: 'list', start: 21, items: [{ text: styled, call: opening(text) }, { text: styled }] },
    { kind: 'list', start: null, items: [{ text: styled }] },
    { kind: 'table', caption: text, header: [text, text], rows: [[text, text], [text]] },
    { kind: 'facts', facts: [{ name: text, value: styled }] },
    { kind: 'tree', root: { name: text, value: 2, parts: [part, part] } },
  ];
}

const anyStyled = styledText(longText);
const anyShort = styledText(anyText);
const anyCall: fc.Arbitrary<Call> = fc.record({
  command: fc.constantFrom('article', 'ask'),
  values: fc.dictionary(fc.constantFrom('article', 'words'), anyText, { noNullPrototype: true }),
});
const maybeCall = fc.option(anyCall, { nil: undefined });

function withCall<Kind extends object>(value: Kind, call: Call | undefined): Kind & { call?: Call } {
  return call === undefined ? value : { ...value, call };
}

const anyLeaf: fc.Arbitrary<Explanation> = fc.record({ name: anyText, value: fc.double(), parts: fc.constant([]) });
const anyTree: fc.Arbitrary<Explanation> = fc.record({
  name: longText,
  value: fc.double(),
  parts: fc.array(anyLeaf, { maxLength: 3 }),
});

const anyItem = fc.tuple(anyShort, maybeCall).map(([text, call]) => withCall({ text }, call));
const anyRow = fc.array(anyText, { maxLength: 4 });

/** Any block of any kind. */
export const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1 as const, 2 as const), text: anyStyled }),
  fc.record({ kind: fc.constantFrom('answer' as const, 'text' as const, 'note' as const), text: anyStyled }),
  fc
    .tuple(
      fc.record({ kind: fc.constant('quote' as const), text: anyStyled, source: anyShort, article: longText }),
      maybeCall,
    )
    .map(([quote, call]): Block => withCall(quote, call)),
  fc.record({
    kind: fc.constant('list' as const),
    start: fc.option(fc.nat()),
    items: fc.array(anyItem, { maxLength: 60 }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    caption: fc.option(longText),
    header: anyRow,
    rows: fc.array(anyRow, { maxLength: 8 }),
  }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ name: anyText, value: anyShort }), { maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant('tree' as const), root: anyTree }),
);

const anyAction = fc
  .tuple(longText, anyCall, fc.constantFrom('', '👍', '◀️', 'x'), fc.option(longText))
  .map(([label, call, icon, fill]) => ({ label, call, icon, ...(fill === null ? {} : { fill }) }));

/** Any reply of a command that leaves nothing out. */
export const anyReply: fc.Arbitrary<Reply> = fc.record({
  tone: fc.constantFrom('answer', 'refusal', 'error', 'fault'),
  blocks: fc.array(anyBlock, { maxLength: 6 }),
  actions: fc.array(anyAction, { maxLength: 30 }),
  paging: fc.option(
    fc.record({ number: fc.integer({ min: 1, max: 999 }), previous: fc.option(anyCall), next: fc.option(anyCall) }),
  ),
  command: fc.constantFrom('article', 'articles', 'help'),
  locale: fc.constantFrom('zh-CN', 'zh-TW', 'en'),
  audience: fc.constant('everyone'),
});

function treeTexts({ name, parts }: Explanation): string[] {
  return [name, ...parts.flatMap(treeTexts)];
}

/** Every text of a block that people have to be able to read. */
export function textsOf(block: Block): string[] {
  // What is drawn alike is read together: two halves of a character that meet are a character.
  const whole = (text: Text): string[] => [plainOf(cleanStyled(text))];
  switch (block.kind) {
    case 'heading':
    case 'answer':
    case 'text':
    case 'note':
      return whole(block.text);
    case 'quote':
      return [...whole(block.text), ...whole(block.source)];
    case 'list':
      return block.items.flatMap(({ text }) => whole(text));
    case 'table':
      return [block.caption ?? '', ...block.header, ...block.rows.flat()];
    case 'facts':
      return block.facts.flatMap(({ name, value }) => [name, ...whole(value)]);
    case 'tree':
      return treeTexts(block.root);
  }
}
