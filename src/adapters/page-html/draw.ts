/**
 * Draws a page beside its articles as one web page that needs nothing else: no script, no network. What the page prints is
 * text and never markup, and a policy in the document forbids all but its own style sheet, should that ever fail.
 */
import { createHash } from 'node:crypto';
import type { Locale } from '../../app/locale.ts';
import type { PageView } from '../../app/page-view.ts';
import { circled, MOVED_SIGNS, pageFacts, tallyPhrases } from '../../app/page-words.ts';
import { tellRemark } from '../../app/remarks.ts';
import { wordingFor } from '../../app/wording.ts';
import type { Wording } from '../../app/wording-zh-cn.ts';
import { drawArticles } from './article-side.ts';
import { attribute, isolated, shown } from './escape.ts';
import { headName, tint } from './names.ts';
import { drawLines } from './raw-side.ts';
import { styleOf } from './style.ts';

function policyFor(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function drawFacts(view: PageView, wording: Wording): string {
  const facts = pageFacts(view, wording).map(({ name, value }) => `<li>${shown(name)} <b>${isolated(value)}</b></li>`);
  const counts = tallyPhrases(view, wording).map((phrase) => `<li>${shown(phrase)}</li>`);
  return `<ul class="facts">${facts.join('')}</ul>\n<ul class="counts">${counts.join('')}</ul>`;
}

function drawWarnings({ warnings }: PageView, { pageView, remarks }: Wording): string {
  if (warnings.length === 0) return '';
  const items = warnings.map((remark) => `<li>${isolated(tellRemark(remark, remarks))}</li>`);
  return `<div class="warnings" role="note"><b>${shown(pageView.warnings)}</b><ul>${items.join('')}</ul></div>`;
}

function drawContents({ articles }: PageView, { pageView }: Wording): string {
  const items = articles.map(
    ({ number, title }) =>
      `<li><a class="${tint(number)}" href="#${headName(number)}">${circled(number)} ${isolated(title ?? pageView.untitled)}</a></li>`,
  );
  return `<nav aria-label="${attribute(pageView.contents)}"><ol class="contents">${items.join('')}</ol></nav>`;
}

function drawLegend({ pageView }: Wording): string {
  const entries: readonly (readonly [classes: string, sign: string, meaning: string])[] = [
    ['s head t1', '①', pageView.isHead],
    ['s block t1', MOVED_SIGNS.over, pageView.isOver],
    ['s block t1', MOVED_SIGNS.back, pageView.isBack],
    ['s copy t1', '①＝', pageView.isCopy],
    ['s left-out', '∅', pageView.isLeftOut],
    ['s mark', '#', pageView.isMark],
    ['unseen', 'U+', pageView.invisible],
  ];
  const items = entries.map(
    ([classes, sign, meaning]) => `<li><span class="${classes}">${sign}</span> ${shown(meaning)}</li>`,
  );
  return `<ul class="legend" aria-label="${attribute(pageView.legend)}">${items.join('')}</ul>`;
}

function drawSides(view: PageView, wording: Wording): string {
  const { raw, restored } = wording.pageView;
  return `<main class="sides">
<section class="side" id="raw" tabindex="0" aria-labelledby="raw-title"><h2 id="raw-title">${shown(raw)}</h2>
<ol class="lines">
${drawLines(view, wording)}
</ol></section>
<section class="side" id="articles" tabindex="0" aria-labelledby="articles-title"><h2 id="articles-title">${shown(restored)}</h2>
<div class="cards">
${drawArticles(view, wording)}
</div></section>
</main>`;
}

/** The web page, UTF-8, in the words of a language; what the page prints stays as it is. */
export function drawPage(view: PageView, locale: Locale): string {
  const wording = wordingFor(locale);
  const { pageView } = wording;
  const style = styleOf(view);
  const name = pageView.name(view.info.file);
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${attribute(name)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#articles">${shown(pageView.skipToArticles)}</a>
<header class="top">
<h1>${isolated(name)}</h1>
${drawFacts(view, wording)}
${drawWarnings(view, wording)}
${drawContents(view, wording)}
${drawLegend(wording)}
<p class="hint">${shown(pageView.hint)}</p>
</header>
${drawSides(view, wording)}
<footer><a href="#raw">${shown(pageView.toRaw)}</a></footer>
</body>
</html>
`;
}
