/**
 * The features of a statement: what speaks for the answer being in it, before any part of it is considered.
 *
 * Values are about 0 to 1. The forest that ranks statements is grown over these names.
 */
import { conflictsOf } from './conflicts.ts';
import { QUESTION_KINDS } from './forms.ts';
import { CUES } from './lexicon/cues.ts';
import { NUMERIC, pairsOf, type Question } from './question.ts';
import type { Statement } from './statement.ts';

/** All names, in the order of the values. */
export const SENTENCE_FEATURES: readonly string[] = Object.freeze([
  'coverage',
  'context',
  'context-only',
  'search',
  'search-rank',
  'coverage-lead',
  'context-lead',
  'same-passage-lead',
  'density',
  'pairs',
  'pairs-said',
  'heading-pairs',
  'run',
  'lacks-rarest',
  'lacks-rare',
  'sentence-lacks-rare',
  'before',
  'after',
  'slot',
  'focus',
  'focus-end',
  'wanted-unit',
  'has-number',
  'has-date',
  'has-day',
  'has-list',
  'has-quotes',
  'has-reason',
  'has-purpose',
  'has-means',
  'has-name',
  'has-definition',
  'has-place',
  'has-agent',
  'has-speech',
  'fits-kind',
  'length',
  'first',
  'ordinal',
  'row',
  'caption',
  'neighbour-before',
  'neighbour-after',
  'other-ordinal',
  'only-deputy',
  'other-year',
  'terms',
  ...QUESTION_KINDS.map((kind) => `kind:${kind}`),
]);

/** What all statements of one question are compared with. */
export interface Field {
  readonly question: Question;
  readonly statements: readonly Statement[];
}

const cue = (name: keyof typeof CUES): RegExp => new RegExp(CUES[name], 'u');
const REASON = cue('reason');
const PURPOSE = cue('purpose');
const MEANS = cue('means');
const NAME = cue('name');
const DEFINITION = cue('definition');
const PLACE = cue('place');
const AGENT = cue('agent');
const SPEECH = /表示|介绍|认为|指出|强调|告诉|透露|坦言|说|记者/u;
const NUMBER = /\d|[一二两三四五六七八九十百千万亿]/u;
const DATE = /\d+[年月日号]|[年月日]|世纪|季度|时期/u;
const DAY = /\d+月\d+[日号]/u;
/** The weight of a word that one passage in some thousand has. */
const RARE = 8;
/** Characters within which words of the question count as standing together. */
const WINDOW = 30;

/** Computes the features of all statements of a question, one row each, in the order given. */
export function sentenceRows({ question, statements }: Field): Float32Array[] {
  const pairs = pairsOf(question);
  const fits = fitting(question);
  const best = {
    coverage: Math.max(1e-9, ...statements.map(({ coverage }) => coverage)),
    context: Math.max(1e-9, ...statements.map(({ context }) => context)),
  };
  const passages = passagesOf(statements);
  return statements.map((statement) =>
    Float32Array.from([
      ...wordValues(statement, { question, best, passages }),
      ...pairValues(statement, pairs),
      ...lackValues(statement),
      ...slotValues(statement, question),
      ...signValues(statement, question, fits),
      ...placeValues(statement, passages),
      ...conflictValues(statement, question),
      Math.min(1, question.terms.length / 10),
      ...QUESTION_KINDS.map((kind) => Number(kind === question.kind)),
    ]),
  );
}

interface Passages {
  /** Best coverage of a statement of each passage, by the passage's number. */
  readonly best: ReadonlyMap<number, number>;
  /** Place of each passage in the order of the search. */
  readonly rank: ReadonlyMap<number, number>;
  /** Coverage of each statement, by passage and offset. */
  readonly rows: ReadonlyMap<number, readonly Statement[]>;
}

function passagesOf(statements: readonly Statement[]): Passages {
  const rows = new Map<number, Statement[]>();
  for (const statement of statements) {
    const row = rows.get(statement.material.id);
    if (row === undefined) rows.set(statement.material.id, [statement]);
    else row.push(statement);
  }
  for (const row of rows.values()) row.sort((a, b) => a.span.start - b.span.start);
  const order = [...rows].sort(([, [a]], [, [b]]) => (b?.search ?? 0) - (a?.search ?? 0));
  return {
    rows,
    best: new Map([...rows].map(([id, row]) => [id, Math.max(...row.map(({ coverage }) => coverage))])),
    rank: new Map(order.map(([id], rank) => [id, rank])),
  };
}

interface Around {
  readonly question: Question;
  readonly best: { readonly coverage: number; readonly context: number };
  readonly passages: Passages;
}

function wordValues(statement: Statement, { best, passages }: Around): number[] {
  const { coverage, context, search, material } = statement;
  return [
    coverage,
    context,
    context - coverage,
    search,
    1 / (1 + (passages.rank.get(material.id) ?? 0)),
    coverage / best.coverage,
    context / best.context,
    coverage / Math.max(1e-9, passages.best.get(material.id) ?? 0),
    density(statement),
  ];
}

/** The most of the question's words that stand within one window. */
function density({ hits }: Statement): number {
  const total = Math.max(
    1e-9,
    hits.reduce((sum, { weight }) => sum + weight, 0),
  );
  const starts = hits.flatMap(({ places }) => places.map(({ start }) => start));
  const held = starts
    .slice(0, 40)
    .map((from) =>
      hits.reduce(
        (sum, { weight, places }) =>
          sum + (places.some(({ start }) => start >= from && start < from + WINDOW) ? weight : 0),
        0,
      ),
    );
  return Math.max(0, ...held) / total;
}

/** Shares of the question's pairs in the statement and of the statement's in the question, in the heading, and the longest run. */
function pairValues({ text, heading }: Statement, pairs: ReadonlySet<string>): number[] {
  const held = new Set<string>();
  let [run, longest, said] = [0, 0, 0];
  for (let i = 0; i + 2 <= text.length; i++) {
    const pair = text.slice(i, i + 2);
    run = pairs.has(pair) ? run + 1 : 0;
    if (run === 0) continue;
    said++;
    held.add(pair);
    longest = Math.max(longest, run);
  }
  const all = Math.max(1, pairs.size);
  const headed = [...pairs].filter((pair) => heading.includes(pair)).length;
  return [held.size / all, said / Math.max(1, text.length), headed / all, Math.min(1, longest / 12)];
}

function lackValues({ hits }: Statement): number[] {
  const rarest = Math.max(1e-9, ...hits.map(({ weight }) => weight));
  const lacking = Math.max(0, ...hits.map(({ weight, contextShare }) => weight * (1 - contextShare)));
  const unsaid = Math.max(0, ...hits.map(({ weight, share }) => weight * (1 - share)));
  return [lacking / rarest, Math.min(1, lacking / RARE), Math.min(1, unsaid / RARE)];
}

function slotValues({ text }: Statement, { before, after, focus }: Question): number[] {
  const [left, right] = [before === '' ? -1 : text.indexOf(before), after === '' ? -1 : text.lastIndexOf(after)];
  return [
    Number(left >= 0),
    Number(right >= 0),
    Number(left >= 0 && right > left),
    Number(focus !== '' && text.includes(focus)),
    Number(focus !== '' && text.includes(focus.slice(-1))),
  ];
}

/** What a statement must have to answer a question of a kind; nothing where that cannot be told by signs. */
function fitting({ kind, unit }: Question): { unit: RegExp | undefined; kind: RegExp | undefined } {
  const escaped = unit.replace(/[^\p{L}\p{N}%]/gu, '');
  return {
    unit: escaped === '' ? undefined : new RegExp(`[\\d一二两三四五六七八九十百千万亿余多几]${escaped}`, 'u'),
    kind: NUMERIC.has(kind) ? NUMBER : SIGN_OF_KIND[kind],
  };
}

const SIGN_OF_KIND: Readonly<Partial<Record<Question['kind'], RegExp>>> = Object.freeze({
  date: DATE,
  reason: REASON,
  method: MEANS,
  definition: DEFINITION,
  list: /、|;|和|及/u,
  name: /["“《]|[叫名称]/u,
  place: PLACE,
});

function signValues({ text }: Statement, { kind }: Question, fits: ReturnType<typeof fitting>): number[] {
  const signs = [NUMBER, DATE, DAY, /、/u, /["“《]/u, REASON, PURPOSE, MEANS, NAME, DEFINITION, PLACE, AGENT, SPEECH];
  return [
    fits.unit === undefined ? 0.5 : Number(fits.unit.test(text)),
    ...signs.map((sign) => Number(sign.test(text))),
    fits.kind === undefined || kind === 'yesno' ? 0.5 : Number(fits.kind.test(text)),
  ];
}

function placeValues(statement: Statement, passages: Passages): number[] {
  const { material, span, text } = statement;
  const row = passages.rows.get(material.id) ?? [];
  const at = row.indexOf(statement);
  return [
    Math.min(1, text.length / 200),
    Number(span.start === 0 && material.passage.ordinal === 0),
    Math.min(1, material.passage.ordinal / 10),
    Number(material.passage.kind === 'row'),
    Number(material.passage.kind === 'caption'),
    row[at - 1]?.coverage ?? 0,
    row[at + 1]?.coverage ?? 0,
  ];
}

function conflictValues(statement: Statement, question: Question): number[] {
  const { ordinal, deputy, year } = conflictsOf(question, statement);
  return [ordinal, deputy, year];
}
