/** How the web page looks. Two schemes by what the reader's system wants; colours of equal lightness, so none is hard to read. */
import type { PageView } from '../../app/page-view.ts';
import { blockName, headName } from './names.ts';

/** The hues of the articles, neighbours far from each other; degrees of OKLCH. */
const HUES = [250, 60, 155, 345, 105, 200, 25, 305];

const SCHEMES = `
:root{color-scheme:light dark;--paper:#fbfaf7;--sheet:#fff;--ink:#1d1c1a;--faint:#5f5b54;--line:#dcd8cf;--alarm:#a3261b;--alarm-bg:#fdf0ec;--link:#1b5a9c;
--tint-l:.945;--tint-c:.045;--lit-l:.85;--lit-c:.11;--edge-l:.47;--edge-c:.14}
@media (prefers-color-scheme:dark){:root{--paper:#161719;--sheet:#1d1f22;--ink:#e9e6e0;--faint:#a8a49c;--line:#34373c;--alarm:#ff9a8b;--alarm-bg:#35201d;--link:#8dbdf2;
--tint-l:.3;--tint-c:.055;--lit-l:.43;--lit-c:.1;--edge-l:.79;--edge-c:.12}}`;

const TINTS = `
${HUES.map((hue, at) => `.t${at + 1}{--hue:${hue}}`).join('')}
[class*=" t"],[class^=t]{--tint:oklch(var(--tint-l) var(--tint-c) var(--hue));--lit:oklch(var(--lit-l) var(--lit-c) var(--hue));--edge:oklch(var(--edge-l) var(--edge-c) var(--hue));--stroke:solid}
[class*=again]{--stroke:dashed;--tint-c:.018}`;

const FRAME = `
*{box-sizing:border-box}
html{scroll-padding-top:4rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.7 "Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;overflow-wrap:anywhere}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--sheet);padding:.5rem 1rem;z-index:2}
.top{padding:1.4rem 1.5rem 1rem;border-bottom:1px solid var(--line);background:var(--sheet)}
h1{font-size:1.4rem;line-height:1.3;margin:0 0 .3rem}
h2{font-size:1rem;margin:0;padding:.7rem 1.5rem;background:var(--paper);border-bottom:1px solid var(--line);position:sticky;top:0;z-index:1}
.facts,.counts,.legend,.contents{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:.15rem 0;padding:0;color:var(--faint);font-size:.9rem}
.facts b,.counts b{color:var(--ink);font-weight:600}
.warnings{margin:.7rem 0;padding:.55rem .9rem;background:var(--alarm-bg);border-left:4px solid var(--alarm);border-radius:3px;font-size:.9rem}
.warnings b{color:var(--alarm)}.warnings ul{margin:0;padding-left:1.2rem}
.contents{margin:.6rem 0;gap:.4rem .5rem}
.contents a{display:block;max-width:24rem;padding:.1rem .6rem;background:var(--tint);border-left:4px var(--stroke) var(--edge);border-radius:3px;color:var(--ink);text-decoration:none;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.contents a:hover{background:var(--lit)}
.legend .s{padding:0 .3rem}
.hint{margin:.3rem 0 0;font-size:.9rem;color:var(--faint)}
footer{padding:1rem 1.5rem;border-top:1px solid var(--line);font-size:.85rem;color:var(--faint)}`;

const RAW = `
.lines{list-style:none;margin:0;padding:.8rem 1.5rem 3rem 0;font-size:.95rem}
.lines li{display:grid;grid-template-columns:3.6rem minmax(0,1fr);border-radius:3px}
.lines li:target{background:var(--line)}
.lines .void{font-size:.5rem;line-height:1.6}
.no{text-align:right;padding-right:.9rem;color:var(--faint);font:.8rem/2 ui-monospace,monospace;user-select:none}
.void .no{line-height:1.4;font-size:.6rem;opacity:.8}
.ink{white-space:pre-wrap;tab-size:4;min-width:0}
.lines li,.block{overflow-y:clip;overflow-clip-margin:5px}
.s{color:inherit;text-decoration:none;border-bottom:2px var(--stroke) transparent;border-radius:2px;-webkit-box-decoration-break:clone;box-decoration-break:clone;padding:.1em 0}
.s[data-sign]::before{content:attr(data-sign);color:var(--edge);font-weight:700;margin:0 .15em 0 .05em}
.block.s,.head.s,.copy.s{background:var(--tint)}
.s.head{font-weight:700;border-bottom-color:var(--edge)}
.s.copy{opacity:.85;border:1px dashed var(--edge);font-style:italic}
.s.left-out{background:repeating-linear-gradient(-45deg,var(--alarm-bg) 0 6px,transparent 6px 12px);color:var(--alarm);border-bottom:2px dotted var(--alarm);--edge:var(--alarm)}
.s.mark{color:var(--faint)}
.unseen{font:.72em/1 ui-monospace,monospace;border:1px solid currentColor;border-radius:2px;padding:0 .2em;margin:0 .1em;color:var(--alarm)}`;

const ARTICLES = `
.cards{padding:.8rem 1.5rem 3rem}
article{background:var(--sheet);border:1px solid var(--line);border-left:6px var(--stroke) var(--edge);border-radius:5px;margin:0 0 1.3rem}
header.head{background:var(--tint);padding:.7rem 1rem .6rem;border-radius:0 4px 0 0}
h3{margin:0;font-size:1.15rem;line-height:1.4}
.number{color:var(--edge)}
dl{margin:.35rem 0 0;font-size:.88rem;display:grid;gap:.05rem}
dl div{display:grid;grid-template-columns:4.5em minmax(0,1fr)}
dt{color:var(--faint)}dd{margin:0}
.cut{margin:.3rem 0 0;color:var(--alarm);font-weight:600;font-size:.9rem}
article .block{padding:.45rem 1rem .5rem;border-top:1px solid var(--line)}
.about{margin:0;font-size:.78rem;color:var(--faint)}
.about b{font-weight:600}
.moves{color:var(--alarm)}
.body{margin:0;white-space:pre-wrap}
.crosshead .body{font-weight:700}
.caption .body,.advert .body,.notice .body{font-size:.92rem}
.advert .body{color:var(--faint)}
.moved{font:600 .8em/1.2 ui-monospace,monospace;text-decoration:none;border:1px solid var(--edge);border-radius:3px;padding:0 .25em;margin:0 .2em;color:var(--edge);white-space:nowrap}
.moved:hover{background:var(--edge);color:var(--sheet)}
.s:target{outline:3px solid var(--edge)}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-size:.88rem;line-height:1.45}
th,td{border:1px solid var(--line);padding:.15rem .5rem;text-align:left;vertical-align:top;min-width:4.2em;overflow-wrap:normal}
th{background:var(--paper)}caption{text-align:left;color:var(--faint)}`;

/** On a wide screen both sides have scroll bars of their own, so that a paragraph and its lines can stand side by side. */
const SIDES = `
@media (min-width:60rem){.sides{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
.side{height:100vh;overflow:auto;position:sticky;top:0;scroll-padding-top:5rem}
.side+.side{border-left:1px solid var(--line)}}
@media (max-width:59.99rem){.top,h2,footer{padding-left:1rem;padding-right:1rem}.cards{padding:.6rem .6rem 2rem}.lines{padding-right:.8rem}
.lines li{grid-template-columns:2.7rem minmax(0,1fr)}.no{padding-right:.6rem}.contents a{max-width:100%}}
@media print{.side{height:auto;overflow:visible;position:static}}`;

/** A block and its stretches light up together: whichever is pointed at, has the focus, or was chosen by a link or its line. */
function lightUp(name: string): string {
  return `:root:has(.${name}:is(:hover,:focus-within,:target),li:target .${name}) .${name}{background:var(--lit)}`;
}

/** The style sheet for a page. */
export function styleOf({ articles }: PageView): string {
  const names = articles.flatMap(({ number, blocks }) => [
    headName(number),
    ...blocks.map((block) => blockName(number, block.number)),
  ]);
  return [SCHEMES, TINTS, FRAME, RAW, ARTICLES, SIDES, '', ...names.map(lightUp)].join('\n');
}
