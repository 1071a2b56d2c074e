import { describe, expect, it } from 'vitest';
import { unitAt } from '../../src/text/units.ts';

describe('unitAt', () => {
  it.each([
    ['家企业', '家', '家', 'count'],
    ['元/平方米', '元/平方米', '元/平方米', 'money'],
    ['平方公里', '平方公里', '平方公里', 'area'],
    ['㎡', '平方米', '㎡', 'area'],
    ['km。', '公里', 'km', 'length'],
    ['千瓦时', '千瓦时', '千瓦时', 'other'],
    ['個小時', '小时', '個小時', 'duration'],
    [' 人', '人', '人', 'people'],
    ['人次', '人次', '人次', 'people'],
    ['个百分点', '个百分点', '个百分点', 'percent'],
    ['个点', '个百分点', '个点', 'percent'],
    ['分钟', '分钟', '分钟', 'duration'],
  ])('reads the longest unit of %j as %s', (text, name, written, kind) => {
    expect(unitAt(`5${text}`, 1)).toMatchObject({ name, written, kind });
  });

  it.each(['人民', '家长', '分公司', '名单', '周边', 'kmh', 'GBase', '', '。', '   人'])(
    'sees no unit in %j',
    (text) => {
      expect(unitAt(text, 0)).toBeUndefined();
    },
  );

  it('falls back to a shorter unit where the longer one cannot stand', () => {
    expect(unitAt('个人工智能项目', 0)?.name).toBe('个');
  });

  it('says where the unit ends', () => {
    expect(unitAt('100 亿元', 5)).toEqual({ name: '元', written: '元', kind: 'money', end: 6 });
  });
});
