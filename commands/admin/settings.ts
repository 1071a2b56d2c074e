/** How we behave in a server. */
import { defineCommand } from '../../src/app/command.ts';
import { UserError } from '../../src/app/errors.ts';
import { changed, settingsContent } from '../../src/app/settings-content.ts';
import { wordingFor } from '../../src/app/wording.ts';
import { adminGroup } from './group.ts';

/** Shows the settings of the server that it is used in, after making the changes that are asked for. */
export const settings = defineCommand({
  name: 'settings',
  group: adminGroup,
  permission: 'manager',
  names: { 'zh-CN': '设置', 'zh-TW': '設定', en: 'settings' },
  description: {
    'zh-CN': '看或改这个服务器的设置',
    'zh-TW': '看或改這個伺服器的設定',
    en: 'see or change the settings of this server',
  },
  pace: 'slow',
  audience: 'asker',
  options: {
    allow: {
      type: 'channel',
      names: { 'zh-CN': '添加频道', 'zh-TW': '添加頻道', en: 'allow' },
      description: {
        'zh-CN': '只在列出的频道里说话：加上这个频道',
        'zh-TW': '只在列出的頻道裡說話：加上這個頻道',
        en: 'speak in listed channels only: add this one',
      },
    },
    disallow: {
      type: 'channel',
      names: { 'zh-CN': '去掉频道', 'zh-TW': '去掉頻道', en: 'disallow' },
      description: {
        'zh-CN': '从列出的频道里去掉；一个也不列就是全部',
        'zh-TW': '從列出的頻道裡去掉；一個也不列就是全部',
        en: 'take it off the list; with none listed, everywhere',
      },
    },
    private: {
      type: 'flag',
      names: { 'zh-CN': '默认私密', 'zh-TW': '預設私密', en: 'private' },
      description: {
        'zh-CN': '回答默认只给提问的人看',
        'zh-TW': '回答預設只給提問的人看',
        en: 'show answers to the asker only unless asked otherwise',
      },
    },
    language: {
      type: 'choice',
      choices: [
        { value: 'asker', names: { 'zh-CN': '跟随提问的人', 'zh-TW': '跟隨提問的人', en: "the asker's" } },
        { value: 'zh-CN', names: { 'zh-CN': '简体中文', 'zh-TW': '簡體中文', en: 'simplified Chinese' } },
        { value: 'zh-TW', names: { 'zh-CN': '繁体中文', 'zh-TW': '繁體中文', en: 'traditional Chinese' } },
        { value: 'en', names: { 'zh-CN': '英文', 'zh-TW': '英文', en: 'English' } },
      ],
      names: { 'zh-CN': '语言', 'zh-TW': '語言', en: 'language' },
      description: {
        'zh-CN': '界面的语言；报纸原文不变',
        'zh-TW': '介面的語言；報紙原文不變',
        en: 'the language of our own words',
      },
    },
    mentions: {
      type: 'flag',
      names: { 'zh-CN': '回应提及', 'zh-TW': '回應提及', en: 'mentions' },
      description: { 'zh-CN': '被@时回答', 'zh-TW': '被@時回答', en: 'answer when mentioned' },
    },
    threads: {
      type: 'flag',
      names: { 'zh-CN': '讨论串', 'zh-TW': '討論串', en: 'threads' },
      description: {
        'zh-CN': '回答下面有开讨论串的按钮',
        'zh-TW': '回答下面有開討論串的按鈕',
        en: 'offer to go on in a thread',
      },
    },
    confidence: {
      type: 'integer',
      min: 0,
      max: 100,
      names: { 'zh-CN': '最低把握', 'zh-TW': '最低把握', en: 'confidence' },
      description: {
        'zh-CN': '把握低于这个百分数就不答；0 为程序自定',
        'zh-TW': '把握低於這個百分數就不答；0 為程式自定',
        en: 'refuse answers that are less sure, in per cent; 0 leaves it to the program',
      },
    },
  },
  async run(wishes, library, { place, locale }) {
    if (place === undefined) throw new UserError('place-needed', {});
    const before = await library.places.settings(place.id);
    const after = changed(before, wishes);
    const isChange = JSON.stringify(before) !== JSON.stringify(after);
    if (isChange) await library.places.change(place.id, after);
    return settingsContent(after, { isChange, wording: wordingFor(locale) });
  },
});
