import { describe, expect, it } from 'vitest';
import type { Surroundings } from '../../src/ingest/heads.ts';
import { sumOf, weighRun } from '../../src/ingest/heads.ts';
import { readItems } from '../../src/ingest/items.ts';
import { Levels } from '../../src/ingest/levels.ts';
import { readLines } from '../../src/ingest/lines.ts';
import { findRuns } from '../../src/ingest/runs.ts';
import { settleText } from '../../src/ingest/settle.ts';
import { subjectsOf } from '../../src/ingest/subjects.ts';

/** The headings of a page with their scores, in the middle of an article that has its author. */
function scores(raw: string, around: Partial<Surroundings> = {}): Map<string, number> {
  const items = settleText(readItems(raw, readLines(raw)));
  const runs = findRuns(items);
  const middle: Surroundings = {
    started: true,
    opened: false,
    closed: false,
    level: 0,
    authored: true,
    wideGap: 2,
    levels: new Levels(items, runs),
    subjects: subjectsOf(items),
    above: [],
    ...around,
  };
  return new Map(
    runs.map((run) => [run.lines.map((line) => line.text).join(' '), sumOf(weighRun(items, run, middle))]),
  );
}

const BODY = '会议强调，要压实责任，狠抓落实。';

describe('a heading is a headline', () => {
  const headlines: readonly (readonly [string, string])[] = [
    ['a byline stands below', `${BODY}\n\n新桥通车\n\n□记者 张三\n\n${BODY}`],
    ['a dateline stands below', `${BODY}\n\n新桥通车\n\n本报讯 今天新桥通车。`],
    ['a byline stands below its summary', `${BODY}\n\n新桥通车\n\n两岸从此一桥相连。\n\n□记者 张三\n\n${BODY}`],
    ['a byline closes its text', `${BODY}\n\n新桥通车\n\n${BODY}\n\n（记者 张三）\n\n绿道开园\n\n本报讯 绿道开园。`],
    ['a kicker with a dash stands above', `${BODY}\n\n从天堑到通途——\n\n新桥通车\n\n${BODY}`],
    [
      'a gap stands above, news below, and it has two lines',
      `${BODY}\n\n\n\n新桥通车\n\n两岸变通途\n\n近日，新桥通车。`,
    ],
    ['it is the title of an announcement', `${BODY}\n\n二季度考核结果\n\n现将考核结果公布如下。`],
    [
      'bylines prove its Markdown level elsewhere',
      `${BODY}\n\n## 新桥通车\n\n${BODY}\n\n## 绿道开园\n\n□记者 张三\n\n${BODY}\n\n## 夜校开班\n\n□记者 李四\n\n${BODY}`,
    ],
  ];

  it.each(headlines)('where %s', (_name, raw) => {
    const [first] = [...scores(raw).values()];
    expect(first).toBeGreaterThan(0);
  });
});

describe('a heading is a crosshead', () => {
  const crossheads: readonly (readonly [string, string])[] = [
    ['nothing speaks for more', `${BODY}\n\n机制更活\n\n${BODY}`],
    ['it has a number, even behind a gap', `${BODY}\n\n\n\n一、总体要求\n\n近日，文件印发。`],
    [
      'its Markdown level is that of sections',
      `# 新桥通车\n\n□记者 张三\n\n${BODY}\n\n### 机制更活\n\n${BODY}\n\n### 动力更足\n\n${BODY}`,
    ],
    [
      'no byline proves its Markdown level',
      `## 新桥通车\n\n□记者 张三\n\n${BODY}\n\n## 机制更活\n\n${BODY}\n\n## 动力更足\n\n${BODY}`,
    ],
    [
      'a sentence stands open above',
      `港口和铁路部门优化数据系统对接，设立加急入港通道，提升了\n\n\n\n机制更活\n\n${BODY}`,
    ],
  ];

  it.each(crossheads)('where %s', (_name, raw) => {
    const last = [...scores(raw).values()].at(-1);
    expect(last).toBeLessThanOrEqual(0);
  });

  it('between a byline and the first paragraph', () => {
    const raw = `${BODY}\n\n机制更活\n\n近日，文件印发。`;
    expect(scores(raw, { opened: true }).get('机制更活')).toBeLessThanOrEqual(0);
    expect(scores(raw, { closed: true }).get('机制更活')).toBeGreaterThan(0);
  });
});

describe('a short line is no heading', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'the rest of a word',
      `全市整合各类基层管理服务网格，实现多网融合，并及时调\n\n整重点工作\n\n${BODY}`,
      '整重点工作',
    ],
    [
      'a clause that was cut off',
      `${BODY}\n\n在数字政府建设方面，市大数据局将以满足用户需求\n\n为第一出发点，结合实际推进。`,
      '在数字政府建设方面，市大数据局将以满足用户需求',
    ],
    [
      'one of many',
      `${BODY}\n\n${['张家湾社区', '李家湾社区', '王家湾社区', '赵家湾社区', '孙家湾社区'].join('\n')}\n\n${BODY}`,
      '张家湾社区',
    ],
    ['the last line of the page', `${BODY}\n\n机制更活`, '机制更活'],
    ['the formula of a notice', `${BODY}\n\n特此公告\n\n新桥通车\n\n□记者 张三\n\n${BODY}`, '特此公告'],
    ['an address', `${BODY}\n\n联系电话：85010000\n\n新桥通车\n\n□记者 张三\n\n${BODY}`, '联系电话：85010000'],
  ];

  it.each(cases)('but %s', (_name, raw, line) => {
    expect([...scores(raw).keys()].join('|')).not.toContain(line);
  });
});
