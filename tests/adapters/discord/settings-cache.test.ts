import { describe, expect, it, vi } from 'vitest';
import { SettingsCache } from '../../../src/adapters/discord/settings-cache.ts';
import { DEFAULT_SETTINGS, type PlaceSettings } from '../../../src/app/places.ts';

function placesThat(give: () => Promise<PlaceSettings>) {
  let asked = 0;
  return {
    settings: () => {
      asked += 1;
      return give();
    },
    change: async () => {},
    get asked() {
      return asked;
    },
  };
}

describe('SettingsCache', () => {
  it('asks once and has them at hand from then on', async () => {
    const places = placesThat(async () => ({ ...DEFAULT_SETTINGS, private: true }));
    const cache = new SettingsCache(places, () => 0);
    expect((await cache.of('1')).private).toBe(true);
    expect((await cache.of('1')).private).toBe(true);
    expect(places.asked).toBe(1);
  });

  it('looks again behind the scenes after a while, so that what another process has changed gets here', async () => {
    let now = 0;
    let kept = false;
    const places = placesThat(async () => ({ ...DEFAULT_SETTINGS, private: kept }));
    const cache = new SettingsCache(places, () => now);
    await cache.of('1');
    kept = true;
    now = 60_000;
    expect((await cache.of('1')).private).toBe(false);
    await vi.waitFor(async () => expect((await cache.of('1')).private).toBe(true));
  });

  it('keeps answers to the asker where settings cannot be had', async () => {
    const broken = new SettingsCache(
      placesThat(() => Promise.reject(new Error('gone'))),
      () => 0,
    );
    expect((await broken.of('1')).private).toBe(true);
    const slow = new SettingsCache(
      placesThat(() => new Promise(() => {})),
      () => 0,
    );
    expect((await slow.of('1')).private).toBe(true);
  });
});
