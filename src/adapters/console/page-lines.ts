/** Draws a page beside its articles in a terminal: two columns where they fit, else one below the other. */
import type { PageView } from '../../app/page-view.ts';
import { MOVED_SIGNS, pageFacts, tallyPhrases } from '../../app/page-words.ts';
import { tellRemark } from '../../app/remarks.ts';
import type { Wording } from '../../app/wording-zh-cn.ts';
import { cleanLine } from './clean.ts';
import { articleRows, lone, type Paper, type Row, rawRows } from './page-rows.ts';

/** Two columns need a screen of at least so many. */
const TWO_COLUMNS = 120;
const BETWEEN = ' │ ';

/** What a page is drawn on. */
export interface Sheet extends Paper {
  /** Columns of the whole screen, of which `width` are for running text; `Infinity` where there is none. */
  readonly screen: number;
}

function legend({ pageView }: Wording): string {
  return [
    `${MOVED_SIGNS.over} ${pageView.isOver}`,
    `${MOVED_SIGNS.back} ${pageView.isBack}`,
    `[1=] ${pageView.isCopy}`,
    `[-] ${pageView.isLeftOut}`,
  ].join('  ');
}

function above(view: PageView, { palette, width, wording }: Paper): Row[] {
  const facts = pageFacts(view, wording).map(({ name, value }) => `${name} ${cleanLine(value)}`);
  const faint = [facts.join(' · '), tallyPhrases(view, wording).join(' · '), legend(wording)];
  const warnings = view.warnings.map((remark) => cleanLine(tellRemark(remark, wording.remarks)));
  return [
    ...lone(wording.pageView.name(cleanLine(view.info.file)), palette.heading, width),
    ...faint.flatMap((text) => lone(text, palette.faint, width)),
    ...warnings.flatMap((text) => lone(`${wording.pageView.warnings} · ${text}`, palette.warning, width)),
    { text: '', width: 0 },
  ];
}

function rawSide(view: PageView, paper: Paper): Row[] {
  const { palette, width, wording } = paper;
  const digits = String(view.lines.length).length;
  const lines = view.lines.flatMap((line) => rawRows(line, { ...paper, digits }));
  return [...lone(wording.pageView.raw, palette.heading, width), ...lines];
}

function articleSide(view: PageView, paper: Paper): Row[] {
  const { palette, width, wording } = paper;
  const articles = view.articles.flatMap((article) => articleRows(article, paper));
  return [...lone(wording.pageView.restored, palette.heading, width), ...articles];
}

function sideBySide(left: readonly Row[], right: readonly Row[], { width, palette }: Paper): string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
    const { text, width: used } = left[at] ?? { text: '', width: 0 };
    const beside = right[at]?.text ?? '';
    const gap = ' '.repeat(Math.max(0, width - used));
    return `${text}${gap}${palette.faint(beside === '' ? BETWEEN.trimEnd() : BETWEEN)}${beside}`;
  });
}

/** The lines of a page beside its articles; every line of the page is one line where there is no screen. */
export function pageLines(view: PageView, sheet: Sheet): string[] {
  const top = above(view, sheet).map(({ text }) => text);
  if (sheet.screen < TWO_COLUMNS || sheet.screen === Infinity) {
    const sides = [...rawSide(view, sheet), { text: '', width: 0 }, ...articleSide(view, sheet)];
    return [...top, ...sides.map(({ text }) => text)];
  }
  const column = { ...sheet, width: Math.floor((sheet.screen - BETWEEN.length) / 2) };
  return [...top, ...sideBySide(rawSide(view, column), articleSide(view, column), column)];
}
