/** What is kept of the asker. */
import { defineCommand } from '../../src/app/command.ts';
import { type Action, content, inline } from '../../src/app/reply.ts';
import { wordingFor } from '../../src/app/wording.ts';
import { privacyGroup } from './group.ts';

/** Tells how much is kept of whoever asks, and offers to forget it. */
export const showPrivacy = defineCommand({
  name: 'show',
  group: privacyGroup,
  names: { 'zh-CN': '查看', 'zh-TW': '查看', en: 'show' },
  description: { 'zh-CN': '看看保存了什么', 'zh-TW': '看看保存了什麼', en: 'see what is kept' },
  pace: 'slow',
  audience: 'asker',
  options: {},
  async run(_values, library, { locale, id }) {
    const { privacy } = wordingFor(locale);
    const { turns, judgements } = await library.turns.keptOf(id);
    const some = turns + judgements > 0;
    const forget: Action = { label: privacy.forget, call: { command: 'privacy delete', values: { sure: 'true' } } };
    return content(
      [
        { kind: 'heading', level: 1, text: inline(privacy.heading) },
        { kind: 'text', text: inline(privacy.what) },
        { kind: 'text', text: inline(some ? privacy.kept(turns, judgements) : privacy.nothing) },
      ],
      { actions: some ? [forget] : [] },
    );
  },
});
