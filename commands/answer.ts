/** An answer once more, as it was given. */
import { defineCommand } from '../src/app/command.ts';
import { outcomeContent } from '../src/app/outcome-content.ts';
import { content, inline } from '../src/app/reply.ts';
import { turnOption } from '../src/app/turn-option.ts';
import { wordingFor } from '../src/app/wording.ts';

/** Shows a kept answer or refusal, whatever the library would say by now. */
export const answer = defineCommand({
  name: 'answer',
  surface: 'inner',
  names: { 'zh-CN': '回答', 'zh-TW': '回答', en: 'answer' },
  description: { 'zh-CN': '再看一次回答', 'zh-TW': '再看一次回答', en: 'an answer once more' },
  pace: 'slow',
  audience: 'everyone',
  options: { turn: { ...turnOption, required: true } },
  async run({ turn: id }, library, { locale }) {
    const wording = wordingFor(locale);
    const turn = await library.turns.turn(id);
    if (turn === null) return content([{ kind: 'text', text: inline(wording.noTurn) }], { tone: 'refusal' });
    return outcomeContent(turn.outcome, { turn: id, wording });
  },
});
