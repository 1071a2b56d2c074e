/** Draws replies as what Discord shows: one embed with the text, and buttons below it. */
import type { APIEmbed } from 'discord.js';
import type { Block, Reply, Tone } from '../../app/reply.ts';
import type { Call } from '../../app/request.ts';
import { wordingFor } from '../../app/wording.ts';
import { blockStrips } from './blocks.ts';
import { type ButtonPlan, drawRows, PICKS_OF_SCREEN, type Row } from './components.ts';
import type { KeptText } from './custom-id.ts';
import { cutText } from './cutting.ts';
import { cleanLine, ELLIPSIS, escapeClean, isBlank } from './escape.ts';
import { EMBED } from './limits.ts';
import { drawScreen, layOut } from './screens.ts';
import { cleanStyled, drawStyled, plainOf } from './styled.ts';
import { cardWording } from './wording-cards.ts';

/** What is sent: one embed and its buttons. It has no text beside the embed and mentions nobody. */
export interface Card {
  readonly embeds: APIEmbed[];
  readonly components: Row[];
  /** Calls that are too long for their buttons; they have to be on the shelf before the card is sent. */
  readonly kept: readonly KeptText[];
  /** How many screens the reply takes; at least 1. */
  readonly screens: number;
}

/** Which part of a reply is drawn, and what with. */
export interface CardView {
  /** From 0; beyond the last screen the last one is shown. */
  readonly screen: number;
  /** Buttons that the adapter adds behind those of the reply. */
  readonly extra?: readonly ButtonPlan[];
  /** What made the reply: turning a screen calls it again, unless the reply says how to be shown again. */
  readonly call: Call;
}

/**
 * Commands whose long quotations are shown by what stands around their marks: they quote to prove, and a button opens
 * the whole text. Everywhere else nothing is left out.
 */
const PROVING: ReadonlySet<string> = new Set(['ask', 'answer', 'evidence', 'check', 'search']);

/** Units of a screen: some room below the limit of Discord, which counts in its own way. */
const SCREEN = 4000;

const COLOURS: Readonly<Record<Tone, number>> = {
  answer: 0x2e7d5b,
  refusal: 0x8a8f98,
  error: 0xd9962b,
  fault: 0xc0392b,
};

/** A title, and the blocks that it does not say. */
interface Titled {
  readonly title: string | null;
  readonly blocks: readonly Block[];
}

/** Where the block stands that the title is made of: the answer, else a heading with nothing but notes before it; or -1. */
function titleAt(blocks: readonly Block[]): number {
  const answer = blocks.findIndex(({ kind }) => kind === 'answer');
  if (answer !== -1) return answer;
  const first = blocks.findIndex(({ kind }) => kind !== 'note');
  const block = blocks[first];
  return block?.kind === 'heading' && block.level === 1 ? first : -1;
}

/** The line as a title, cut after a word where it is too long; `isWhole` says whether it was not. */
function titleOf(line: string): { readonly title: string; readonly isWhole: boolean } {
  const whole = escapeClean(line);
  if (whole.length <= EMBED.title) return { title: whole, isWhole: true };
  const [beginning = []] = cutText([{ text: line, style: 'plain' }], EMBED.title - ELLIPSIS.length);
  return { title: drawStyled(beginning).trimEnd() + ELLIPSIS, isWhole: false };
}

function titled(blocks: readonly Block[]): Titled {
  const at = titleAt(blocks);
  const block = blocks[at];
  if (block?.kind !== 'answer' && block?.kind !== 'heading') return { title: null, blocks };
  const line = cleanLine(plainOf(cleanStyled(block.text)));
  if (isBlank(line)) return { title: null, blocks };
  const { title, isWhole } = titleOf(line);
  const rest = blocks.filter((_, place) => place !== at);
  return { title, blocks: isWhole ? rest : [{ kind: 'answer', text: block.text }, ...rest] };
}

/** Where the screen stands among its screens and the reply in its list; empty where there is nothing to turn. */
function footerOf({ locale, paging }: Reply, screen: number, screens: number): string {
  const position = { screen: screen + 1, screens };
  const wording = cardWording(locale);
  if (paging === null) return screens === 1 ? '' : wording.position(position);
  const page = wordingFor(locale).pageNumber(paging.number);
  return screens === 1 ? page : wording.inner(page, position);
}

/** Draws one screen of a reply; the same reply and view always give the same card. */
export function drawCard(reply: Reply, { screen, extra = [], call }: CardView): Card {
  const { title, blocks } = titled(reply.blocks);
  const strips = blockStrips(blocks, { hasExcerpts: PROVING.has(reply.command) });
  const screens = layOut(strips, { units: SCREEN, picks: PICKS_OF_SCREEN });
  const shown = Math.min(Math.max(0, screen), screens.length - 1);
  const placed = screens[shown] ?? [];
  const description = drawScreen(placed) || (title === null ? cardWording(reply.locale).nothing : '');
  const footer = footerOf(reply, shown, screens.length);
  const { rows, kept } = drawRows({
    reply,
    screen: shown,
    screens: screens.length,
    call: reply.again ?? call,
    extra,
    picks: placed.flatMap(({ picks }) => picks),
  });
  const embed: APIEmbed = {
    color: COLOURS[reply.tone],
    ...(title === null ? {} : { title }),
    ...(description === '' ? {} : { description }),
    ...(footer === '' ? {} : { footer: { text: footer } }),
  };
  return { embeds: [embed], components: rows, kept, screens: screens.length };
}
