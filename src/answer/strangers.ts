/**
 * Where the sentence of an answer is about another thing or time than the question: another year, another round, the
 * deputy, a name that the article does not have, another district, another project, the opposite of what is asked.
 *
 * Each is about how Chinese says that something is another one. None weighs anything: where one holds, nothing is said.
 */
import { OFFICES } from '../text/lexicon/offices.ts';
import { PLACE_SUFFIXES } from '../text/lexicon/places.ts';
import type { TaggedWord } from '../text/words.ts';
import type { Consideration } from './answer.ts';
import type { Candidate } from './candidates.ts';
import { articleText, resembles } from './confidence-features.ts';
import { conflictsOf } from './conflicts.ts';
import type { QuestionKind } from './forms.ts';
import { ANTONYMS } from './lexicon/antonyms.ts';
import { CHANGES } from './lexicon/changes.ts';
import { COMMON_WORDS } from './lexicon/common-words.ts';
import { BEFORE_SIGN, BEHIND_SIGN, COUNTRY_SIGNS } from './lexicon/country-signs.ts';
import type { Question, QuestionTerm } from './question.ts';
import type { Statement } from './statement.ts';

/** What an answer is forbidden by: that it is of another time, or of another thing; with the word that tells. */
export interface Veto {
  readonly by: 'time' | 'subject';
  /** The word of the question that does not hold, '' where it is none of its words. */
  readonly word: string;
}

/** A name of the question that weighs less is so common in the library that articles leave it out. */
const NAME_WEIGHT = 3;
/** Kinds whose answer is told of a place and is none itself. */
const LOCAL: ReadonlySet<QuestionKind> = new Set([
  'number',
  'money',
  'percent',
  'duration',
  'date',
  'person',
  'reason',
]);
const PLACE_ENDS: ReadonlySet<string> = new Set(PLACE_SUFFIXES);
const YEAR = /(?:19|20)\d{2}(?=年)/u;
const OFFICE_ASKED = new RegExp(
  `(${[...OFFICES].sort((a, b) => b.length - a.length).join('|')})(?:现在|目前)?(?:是|叫|为)?(?:谁|哪位|哪一位|什么名字|何人)`,
  'u',
);

/** That the sentence of the best candidate is about another thing or time than the question, whatever the candidate is. */
export function strangerOf({ question, statements, ranked }: Consideration): Veto | undefined {
  const best = ranked[0]?.candidate;
  if (best === undefined) return undefined;
  const { statement } = best.ground;
  const article = articleText(statement, statements);
  const word =
    missingName(question, statement, article) ??
    missingEvent(question.text, article) ??
    otherPlace(question, best) ??
    otherSubject(question, best) ??
    otherBearer(question, best) ??
    missingOffice(question, article) ??
    opposite(question.text, statement.text);
  if (isOtherTime(question, statement, article) || isOfOtherYear(question, best))
    return { by: 'time', word: YEAR.exec(question.text)?.[0] ?? '' };
  if (word !== undefined) return { by: 'subject', word };
  const { ordinal, deputy } = conflictsOf(question, statement);
  return ordinal + deputy > 0 ? { by: 'subject', word: '' } : undefined;
}

function isOtherTime(question: Question, statement: Statement, article: string): boolean {
  const { year, period } = conflictsOf(question, statement);
  if (period === 1) return true;
  const asked = YEAR.exec(question.text)?.[0];
  if (year === 0 || asked === undefined) return false;
  return !article.includes(asked) && !isNextTo(Number(asked), statement, article);
}

/** The day that is offered lies in another year than the one that the question names for what happened on it. */
function isOfOtherYear({ kind, text, ask }: Question, { date }: Candidate): boolean {
  if (kind !== 'date' || date === undefined || text.slice(ask.start, ask.end).includes('年')) return false;
  const [asked, ...others] = text.match(new RegExp(YEAR, 'gu')) ?? [];
  if (asked === undefined || others.length > 0 || /[,;]/u.test(text.slice(text.indexOf(asked), ask.start)))
    return false;
  const [from, to] = [date.from.slice(0, 4), date.to.slice(0, 4)];
  return from !== '' && from === to && from !== asked;
}

/** The article says 去年 or 明年, and by its day that is the year asked for. */
function isNextTo(asked: number, { material }: Statement, article: string): boolean {
  const own = Number(material.date?.slice(0, 4));
  const told = { '-2': /前年/u, '-1': /去年|上年|往年/u, '0': /今年|本年/u, '1': /明年|来年/u }[String(asked - own)];
  return told?.test(article) ?? false;
}

/** A place or a body that the article does not name; of two signs only where it does not end as many places do. */
function missingName({ terms }: Question, { hits }: Statement, article: string): string | undefined {
  const isNamed = ({ word, tag }: QuestionTerm): boolean =>
    /^n[st]/u.test(tag) &&
    !COMMON_WORDS.has(word) &&
    word.length > 1 &&
    !(word.length === 2 && PLACE_ENDS.has(word.slice(-1)));
  return terms.find(
    (term, i) =>
      isNamed(term) &&
      (hits[i]?.weight ?? 0) >= NAME_WEIGHT &&
      !resembles(term.word, article) &&
      !isAbbreviated(term.word, article),
  )?.word;
}

/** Whether an article calls a country by its single sign: 俄油, 访俄. */
function isAbbreviated(word: string, article: string): boolean {
  const sign = COUNTRY_SIGNS[word];
  return sign !== undefined && new RegExp(`[${BEFORE_SIGN}]${sign}|${sign}[${BEHIND_SIGN}]`, 'u').test(article);
}

/** A district, town or county of the question, where the clause of the candidate names another one instead. */
function otherPlace({ kind, terms, text }: Question, { ground, span }: Candidate): string | undefined {
  if (!LOCAL.has(kind)) return undefined;
  const { terrain, statement } = ground;
  const clause = statement.text.slice(terrain.clauseFrom[span.start] ?? 0, span.end);
  return terms.find(({ word, tag }) => {
    if (!tag.startsWith('ns') || !/[区市县镇]$/u.test(word) || word.length < 3) return false;
    const others = clause.match(new RegExp(`\\p{Script=Han}{2}${word.slice(-1)}`, 'gu')) ?? [];
    return !clause.includes(word) && others.some((other) => isPlaceName(ground, other) && !text.includes(other));
  })?.word;
}

/** Characters at the begin of a sentence in which its subject stands. */
const SUBJECT = 12;

/** Districts, towns and counties that are no names. */
const NO_NAME =
  /^(?:开发|示范|老城|新城|中心城|居民|工业|风景|自贸|保税|高新|经济|功能|核心|试验|实验|商业|生活|办公|住宅|大城|县级|地级|农贸|小城|特色|贫困|中心|重点)[区市县镇]$/u;

/** Whether a word is the name of a place of this kind, which the dictionary need not know as one. */
function isOfKind({ word, tag }: TaggedWord, end: string): boolean {
  if (!word.endsWith(end) || word.length < 3 || NO_NAME.test(word)) return false;
  return tag.startsWith('ns') || (word.length === 3 && /^(?:n|x)/u.test(tag));
}

/** A district, town or county of the question that the sentence does not name, while its subject is another one. */
function otherSubject({ kind, terms, text }: Question, { ground }: Candidate): string | undefined {
  if (!LOCAL.has(kind)) return undefined;
  const { statement, words } = ground;
  return terms.find(({ word, tag }) => {
    if (!tag.startsWith('ns') || !/[区市县镇]$/u.test(word) || word.length < 3) return false;
    if (statement.text.includes(word.slice(0, -1)) || statement.heading.includes(word)) return false;
    const end = word.slice(-1);
    return words.some(
      (other) => other.end <= SUBJECT && isOfKind(other, end) && !text.includes(other.word.slice(0, -1)),
    );
  })?.word;
}

/** What ends the names of things that articles tell much alike of. */
const BEARERS =
  /(?<name>[\p{Script=Han}a-z0-9]{4,20}?)(?<head>项目|工程|产业园|公司|集团|医院|学校|大桥|水库|养老院)/gu;
/** What a name does not reach over. */
const NOT_OF_NAME = /^.*(?:[的了在于由是为和与及将把对至到从]|签约|引进|落户|建设|位于)/u;
/** What names a kind of things and none of them: 2024年高质量发展项目, 重点产业类项目. */
const COLLECTIVE = /[\d年类个各等]|发展|重点|产业|全部|所有|共有|其他/u;
/** Of the pairs of signs of a name a sentence about it has at least this share. */
const SAME_NAME = 0.3;

/** The named thing of the question, where the sentence up to the candidate tells of another one of its kind by name. */
function otherBearer({ kind, text }: Question, { ground, span }: Candidate): string | undefined {
  if (!LOCAL.has(kind)) return undefined;
  const [asked, ...others] = bearersIn(text);
  if (asked === undefined || others.length > 0 || sharedPairs(asked.name, ground.statement.text) >= SAME_NAME)
    return undefined;
  const told = bearersIn(ground.statement.text.slice(0, span.start)).findLast(({ head }) => head === asked.head);
  return told === undefined || sharedPairs(told.name, asked.name) >= SAME_NAME ? undefined : asked.name + asked.head;
}

function bearersIn(text: string): { name: string; head: string }[] {
  return [...text.matchAll(BEARERS)].flatMap(({ groups }) => {
    const name = (groups?.['name'] ?? '').replace(NOT_OF_NAME, '');
    return name.length < 4 || COLLECTIVE.test(name) ? [] : [{ name, head: groups?.['head'] ?? '' }];
  });
}

function sharedPairs(name: string, text: string): number {
  const pairs = Array.from({ length: name.length - 1 }, (_, at) => name.slice(at, at + 2));
  return pairs.filter((pair) => text.includes(pair)).length / Math.max(1, pairs.length);
}

function isPlaceName({ words }: Candidate['ground'], name: string): boolean {
  return words.some(({ word, tag }) => tag.startsWith('ns') && name.endsWith(word) && word.length > 1);
}

/** An event that the question takes for granted and the article does not know. */
function missingEvent(question: string, article: string): string | undefined {
  const events = CHANGES.find((change) => change.test(question) && !change.test(article));
  return events?.exec(question)?.[0];
}

function missingOffice({ text }: Question, article: string): string | undefined {
  const office = OFFICE_ASKED.exec(text)?.[1];
  return office === undefined || article.includes(office) ? undefined : office;
}

/** The word of the question whose opposite the sentence has in its place. */
function opposite(question: string, said: string): string | undefined {
  for (const pair of ANTONYMS) {
    for (const [one, other] of [pair, [pair[1], pair[0]] as const]) {
      const word = one.exec(question)?.[0];
      if (word !== undefined && !other.test(question) && !one.test(said) && other.test(said)) return word;
    }
  }
  return undefined;
}
