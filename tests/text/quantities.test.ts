import { describe, expect, it } from 'vitest';
import { findQuantities, type Quantity } from '../../src/text/numbers.ts';

/** A quantity as one line: span (=core where it is shorter), value, unit, scaled unit, measure, ~ for approximate. */
function line(text: string, { span, core, low, high, unit, scaledUnit, measure, approximate }: Quantity): string {
  const [whole, part] = [text.slice(span.start, span.end), text.slice(core.start, core.end)];
  const value = low === high ? String(low) : `${low}..${high}`;
  return `${whole === part ? whole : `${whole}=${part}`} ${value} ${unit || '-'} ${scaledUnit || '-'} ${measure}${approximate ? ' ~' : ''}`;
}

function lines(text: string): string[] {
  return findQuantities(text).map((quantity) => line(text, quantity));
}

/** Text and the quantities in it. */
type Case = readonly [text: string, ...expected: string[]];

const COUNTED: readonly Case[] = [
  ['新增近5800家企业', '近5800家=5800家 5800 家 家 count ~'],
  ['惠及超42万户居民', '超42万户=42万户 420000 户 万户 count ~'],
  ['集聚人才400余人', '400余人 400 人 人 people ~'],
  ['完成20-40家', '20-40家 20..40 家 家 count'],
  ['吞吐量3362余万吨', '3362余万吨 33620000 吨 万吨 weight ~'],
  ['引进人才4.35万人', '4.35万人 43500 人 万人 people'],
  ['抓好310个项目', '310个 310 个 个 count'],
  ['投资100 亿元', '100 亿元 10000000000 元 亿元 money'],
  ['服务7.2万人次', '7.2万人次 72000 人次 万人次 people'],
  ['规划19.08万平方米', '19.08万平方米 190800 平方米 万平方米 area'],
  ['吞吐3.5万标箱', '3.5万标箱 35000 标箱 万标箱 count'],
  ['50亿美元', '50亿美元 5000000000 美元 亿美元 money'],
  ['10亿-50亿元', '10亿-50亿元 1000000000..5000000000 元 亿元 money'],
  ['5万元至10万元', '5万元至10万元 50000..100000 元 万元 money'],
  ['1-2万元', '1-2万元 10000..20000 元 万元 money'],
  ['5000-8000万元', '5000-8000万元 50000000..80000000 元 万元 money'],
  ['轮训3-6个月', '3-6个月 3..6 个月 个月 duration'],
  ['三到五年', '三到五年 3..5 年 年 duration'],
  ['60%-70%', '60%-70% 60..70 % % percent'],
  ['增长1.83%', '1.83% 1.83 % % percent'],
  ['增长百分之三十五点五', '百分之三十五点五 35.5 % % percent'],
  ['百分之百', '百分之百 100 % % percent'],
  ['死亡率9‰', '9‰ 9 ‰ ‰ percent'],
  ['约占八成', '八成 8 成 成 percent'],
  ['超八成五', '超八成五=八成五 8.5 成 成 percent ~'],
  ['提高2.6个百分点', '2.6个百分点 2.6 个百分点 个百分点 percent'],
  ['下降-3.5%', '-3.5% -3.5 % % percent'],
  ['占三分之一', '三分之一 0.3333333333333333 分之 分之 percent'],
  ['超过一半', '超过一半=一半 0.5 半 半 percent ~'],
  ['不低于70%', '不低于70%=70% 70 % % percent ~'],
  ['50亿元以上', '50亿元以上=50亿元 5000000000 元 亿元 money ~'],
  ['30人左右', '30人左右=30人 30 人 人 people ~'],
  ['3天以内', '3天以内=3天 3 天 天 duration ~'],
  ['至少3人', '至少3人=3人 3 人 人 people ~'],
  ['约42.8平方公里', '约42.8平方公里=42.8平方公里 42.8 平方公里 平方公里 area ~'],
  ['面积100㎡', '100㎡ 100 平方米 ㎡ area'],
  ['盘活4891亩', '4891亩 4891 亩 亩 area'],
  ['长99.11公里', '99.11公里 99.11 公里 公里 length'],
  ['跑5km', '5km 5 公里 km length'],
  ['身高170公分', '170公分 170 厘米 公分 length'],
  ['海拔1,100公尺', '1,100公尺 1100 米 公尺 length'],
  ['重3千克', '3千克 3 公斤 千克 weight'],
  ['用电5千瓦时', '5千瓦时 5 千瓦时 千瓦时 other'],
  ['内存15GB', '15GB 15 GB GB other'],
  ['-5℃', '-5℃ -5 ℃ ℃ other'],
  ['零下5度', '零下5度=5度 -5 度 度 other'],
  ['1.3倍', '1.3倍 1.3 倍 倍 times'],
  ['620余次', '620余次 620 次 次 times ~'],
  ['得98分', '98分 98 分 分 score'],
  ['4.5★', '4.5★ 4.5 ★ ★ score'],
  ['平均2.4岁', '2.4岁 2.4 岁 岁 other'],
  ['十五六岁', '十五六岁 15..16 岁 岁 other ~'],
  ['一年半', '一年半 1.5 年 年 duration'],
  ['两个多月', '两个多月 2 个月 个多月 duration ~'],
  ['3年多', '3年多 3 年 年 duration ~'],
  ['一个半小时', '一个半小时 1.5 小时 个半小时 duration'],
  ['1小时30分钟', '1小时30分钟 1.5 小时 小时 duration'],
  ['2年零3个月', '2年零3个月 2.25 年 年 duration'],
  ['半年时间', '半年时间 0.5 年 年时间 duration'],
  ['300多天', '300多天 300 天 天 duration ~'],
  ['三小时', '三小时 3 小时 小时 duration'],
  ['连续3日', '3日 3 日 日 duration'],
  ['30年来', '30年 30 年 年 duration'],
  ['近3年', '近3年=3年 3 年 年 duration ~'],
];

const WORDS: readonly Case[] = [
  ['两名党员', '两名 2 名 名 people'],
  ['十余家企业', '十余家 10 家 家 count ~'],
  ['数十家企业', '数十家 20..90 家 家 count ~'],
  ['几十个项目', '几十个 20..90 个 个 count ~'],
  ['十几万人', '十几万人 110000..190000 人 万人 people ~'],
  ['上百家企业', '上百家=百家 100 家 家 count ~'],
  ['上万人', '上万人=万人 10000 人 万人 people ~'],
  ['千余人', '千余人 1000 人 人 people ~'],
  ['百亿元项目', '百亿元 10000000000 元 亿元 money'],
  ['过亿元项目', '过亿元=亿元 100000000 元 亿元 money ~'],
  ['七八个人', '七八个人 7..8 人 个人 people ~'],
  ['三四十人', '三四十人 30..40 人 人 people ~'],
  ['两三天', '两三天 2..3 天 天 duration ~'],
  ['二三十年', '二三十年 20..30 年 年 duration ~'],
  ['五万多名', '五万多名 50000 名 万名 people ~'],
  ['一百二十亿元', '一百二十亿元 12000000000 元 亿元 money'],
  ['三萬五千人', '三萬五千人 35000 人 人 people'],
  ['兩個項目', '兩個 2 个 個 count'],
  ['超過十噸', '超過十噸=十噸 10 吨 噸 weight ~'],
  ['一次会议', '一次 1 次 次 times'],
  ['四大课题', '四大 4 大 大 count'],
  ['一支队伍', '一支 1 支 支 count'],
];

const ORDINAL: readonly Case[] = [
  ['全省第一', '第一 1 - - ordinal'],
  ['第二总部', '第二 2 - - ordinal'],
  ['第三届理事会', '第三届 3 届 届 ordinal'],
  ['第100万辆', '第100万辆 1000000 辆 万辆 ordinal'],
  ['十三届人大', '十三届 13 届 届 ordinal'],
  ['1号线', '1号线 1 号线 号线 ordinal'],
  ['二等奖', '二等奖 2 等奖 等奖 ordinal'],
  ['第1名', '第1名 1 名 名 ordinal'],
];

const BARE: readonly Case[] = [
  ['热线12345', '12345 12345 - - other'],
  ['第二次增加870多', '第二次 2 次 次 ordinal', '870多 870 - - other ~'],
  ['¥100', '¥100 100 元 - money'],
  ['得分19.38', '19.38 19.38 - - other'],
  ['投资100亿', '100亿 10000000000 - 亿 other'],
];

/** Numbers that count and measure nothing. */
const NOTHING = `
三国演义|一带一路|统一个标准|进一步|一批项目|一些|一起|十分重要|万一|千万不要|四面八方|两会|三位一体|一家人|一条龙|五一|六安|二十大报告|十九大
|1+1+4+N体系|1+N新政|3D打印|RCEP15国|G1842次列车|D5号|5G网络|4S店|A380|C919|80后|90后|No.1|1/3|3×3篮球|192.168.1.1|V2.0.1|0532-82933012|13800138000
|2022年|2012年起|1992年7月|一九五八年|二〇二二年度|2021-2022学年|2012-2022年|7月14日|7月14日、15日|26日下午|十五日|1-5月|前5个月|5、6月份|二季度|前三季度|上半年|下半年|20世纪90年代
|2022-07-15|2022/7/15|2022.7.15|上午9时30分|晚上8点|20:30|12时30分|三点半|周三批准|星期五|零部件|零距离|百姓|百货|千家万户|万众一心|三农|四川|九江|一一列举|一二〇
|高质量发展|第三方|第一时间|三元桥|这一次|某一天|另一个|之一|任一方|三中全会
`
  .trim()
  .split(/\s*\|\s*/);

describe('findQuantities', () => {
  it.each(COUNTED)('measures %s', (text, ...expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it.each(WORDS)('reads %s in words', (text, ...expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it.each(ORDINAL)('takes %s for a place in an order', (text, ...expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it.each(BARE)('reports the number without a unit in %s', (text, ...expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it.each(NOTHING)('finds nothing in %s', (text) => {
    expect(lines(text)).toEqual([]);
  });

  it.each([
    ['附近3家', '3家'],
    ['节约5万元', '5万元'],
    ['签约10个', '10个'],
    ['3家庭', '3'],
    ['6人民', '6'],
    ['5个人工智能项目', '5个'],
    ['9课程', '9'],
  ])('does not stretch %s beyond %s', (text, expected) => {
    expect(findQuantities(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([expected]);
  });

  it('finds all quantities of a sentence, in order', () => {
    const text =
      '2022年1-5月，全市新增项目120个、总投资860亿元，同比增长17.1%，其中30亿元以上大项目15个，近5800家企业受益。';
    expect(lines(text)).toEqual([
      '120个 120 个 个 count',
      '860亿元 86000000000 元 亿元 money',
      '17.1% 17.1 % % percent',
      '30亿元以上=30亿元 3000000000 元 亿元 money ~',
      '15个 15 个 个 count',
      '近5800家=5800家 5800 家 家 count ~',
    ]);
  });

  it('leaves list marks at the beginning of a line alone', () => {
    expect(lines('1.新增3家\n2、新增4家\n（3）新增5家')).toEqual([
      '3家 3 家 家 count',
      '4家 4 家 家 count',
      '5家 5 家 家 count',
    ]);
  });
});
