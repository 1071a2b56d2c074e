/** All the sentences behind an answer, a few at a time. */
import { defineCommand } from '../src/app/command.ts';
import { lastTurn } from '../src/app/conversing.ts';
import { partOption } from '../src/app/filters.ts';
import type { Library, RecentTurn } from '../src/app/model.ts';
import { markedEvidence, SHOWN_SENTENCES } from '../src/app/outcome-content.ts';
import { callOf, pagingOf } from '../src/app/paging.ts';
import { evidenceQuote } from '../src/app/present.ts';
import { content, inline } from '../src/app/reply.ts';
import type { Caller } from '../src/app/request.ts';
import { turnOption } from '../src/app/turn-option.ts';
import { wordingFor } from '../src/app/wording.ts';

/** Far more than an answer has sentences. */
const PARTS = 100;

/** A turn that is kept, or, with no id, one that only the running library remembers. */
interface Told extends RecentTurn {
  readonly id: string | null;
}

async function turnOf(id: string | undefined, library: Library, caller: Caller): Promise<Told | null> {
  const kept = id === undefined ? await lastTurn(caller, library) : await library.turns.turn(id);
  if (kept !== null) return { id: kept.id, question: kept.whole, outcome: kept.outcome };
  const recent = id !== undefined || caller.session === undefined ? null : await library.recent(caller.session);
  return recent === null ? null : { ...recent, id: null };
}

/** Pages through the sentences of a turn; without one, of the last turn of the conversation. */
export const evidence = defineCommand({
  name: 'evidence',
  surface: 'inner',
  names: { 'zh-CN': '出处', 'zh-TW': '出處', en: 'evidence' },
  description: { 'zh-CN': '一个回答的全部出处', 'zh-TW': '一個回答的全部出處', en: 'all sources of an answer' },
  pace: 'slow',
  audience: 'everyone',
  options: { turn: turnOption, part: partOption(PARTS) },
  async run({ turn: id, part = 1 }, library, caller) {
    const wording = wordingFor(caller.locale);
    const told = await turnOf(id, library, caller);
    if (told === null) return content([{ kind: 'text', text: inline(wording.noTurn) }], { tone: 'refusal' });
    const all = markedEvidence(told.outcome);
    const shown = all.slice((part - 1) * SHOWN_SENTENCES, part * SHOWN_SENTENCES);
    if (shown.length === 0) return content([{ kind: 'text', text: inline(wording.noMore) }], { tone: 'refusal' });
    const quotes = shown.map((each) => ({
      ...evidenceQuote(each, wording),
      call:
        told.id === null
          ? callOf('article', { article: each.article })
          : callOf('context', { turn: told.id, sentence: all.indexOf(each) + 1 }),
    }));
    const again = callOf('evidence', { turn: told.id ?? undefined });
    return content([{ kind: 'heading', level: 1, text: inline(wording.evidenceHeading(told.question)) }, ...quotes], {
      paging: pagingOf(again, part, all.length > part * SHOWN_SENTENCES),
    });
  },
});
