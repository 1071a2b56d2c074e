import { describe, expect, it } from 'vitest';
import { askedReckoning, reckon } from '../../src/answer/reckonings.ts';
import { foldText } from '../../src/text/normalize.ts';

const DAY = '2023-06-03';

/** What a sentence of 3 June 2023 gives a question, with the way to it. */
function reckoned(
  question: string,
  text: string,
): { text: string; calculation: string | undefined; told: string[] } | undefined {
  const folded = foldText(text);
  const asked = askedReckoning(foldText(question));
  const found = asked && reckon(asked, { text: folded, day: DAY });
  return (
    found && {
      text: found.text,
      calculation: found.calculation,
      told: found.spans.map(({ start, end }) => folded.slice(start, end)),
    }
  );
}

describe('what is left of a whole', () => {
  const projects = '目前,已发布榜单项目88个、总金额约4.1亿元,现已签约项目35个、近2亿元。';

  it.each([
    ['榜单项目里，还没有签约的有几个？', projects, '53个', '88个 − 35个 = 53个'],
    [
      '公安机关立的案子还有几起没破？',
      '全市公安机关立案14起,破案13起,抓获犯罪嫌疑人134人。',
      '1起',
      '14起 − 13起 = 1起',
    ],
    [
      '铁路落在江北市以外的部分有多少公里？',
      '正线长99.11公里,其中江北市段19.65公里。',
      '79.46公里',
      '99.11公里 − 19.65公里 = 79.46公里',
    ],
    [
      '榜单项目里，还没有开工的有几个？',
      '发布榜单项目88个,现已签约项目35个,已开工项目24个。',
      '64个',
      '88个 − 24个 = 64个',
    ],
    ['有多少个小区尚未改造？', '全区共有老旧小区约120个,今年已改造45个。', '约75个', '约120个 − 45个 = 约75个'],
  ])('answers %s', (question, text, left, calculation) => {
    expect(reckoned(question, text)).toMatchObject({ text: left, calculation });
  });

  it('marks the whole and the part', () => {
    expect(reckoned('榜单项目里，还没有签约的有几个？', projects)?.told).toEqual(['88个', '35个']);
  });

  it.each([
    [
      '还没有签约的项目有几个？',
      '东区发布项目88个,西区发布项目60个,现已签约项目35个。',
      'two numbers could be the whole',
    ],
    ['还没有签约的项目有几个？', '发布项目88个,上月签约项目12个,本月签约项目35个。', 'two numbers could be the part'],
    ['还没有签约的项目有几个？', '发布项目88个,未签约项目35个。', 'the sentence says it itself'],
    ['还没有签约的项目有几个？', '发布项目30个,已签约项目35个。', 'the part is more than the whole'],
    ['还没有签约的企业有几家？', projects, 'other things are counted'],
    ['铁路落在江北市以外的部分有多少公里？', '正线长99.11公里,江北市段另有19.65公里。', 'it is no part of it'],
  ])('says nothing to %s by %s: %s', (question, text, _reason) => {
    expect(reckoned(question, text)).toBeUndefined();
  });
});

describe('how long something lasts', () => {
  it.each([
    ['宜居博览会一共开几天？', '宜居博览会将于7月29日至31日举行。', '3天'],
    ['书展持续多少天？', '书展4月30日至5月3日在会展中心举办。', '4天'],
  ])('counts both ends: %s', (question, text, days) => {
    expect(reckoned(question, text)?.text).toBe(days);
  });

  it.each([
    ['宜居博览会一共开几天？', '为期5天的宜居博览会将于7月29日举行。', 'it is said'],
    ['宜居博览会一共开几天？', '博览会7月29日至31日举行,论坛8月1日至2日举行。', 'two stretches are told'],
    ['宜居博览会一共开几天？', '7月29日至31日有雨。', 'nothing is held'],
    ['宜居博览会一共开几天？', '宜居博览会7月29日举行。', 'there is one day only'],
  ])('says nothing to %s by %s: %s', (question, text, _reason) => {
    expect(reckoned(question, text)).toBeUndefined();
  });
});

describe('how many rounds there were before', () => {
  it('is one less than the number of this one', () => {
    expect(reckoned('这一届之前，马拉松赛办过几届？', '这是江城举办的第十二届马拉松赛。')?.text).toBe('11届');
    expect(reckoned('这一届之前，马拉松赛办过几届？', '这是江城举办的第一届马拉松赛。')).toBeUndefined();
    expect(reckoned('这一届之前，马拉松赛办过几届？', '第三届书展和第五届马拉松赛同日举行。')).toBeUndefined();
  });
});

describe('several numbers at once', () => {
  it.each([
    ['班列能通到多少个国家的多少个城市？', '班列通达沿线20个国家、49个城市。', '20个国家、49个城市'],
    ['公司有多少名员工和几家工厂？', '公司有12家工厂,近3000名员工。', '近3000名员工、12家工厂'],
  ])('answers %s from %s', (question, text, told) => {
    expect(reckoned(question, text)).toMatchObject({ text: told, calculation: undefined });
  });

  it.each([
    ['班列能通到多少个国家的多少个城市？', '班列通达沿线20个国家。', 'one is missing'],
    ['班列能通到多少个国家的多少个城市？', '班列去年通达15个国家,今年通达20个国家、49个城市。', 'there are two of one'],
    ['班列能通到多少个城市？', '班列通达沿线20个国家、49个城市。', 'one number is asked for'],
  ])('says nothing to %s by %s: %s', (question, text, _reason) => {
    expect(reckoned(question, text)).toBeUndefined();
  });
});

describe('which of several is most', () => {
  const land = '“盘活工业用地4891亩、非家庭承包地7409亩、可规模经营土地4.3万亩;每村增收92万元。”';

  it.each([
    [
      '盘活的几类土地里，面积最大的是哪一类？',
      land,
      '可规模经营土地',
      '可规模经营土地 4.3万亩 > 非家庭承包地 7409亩 >',
    ],
    [
      '这几类设施中，数量最少的是哪一类？',
      '全市已建成公园12个,改造车站30个,修缮图书馆5个。',
      '图书馆',
      '图书馆 5个 < 公园 12个 < 车站 30个',
    ],
    ['这几样里最多的是哪一样？', '培育20个品牌、引进100个项目、建设8个平台。', '项目', '项目 100个 >'],
  ])('answers %s', (question, text, name, calculation) => {
    const found = reckoned(question, text);
    expect(found?.text).toBe(name);
    expect(found?.calculation).toContain(calculation);
  });

  it.each([
    ['盘活的几类土地里，面积最大的是哪一类？', '盘活工业用地4891亩、非家庭承包地4891亩。', 'both are equal'],
    ['盘活的几类土地里，面积最大的是哪一类？', '新建公园12个、车站30个。', 'another thing is measured'],
    ['盘活的几类土地里，面积最大的是哪一类？', '盘活工业用地4891亩。', 'there is one only'],
  ])('says nothing to %s by %s: %s', (question, text, _reason) => {
    expect(reckoned(question, text)).toBeUndefined();
  });
});
