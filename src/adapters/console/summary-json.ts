/** A summary for programs: one line of JSON. */
import { UserError } from '../../app/errors.ts';
import { sourceOf } from '../../app/evidence.ts';
import { checkDays } from '../../app/filters.ts';
import { given } from '../../app/given.ts';
import type { Library } from '../../app/model.ts';
import type { Call } from '../../app/request.ts';
import {
  type Summarised,
  type SummaryLine,
  summariseDays,
  summariseNamed,
  summarisePage,
  summariseTopic,
} from '../../app/summaries.ts';
import { noSummaryText, summaryTitle } from '../../app/summary-content.ts';
import { readDays } from '../../app/summary-days.ts';
import type { Measure } from '../../app/summary-extent.ts';
import { readValues } from '../../app/values.ts';
import { wordingFor } from '../../app/wording.ts';
import type { Wording } from '../../app/wording-zh-cn.ts';
import { clean, jsonLine } from './clean.ts';
import type { Terminal, Workplace } from './workplace.ts';

/** What a call asks for, read; days are `YYYY-MM-DD`. */
interface Wish {
  readonly article?: string;
  readonly words?: string;
  readonly day?: string;
  readonly page?: string;
  readonly from?: string;
  readonly to?: string;
  readonly length?: Measure;
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function measureIn(value: unknown): Measure | undefined {
  return value === 'short' || value === 'medium' || value === 'long' ? value : undefined;
}

/** Reads the values of the call as the command does; throws its `UserError`. */
function readWish({ command, values }: Call, { parts }: Terminal, { registry }: Workplace): Wish {
  const read: Readonly<Record<string, unknown>> = readValues(
    registry.find(command)?.options ?? {},
    values,
    parts.locale,
  );
  const texts = { article: textIn(read['article']), words: textIn(read['words']), page: textIn(read['page']) };
  const days = { day: textIn(read['day']), from: textIn(read['from']), to: textIn(read['to']) };
  checkDays(days.from, days.to);
  return given({ ...texts, ...days, length: measureIn(read['length']) });
}

async function summarised(wish: Wish, library: Library, { parts }: Terminal): Promise<Summarised> {
  const { article, words, day, page, from, to, length } = wish;
  const extent = given({ length });
  if (article !== undefined) return summariseNamed(article, extent, library);
  if (words !== undefined) return summariseTopic(words, { ...extent, ...given({ from, to }) }, library);
  if (page !== undefined) return summarisePage(page, extent, library);
  if (day === undefined) return summariseDays(given({ from, to }), extent, library);
  const days = await readDays(day, library);
  if (days !== null) return summariseDays(days, extent, library);
  throw new UserError('option-not-date', { option: wordingFor(parts.locale).facts.date, value: day });
}

function sentenceFields({ article, text }: SummaryLine): object {
  return { article: article.id, title: article.title, source: sourceOf(article), date: article.date, text };
}

function fieldsOf(made: Summarised, wording: Wording): object {
  if (made.kind !== 'summary') return { title: null, sentences: [], figures: [] };
  return {
    title: summaryTitle(made.subject, wording),
    sentences: made.lines.map(sentenceFields),
    figures: made.figures.map(({ article, label, value }) => ({ article: article.id, label, value })),
  };
}

/**
 * Writes `{title, sentences, figures}`; where there is no summary, without any, and why on the message stream. 1 where the
 * call itself cannot be read.
 */
export async function summaryAsJson(call: Call, terminal: Terminal, workplace: Workplace): Promise<number> {
  const { output, messages, parts } = terminal;
  const wording = wordingFor(parts.locale);
  try {
    const made = await summarised(readWish(call, terminal, workplace), workplace.library, terminal);
    if (made.kind !== 'summary') await messages.write(`${clean(noSummaryText(made, wording))}\n`);
    await output.write(jsonLine(fieldsOf(made, wording)));
    return 0;
  } catch (slip) {
    if (!(slip instanceof UserError)) throw slip;
    await messages.write(`${clean(slip.tell(wording.errors))}\n`);
    return 1;
  }
}
