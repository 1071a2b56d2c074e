import { describe, expect, it } from 'vitest';
import { isBalanced } from '../../src/app/balance.ts';

describe('isBalanced', () => {
  it.each(['', '没有标记。', '他说：“看《晚报》（3版）。”', '推出"金桥"品牌', '“他说‘好’。”', '［不算］〕'])(
    'takes %j',
    (text) => {
      expect(isBalanced(text)).toBe(true);
    },
  );

  it.each(['“没有关', '没有开”', '（错了》', '《左（右》）', '单个"号', '营",先后打造"金桥"', ')('])(
    'refuses %j',
    (text) => {
      expect(isBalanced(text)).toBe(false);
    },
  );
});
