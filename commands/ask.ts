/** A question: the short answer with its proof, or the honest "the library does not say". */
import { defineCommand } from '../src/app/command.ts';
import { conversationOf, keepTurn } from '../src/app/conversing.ts';
import { checkDays, fromOption, reporterOption, toOption } from '../src/app/filters.ts';
import { given } from '../src/app/given.ts';
import { NAME_LIMIT, QUESTION_LIMIT } from '../src/app/limits.ts';
import { outcomeContent } from '../src/app/outcome-content.ts';
import { spokenCall } from '../src/app/spoken.ts';
import { wordingFor } from '../src/app/wording.ts';

/** Answers a question from the library. */
export const ask = defineCommand({
  name: 'ask',
  names: { 'zh-CN': '提问', 'zh-TW': '提問', en: 'ask' },
  description: { 'zh-CN': '向报纸提问', 'zh-TW': '向報紙提問', en: 'ask the newspapers' },
  pace: 'slow',
  audience: 'everyone',
  options: {
    question: {
      type: 'text',
      required: true,
      maxLength: QUESTION_LIMIT,
      names: { 'zh-CN': '问题', 'zh-TW': '問題', en: 'question' },
      description: { 'zh-CN': '你的问题', 'zh-TW': '你的問題', en: 'your question' },
    },
    from: fromOption,
    to: toOption,
    reporter: reporterOption,
    private: {
      type: 'flag',
      names: { 'zh-CN': '私密', 'zh-TW': '私密', en: 'private' },
      description: {
        'zh-CN': '只让自己看到回答',
        'zh-TW': '只讓自己看到回答',
        en: 'show the answer to yourself only',
      },
    },
    explain: {
      type: 'flag',
      names: { 'zh-CN': '详解', 'zh-TW': '詳解', en: 'explain' },
      description: {
        'zh-CN': '列出评分的每个数字',
        'zh-TW': '列出評分的每個數字',
        en: 'show every number of the score',
      },
    },
    after: {
      type: 'text',
      inner: true,
      maxLength: NAME_LIMIT,
      names: { 'zh-CN': '接着', 'zh-TW': '接著', en: 'after' },
      description: { 'zh-CN': '接着哪个问题问', 'zh-TW': '接著哪個問題問', en: 'the turn that is followed up' },
    },
  },
  divert: ({ question }) => spokenCall(question),
  async run({ question, from, to, reporter, explain, after }, library, caller) {
    checkDays(from, to);
    const conversation = await conversationOf(caller, library, after);
    const confidence = caller.place?.settings.confidence;
    const options = given({ from, to, reporter, explain, confidence });
    const outcome = await library.ask(question, { ...conversation, ...options });
    const turn = await keepTurn(question, outcome, { caller, library });
    return outcomeContent(outcome, { turn, wording: wordingFor(caller.locale) });
  },
});
