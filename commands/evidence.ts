/** All the sentences behind an answer, a few at a time. */
import { defineCommand } from '../src/app/command.ts';
import { lastTurn } from '../src/app/conversing.ts';
import { partOption } from '../src/app/filters.ts';
import { markedEvidence, SHOWN_SENTENCES } from '../src/app/outcome-content.ts';
import { callOf, pagingOf } from '../src/app/paging.ts';
import { evidenceQuote } from '../src/app/present.ts';
import { content, inline } from '../src/app/reply.ts';
import { turnOption } from '../src/app/turn-option.ts';
import { wordingFor } from '../src/app/wording.ts';

/** Far more than an answer has sentences. */
const PARTS = 100;

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
    const turn = id === undefined ? await lastTurn(caller, library) : await library.turns.turn(id);
    if (turn === null) return content([{ kind: 'text', text: inline(wording.noTurn) }], { tone: 'refusal' });
    const all = markedEvidence(turn.outcome);
    const shown = all.slice((part - 1) * SHOWN_SENTENCES, part * SHOWN_SENTENCES);
    if (shown.length === 0) return content([{ kind: 'text', text: inline(wording.noMore) }], { tone: 'refusal' });
    const quotes = shown.map((each) => ({
      ...evidenceQuote(each, wording),
      call: callOf('context', { turn: turn.id, sentence: all.indexOf(each) + 1 }),
    }));
    return content([{ kind: 'heading', level: 1, text: inline(wording.evidenceHeading(turn.whole)) }, ...quotes], {
      paging: pagingOf(callOf('evidence', { turn: turn.id }), part, all.length > part * SHOWN_SENTENCES),
    });
  },
});
