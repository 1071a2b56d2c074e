import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Paper, paperOf, said } from '../support/paper.ts';

const MAY = `南湖大桥通车

□晚报记者 赵一鸣

本报5月12日讯 昨日，南湖大桥正式通车。南湖大桥正线长8.4公里，其中城区段2.1公里，总投资15.6亿元，由市路桥集团承建。市路桥集团总经理高远出席通车仪式并讲话。

大桥2019年10月开工，工期42个月。

两县结对帮扶企业

□晚报记者 吴思雨

本报5月12日讯 今年，市工商联将帮扶清溪县企业36家、石门县企业27家，发放贷款4.2亿元，减免租金1800万元。5月8日，双方签订协议。

水库恢复供水

□晚报记者 吴思雨

本报5月12日讯 因检修管网，黄龙水库3月5日停止供水，4月2日恢复供水。水库管理处主任高远说，供水覆盖居民12.5万人。

各县城建考核成绩

本报5月12日讯 一季度城建考核成绩如下。

位次	县区	得分
1	清溪县	92.5
2	石门县	90.25
3	白沙县	88
`;

let paper: Paper;

beforeAll(async () => {
  paper = await paperOf({ '003': { date: '2023-05-12', text: MAY } });
});

afterAll(() => paper.close());

/** Asks one after the other in a session of its own. */
async function talk(...questions: string[]) {
  const outcomes = [];
  for (const question of questions) outcomes.push(await paper.library.ask(question, { session: questions.join() }));
  return outcomes;
}

describe('a conversation', () => {
  it.each([
    [
      ['南湖大桥正线长多少公里？', '城区段呢？', '总投资多少？', '工期多久？'],
      ['8.4公里', '2.1公里', '15.6亿元', '42个月'],
    ],
    [
      ['市工商联今年帮扶清溪县多少家企业？', '石门呢？', '贷款呢？', '哪天签的协议？', '谁写的？'],
      ['36家', '27家', '4.2亿元', '5月8日', '吴思雨'],
    ],
    [
      ['黄龙水库什么时候停止供水？', '什么时候恢复的？'],
      ['3月5日', '4月2日'],
    ],
    [
      ['一季度城建考核，石门县得了多少分？', '白沙呢？', '排在它前面的是哪个县？', '得分最高的是谁？', '最低的呢？'],
      ['90.25分', '88分', '石门县', '清溪县', '白沙县'],
    ],
  ])('understands %j', async (questions, answers) => {
    expect((await talk(...questions)).map(said)).toEqual(answers);
  });

  it('shows how a follow-up was understood, and nothing beside a question that is whole', async () => {
    const [first, second] = await talk('南湖大桥正线长多少公里？', '总投资多少？');
    expect(first?.whole).toBeUndefined();
    expect(second?.whole).toContain('南湖大桥');
  });

  it('begins anew where another topic is named', async () => {
    const [, second] = await talk('南湖大桥总投资多少亿元？', '黄龙水库供水覆盖居民多少人？');
    expect(second).toMatchObject({ kind: 'answer', text: '12.5万人' });
    expect(second?.whole).toBeUndefined();
  });

  it('keeps two people of one name apart by the article that is talked about', async () => {
    const [, bridge] = await talk('南湖大桥什么时候开工？', '谁出席了通车仪式？');
    expect(bridge?.evidence[0]?.title).toBe('南湖大桥通车');
    const [, reservoir] = await talk('黄龙水库什么时候停止供水？', '管理处主任是谁？');
    expect(reservoir?.evidence[0]?.title).toBe('水库恢复供水');
  });

  it.each(['他是什么职务？', '它总投资多少？', '那里有多少人？'])(
    'asks for the name where %s points to nothing',
    async (question) => {
      expect((await talk(question)).map(said)).toEqual(['no-antecedent']);
    },
  );

  it('never tells the value of another row for one that the table lacks', async () => {
    const [, second] = await talk('一季度城建考核，石门县得了多少分？', '那青山县呢？');
    expect(second).toMatchObject({ kind: 'abstention' });
  });
});

describe('values that change with time', () => {
  const report = (day: string, value: string) =>
    `图书馆藏书情况公布\n\n□晚报记者 何欣\n\n本报${day}讯 江城市图书馆藏书总量达到${value}。\n`;

  it('are told as the newest article has them, with the earlier one beside', async () => {
    const changing = await paperOf({
      a: { date: '2022-03-01', text: report('3月1日', '320万册') },
      b: { date: '2023-03-01', text: report('3月1日', '345万册') },
    });
    try {
      const outcome = await changing.library.ask('江城市图书馆藏书总量达到多少册？');
      expect(outcome).toMatchObject({ kind: 'answer', text: '345万册', notice: 'newer' });
      expect(outcome.evidence.slice(0, 2).map(({ date }) => date)).toEqual(['2023-03-01', '2022-03-01']);
      expect(said(await changing.library.ask('2022年江城市图书馆藏书总量达到多少册？'))).toBe('320万册');
    } finally {
      await changing.close();
    }
  });

  it('are not asserted where two articles of one day disagree', async () => {
    const disagreeing = await paperOf({
      a: { date: '2023-03-01', text: report('3月1日', '320万册') },
      b: { date: '2023-03-01', text: report('3月1日', '345万册') },
    });
    try {
      const outcome = await disagreeing.library.ask('江城市图书馆藏书总量达到多少册？');
      expect(outcome).toMatchObject({ kind: 'abstention', reason: 'disagree' });
      expect(
        outcome.evidence
          .slice(0, 2)
          .map(({ sentence }) => /\d+万册/u.exec(sentence)?.[0])
          .sort(),
      ).toEqual(['320万册', '345万册']);
    } finally {
      await disagreeing.close();
    }
  });
});
