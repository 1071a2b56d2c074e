/** What a button, an entry of a menu or a modal stands for. */
import type { Call } from '../../app/request.ts';

/**
 * `open` shows the reply beside the card, `turn` in its place, `fill` first asks for the text of an option, `thread` goes
 * on in a thread about the card.
 */
export type Verb = 'open' | 'turn' | 'fill' | 'thread';

/** Something pressed. */
export interface Press {
  readonly verb: Verb;
  readonly call: Call;
  /** Which part of the reply is wanted, from 0, where it is too long for one card. */
  readonly screen: number;
  /** The option that is asked for, with `fill`. */
  readonly fill: string | null;
}
