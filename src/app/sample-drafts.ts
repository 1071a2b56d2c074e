/**
 * Turns sentences of an article into questions that they answer.
 *
 * Each kind of answer has a form of sentence that newspapers like and that becomes a question by leaving the answer out:
 * a clause that ends with a figure, a day before what happened on it, a title of office before its holder's name, a
 * place between `在` and what happened there.
 */
import type { Article } from '../ingest/model.ts';
import { findDates } from '../text/dates.ts';
import { OFFICES } from '../text/lexicon/offices.ts';
import { SPEECH_VERBS } from '../text/lexicon/speech.ts';
import { SURNAMES } from '../text/lexicon/surnames.ts';
import { findQuantities, type Measure, type Quantity } from '../text/numbers.ts';
import { splitSentences } from '../text/sentences.ts';
import { isBalanced } from './balance.ts';

/** What an answer is: a sum of money, another figure, a day, a person, a place, or who wrote the article. */
export type SampleKind = 'money' | 'number' | 'day' | 'person' | 'place' | 'writer';

/** A question made from an article and what its answer must hold. */
export interface Draft {
  readonly kind: SampleKind;
  readonly question: string;
  readonly expected: string;
  readonly article: string;
}

type Found = Omit<Draft, 'article'>;

/** Characters of the words that lead up to the answer: shorter ones ask for nothing, longer ones are not asked by people. */
const LEAD = { min: 8, max: 26 } as const;
/** Titles of office are shorter and say as much. */
const OFFICE_LEAD = { min: 6, max: 22 } as const;

const COUNTABLE: readonly Measure[] = ['money', 'area', 'length', 'weight', 'people', 'count'];
const CLAUSE_END = /[，。；：、！？“”‘’《》（）()\s,;:!?"]/u;
/** Words at the beginning that point back to what the question would not say. */
const POINTS_BACK =
  /^(?:其|该|这|那|此|他|她|它|本|同比|环比|同期|目前|为|达|共|约|并|且|而|则|又|也|还|再|至|比|较|占|或|到|由|记者|据|我)/u;

const longestFirst = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');
/** `市文旅局局长王某介绍`: the office with what it is of, the name, and the verb that shows where the name ends. */
const HOLDER = new RegExp(
  `(?<office>[\\p{Script=Han}A-Za-z0-9]*(?:${longestFirst(OFFICES)}))` +
    `(?<name>(?:${longestFirst(SURNAMES)})\\p{Script=Han}{1,2}?)(?:${longestFirst(SPEECH_VERBS)})`,
  'gu',
);
/** `某某大会在某地召开` */
const EVENT =
  /(?<event>[\p{Script=Han}A-Za-z0-9]{6,26}?)在(?<place>[\p{Script=Han}A-Za-z0-9]{2,14}?)(?<verb>举行|召开|举办|开幕|启动|启用|揭牌|开工|成立|揭幕|签约)(?=[，。,；])/gu;

/** The words from the last clause end up to `end`; none where they are only the last part of a list. */
function leadBefore(sentence: string, end: number): string {
  let start = end;
  while (start > 0 && !CLAUSE_END.test(sentence.charAt(start - 1))) start -= 1;
  return sentence.charAt(start - 1) === '、' ? '' : sentence.slice(start, end);
}

/** The words from `start` to the next clause end. */
function clauseFrom(sentence: string, start: number): string {
  let end = start;
  while (end < sentence.length && !CLAUSE_END.test(sentence.charAt(end))) end += 1;
  return sentence.slice(start, end);
}

function isSayable(words: string, { min, max }: { readonly min: number; readonly max: number }): boolean {
  return words.length >= min && words.length <= max && !POINTS_BACK.test(words) && !/[\d０-９]/u.test(words);
}

function askFigure(sentence: string, { span, core, measure, scaledUnit }: Quantity): Found[] {
  const lead = leadBefore(sentence, span.start);
  const ends = CLAUSE_END.test(sentence.charAt(span.end) || '。');
  if (!ends || !isSayable(lead, LEAD) || scaledUnit === '' || !COUNTABLE.includes(measure)) return [];
  const expected = sentence.slice(core.start, core.end);
  return [{ kind: measure === 'money' ? 'money' : 'number', question: `${lead}多少${scaledUnit}？`, expected }];
}

/** A day at the very beginning, and the clause behind it. */
function askDay(sentence: string): Found[] {
  const [date] = findDates(sentence);
  if (date === undefined || date.span.start !== 0 || date.precision !== 'day') return [];
  const expected = /^(?:\d{4}年)?\d{1,2}月\d{1,2}日/u.exec(sentence)?.[0];
  const behind = sentence.charAt(date.span.end);
  const clause = clauseFrom(sentence, date.span.end + (behind === '，' || behind === ',' ? 1 : 0));
  if (expected === undefined || !isSayable(clause, LEAD)) return [];
  return [{ kind: 'day', question: `${clause}是在哪一天？`, expected }];
}

function askHolder(sentence: string): Found[] {
  return [...sentence.matchAll(HOLDER)].flatMap(({ groups: { office = '', name = '' } = {} }) => {
    const title = office.replace(/^(?:据|对此|同时|随后)/u, '');
    return isSayable(title, OFFICE_LEAD)
      ? [{ kind: 'person' as const, question: `${title}是谁？`, expected: name }]
      : [];
  });
}

function askPlace(sentence: string): Found[] {
  return [...sentence.matchAll(EVENT)].flatMap(({ index, groups: { event = '', place = '', verb = '' } = {} }) => {
    const what = leadBefore(sentence, index + event.length).replace(/(?:近日|日前|[昨今]日|[昨今]天)$/u, '');
    return isSayable(what, LEAD)
      ? [{ kind: 'place' as const, question: `${what}在哪里${verb}？`, expected: place }]
      : [];
  });
}

function askSentence(sentence: string): Found[] {
  const figures = findQuantities(sentence).flatMap((quantity) => askFigure(sentence, quantity));
  return [...figures, ...askDay(sentence), ...askHolder(sentence), ...askPlace(sentence)];
}

/** The whole sentences of the running text: those that end as sentences do, with no quotation or bracket torn. */
function sentencesOf({ blocks }: Article): string[] {
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph');
  return paragraphs
    .flatMap(({ text }) => splitSentences(text).map(({ start, end }) => text.slice(start, end)))
    .filter((sentence) => /[。！？]["”’」』）)]*$/u.test(sentence) && isBalanced(sentence));
}

/** Who wrote it. */
function askWriter({ title, reporters }: Article): Found[] {
  const [expected] = reporters;
  if (title === null || expected === undefined || title.length > LEAD.max || !isBalanced(title)) return [];
  return [{ kind: 'writer', question: `《${title}》的记者是谁？`, expected }];
}

/** The questions that an article answers, in the order of its sentences, who wrote it last. */
export function draftsOf(article: Article): Draft[] {
  const found = [...sentencesOf(article).flatMap(askSentence), ...askWriter(article)];
  return found.map((draft) => ({ ...draft, article: article.id }));
}
