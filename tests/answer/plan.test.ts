import { describe, expect, it } from 'vitest';
import { planOf } from '../../src/answer/plan.ts';

describe('planOf', () => {
  it.each([
    ['南湖大桥和西河隧道哪个总投资更大？', ['南湖大桥', '西河隧道'], '总投资', false],
    ['南湖大桥、西河隧道、北岭水库，三个工程哪个占地最少？', ['南湖大桥', '西河隧道', '北岭水库'], '占地', true],
    ['滨海大道东延段和“泊车通”平台哪个总投资更大？', ['滨海大道东延段', '“泊车通”平台'], '总投资', false],
    ['东山县和西河县的粮食产量，哪个更高？', ['东山县', '西河县的粮食'], '产量', false],
  ])('compares in %s', (text, names, attribute, least) => {
    expect(planOf(text)).toMatchObject({ kind: 'which', least, things: { names, attribute } });
  });

  it.each([
    ['南湖大桥比西河隧道长多少米？', ['南湖大桥', '西河隧道'], '米'],
    ['二季度成绩，东山县只比西河县高多少分？', ['东山县', '西河县'], '分'],
    ['南湖大桥和西河隧道的总投资相差多少亿元？', ['南湖大桥', '西河隧道'], '亿元'],
    ['今年累计收取的费用减去退还的费用，差额是多少亿元？', ['今年累计收取的费用', '退还的费用'], '亿元'],
  ])('subtracts in %s', (text, names, unit) => {
    expect(planOf(text)).toMatchObject({ kind: 'difference', unit, things: { names } });
  });

  it('adds, once for each number that is asked for', () => {
    expect(planOf('工业、农业和服务业三类项目合计多少个、总投资多少亿元？')).toMatchObject({
      kind: 'sum',
      asked: ['多少个', '总投资多少亿元?'],
    });
  });

  it.each([
    ['书画展开幕和马拉松开赛，哪个在前？', { kind: 'first', later: false }],
    ['书画展开幕和马拉松开赛，哪个更晚？', { kind: 'first', later: true }],
    ['书画展开幕和马拉松开赛相隔几天？', { kind: 'days' }],
  ])('puts things in the order of time in %s', (text, plan) => {
    expect(planOf(text)).toMatchObject(plan);
  });

  it('takes two questions apart', () => {
    expect(planOf('南湖大桥全长多少米，总投资多少亿元？')).toMatchObject({
      kind: 'parts',
      questions: ['南湖大桥全长多少米', '总投资多少亿元'],
    });
  });

  it('finds out first what is only described', () => {
    expect(planOf('去年粮食产量40.2万吨的那个县，县长是谁？')).toMatchObject({
      kind: 'chain',
      inner: '去年粮食产量40.2万吨的是哪个县?',
      rest: '县长是谁?',
    });
    expect(planOf('南湖大桥所在的区，区长是谁？')).toMatchObject({ kind: 'chain', inner: '南湖大桥位于哪个区?' });
  });

  it('reads by how much something changed', () => {
    expect(planOf('社区网格这次一共增加了多少个？')).toEqual({
      kind: 'reckoning',
      asked: { kind: 'change', less: false, unit: '个' },
    });
  });

  it.each([
    ['还没有签约的项目有几个？', { kind: 'rest', part: '签约', unit: '个' }],
    ['公安机关立的案子还有几起没破？', { kind: 'rest', part: '破', unit: '起' }],
    ['这条铁路落在本省以外的部分有多少公里？', { kind: 'rest', place: true, unit: '公里' }],
    ['博览会一共开几天？', { kind: 'days-long' }],
    ['这一届之前，马拉松赛办过几届？', { kind: 'rounds-before', round: '届' }],
    ['盘活的几类土地里，面积最大的是哪一类？', { kind: 'most', least: false, measure: 'area' }],
  ])('reads what follows from a sentence: %s', (text, asked) => {
    expect(planOf(text)).toMatchObject({ kind: 'reckoning', asked });
  });

  it('reads how many times as much, and which of two or several is more', () => {
    expect(planOf('二期的年产值是一期的几倍？')).toMatchObject({
      kind: 'ratio',
      things: { names: ['二期的年产值', '一期'] },
    });
    expect(planOf('新建的公园多，还是改建的公园多？')).toMatchObject({
      kind: 'which',
      things: { names: ['新建的公园', '改建的公园'] },
      least: false,
    });
    expect(planOf('公园、车站、党员中心户这三样里数量最少的是哪一样？')).toMatchObject({
      kind: 'which',
      things: { names: ['公园', '车站', '党员中心户'] },
      least: true,
    });
  });

  it('lists what happened', () => {
    expect(planOf('5月2日江城有哪两件启用的事？')).toMatchObject({ kind: 'happenings', expects: 2, noun: '事' });
  });

  it.each([
    '南湖大桥全长多少米？',
    '今年上半年收入比上年同期增长了百分之多少？',
    '谁主持了开工仪式？',
    '公园里最大的湖叫什么名字？',
    '水库为什么停止供水？',
    '和平路在哪里？',
    '参与和平路改造的企业哪家规模更大？',
    '几何光学，又称为什么？',
    '卫星在哪个区域运作，并每隔几天就要启动引擎？',
    '要进入太空无论使用何种燃料，什么是必不可少的？',
    '北方与邻国比邻的边界长达多少公里？',
    '他的小说表现出哪种思想，即认为没什么是不可能的？',
    '图书馆和档案馆的馆长是谁？',
  ])('leaves the single question %s alone', (text) => {
    expect(planOf(text)).toBeUndefined();
  });
});
