/** What somebody thinks of an answer. */
import { defineCommand } from '../src/app/command.ts';
import { content, inline } from '../src/app/reply.ts';
import { turnOption } from '../src/app/turn-option.ts';
import { wordingFor } from '../src/app/wording.ts';

/** Notes whether an answer was of use; people may change their minds. */
export const judge = defineCommand({
  name: 'judge',
  surface: 'inner',
  names: { 'zh-CN': '评价', 'zh-TW': '評價', en: 'judge' },
  description: { 'zh-CN': '这个回答有没有用', 'zh-TW': '這個回答有沒有用', en: 'whether an answer was of use' },
  pace: 'instant',
  audience: 'asker',
  options: {
    turn: { ...turnOption, required: true },
    verdict: {
      type: 'choice',
      required: true,
      choices: [
        { value: 'up', names: { 'zh-CN': '有用', 'zh-TW': '有用', en: 'useful' } },
        { value: 'down', names: { 'zh-CN': '没用', 'zh-TW': '沒用', en: 'of no use' } },
      ],
      names: { 'zh-CN': '评价', 'zh-TW': '評價', en: 'verdict' },
      description: { 'zh-CN': '有用还是没用', 'zh-TW': '有用還是沒用', en: 'useful or of no use' },
    },
  },
  async run({ turn, verdict }, library, { locale, id: asker, at = 0 }) {
    const wording = wordingFor(locale);
    const noted = await library.turns.judge({ turn, asker, verdict, at });
    if (!noted) return content([{ kind: 'text', text: inline(wording.noTurn) }], { tone: 'refusal' });
    return content([
      { kind: 'text', text: inline(wording.judged[verdict]) },
      { kind: 'note', text: inline(wording.judged.changed) },
    ]);
  },
});
