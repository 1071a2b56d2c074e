/** One interaction: what the bot was told and what has become of it. */
import type { Choice, Fields, Message, Modal, Person } from './model.ts';

/** A callback as the bot sent it. */
export interface Callback {
  readonly at: number;
  readonly type: number;
  readonly data: unknown;
  /** Of the answer: 204 or 200 where it was taken. */
  readonly status: number;
  /** Discord's number where it was refused. */
  readonly code: number | null;
}

/** How a message was answered: with nothing yet, with one of Discord's callback types. */
export type CallbackType = 4 | 5 | 6 | 7 | 8 | 9;

/** What has become of an interaction. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: number;
  readonly payload: Fields;
  readonly person: Person;
  readonly channelId: string;
  readonly createdAt: number;
  /** The message that a component, or the modal that came of it, belongs to. */
  readonly sourceId: string | null;
  /** The type of the option that autocomplete is for. */
  readonly optionType: number;
  /** How many sessions were told. */
  told: number;
  acknowledged: CallbackType | null;
  acknowledgedAt: number | null;
  ephemeral: boolean;
  /** What `@original` means. */
  originalId: string | null;
  /** How many edits the source had when it was acknowledged. */
  sourceEdits: number;
  /** The message that answers, as it was when it did. */
  answer: Message | null;
  readonly followUpIds: string[];
  modal: Modal | null;
  choices: readonly Choice[] | null;
  readonly callbacks: Callback[];
  /** What happened, in words, for complaints. */
  readonly log: string[];
}

/** Discord's number for each type of interaction. */
export const KIND = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** Discord's number for each type of callback. */
export const CALLBACK = { reply: 4, defer: 5, deferUpdate: 6, update: 7, choices: 8, modal: 9 } as const;

/** The callbacks that an interaction takes. */
export function callbacksFor({ type, sourceId }: Interaction): readonly number[] {
  if (type === KIND.autocomplete) return [CALLBACK.choices];
  if (type === KIND.command) return [CALLBACK.reply, CALLBACK.defer, CALLBACK.modal];
  const onMessage = sourceId === null ? [] : [CALLBACK.deferUpdate, CALLBACK.update];
  const modal = type === KIND.component ? [CALLBACK.modal] : [];
  return [CALLBACK.reply, CALLBACK.defer, ...onMessage, ...modal];
}

/** A line of text about a message, for complaints. */
export function gist({ content, embeds, flags }: Message): string {
  const first = [content, ...embeds.flatMap(({ title, description }) => [title, description])].find(Boolean);
  const text = first === undefined ? 'no text' : JSON.stringify(first.slice(0, 60));
  return `${text}${(flags & 64) === 0 ? '' : ', ephemeral'}`;
}
