/** Draws lines of a page and of its articles as rows of a terminal. */
import type { ArticleView, BlockView, LineView, RunView, StretchView } from '../../app/page-view.ts';
import { articleFacts, MOVED_SIGNS, movesOf, rangesText } from '../../app/page-words.ts';
import type { Wording } from '../../app/wording-zh-cn.ts';
import { cleanLine } from './clean.ts';
import type { Paint, Palette } from './palette.ts';
import { tableLines } from './table.ts';
import { displayWidth } from './width.ts';
import { type Styled, wrap } from './wrap.ts';

/** What rows are drawn with. */
export interface Paper {
  readonly palette: Palette;
  /** Columns of a row; `Infinity` breaks none. */
  readonly width: number;
  readonly wording: Wording;
}

/** A drawn line and how many columns it takes, colours not counted. */
export interface Row {
  readonly text: string;
  readonly width: number;
}

type Words = Styled<Paint>;

const plain: Paint = (text) => text;

/** Lines of at most `width` columns, the first behind `lead`, the others below its end. */
function rows(words: readonly Words[], width: number, lead: Words): Row[] {
  const indent = displayWidth(lead.text);
  const repeats = lead.text.trim() === '│';
  return wrap(words, width - indent).map((line, at) => {
    const front = at === 0 || repeats ? lead.text : ' '.repeat(indent);
    const parts = [{ text: line.length === 0 ? front.trimEnd() : front, style: lead.style }, ...line];
    return {
      text: parts.map(({ text, style }) => style(text)).join(''),
      width: parts.reduce((sum, { text }) => sum + displayWidth(text), 0),
    };
  });
}

/** A text of one style. */
export function lone(text: string, style: Paint, width: number): Row[] {
  return rows([{ text, style }], width, { text: '', style: plain });
}

function tintOf(article: number, { tints }: Palette): Paint {
  return tints[(article - 1) % tints.length] ?? tints[0];
}

/** The sign of what a stretch belongs to, such as `[3]`, `[3=]` for a copy and `[-]` for what is left out. */
function signOf({ fate, article }: StretchView): string {
  if (fate === 'blank' || fate === 'mark') return '';
  return article === null ? '[-]' : `[${article}${fate === 'copy' ? '=' : ''}]`;
}

function paintOf({ fate, article }: StretchView, palette: Palette): Paint {
  if (fate === 'left-out') return palette.warning;
  if (article === null) return palette.faint;
  const tint = tintOf(article, palette);
  if (fate === 'head') return (text) => palette.strong(tint(text));
  return fate === 'copy' ? (text) => palette.faint(tint(text)) : tint;
}

/** A line as it was received; a sign stands where it begins to belong to something else. */
export function rawRows(
  { number, stretches }: LineView,
  { palette, width, digits }: Paper & { readonly digits: number },
): Row[] {
  const words: Words[] = [];
  const waiting: Words[] = [];
  let before = '';
  for (const stretch of stretches) {
    const sign = signOf(stretch);
    const moved = MOVED_SIGNS[stretch.moved];
    const word = { text: inner(stretch.text), style: paintOf(stretch, palette) };
    if (sign === '') waiting.push(word);
    else {
      // Blanks and marks in front stand behind the sign of what they lead to.
      if (sign !== before) words.push({ text: `${sign} `, style: palette.faint });
      before = sign;
      words.push(...waiting.splice(0), ...(moved === '' ? [] : [{ text: moved, style: palette.mark }]), word);
    }
  }
  const lead = { text: `${String(number).padStart(digits)}  `, style: palette.faint };
  return rows([...words, ...waiting], width, lead);
}

/** Separators inside of a line are no reason for another row. */
function inner(text: string): string {
  return text.replace(/[\n\v\f\r\u0085\u2028\u2029]/gu, ' ');
}

function aboutBlock(block: BlockView, { pageView }: Wording): string {
  const moves = movesOf(block);
  return [
    pageView.kinds[block.kind],
    ...(block.lines.length === 0 ? [] : [pageView.lines(rangesText(block.lines))]),
    ...(moves === 0 ? [] : [pageView.movedTimes(moves)]),
    ...(block.copies.length === 0 ? [] : [pageView.copied(rangesText(block.copies))]),
  ].join(' · ');
}

function runWords({ text, moved, lines: [from] }: RunView, { palette }: Paper): Words[] {
  const sign = moved === 'no' ? '' : `${MOVED_SIGNS[moved]}${from?.first ?? ''} `;
  return [...(sign === '' ? [] : [{ text: sign, style: palette.mark }]), { text, style: plain }];
}

function blockRows(block: BlockView, tint: Paint, paper: Paper): Row[] {
  const { palette, width, wording } = paper;
  const lead = { text: '│ ', style: tint };
  const about = rows([{ text: aboutBlock(block, wording), style: palette.faint }], width, lead);
  if (block.table === null)
    return [
      ...about,
      ...rows(
        block.runs.flatMap((run) => runWords(run, paper)),
        width,
        lead,
      ),
    ];
  const drawn = tableLines(block.table, { ...palette, strong: plain, faint: plain }, width - 2);
  return [...about, ...drawn.flatMap((text) => rows([{ text, style: plain }], width, lead))];
}

function headLines(article: ArticleView, wording: Wording): string[] {
  const { pageView } = wording;
  const { heads, truncated } = article;
  return [
    ...articleFacts(article, wording).map(({ name, value }) => `${name} ${cleanLine(value)}`),
    ...(heads.length === 0 ? [] : [`${pageView.place} ${pageView.lines(rangesText(heads))}`]),
    ...(truncated ? [pageView.truncated] : []),
  ];
}

/** An article with its head and its blocks, each with the lines that it comes from. */
export function articleRows(article: ArticleView, paper: Paper): Row[] {
  const { palette, width, wording } = paper;
  const tint = tintOf(article.number, palette);
  const title = `[${article.number}] ${cleanLine(article.title ?? wording.pageView.untitled)}`;
  return [
    ...lone(title, (text) => palette.strong(tint(text)), width),
    ...headLines(article, wording).flatMap((fact) =>
      rows([{ text: fact, style: plain }], width, { text: '    ', style: plain }),
    ),
    ...article.blocks.flatMap((block) => blockRows(block, tint, paper)),
    { text: '', width: 0 },
  ];
}
