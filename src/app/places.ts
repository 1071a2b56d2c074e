/**
 * Settings of the places where people ask, a server of a chat platform each.
 *
 * They are kept as text in the store and read leniently: a setting that this version does not know is passed over, one
 * that is missing has its default, so that neither a newer nor an older program ever fails on them.
 */
import { LOCALES, type Locale } from './locale.ts';

/** How we behave in a place. */
export interface PlaceSettings {
  /** The channels that we may speak in, by id; empty for all. */
  readonly channels: readonly string[];
  /** Whether answers are for the asker alone unless asked for otherwise. */
  readonly private: boolean;
  /** The language of our own words; `asker`: that of whoever asks. */
  readonly language: Locale | 'asker';
  /** Whether a mention is answered. */
  readonly mentions: boolean;
  /** Whether a button offers to go on in a thread. */
  readonly threads: boolean;
  /** Answers that are less sure are refused; 0 to 1, 0 for what the library itself thinks right. */
  readonly confidence: number;
}

/** How we behave where nothing was set. */
export const DEFAULT_SETTINGS: PlaceSettings = Object.freeze({
  channels: [],
  private: false,
  language: 'asker',
  mentions: true,
  threads: false,
  confidence: 0,
});

/** Where the settings of places are kept. */
export interface Places {
  /** The settings of a place; the default ones where none were made. */
  settings(place: string): Promise<PlaceSettings>;
  change(place: string, settings: PlaceSettings): Promise<void>;
}

/** What settings need of a store. */
export interface SettingShelf {
  setting(name: string): Promise<string | null>;
  setSetting(name: string, value: string | null): Promise<void>;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

function flag(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

/** The settings that a text holds. */
export function readSettings(text: string | null): PlaceSettings {
  const { channels, language, confidence, ...flags } = parsed(text ?? '{}');
  const listed = Array.isArray(channels) ? channels.filter((channel) => typeof channel === 'string') : [];
  const sure = typeof confidence === 'number' && confidence >= 0 && confidence <= 1;
  return {
    channels: listed,
    language: LOCALES.find((locale) => locale === language) ?? DEFAULT_SETTINGS.language,
    confidence: sure ? confidence : DEFAULT_SETTINGS.confidence,
    private: flag(flags['private'], DEFAULT_SETTINGS.private),
    mentions: flag(flags['mentions'], DEFAULT_SETTINGS.mentions),
    threads: flag(flags['threads'], DEFAULT_SETTINGS.threads),
  };
}

/** Places that all have the default settings, and keep no others. */
export const FIXED_PLACES: Places = Object.freeze({
  settings: async () => DEFAULT_SETTINGS,
  change: async () => {},
});

/** Places whose settings lie in a store. */
export function placesOn(shelf: SettingShelf): Places {
  const key = (place: string): string => `place:${place}`;
  return {
    settings: async (place) => readSettings(await shelf.setting(key(place))),
    change: (place, settings) => shelf.setSetting(key(place), JSON.stringify(settings)),
  };
}
