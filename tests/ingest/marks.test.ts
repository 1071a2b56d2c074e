import { describe, expect, it } from 'vitest';
import { readLines } from '../../src/ingest/lines.ts';
import {
  endsSentence,
  isColumnLabel,
  isNumbered,
  isSentHere,
  isSentOn,
  type LineKind,
  markLine,
} from '../../src/ingest/marks.ts';

const kindOf = (raw: string): LineKind | undefined => readLines(raw).map((line) => markLine(line).kind)[0];

describe('markLine', () => {
  const kinds: readonly (readonly [LineKind, readonly string[]])[] = [
    [
      'head',
      [
        '新桥通车',
        '# 这是一个问题？',
        '从天堑到通途——',
        '要不要拆？',
        '“亮绩”“赛绩”,比学赶超促提升',
        '推出“健康二维码”服务',
        '一、总体要求',
        '亮点四',
      ],
    ],
    [
      'text',
      [
        '新桥今天通车。',
        '现将结果公布如下：',
        '千余艘渔船，',
        '本报讯 新桥通车',
        '，两岸从此一桥相连',
        '特此公告',
        '地址：滨海路1号',
        '课程录成了短视频。学员可以扫码报名，下载讲义后随时学习',
        '12345',
      ],
    ],
    ['byline', ['□本报记者 张三', '（记者 李四）', '通讯员 王五', '文/图']],
    [
      'caption',
      [
        '■货轮靠泊码头。',
        '图为观摩会现场。',
        '▲孩子们在写生。 本报记者 张三 摄',
        '市民在赏花。（王五 摄）',
        '货轮靠泊码头。新华社发',
        '上图：志愿者在行动。',
      ],
    ],
    ['list', ['● 总投资三千亿元', '- 各类工业企业', '• 商场', '· 市场']],
    [
      'house',
      [
        '责任编辑：张三',
        '滨海日报',
        '第3版 要闻',
        'A03',
        '2022年7月15日 星期五',
        '要闻 02 2022年7月15日 星期五 编辑 张三',
        '（上接第一版）',
        '◆ 更多精彩内容请关注本报客户端',
        '扫描二维码下载客户端',
        '未经授权不得转载',
      ],
    ],
    ['date', ['2022年7月26日', '二〇二二年七月二十六日']],
  ];

  it.each(kinds.flatMap(([kind, texts]) => texts.map((text) => [text, kind] as const)))(
    'takes %s for %s',
    (text, kind) => {
      expect(kindOf(text)).toBe(kind);
    },
  );
});

describe('endsSentence', () => {
  it.each(['通车。', '通车了！”', '“好。”', '如下……', '通车。（记者 张三）'])('holds for %s', (text) =>
    expect(endsSentence(text)).toBe(true),
  );
  it.each(['通车', '通车，', '“通车”', '如下：', '办法（试行）', '19.'])('does not hold for %s', (text) =>
    expect(endsSentence(text)).toBe(false),
  );
});

describe('isNumbered', () => {
  it.each(['一、总体要求', '（二）基本原则', '1. 范围', '2、范围', '③范围', '第三条 范围', '亮点四', '系列报道之三'])(
    'holds for %s',
    (text) => expect(isNumbered(text)).toBe(true),
  );
  it.each(['一带一路', '3.5亿元', '2022年工作', '十里银滩', '新桥通车'])('does not hold for %s', (text) =>
    expect(isNumbered(text)).toBe(false),
  );
});

describe('isColumnLabel', () => {
  it.each(['短评', '【新闻链接】', '·时评·', '编者按：'])('holds for %s', (text) =>
    expect(isColumnLabel(text)).toBe(true),
  );
  it.each(['新桥通车', '评论员的一天', '【本报讯】新桥今天通车了大家都来看'])('does not hold for %s', (text) =>
    expect(isColumnLabel(text)).toBe(false),
  );
});

describe('isSentOn', () => {
  it.each(['狠抓落实。（下转第三版）', '（下转A4版）', '下转2版', '▲▲下转A04版'])('holds for %s', (text) =>
    expect(isSentOn(text)).toBe(true),
  );
  it.each(['（上接第一版）', '本书由旧版再版', '狠抓落实。'])('does not hold for %s', (text) =>
    expect(isSentOn(text)).toBe(false),
  );
});

describe('isSentHere', () => {
  it.each(['（上接第一版）', '▲▲上接A01版', '上接1版'])('holds for %s', (text) => expect(isSentHere(text)).toBe(true));
  it.each(['（下转第三版）', '紧接第三版', '上接天光，下连沧海。'])('does not hold for %s', (text) =>
    expect(isSentHere(text)).toBe(false),
  );
});
