import { describe, expect, it } from 'vitest';
import { parseByline, parseLeadingByline, parseTrailingByline } from '../../src/ingest/byline.ts';
import { parseOpening } from '../../src/ingest/dateline.ts';
import { filingDay } from '../../src/ingest/filing-day.ts';
import { isName } from '../../src/ingest/names.ts';

const cutOf = (text: string, span: { start: number; end: number } | undefined): string | undefined =>
  span === undefined ? undefined : text.slice(span.start, span.end);

describe('parseByline', () => {
  const bylines: readonly (readonly [string, string, readonly string[]])[] = [
    ['□滨海日报/观潮新闻记者 张晋 周伟', '滨海日报/观潮新闻记者 张晋 周伟', ['张晋', '周伟']],
    ['□滨海日报/观潮新闻记者 衣涛文/图', '滨海日报/观潮新闻记者 衣涛文/图', ['衣涛']],
    ['□ 本报记者 薄克国', '本报记者 薄克国', ['薄克国']],
    ['□ 记者 白晓 通讯员 李颖慧 报道', '记者 白晓 通讯员 李颖慧 报道', ['白晓', '李颖慧']],
    ['□滨海日报记者 余博 通讯员', '滨海日报记者 余博 通讯员', ['余博']],
    ['通讯员 刘耀泽 韩丽丽', '通讯员 刘耀泽 韩丽丽', ['刘耀泽', '韩丽丽']],
    ['□记者 李华 通讯员 王五 文/图', '记者 李华 通讯员 王五 文/图', ['李华', '王五']],
    ['记者张三、李四', '记者张三、李四', ['张三', '李四']],
    ['（记者 张三）', '记者 张三', ['张三']],
    ['(衣涛 于昱 张绪霞)', '衣涛 于昱 张绪霞', ['衣涛', '于昱', '张绪霞']],
    ['□ 薄克国', '薄克国', ['薄克国']],
    ['□记者 王 涛', '记者 王 涛', ['王涛']],
    ['文/张三 图/李四', '文/张三 图/李四', ['张三', '李四']],
    ['■记者 张博文', '记者 张博文', ['张博文']],
    ['【记者王小明／台北报导】', '记者王小明／台北报导', ['王小明']],
    ['【环球网报道 见习记者 赵博元】', '环球网报道 见习记者 赵博元', ['赵博元']],
    ['新华社记者 热合曼·买买提', '新华社记者 热合曼·买买提', ['热合曼·买买提']],
    ['□本报特约评论员', '本报特约评论员', []],
    ['滨海日报社/观潮新闻首席记者 王涛 摄影报道', '滨海日报社/观潮新闻首席记者 王涛 摄影报道', ['王涛']],
    ['（记者都芃）', '记者都芃', ['都芃']],
    ['口记者 白晓 报道', '记者 白晓 报道', ['白晓']],
    ['口滨海日报记者 白晓', '滨海日报记者 白晓', ['白晓']],
  ];

  it.each(bylines)('reads %s', (text, byline, names) => {
    const found = parseByline(text);
    expect(cutOf(text, found?.span)).toBe(byline);
    expect(found?.names).toEqual(names);
  });

  it.each([
    '青岛',
    '（试行）',
    '记者',
    '记者 了解到',
    '记者从市政府获悉',
    '■产业园主体封顶。',
    '特别报道',
    '综合',
    '老城复兴开辟新路径',
    '（江南网）',
    '各位记者朋友 大家好',
  ])('refuses %s', (text) => {
    expect(parseByline(text)).toBeUndefined();
  });

  it.each(['陈星华 摄', '本报记者 王五 摄', '图/李四'])('tells that %s is about the picture only', (text) => {
    expect(parseByline(text)?.picture).toBe(true);
  });
});

describe('parseLeadingByline', () => {
  it.each([
    ['□滨海日报记者 王涛 本报7月26日讯 走进车间', '滨海日报记者 王涛'],
    ['记者 薄克国 报道 本报滨海讯 近日', '记者 薄克国 报道'],
    ['□ 本报记者 李媛 近日,全市', '本报记者 李媛'],
  ])('reads the byline that %s begins with', (text, byline) => {
    expect(cutOf(text, parseLeadingByline(text)?.span)).toBe(byline);
  });
});

describe('parseTrailingByline', () => {
  it.each([
    ['共同发展。（记者 李华 通讯员 王五）', ['李华', '王五']],
    ['共同发展。(李华)', ['李华']],
  ])('reads the byline that %s ends with', (text, names) => {
    expect(parseTrailingByline(text)?.names).toEqual(names);
  });

  it.each(['办法（试行）', '他叫（李华）', '合影。（王涛 摄）', '共同发展。'])('finds none in %s', (text) => {
    expect(parseTrailingByline(text)).toBeUndefined();
  });
});

describe('parseOpening', () => {
  const openings: readonly (readonly [string, string | undefined, readonly string[]])[] = [
    ['本报7月15日讯 今天', '本报7月15日讯', []],
    ['本报滨海讯 近日', '本报滨海讯', []],
    ['本报讯近日', '本报讯', []],
    ['本报综合消息 近日', '本报综合消息', []],
    ['新华社北京7月1日电（记者张三、李四）近日', '新华社北京7月1日电', ['张三', '李四']],
    ['据新华社北京7月1日电 近日', '据新华社北京7月1日电', []],
    ['新华社华盛顿１２月３日电 当地', '新华社华盛顿１２月３日电', []],
    ['中新社台北8月17日电 (记者 杨毅)台湾', '中新社台北8月17日电', ['杨毅']],
    ['新晨报讯（记者 吴梦真）昨天', '新晨报讯', ['吴梦真']],
    ['本报讯 记者张三 通讯员李四报道：近日', '本报讯', ['张三', '李四']],
    ['本报北京7月1日电 记者 李华 近日', '本报北京7月1日电', ['李华']],
    ['东方网记者包永婷7月30日报道：近日', '东方网记者包永婷7月30日报道', ['包永婷']],
    ['科技之家 8 月 16 日消息，近日', '科技之家 8 月 16 日消息', []],
    ['【本報訊】台北', '本報訊', []],
    ['〔記者王小明／台北報導〕台北', undefined, ['王小明']],
  ];

  it.each(openings)('reads %s', (text, dateline, names) => {
    const opening = parseOpening(text);
    expect(cutOf(text, opening?.dateline)).toBe(dateline);
    expect(opening?.byline?.names ?? []).toEqual(names);
  });

  it.each([
    '今天上午',
    '据路透社7月24日报道，中国',
    '新华社记者从会上获悉',
    '本报记者 张三',
    '7月15日，全市',
    '新闻7月15日电视播出',
    '市消防支队7月15日消息',
    '（一）总体要求',
  ])('finds nothing in %s', (text) => {
    expect(parseOpening(text)).toBeUndefined();
  });
});

describe('filingDay', () => {
  it.each([
    ['本报7月15日讯', '2022-07-15', '2022-07-15'],
    ['本报7月15日讯', '2022', '2022-07-15'],
    ['本报12月31日讯', '2023-01-02', '2022-12-31'],
    ['本报１２月３日电', '2022-12-04', '2022-12-03'],
    ['中央社15日电', '2022-07-15', '2022-07-15'],
    ['中央社30日电', '2022-07-01', '2022-06-30'],
    ['中央社31日电', '2022-01-01', '2021-12-31'],
    ['本报二〇二一年七月十五日讯', null, '2021-07-15'],
    ['科技之家 8 月 16 日消息', '2023-08-16', '2023-08-16'],
    ['本报7月15日讯', null, null],
    ['中央社15日电', '2022', null],
    ['本报讯', '2022-07-15', null],
    ['本报13月40日讯', '2022-07-15', null],
  ])('resolves %s on a page of %s to %s', (dateline, page, day) => {
    expect(filingDay(dateline, page)).toBe(day);
  });
});

describe('isName', () => {
  it.each(['张三', '欧阳修', '陳大文', '热合曼·买买提'])('takes %s for a name', (text) =>
    expect(isName(text)).toBe(true),
  );
  it.each(['今天', '安徽网', '高新区', '张', '张三李四王', 'Smith'])('takes %s for none', (text) =>
    expect(isName(text)).toBe(false),
  );
});
