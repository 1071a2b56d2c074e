/** What is kept of people. */
import type { Group } from '../../src/app/command.ts';

/** The commands under `/privacy`. */
export const privacyGroup: Group = {
  name: 'privacy',
  names: { 'zh-CN': '隐私', 'zh-TW': '隱私', en: 'privacy' },
  description: { 'zh-CN': '关于您保存了什么', 'zh-TW': '關於您保存了什麼', en: 'what is kept of you' },
};
