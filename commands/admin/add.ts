/** Hands in pages: files, or a folder of the server. */
import {
  factsOf,
  type KeeperDesk,
  paperDateOption,
  paperOption,
  refusal,
  withKeeper,
} from '../../src/app/admin-replies.ts';
import { receiptReply } from '../../src/app/batch-content.ts';
import { defineCommand, type FileOption } from '../../src/app/command.ts';
import { UserError } from '../../src/app/errors.ts';
import { NAME_LIMIT } from '../../src/app/limits.ts';
import { callOf } from '../../src/app/paging.ts';
import { type Block, type Content, content, inline } from '../../src/app/reply.ts';
import type { Caller, IncomingFile } from '../../src/app/request.ts';
import { mebibytes } from '../../src/app/wording-remarks-zh-cn.ts';
import { adminGroup } from './group.ts';

/** Endings of the names of files that can be opened. */
const KINDS = ['.txt', '.md', '.jsonl', '.gz', '.zip', '.pdf', '.docx'];
const DIGITS = ['一', '二', '三', '四', '五'];
/** Folders named where somebody does not know what to hand in. */
const FOLDERS = 20;

function fileOption(number: number): FileOption {
  const digit = DIGITS[number - 1] ?? '';
  return {
    type: 'file',
    names: { 'zh-CN': `文件${digit}`, 'zh-TW': `檔案${digit}`, en: `file${number}` },
    description: {
      'zh-CN': '报纸页面的文件，压缩包也行',
      'zh-TW': '報紙版面的檔案，壓縮檔也行',
      en: 'a file of newspaper pages, or an archive of them',
    },
  };
}

const files = {
  file1: fileOption(1),
  file2: fileOption(2),
  file3: fileOption(3),
  file4: fileOption(4),
  file5: fileOption(5),
};

type FileValues = { readonly [Key in keyof typeof files]: string | undefined };

/** The files that came along. Throws a UserError for one that did not. */
function filesOf(values: FileValues, { files: sent, locale }: Caller): IncomingFile[] {
  const found: IncomingFile[] = [];
  for (const key of Object.keys(files) as (keyof FileValues)[]) {
    const value = values[key];
    if (value === undefined) continue;
    const file = sent?.get(value);
    if (file === undefined) throw new UserError('option-missing', { option: files[key].names[locale] });
    found.push(file);
  }
  return found;
}

/** What can be handed in, and the way to paste a text. */
async function howTo(
  { keeper, wording }: KeeperDesk,
  given: Readonly<Record<string, string | undefined>>,
): Promise<Content> {
  const { add } = wording.admin;
  const folders = (await keeper.folders()).slice(0, FOLDERS);
  const list: Block[] = [
    { kind: 'heading', level: 2, text: inline(add.folders) },
    {
      kind: 'list',
      start: null,
      items: folders.map((folder) => ({ text: inline(folder), call: callOf('admin add', { ...given, folder }) })),
    },
  ];
  const known = KINDS.join(wording.listSeparator);
  const limits = add.kinds(known, mebibytes(keeper.limits.fileBytes), keeper.limits.files);
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: inline(add.heading) },
    { kind: 'text', text: inline(add.how) },
    { kind: 'note', text: inline(limits) },
  ];
  return content([...blocks, ...(folders.length === 0 ? [] : list)], {
    actions: [{ label: add.paste, call: callOf('admin paste', given), fill: 'text' }],
  });
}

/** Takes in files or a folder and shows how far it is; with neither, says what can be handed in. */
export const add = defineCommand({
  name: 'add',
  group: adminGroup,
  permission: 'admin',
  names: { 'zh-CN': '收入', 'zh-TW': '收入', en: 'add' },
  description: { 'zh-CN': '收入报纸页面', 'zh-TW': '收入報紙版面', en: 'take in newspaper pages' },
  pace: 'slow',
  audience: 'asker',
  options: {
    ...files,
    folder: {
      type: 'text',
      maxLength: NAME_LIMIT,
      names: { 'zh-CN': '文件夹', 'zh-TW': '資料夾', en: 'folder' },
      description: {
        'zh-CN': '服务器上的文件夹，在 CORPUS_DIR 里面',
        'zh-TW': '伺服器上的資料夾，在 CORPUS_DIR 裡面',
        en: 'a folder of the server, inside CORPUS_DIR',
      },
    },
    paper: paperOption,
    date: paperDateOption,
  },
  run({ folder, paper, date, ...chosen }, library, caller) {
    return withKeeper(library, caller, async (desk) => {
      const { keeper, wording, by } = desk;
      const facts = factsOf({ paper, date }, caller.locale);
      const sent = filesOf(chosen, caller);
      if (folder !== undefined && sent.length > 0) return refusal(wording.admin.add.eitherOr);
      if (folder === undefined && sent.length === 0) return howTo(desk, { paper, date });
      const taken = folder === undefined ? keeper.takeIn(sent, facts, by) : keeper.takeInFolder(folder, facts, by);
      return receiptReply(keeper, await taken, { wording, nothing: wording.admin.add.nothing });
    });
  },
});
