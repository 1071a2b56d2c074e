import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPage } from '../../../src/adapters/page-html/draw.ts';
import { attribute, shown } from '../../../src/adapters/page-html/escape.ts';
import { LOCALES } from '../../../src/app/locale.ts';
import { anyText } from '../../ingest/pages.ts';
import { ATTACKS, corpusView, hostileView, viewOf } from './pages.ts';

/** The elements that we write; anything else came from a page. */
const OURS = new Set(
  (
    'html head meta title style body a header h1 h2 h3 ul ol li div b nav span p main section bdi article dl dt dd em footer ' +
    'table caption thead tbody tr th td'
  ).split(' '),
);

function elementsOf(html: string): string[] {
  return [...html.replace(/<style>.*?<\/style>/su, '').matchAll(/<\/?([a-z][a-z0-9]*)/giu)].map(
    ([, name = '']) => name,
  );
}

/** The text of the raw lines as a browser would show it, without what we add. */
function rawTexts(html: string): string[] {
  return [...html.matchAll(/<div class="ink">(.*?)<\/div><\/li>/gsu)].map(([, ink = '']) =>
    ink
      .replace(/<[^>]*>/gu, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  );
}

describe('text of a page', () => {
  it.each(ATTACKS)('stays text: %s', (attack) => {
    expect(shown(attack)).not.toMatch(/[<>"']/u);
    expect(attribute(attack)).not.toMatch(/[<>"']/u);
  });

  it.each([
    ['\u202E反', 'U+202E'],
    ['\u0000', 'U+0000'],
    ['\u2028', 'U+2028'],
    ['\uD83D', 'U+D83D'],
    ['\u{E0041}', 'U+E0041'],
    ['\u3164', 'U+3164'],
  ])('shows %j by its code', (text, code) => {
    expect(shown(text)).toContain(`<span class="unseen">${code}</span>`);
    expect(attribute(text)).toContain(`⟦${code}⟧`);
  });

  it('keeps the joiners that hold emoji together, and tabs', () => {
    expect(shown('👨‍👩‍👧\t大桥')).toBe('👨‍👩‍👧\t大桥');
  });
});

describe('the web page', () => {
  it.each(LOCALES)('is one document of our own elements in %s, whatever the page prints', (locale) => {
    const html = drawPage(hostileView(), locale);
    expect(elementsOf(html).filter((name) => !OURS.has(name))).toEqual([]);
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).toMatch(/default-src 'none'; style-src 'sha256-[\w+/=]+'/u);
    expect(html).not.toMatch(/undefined|\[object/u);
  });

  it('links to nothing but itself, and every link has its place', () => {
    for (const view of [corpusView('002'), corpusView('003'), hostileView()]) {
      const html = drawPage(view, 'zh-CN');
      const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const targets = [...html.matchAll(/ href="([^"]*)"/gu)].map(([, href = '']) => href);
      expect(targets.length).toBeGreaterThan(20);
      expect(targets.filter((href) => !href.startsWith('#') || !ids.includes(href.slice(1)))).toEqual([]);
    }
  });

  it('shows every line as it was received', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        // What cannot be seen is shown by its code, which the tests above hold.
        fc.pre(text.trim() !== '' && !text.includes('\r') && !shown(text).includes('unseen'));
        const view = viewOf(text);
        expect(rawTexts(drawPage(view, 'zh-CN'))).toEqual(view.lines.map((line) => line.text));
      }),
      { numRuns: 100 },
    );
  });

  it('says in words what an editor should look at, and names what is known of the page', () => {
    const html = drawPage(corpusView('003'), 'zh-CN');
    expect(html).toContain('没有找到标题；如果原版有，请在它前面补一行。');
    expect(html).toContain('报纸 <b><bdi>大众日报</bdi></b>');
    expect(html).toContain('9 篇文章');
  });
});
