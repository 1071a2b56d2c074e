import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, placesOn, readSettings } from '../../src/app/places.ts';
import { changed } from '../../src/app/settings-content.ts';

describe('readSettings', () => {
  it.each([
    ['nothing kept', null],
    ['an empty object', '{}'],
    ['no JSON', '{"private":'],
    ['another kind of value', '[1,2]'],
    ['values of other types', '{"private":"yes","channels":3,"language":"fr","confidence":7}'],
    ['what a newer version may know', '{"mood":"sunny"}'],
  ])('gives the default ones for %s', (_what, text) => {
    expect(readSettings(text)).toEqual(DEFAULT_SETTINGS);
  });

  it('keeps what it understands beside what it does not', () => {
    expect(readSettings('{"private":true,"channels":["1",2],"language":"en","mood":1}')).toEqual({
      ...DEFAULT_SETTINGS,
      private: true,
      channels: ['1'],
      language: 'en',
    });
  });

  it('reads back what places keep', async () => {
    const kept = new Map<string, string>();
    const places = placesOn({
      setting: async (name) => kept.get(name) ?? null,
      async setSetting(name, value) {
        kept.set(name, value ?? '');
      },
    });
    const settings = changed(DEFAULT_SETTINGS, { allow: '7', private: true, confidence: 60, threads: true });
    await places.change('42', settings);
    expect(await places.settings('42')).toEqual(settings);
    expect(await places.settings('43')).toEqual(DEFAULT_SETTINGS);
  });
});

describe('changed', () => {
  it('adds a channel once and takes it away again', () => {
    const one = changed(changed(DEFAULT_SETTINGS, { allow: '7' }), { allow: '7' });
    expect(one.channels).toEqual(['7']);
    expect(changed(one, { disallow: '7' }).channels).toEqual([]);
  });

  it('leaves alone what nobody wishes to be otherwise', () => {
    const settings = { ...DEFAULT_SETTINGS, private: true, confidence: 0.5, language: 'en' as const };
    expect(changed(settings, {})).toEqual(settings);
    expect(changed(settings, { private: false, confidence: 0 })).toMatchObject({ private: false, confidence: 0 });
  });
});
