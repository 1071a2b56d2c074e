/** Draws the page as it was received, line by line, each stretch in the colour of its article. */
import type { LineView, PageView, StretchView } from '../../app/page-view.ts';
import { circled, MOVED_SIGNS } from '../../app/page-words.ts';
import type { Wording } from '../../app/wording-zh-cn.ts';
import { attribute, shown } from './escape.ts';
import { blockName, groupOf, lineName, runName, tint } from './names.ts';

/** The kinds of blocks by the names of the blocks. */
type Kinds = ReadonlyMap<string, string>;

/** What a stretch is, for whoever points at it. */
function explanation(stretch: StretchView, kinds: Kinds, { pageView }: Wording): string {
  const { article, fate, moved } = stretch;
  if (article === null) return fate === 'mark' ? pageView.isMark : pageView.isLeftOut;
  const kind = fate === 'head' ? pageView.isHead : (kinds.get(groupOf(stretch) ?? '') ?? '');
  return [
    `${circled(article)} ${kind}`,
    ...(fate === 'copy' ? [pageView.isCopy] : []),
    ...(moved === 'over' ? [pageView.isOver] : []),
    ...(moved === 'back' ? [pageView.isBack] : []),
  ].join(' · ');
}

/** The signs in front of a stretch: its article where that changes, and whether it was moved. */
function signs({ article, fate, moved }: StretchView, isNew: boolean): string {
  const sign = fate === 'left-out' ? '∅' : article === null ? '' : circled(article);
  const copy = fate === 'copy' ? '＝' : '';
  return `${isNew ? sign + copy : ''}${MOVED_SIGNS[moved]}`;
}

function drawStretch(
  stretch: StretchView,
  isNew: boolean,
  { kinds, wording }: { kinds: Kinds; wording: Wording },
): string {
  const { article, block, run, fate } = stretch;
  if (fate === 'blank') return shown(stretch.text);
  const sign = signs(stretch, isNew);
  const said = `title="${attribute(explanation(stretch, kinds, wording))}"${sign === '' ? '' : ` data-sign="${sign}"`}`;
  const group = groupOf(stretch);
  if (group === null || article === null) return `<span class="s ${fate}" ${said}>${shown(stretch.text)}</span>`;
  const id = run === null || block === null ? '' : ` id="${runName(article, block, run)}"`;
  // The first stretch of a block is enough for whoever goes by keys; the others would make the way long.
  const skipped = fate === 'block' && run === 1 ? '' : ' tabindex="-1"';
  const classes = `s ${fate} ${tint(article)} ${group}`;
  return `<a class="${classes}"${id} href="#${group}"${skipped} ${said}><bdi>${shown(stretch.text)}</bdi></a>`;
}

function drawLine({ number, stretches }: LineView, parts: { kinds: Kinds; wording: Wording }): string {
  let before = '';
  const drawn = stretches.map((stretch) => {
    const sort = `${stretch.article ?? ''}${stretch.fate === 'copy' || stretch.fate === 'left-out' ? stretch.fate : ''}`;
    const isText = stretch.fate !== 'blank' && stretch.fate !== 'mark';
    const isNew = isText && sort !== before;
    if (isText) before = sort;
    return drawStretch(stretch, isNew, parts);
  });
  const isVoid = stretches.every(({ fate }) => fate === 'blank');
  const name = lineName(number);
  return `<li id="${name}"${isVoid ? ' class="void"' : ''}><span class="no">${number}</span><div class="ink">${drawn.join('')}</div></li>`;
}

/** The lines of a page as items of a list. */
export function drawLines({ lines, articles }: PageView, wording: Wording): string {
  const kinds = new Map(
    articles.flatMap(({ number: article, blocks }) =>
      blocks.map(({ number: block, kind }) => [blockName(article, block), wording.pageView.kinds[kind]] as const),
    ),
  );
  return lines.map((line) => drawLine(line, { kinds, wording })).join('\n');
}
