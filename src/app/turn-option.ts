/** The option by which buttons name the turn that they stand under. */
import type { TextOption } from './command.ts';
import { NAME_LIMIT } from './limits.ts';

/** A kept turn, by its id. */
export const turnOption = {
  type: 'text',
  inner: true,
  maxLength: NAME_LIMIT,
  names: { 'zh-CN': '回答', 'zh-TW': '回答', en: 'turn' },
  description: { 'zh-CN': '哪一个回答', 'zh-TW': '哪一個回答', en: 'which answer' },
} as const satisfies TextOption;
