/** Copies the store. */
import { withKeeper } from '../../src/app/admin-replies.ts';
import { defineCommand } from '../../src/app/command.ts';
import { type Content, content, inline, type OutgoingFile } from '../../src/app/reply.ts';
import { mebibytes } from '../../src/app/wording-remarks-zh-cn.ts';
import { adminGroup } from './group.ts';

/** A larger copy is left on the server; chat platforms take 10 MB. */
const ATTACHED = 8 * 1024 * 1024;

/** The last part of a path, with letters and digits alone. */
function nameOf(path: string): string {
  const name = path.split(/[/\\]/u).at(-1) ?? '';
  return name.replace(/[^A-Za-z0-9._-]/gu, '-');
}

/** Copies the store while it is in use; says where the copy is, and sends it along where it is small. */
export const backup = defineCommand({
  name: 'backup',
  group: adminGroup,
  permission: 'admin',
  names: { 'zh-CN': '备份', 'zh-TW': '備份', en: 'backup' },
  description: { 'zh-CN': '备份资料库', 'zh-TW': '備份資料庫', en: 'copy the library' },
  pace: 'slow',
  audience: 'asker',
  options: {},
  run(_values, library, caller): Promise<Content> {
    return withKeeper(library, caller, async ({ keeper, wording, by }) => {
      const words = wording.admin.backup;
      const copy = await keeper.backup(by.at);
      const small = copy.bytes <= ATTACHED;
      const file: { file?: OutgoingFile } = small
        ? { file: { name: nameOf(copy.path), bytes: await copy.read() } }
        : {};
      return content(
        [
          { kind: 'heading', level: 1, text: inline(words.heading) },
          {
            kind: 'facts',
            facts: [
              { name: words.path, value: inline(copy.path) },
              { name: words.size, value: inline(mebibytes(copy.bytes)) },
            ],
          },
          { kind: 'note', text: inline(small ? words.attached : words.tooLarge(mebibytes(ATTACHED))) },
        ],
        file,
      );
    });
  },
});
