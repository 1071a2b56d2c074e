/** Forgets the asker. */
import { defineCommand } from '../../src/app/command.ts';
import { content, inline } from '../../src/app/reply.ts';
import { wordingFor } from '../../src/app/wording.ts';
import { privacyGroup } from './group.ts';

/** Deletes everything that is kept of whoever asks, once they have said so twice. */
export const deletePrivacy = defineCommand({
  name: 'delete',
  group: privacyGroup,
  names: { 'zh-CN': '删除', 'zh-TW': '刪除', en: 'delete' },
  description: { 'zh-CN': '删除关于您的记录', 'zh-TW': '刪除關於您的記錄', en: 'delete what is kept of you' },
  pace: 'slow',
  audience: 'asker',
  options: {
    sure: {
      type: 'flag',
      inner: true,
      names: { 'zh-CN': '确定', 'zh-TW': '確定', en: 'sure' },
      description: { 'zh-CN': '确定要删除', 'zh-TW': '確定要刪除', en: 'really delete' },
    },
  },
  async run({ sure = false }, library, { locale, id }) {
    const { privacy } = wordingFor(locale);
    if (!sure) {
      return content([{ kind: 'text', text: inline(privacy.really) }], {
        actions: [{ label: privacy.forget, call: { command: 'privacy delete', values: { sure: 'true' } } }],
      });
    }
    const forgotten = await library.turns.forget(id);
    return content([{ kind: 'text', text: inline(privacy.forgotten(forgotten)) }]);
  },
});
