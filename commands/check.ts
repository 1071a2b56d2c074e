/** Asks with the text of somebody's message: a question as it is, a claim as whether it is so. */
import { questionOf } from '../src/app/claim.ts';
import { defineCommand } from '../src/app/command.ts';
import { UserError } from '../src/app/errors.ts';
import { given } from '../src/app/given.ts';
import { MESSAGE_LIMIT } from '../src/app/limits.ts';
import { inline } from '../src/app/reply.ts';
import { wordingFor } from '../src/app/wording.ts';
import { ask } from './ask.ts';

/** Checks what a message says. */
export const check = defineCommand({
  name: 'check',
  surface: 'menu',
  names: { 'zh-CN': '查证', 'zh-TW': '查證', en: 'Check this' },
  description: { 'zh-CN': '查证这条消息', 'zh-TW': '查證這則訊息', en: 'check this message' },
  pace: 'slow',
  audience: 'everyone',
  options: {
    text: {
      type: 'text',
      required: true,
      maxLength: MESSAGE_LIMIT,
      names: { 'zh-CN': '内容', 'zh-TW': '內容', en: 'text' },
      description: { 'zh-CN': '消息的文字', 'zh-TW': '訊息的文字', en: 'what the message says' },
    },
  },
  async run({ text }, library, caller) {
    const question = questionOf(text);
    if (question === null) throw new UserError('nothing-to-check', {});
    const answer = await ask.run(given({ question }), library, caller);
    const heading = inline(wordingFor(caller.locale).checked(question));
    return { ...answer, blocks: [...answer.blocks, { kind: 'note', text: heading }] };
  },
});
