/** Puts strips on screens, so that what belongs together stands together. */
import { cutStrip, drawStrip, type Strip } from './strips.ts';

/** How much one screen holds. */
export interface Room {
  /** Units of the description. */
  readonly units: number;
  /** Things that can be opened. */
  readonly picks: number;
}

/** The share of a screen that is kept free for what belongs to a strip but is too long to stand there whole. */
const WORTH_FILLING = 1 / 4;
/** Less than this share of a screen is not worth beginning a long strip in. */
const LEAST_FILLED = 1 / 8;

interface Placing {
  readonly strip: Strip;
  /** Units that have to stay free behind the strip, for what belongs to it. */
  readonly after: number;
}

function sizeOf(strip: Strip): number {
  return drawStrip(strip).length;
}

/** Every strip with what has to stand on the same screen behind it. */
function withCompany(strips: readonly Strip[], units: number): Placing[] {
  let below = 0;
  return strips.toReversed().map((strip) => {
    const size = sizeOf(strip);
    const after = strip.holdsNext ? below : 0;
    // What is too long to stay together with all that follows stays together with the beginning of it.
    const kept = size + after <= units ? after : Math.min(after, Math.floor(units * WORTH_FILLING));
    below = size + kept + strip.gap.length;
    return { strip, after: kept };
  });
}

/** Screens that are being filled. */
class Screens {
  readonly #room: Room;
  readonly #done: Strip[][] = [];
  #current: Strip[] = [];
  #used = 0;

  constructor(room: Room) {
    this.#room = room;
  }

  /** All screens; there is always one. */
  finish(): readonly (readonly Strip[])[] {
    return this.#current.length > 0 || this.#done.length === 0 ? [...this.#done, this.#current] : this.#done;
  }

  /** Places as much of a strip as belongs on the current screen; gives what is left of it. */
  place({ strip, after }: Placing): Strip | null {
    const size = sizeOf(strip);
    const free = this.#room.units - this.#used - this.#gap(strip);
    if (size + after <= free && this.#hasPicksFor(strip)) return this.#push(strip);
    if (!this.#hasPicksFor(strip) || (size + after <= this.#room.units && !this.#isHeld())) return this.#turn(strip);
    const room = free - Math.min(after, this.#room.units * WORTH_FILLING);
    if (room < this.#room.units * LEAST_FILLED) return this.#turn(strip);
    const { head, rest } = cutStrip(strip, room);
    if (head === null) return this.#turn(strip);
    this.#push(head);
    return rest;
  }

  #gap({ gap }: Strip): number {
    return this.#current.length === 0 ? 0 : gap.length;
  }

  #isHeld(): boolean {
    return this.#current.at(-1)?.holdsNext === true;
  }

  #hasPicksFor(strip: Strip): boolean {
    const picks = this.#current.reduce((sum, placed) => sum + placed.picks.length, strip.picks.length);
    return this.#current.length === 0 || picks <= this.#room.picks;
  }

  #push(strip: Strip): null {
    this.#used += this.#gap(strip) + sizeOf(strip);
    this.#current.push(strip);
    return null;
  }

  /** A new screen; what did not fit on the old one is still to be placed. */
  #turn(strip: Strip): Strip {
    this.#done.push(this.#current);
    this.#current = [];
    this.#used = 0;
    return strip;
  }
}

/**
 * The strips by screens; strips that nothing can be seen of are left out, strips that are too long are cut. There is
 * always at least one screen, which may be empty. `room.units` must leave room for the longest line of code.
 */
export function layOut(strips: readonly Strip[], room: Room): readonly (readonly Strip[])[] {
  const screens = new Screens(room);
  const seen = strips.filter((strip) => sizeOf(strip) > 0);
  for (const { strip, after } of withCompany(seen, room.units).toReversed()) {
    let left: Strip | null = strip;
    while (left !== null) left = screens.place({ strip: left, after });
  }
  return screens.finish();
}

/** A screen as the text of a description. */
export function drawScreen(strips: readonly Strip[]): string {
  return strips.map((strip, at) => (at === 0 ? '' : strip.gap) + drawStrip(strip)).join('');
}
