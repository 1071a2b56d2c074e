/** The figures of a text: numbers with what they count, the weightiest first. */
import type { Measure } from '../text/numbers.ts';
import type { Span } from '../text/span.ts';
import type { Clause, Token } from './material.ts';
import type { KeyFigure } from './model.ts';
import type { Choice } from './problem.ts';

/** Measures of numbers that nobody looks for in a list. */
const PASSED_OVER: ReadonlySet<Measure> = new Set(['ordinal', 'duration']);
/** Measures of things that are named behind their number: 3个项目. */
const THINGS: ReadonlySet<Measure> = new Set(['count', 'people']);
/** Words between what is counted and its number. */
const LINK =
  /(?:[\s，,、]|(?:总?计|共计|合计|共有?|总共|累计|已经?|将|可|约|近|超过?|突破|达到?了?|达|为|是|有|至|到|了|出|各|均|仅|高达|多达|不低于|不少于))+$/u;
const LEAD = /^(?:[\s，,、]|(?:已经?|共|将|还|其中|并且?|也|则|且|和|及|以及|同时|今年|目前))+/u;
/** A clause that compares says nothing without the one before it. */
const COMPARING = /^(?:同比|环比|较|比|占|增长|增幅|下降|降幅|增速)/u;
/** Characters from where a number's subject is named to the end of its clause, at most. */
const REACH = 45;
/** 一个, 一名, 两位: articles rather than numbers. */
const VAGUE = /^[一两][\p{Script=Han}]$/u;
const NOUN = /^(?:n|v|x$|eng|j|l|i|s$)/u;

interface Weighed {
  readonly figure: KeyFigure;
  readonly weight: number;
}

function labelled(text: string, tokens: readonly Token[]): boolean {
  return text.length > 1 && tokens.some(({ tag }) => NOUN.test(tag));
}

/** What a number of a clause counts: the words before it back to the number before, or else those behind it. */
function labelOf(blockText: string, clause: Clause, at: number): string {
  const mention = clause.quantities[at];
  if (mention === undefined) return '';
  const from = Math.max(clause.start, ...clause.quantities.slice(0, at).map(({ end }) => end));
  const inside = (start: number, end: number) => clause.tokens.filter((one) => one.start >= start && one.end <= end);
  const behindEnd = clause.quantities[at + 1]?.start ?? clause.end;
  const behind = /^[^，,、；;。]*/.exec(blockText.slice(mention.end, behindEnd))?.[0].trim() ?? '';
  const date = clause.dates.findLast(({ end }) => end <= mention.start && end > from);
  const before = blockText
    .slice(date?.end ?? from, mention.start)
    .replace(LINK, '')
    .replace(LEAD, '');
  const counted = behind.replace(/^的/, '');
  if (counted !== '' && THINGS.has(mention.of.measure)) return counted;
  const nouns = inside(from, mention.start).some(({ tag }) => /^n/.test(tag));
  if (labelled(before, inside(from, mention.start)) && (nouns || counted === '')) return before.trim();
  const label = counted === '' ? before.trim() : counted;
  return /[\p{L}\p{N}]/u.test(label) ? label : '';
}

/** Where the words stand that say what a number is of: its clause, with those before it that name what it speaks of. */
function placeOf({ clause, sentence, boundary }: Choice, label: string): Span {
  const index = sentence.clauses.indexOf(clause);
  const before = sentence.clauses[index - 1] ?? clause;
  const { opens } = boundary;
  const named = opens.kind === 'clause' || opens.kind === 'wish' ? sentence.clauses[opens.clause] : undefined;
  const from = [named, COMPARING.test(label) ? before : undefined].find(
    (one) => one !== undefined && clause.end - one.start <= REACH,
  );
  return { start: (from ?? clause).start, end: clause.end };
}

function figuresOfClause(choice: Choice, weigh: (key: string) => number): Weighed[] {
  const { clause, sentence, factor } = choice;
  const blockText = sentence.article.blocks[sentence.block]?.text ?? '';
  const found: Weighed[] = [];
  for (const [at, { start, end, folded, of }] of clause.quantities.entries()) {
    if (PASSED_OVER.has(of.measure) || of.unit === '' || VAGUE.test(folded)) continue;
    const label = labelOf(blockText, clause, at);
    const place = placeOf(choice, label);
    const figure = {
      article: sentence.article.id,
      block: sentence.block,
      span: { start, end },
      value: blockText.slice(start, end),
      label,
      place,
      text: blockText.slice(place.start, place.end),
    };
    const bare = label === '' ? 0.5 : 1;
    found.push({ figure, weight: weigh(folded) * factor * bare });
  }
  return found;
}

/** The best cell of a row: its last number, named by its first cell that is none. */
function figureOfRow({ sentence }: Choice): Weighed[] {
  const table = sentence.article.blocks[sentence.block]?.table;
  const row = table?.rowSpans.findIndex(({ start }) => start === sentence.start) ?? -1;
  const cells = table?.rows[row] ?? [];
  const value = cells.findLast((cell) => /^[+-]?[\d０-９]/.test(cell));
  const at = value === undefined ? -1 : sentence.text.lastIndexOf(value);
  if (value === undefined || at < 0) return [];
  const label = cells.find((cell) => /\p{L}/u.test(cell) && sentence.text.includes(cell)) ?? '';
  const start = sentence.start + at;
  const span = { start, end: start + value.length };
  const place = { start: sentence.start, end: sentence.end };
  const { article, block, text } = sentence;
  const figure = { article: article.id, block, span, value, label, place, text };
  return [{ figure, weight: 2.5 - sentence.ordinal / 2 }];
}

/** At most `most` figures; those in the summary count double, and the same value with the same label stands once. */
export function keyFigures(
  choices: readonly Choice[],
  { most, chosen, weigh }: { most: number; chosen: ReadonlySet<number>; weigh: (key: string) => number },
): KeyFigure[] {
  const all = choices.flatMap((choice, at) => {
    const found = choice.sentence.kind === 'row' ? figureOfRow(choice) : figuresOfClause(choice, weigh);
    return found.map(({ figure, weight }) => ({ figure, weight: chosen.has(at) ? weight * 2 : weight }));
  });
  const seen = new Set<string>();
  const found: KeyFigure[] = [];
  for (const { figure } of all.sort((a, b) => b.weight - a.weight)) {
    const key = figure.value.replace(/\s/g, '');
    if (found.length >= most || seen.has(key)) continue;
    seen.add(key);
    found.push(figure);
  }
  return found;
}
