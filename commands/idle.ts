/** The answer to "stop" where nothing is running. */
import { defineCommand } from '../src/app/command.ts';
import { content, inline } from '../src/app/reply.ts';
import { wordingFor } from '../src/app/wording.ts';

/** Says that there is nothing to stop: every question is answered before the next one is looked at. */
export const idle = defineCommand({
  name: 'idle',
  surface: 'inner',
  names: { 'zh-CN': '停下', 'zh-TW': '停下', en: 'idle' },
  description: { 'zh-CN': '没有可停下的事', 'zh-TW': '沒有可停下的事', en: 'nothing to stop' },
  pace: 'instant',
  audience: 'everyone',
  options: {},
  async run(_values, _library, { locale }) {
    return content([{ kind: 'text', text: inline(wordingFor(locale).idle) }], { tone: 'refusal' });
  },
});
