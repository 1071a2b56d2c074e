/** What admins do. */
import type { Group } from '../../src/app/command.ts';

/** The commands under `/admin`. */
export const adminGroup: Group = {
  name: 'admin',
  names: { 'zh-CN': '管理', 'zh-TW': '管理', en: 'admin' },
  description: { 'zh-CN': '管理问报', 'zh-TW': '管理問報', en: 'run Wenbao' },
};
