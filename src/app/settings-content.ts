/** Settings of a place: what is wished of them, and how they are shown. */
import type { PlaceSettings } from './places.ts';
import { type Content, content, type Fact, inline } from './reply.ts';
import type { Wording } from './wording-zh-cn.ts';

/** What somebody wants to be otherwise; `allow` and `disallow` are ids of channels, `confidence` is in per cent. */
export interface SettingWishes {
  readonly allow?: string | undefined;
  readonly disallow?: string | undefined;
  readonly private?: boolean | undefined;
  readonly language?: PlaceSettings['language'] | undefined;
  readonly mentions?: boolean | undefined;
  readonly threads?: boolean | undefined;
  readonly confidence?: number | undefined;
}

/** The settings as they are wished to be. */
export function changed(settings: PlaceSettings, wishes: SettingWishes): PlaceSettings {
  const { allow, disallow, confidence } = wishes;
  const added = allow === undefined ? settings.channels : [...new Set([...settings.channels, allow])];
  return {
    channels: added.filter((channel) => channel !== disallow),
    private: wishes.private ?? settings.private,
    language: wishes.language ?? settings.language,
    mentions: wishes.mentions ?? settings.mentions,
    threads: wishes.threads ?? settings.threads,
    confidence: confidence === undefined ? settings.confidence : confidence / 100,
  };
}

/** The settings as a list; `isChange` says so above them. */
export function settingsContent(
  settings: PlaceSettings,
  { isChange, wording }: { readonly isChange: boolean; readonly wording: Wording },
): Content {
  const words = wording.settings;
  const yesNo = (on: boolean): string => (on ? words.yes : words.no);
  const fact = (name: string, value: string): Fact => ({ name, value: inline(value) });
  const { channels, confidence } = settings;
  const listed: Fact = {
    name: words.channels,
    value: channels.map((channel) => ({ text: channel, style: 'channel' })),
  };
  const facts = [
    channels.length === 0 ? fact(words.channels, words.everywhere) : listed,
    fact(words.private, yesNo(settings.private)),
    fact(words.language, words.languages[settings.language]),
    fact(words.mentions, yesNo(settings.mentions)),
    fact(words.threads, yesNo(settings.threads)),
    fact(words.confidence, confidence === 0 ? words.ownJudgement : `${Math.round(confidence * 100)}%`),
  ];
  return content([
    { kind: 'heading', level: 1, text: inline(isChange ? words.saved : words.heading) },
    { kind: 'facts', facts },
  ]);
}
