/**
 * Keeps the settings of servers at hand, because whether a reply is private is fixed before anything may be looked up.
 *
 * Another process may change them: what is older than a while is read again behind the scenes, for the next request.
 */
import { DEFAULT_SETTINGS, type PlaceSettings, type Places } from '../../app/places.ts';

/** Milliseconds after which settings are looked at again. */
const FRESH = 15_000;
/** Milliseconds that a first request waits for settings; then it is answered to the asker alone, which harms nobody. */
const PATIENCE = 1000;

interface Known {
  readonly settings: PlaceSettings;
  readonly at: number;
}

/** Settings by the id of the server. */
export class SettingsCache {
  readonly #places: Places;
  readonly #clock: () => number;
  readonly #known = new Map<string, Known>();

  constructor(places: Places, clock: () => number) {
    this.#places = places;
    this.#clock = clock;
  }

  /** The settings of a server: at once where they are known. */
  async of(place: string): Promise<PlaceSettings> {
    const known = this.#known.get(place);
    if (known === undefined) return this.#first(place);
    if (this.#clock() - known.at > FRESH) this.load(place).catch(() => {});
    return known.settings;
  }

  /** Reads the settings of a server, now. */
  async load(place: string): Promise<PlaceSettings> {
    const settings = await this.#places.settings(place);
    this.#known.set(place, { settings, at: this.#clock() });
    return settings;
  }

  /** Forgets a server that is left. */
  forget(place: string): void {
    this.#known.delete(place);
  }

  async #first(place: string): Promise<PlaceSettings> {
    const careful = { ...DEFAULT_SETTINGS, private: true };
    let timer: NodeJS.Timeout | undefined;
    const waited = new Promise<PlaceSettings>((resolve) => {
      timer = setTimeout(() => resolve(careful), PATIENCE);
    });
    try {
      return await Promise.race([this.load(place).catch(() => careful), waited]);
    } finally {
      clearTimeout(timer);
    }
  }
}
