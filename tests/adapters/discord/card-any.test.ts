import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Card, drawCard } from '../../../src/adapters/discord/card.ts';
import { cleanText } from '../../../src/adapters/discord/escape.ts';
import { inline, type Reply } from '../../../src/app/reply.ts';
import { HOSTILE } from './hostile.ts';
import { anyReply, everyBlock, opening, replyOf, textsOf } from './replies.ts';
import { shownText } from './shown.ts';
import { expectWithinLimits } from './within-limits.ts';

const call = opening('a1');

/** Every screen of a reply, checked. */
function screensOf(reply: Reply): Card[] {
  const { screens } = drawCard(reply, { screen: 0, call });
  return Array.from({ length: screens }, (_, screen) => {
    const card = drawCard(reply, { screen, call, extra: [{ label: '讨论', icon: '🧵', press: thread }] });
    expectWithinLimits(card);
    expect(card.screens).toBe(screens);
    return card;
  });
}

const thread = { verb: 'thread', call, screen: 0, fill: null } as const;

/** What can be seen of a text, without the blanks and line feeds that drawing sets in its own way. */
function essence(text: string): string {
  return cleanText(text)
    .replace(/[\s\p{Default_Ignorable_Code_Point}\u2800]+/gu, '')
    .replace(/`/gu, 'ˋ');
}

function shownOf(screens: readonly Card[]): string {
  const embeds = screens.flatMap((card) => card.embeds);
  const titles = embeds.slice(0, 1).map(({ title = '' }) => shownText(title));
  return essence([...titles, ...embeds.map(({ description = '' }) => shownText(description))].join('\n'));
}

function expectAllShown(reply: Reply): void {
  const shown = shownOf(screensOf(reply));
  for (const text of reply.blocks.flatMap(textsOf)) {
    const found = shown.includes(essence(text));
    expect(found, `${JSON.stringify(text.slice(0, 200))} is missing`).toBe(true);
  }
}

describe('drawCard, whatever the text', () => {
  it.each(HOSTILE)('shows %s in every kind of block as it stands, within the limits', (_, text) => {
    for (const block of everyBlock(text)) expectAllShown(replyOf([block, { kind: 'text', text: inline('完') }]));
  });

  it.each(HOSTILE)('takes %s as a label, a call and an option', (_, text) => {
    const action = { label: text, call: opening(text), icon: text, fill: text };
    const paging = { number: 2, previous: opening(text), next: opening(text) };
    const blocks = everyBlock(text);
    expectWithinLimits(drawCard(replyOf(blocks, { actions: [action, action], paging }), { screen: 0, call }));
    expectWithinLimits(drawCard(replyOf(blocks, { tone: 'refusal', command: 'ask' }), { screen: 0, call }));
  });

  it('keeps the limits on every screen and shows every text of any reply', () => {
    fc.assert(fc.property(anyReply, expectAllShown), { numRuns: 300, interruptAfterTimeLimit: 40_000 });
  });

  it('keeps the limits of any reply whose long quotations are cut', () => {
    const property = fc.property(anyReply, fc.constantFrom('ask', 'search'), (reply, command) => {
      for (const card of screensOf({ ...reply, command })) {
        for (const { title = '', description = '' } of card.embeds) shownText(`${title}\n${description}`);
      }
    });
    fc.assert(property, { numRuns: 150, interruptAfterTimeLimit: 15_000 });
  });
});
