/** Lists the numbers of a summary: in the words of their clauses, so that nothing is said of them that is not printed. */
import type { Span } from '../text/span.ts';
import { type Block, type Inline, inline, type ListItem } from './reply.ts';
import type { FigureLine } from './summaries.ts';
import type { Wording } from './wording-zh-cn.ts';

/** Characters of a clause that is shown whole; of a longer one only what the number counts. */
const MOST = 60;
const END_MARK = /[。！？；，、;,\s]+$/u;

/** Numbers that stand in one place, in reading order. */
interface Group {
  readonly place: Span;
  readonly figures: readonly [FigureLine, ...FigureLine[]];
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function isRow({ article, block }: FigureLine): boolean {
  return article.blocks[block]?.table !== undefined;
}

function goesWith({ place, figures: [first] }: Group, figure: FigureLine): boolean {
  return first.article.id === figure.article.id && first.block === figure.block && overlap(place, figure.place);
}

/** Brings together what stands in overlapping places; a group stands where its first number does. */
function grouped(figures: readonly FigureLine[]): Group[] {
  const groups: Group[] = [];
  for (const figure of figures) {
    const at = groups.findIndex((group) => goesWith(group, figure));
    const group = groups[at];
    if (group === undefined) groups.push({ place: figure.place, figures: [figure] });
    else {
      const start = Math.min(group.place.start, figure.place.start);
      const end = Math.max(group.place.end, figure.place.end);
      groups[at] = { place: { start, end }, figures: [...group.figures, figure] };
    }
  }
  return groups;
}

/** The clause with its numbers marked. */
function clauseRuns({ place, figures }: Group): Inline[] {
  const [{ article, block }] = figures;
  const text = article.blocks[block]?.text ?? '';
  const runs: Inline[] = [];
  let from = place.start;
  for (const { span } of figures.toSorted((a, b) => a.span.start - b.span.start)) {
    if (span.start > from) runs.push({ text: text.slice(from, span.start), style: 'plain' });
    runs.push({ text: text.slice(span.start, span.end), style: 'mark' });
    from = span.end;
  }
  const rest = text.slice(from, place.end).replace(END_MARK, '');
  if (rest !== '') runs.push({ text: rest, style: 'plain' });
  return runs;
}

function labelRuns({ label, value }: FigureLine): Inline[] {
  return [...(label === '' ? [] : [{ text: `${label} `, style: 'plain' as const }]), { text: value, style: 'mark' }];
}

function itemsOf(group: Group, alone: boolean, wording: Wording): ListItem[] {
  const { place, figures } = group;
  const [first] = figures;
  const title = first.article.title ?? wording.untitled;
  const about: Inline[] = alone ? [] : [{ text: `${wording.separator}${wording.title(title)}`, style: 'faint' }];
  const brief = isRow(first) || place.end - place.start > MOST;
  const texts = brief ? figures.map(labelRuns) : [clauseRuns(group)];
  return texts.map((runs) => ({ text: [...runs, ...about] }));
}

/** A heading and the numbers below it; nothing for none. `table` puts them into a table by what they count. */
export function figureBlocks(figures: readonly FigureLine[], wording: Wording, table: boolean): Block[] {
  if (figures.length === 0) return [];
  const names = wording.summary;
  if (table) {
    const rows = figures.map(({ label, value }) => [label, value]);
    return [{ kind: 'table', caption: names.figures, header: [names.figureLabel, names.figureValue], rows }];
  }
  // What all figures come from needs no saying at each of them.
  const alone = new Set(figures.map(({ article }) => article.id)).size === 1;
  const items = grouped(figures).flatMap((group) => itemsOf(group, alone, wording));
  return [
    { kind: 'heading', level: 2, text: inline(names.figures) },
    { kind: 'list', start: null, items },
  ];
}
