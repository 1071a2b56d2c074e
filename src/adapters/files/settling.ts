/**
 * Waits until files have stopped changing, and gathers those that did so together.
 *
 * A file that is written while it is read would be taken in by half, so it counts when it looked the same for a while.
 * Those that are quiet wait for the others of their burst, but not for ever: one that never stops growing holds up
 * nobody.
 */

/** What a file looks like from outside, `null` for one that is not there. */
export type Look = string | null;

/** A file that has stopped changing, and what it looks like. */
export type Settled = readonly [path: string, look: Look];

interface Sighting {
  /** `undefined` before the first look. */
  look: Look | undefined;
  /** When it began to look like this. */
  since: number;
}

/** How many times the settling time a quiet file waits for the others of its burst at most. */
const PATIENCE = 5;

/** The files that something happened to. Times in milliseconds on any clock that does not go back. */
export class Settling {
  readonly #settleMs: number;
  readonly #sightings = new Map<string, Sighting>();

  constructor(settleMs: number) {
    this.#settleMs = settleMs;
  }

  get isIdle(): boolean {
    return this.#sightings.size === 0;
  }

  /** Something happened to a file: from now on it is looked at. */
  notice(path: string, now: number): void {
    const known = this.#sightings.get(path);
    if (known === undefined) this.#sightings.set(path, { look: undefined, since: now });
    // A look of the same size and time may hide a change: what happens starts the wait anew.
    else known.since = now;
  }

  /** Looks at every file again, and gives those that are quiet, once each. */
  async settle(lookAt: (path: string) => Promise<Look>, now: number): Promise<readonly Settled[]> {
    for (const [path, sighting] of [...this.#sightings]) {
      const look = await lookAt(path);
      if (look !== sighting.look) Object.assign(sighting, { look, since: Math.max(now, sighting.since) });
    }
    // Only now, for something may have happened to a file while the others were looked at.
    const quiet = [...this.#sightings].filter(([, { since }]) => now - since >= this.#settleMs);
    const oldest = quiet.reduce((least, [, { since }]) => Math.min(least, since), now);
    const isWhole = quiet.length === this.#sightings.size;
    if (!isWhole && now - oldest < PATIENCE * this.#settleMs) return [];
    for (const [path] of quiet) this.#sightings.delete(path);
    return quiet.map(([path, { look = null }]) => [path, look]);
  }
}
