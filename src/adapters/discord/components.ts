/** The buttons and menus below a card. */
import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIComponentInMessageActionRow,
  APISelectMenuOption,
} from 'discord.js';
import type { Paging, Reply } from '../../app/reply.ts';
import type { Call } from '../../app/request.ts';
import { wordingFor } from '../../app/wording.ts';
import { type KeptText, pressId } from './custom-id.ts';
import { plainLabel } from './escape.ts';
import { COMPONENT, MESSAGE } from './limits.ts';
import type { Press } from './press.ts';
import type { Pick } from './strips.ts';
import { cardWording } from './wording-cards.ts';

/** A row of buttons, or a menu. */
export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Something to press. */
export interface ButtonPlan {
  readonly label: string;
  readonly icon?: string;
  readonly press: Press;
}

/** What rows are made for. */
export interface RowsPlan {
  readonly reply: Reply;
  /** From 0. */
  readonly screen: number;
  readonly screens: number;
  /** Makes the same reply again. */
  readonly call: Call;
  readonly extra: readonly ButtonPlan[];
  /** What can be opened on this screen. */
  readonly picks: readonly Pick[];
}

/** Rows, and the calls that were too long for them. */
export interface Rows {
  readonly rows: Row[];
  readonly kept: readonly KeptText[];
}

/** The numbers that Discord has for these; its names are values of a library that types alone do not need. */
const ROW = 1;
const BUTTON = 2;
const MENU = 3;
const SECONDARY = 2;

/** Menus of one screen. */
const MENUS = 2;
/** Things that can be opened from one screen; more of them need another screen. */
export const PICKS_OF_SCREEN = MENUS * COMPONENT.options;
/** A refusal that offers no more than this asks which one was meant, and buttons are quicker than a menu. */
const FEW = 5;

/** One picture: a sign that is always shown as one, or one that is asked to be. */
const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)$/u;
/** Asks for the picture of a sign that is also a letter. */
const PICTURE = '\uFE0F';

/** Hands out ids, each once, and remembers which presses have to be kept. */
class Ids {
  readonly #used = new Set<string>();
  readonly #kept = new Map<string, KeptText>();

  /** The id of a press, or `null` where something on the card does the same already. */
  take(press: Press, scope: 'button' | 'menu'): string | null {
    const { id, kept } = pressId(press);
    if (this.#used.has(scope + id)) return null;
    this.#used.add(scope + id);
    if (kept !== null) this.#kept.set(kept.key, kept);
    return id;
  }

  get kept(): readonly KeptText[] {
    return [...this.#kept.values()];
  }
}

/** The picture that Discord knows a sign by, or `null` where it is none. */
function emojiOf(icon: string): string | null {
  return [icon, icon + PICTURE].find((sign) => EMOJI.test(sign)) ?? null;
}

/** A button with a label, a picture or both, and never without either. */
function button({ label, icon = '' }: Omit<ButtonPlan, 'press'>, customId: string): APIButtonComponentWithCustomId {
  const emoji = emojiOf(icon);
  const text = plainLabel(emoji === null ? `${icon} ${label}` : label, COMPONENT.label);
  const base = { type: BUTTON, style: SECONDARY, custom_id: customId } as const;
  if (emoji === null) return { ...base, label: text === '' ? '…' : text };
  return text === '' ? { ...base, emoji: { name: emoji } } : { ...base, label: text, emoji: { name: emoji } };
}

function buttonRows(buttons: readonly APIButtonComponentWithCustomId[]): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < buttons.length; at += COMPONENT.buttonsOfRow) {
    rows.push({ type: ROW, components: buttons.slice(at, at + COMPONENT.buttonsOfRow) });
  }
  return rows;
}

function buttonsOf(plans: readonly ButtonPlan[], ids: Ids): APIButtonComponentWithCustomId[] {
  return plans.flatMap((plan) => {
    const id = ids.take(plan.press, 'button');
    return id === null ? [] : [button(plan, id)];
  });
}

function opening(call: Call): Press {
  return { verb: 'open', call, screen: 0, fill: null };
}

function turning(call: Call | null | undefined, screen: number): Press | null {
  return call === null || call === undefined ? null : { verb: 'turn', call, screen, fill: null };
}

/** What the two turning buttons do: screens first, then the pages of the reply itself. */
function turnsOf({ reply, screen, screens, call }: RowsPlan): { previous: Press | null; next: Press | null } {
  const paging: Paging | null = reply.paging;
  return {
    previous: screen > 0 ? turning(call, screen - 1) : turning(paging?.previous, 0),
    next: screen < screens - 1 ? turning(call, screen + 1) : turning(paging?.next, 0),
  };
}

function turnRow(plan: RowsPlan, ids: Ids): Row[] {
  const { reply, screens } = plan;
  if (screens < 2 && reply.paging === null) return [];
  const wording = wordingFor(reply.locale);
  const turns = turnsOf(plan);
  const turn = (side: 'previous' | 'next', icon: string): APIButtonComponentWithCustomId => {
    const press = turns[side];
    const id = press === null ? null : ids.take(press, 'button');
    const look = { label: wording[side], icon };
    // A button that does nothing still needs an id, and one that stands for no press.
    return id === null ? { ...button(look, `none:${side}`), disabled: true } : button(look, id);
  };
  return [{ type: ROW, components: [turn('previous', '◀️'), turn('next', '▶️')] }];
}

function actionsOf({ reply: { actions }, extra }: RowsPlan): ButtonPlan[] {
  const planned = actions.map(({ label, icon = '', call, fill = null }): ButtonPlan => {
    const verb = fill === null ? 'open' : 'fill';
    // A thumb says what its label would, and five buttons have to fit into a row of a telephone.
    return { label: emojiOf(icon) === null ? label : '', icon, press: { verb, call, screen: 0, fill } };
  });
  return [...planned, ...extra];
}

function optionOf({ label, details, number }: Pick, value: string, unnamed: string): APISelectMenuOption {
  const name = plainLabel(label, COMPONENT.optionLabel);
  const description = plainLabel(details, COMPONENT.optionDescription);
  const option = { label: plainLabel(number + (name === '' ? unnamed : name), COMPONENT.optionLabel), value };
  return description === '' ? option : { ...option, description };
}

function menuRows({ reply: { locale }, picks }: RowsPlan, ids: Ids): Row[] {
  const unnamed = wordingFor(locale).open;
  const options = picks.flatMap((pick) => {
    const value = ids.take(opening(pick.call), 'menu');
    return value === null ? [] : [optionOf(pick, value, unnamed)];
  });
  const rows: Row[] = [];
  for (let at = 0; at < options.length && rows.length < MENUS; at += COMPONENT.options) {
    rows.push({
      type: ROW,
      components: [
        {
          type: MENU,
          custom_id: `pick:${rows.length}`,
          placeholder: cardWording(locale).pick,
          options: options.slice(at, at + COMPONENT.options),
        },
      ],
    });
  }
  return rows;
}

function pickRows(plan: RowsPlan, ids: Ids): Row[] {
  const { reply, picks } = plan;
  if (reply.tone !== 'refusal' || picks.length > FEW) return menuRows(plan, ids);
  const unnamed = wordingFor(reply.locale).open;
  return buttonRows(
    buttonsOf(
      picks.map((pick) => {
        // What has the same headline is told apart by paper and day, and nothing else needs them.
        const isTwin = picks.some((other) => other !== pick && other.label === pick.label);
        const name = plainLabel(isTwin ? `${pick.label} · ${pick.details}` : pick.label, COMPONENT.label);
        return { label: name === '' ? unnamed : name, press: opening(pick.call) };
      }),
      ids,
    ),
  );
}

/**
 * The rows below a card: turning, actions, what the adapter adds, and what can be opened. Where there are more than
 * five, actions are left out from the last one on.
 */
export function drawRows(plan: RowsPlan): Rows {
  const ids = new Ids();
  const turns = turnRow(plan, ids);
  const actions = buttonRows(buttonsOf(actionsOf(plan), ids));
  const picks = pickRows(plan, ids);
  const room = MESSAGE.rows - turns.length - picks.length;
  return { rows: [...turns, ...actions.slice(0, room), ...picks], kept: ids.kept };
}
