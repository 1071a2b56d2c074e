/** Draws the articles that were made of a page, each block with the lines that it comes from. */
import type { ArticleView, BlockView, PageView, RunView } from '../../app/page-view.ts';
import { articleFacts, circled, MOVED_SIGNS, movesOf, rangesText } from '../../app/page-words.ts';
import type { LineRange } from '../../app/raw-lines.ts';
import type { Wording } from '../../app/wording-zh-cn.ts';
import type { Table } from '../../ingest/model.ts';
import { attribute, isolated, shown } from './escape.ts';
import { blockName, headName, lineName, runName, tint } from './names.ts';

/** Stands for numbers of lines in a sentence until links take its place; private use, and no wording holds it. */
const GAP = '\uE000';

/** A sentence about lines with each of them as a link. */
function linked(ranges: readonly LineRange[], say: (lines: string) => string): string {
  const links = ranges.map((range) => `<a href="#${lineName(range.first)}">${rangesText([range])}</a>`);
  return shown(say(GAP)).replace(GAP, links.join(', '));
}

function drawTable({ caption, header, rows }: Table): string {
  const row = (cells: readonly string[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${isolated(cell)}</${tag}>`).join('')}</tr>`;
  const above = caption === null ? '' : `<caption>${isolated(caption)}</caption>`;
  const head = header.length === 0 ? '' : `<thead>${row(header, 'th')}</thead>`;
  const body = rows.map((cells) => row(cells, 'td')).join('');
  return `<div class="wide"><table>${above}${head}<tbody>${body}</tbody></table></div>`;
}

function drawRun(run: RunView, name: string, { pageView }: Wording): string {
  const { text, moved, lines } = run;
  if (moved === 'no') return isolated(text);
  const line = String(lines[0]?.first ?? '');
  const said = attribute(moved === 'over' ? pageView.over(line) : pageView.back(line));
  const mark = `<a class="moved" href="#${name}" tabindex="-1" title="${said}" aria-label="${said}">${MOVED_SIGNS[moved]}${line}</a>`;
  return `${mark}${isolated(text)}`;
}

function aboutBlock(block: BlockView, { pageView }: Wording): string {
  const moves = movesOf(block);
  const parts = [
    `<b>${shown(pageView.kinds[block.kind])}</b>`,
    ...(block.lines.length === 0 ? [] : [linked(block.lines, pageView.lines)]),
    ...(moves === 0 ? [] : [`<span class="moves">${shown(pageView.movedTimes(moves))}</span>`]),
    ...(block.copies.length === 0 ? [] : [`<span class="again-at">＝ ${linked(block.copies, pageView.copied)}</span>`]),
  ];
  return `<p class="about">${parts.join(' · ')}</p>`;
}

function drawBlock(block: BlockView, article: number, wording: Wording): string {
  const name = blockName(article, block.number);
  const runs = block.runs.map((run, at) => drawRun(run, runName(article, block.number, at + 1), wording));
  const body = block.table === null ? `<p class="body">${runs.join('')}</p>` : drawTable(block.table);
  const { kinds, lines } = wording.pageView;
  const label = attribute(`${circled(article)} ${kinds[block.kind]}, ${lines(rangesText(block.lines))}`);
  return `<div class="block ${block.kind} ${name}" id="${name}" tabindex="0" role="group" aria-label="${label}">${aboutBlock(block, wording)}${body}</div>`;
}

function drawHead(article: ArticleView, wording: Wording): string {
  const { number, title, heads, truncated } = article;
  const { pageView } = wording;
  const facts = articleFacts(article, wording).map(
    ({ name, value }) => `<div><dt>${shown(name)}</dt><dd>${isolated(value)}</dd></div>`,
  );
  const places =
    heads.length === 0 ? [] : [`<div><dt>${shown(pageView.place)}</dt><dd>${linked(heads, pageView.lines)}</dd></div>`];
  const list = facts.length + places.length === 0 ? '' : `<dl>${[...facts, ...places].join('')}</dl>`;
  const name = headName(number);
  const shownTitle = title === null ? `<em>${shown(pageView.untitled)}</em>` : isolated(title);
  const cut = truncated ? `<p class="cut">… ${shown(pageView.truncated)}</p>` : '';
  return `<header class="head ${name}" id="${name}" tabindex="0"><h3 id="${name}-title"><span class="number">${circled(number)}</span> ${shownTitle}</h3>${list}${cut}</header>`;
}

function drawArticle(article: ArticleView, wording: Wording): string {
  const blocks = article.blocks.map((block) => drawBlock(block, article.number, wording)).join('\n');
  const name = headName(article.number);
  return `<article class="${tint(article.number)}" aria-labelledby="${name}-title">${drawHead(article, wording)}\n${blocks}</article>`;
}

/** The articles of a page. */
export function drawArticles({ articles }: PageView, wording: Wording): string {
  return articles.map((article) => drawArticle(article, wording)).join('\n');
}
