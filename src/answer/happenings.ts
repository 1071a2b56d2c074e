/** What happened on a day or at a place: the sentences that tell of it, each with the words that name the event. */
import { type DateMention, findDates } from '../text/dates.ts';
import type { Span } from '../text/span.ts';
import { phraseEndingIn } from './antecedents.ts';
import { HAPPENS } from './lexicon/compound.ts';
import type { Question } from './question.ts';
import type { Statement } from './statement.ts';

/** An event, named by a part of its sentence. */
export interface Happening {
  readonly statement: Statement;
  readonly span: Span;
  /** Its day where the sentence has one, else ''. */
  readonly day: string;
}

/** What is looked for. */
export interface Sought {
  /** What the question calls the events: 大会, 活动, 事. */
  readonly noun: string;
  /** The names of the papers, since a paper seldom names its own city. */
  readonly home: string;
}

/** Shares of the words that narrow the question which a sentence, and the sentence with its surroundings, must hold. */
const NARROWED = Object.freeze({ sentence: 0.3, context: 0.6 });
/** Nouns that any event may be called by. */
const ANY_EVENT = /^(?:大事|事情|事件|事|活动)$/u;
const LONGEST = 40;
/** What stands before an event in its clause: the day, the place, the dispatch. */
const LEADING = /^(?:[“"]?|本报.{0,8}?讯|\s|记者|据悉|昨日|今天|当[日天])+/u;
const HELD_AT = /^(?<event>.{3,}?)(?:于.{1,8})?在[^,，。]{2,24}?(?:举行|举办|召开|开幕|闭幕|启动|揭牌|开班)/u;
const HELD = /^(?<event>.{3,}?)(?:隆重|正式|顺利|圆满|成功)?(?:举行|举办|召开|开幕|闭幕|启动|揭牌|开班)/u;
const HOLDS = /(?:举行|举办|召开|启动)(?:了)?(?<event>[^,，。]{3,30})$/u;

/** The events that a question asks for, in the order of the sentences. */
export function happeningsIn(
  question: Question,
  { noun, home }: Sought,
  statements: readonly Statement[],
): Happening[] {
  const asked = question.dates.filter(({ from }) => from !== '');
  const dayless = question.dates.length === 0;
  const found: Happening[] = [];
  for (const statement of statements) {
    const dates = findDates(statement.text, statement.material.date ?? undefined);
    const date = dayless ? dates[0] : dates.find((each) => isMeant(each, question, asked));
    if ((date === undefined && !dayless) || !isNarrowed(question, noun + home, statement)) continue;
    const span = eventIn(statement.text, noun, date);
    if (span === undefined || repeats(found, statement, span)) continue;
    found.push({ statement, span, day: date?.from ?? '' });
  }
  return found;
}

/** Whether a date of a sentence lies within what the question names; without a year month and day decide. */
function isMeant(date: DateMention, question: Question, asked: readonly DateMention[]): boolean {
  if (date.from === '') return false;
  if (asked.length > 0) return asked.some(({ from, to }) => date.from >= from && date.to <= to);
  return question.dates.some(({ span }) => {
    const [, month, day] = /(\d{1,2})月(?:(\d{1,2})[日号])?/u.exec(question.text.slice(span.start, span.end)) ?? [];
    if (month === undefined) return false;
    const [, m = '', d = ''] = date.from.split('-');
    return Number(m) === Number(month) && (day === undefined || (Number(d) === Number(day) && date.from === date.to));
  });
}

/** Whether a sentence speaks of the place, body or matter that the question names before it asks, beside the day. */
function isNarrowed({ terms, dates, ask }: Question, known: string, { hits }: Statement): boolean {
  let [total, inside, around] = [0, 0, 0];
  terms.forEach(({ word, span }, i) => {
    const hit = hits[i];
    const idle = span.start >= ask.start || HAPPENS.test(word) || known.includes(word) || word.length < 2;
    const inDate = dates.some((date) => span.start < date.span.end && span.end > date.span.start);
    if (hit === undefined || idle || inDate) return;
    total += hit.weight;
    inside += hit.weight * hit.share;
    around += hit.weight * hit.contextShare;
  });
  return total === 0 || (inside >= NARROWED.sentence * total && around >= NARROWED.context * total);
}

/** The words that name the event: those that end in the noun asked for, else what is held or the clause that tells it. */
function eventIn(text: string, noun: string, date: DateMention | undefined): Span | undefined {
  if (!ANY_EVENT.test(noun)) {
    const phrase = phraseEndingIn(text, noun);
    const start = phrase === undefined || phrase.length <= noun.length ? -1 : text.lastIndexOf(phrase);
    return start < 0 || phrase === undefined ? undefined : { start, end: start + phrase.length };
  }
  const from = date?.span.end ?? 0;
  const clauses = [...text.slice(from).matchAll(/[^,，。;!?]+/gu)];
  const at = clauses.findIndex(([clause]) => HAPPENS.test(clause));
  const clause = clauses[at];
  if (clause === undefined) return undefined;
  const bare = clause[0].replace(LEADING, '');
  const start = from + clause.index + clause[0].length - bare.length;
  const event = (HELD_AT.exec(bare) ?? HELD.exec(bare) ?? HOLDS.exec(bare))?.groups?.['event'] ?? bare;
  const offset = start + bare.indexOf(event);
  return event.length > LONGEST ? undefined : { start: offset, end: offset + event.length };
}

/** Whether the same event of the same article is there already. */
function repeats(found: readonly Happening[], statement: Statement, span: Span): boolean {
  const text = statement.text.slice(span.start, span.end);
  return found.some(({ statement: other, span: place }) => {
    const known = other.text.slice(place.start, place.end);
    return known.includes(text) || text.includes(known);
  });
}
