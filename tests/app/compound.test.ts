import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Paper, paperOf, said } from '../support/paper.ts';

const JUNE = `云台大桥主桥合龙

□晚报记者 周大成

本报6月3日讯 6月1日，云台大桥主桥合龙。云台大桥全长3.6公里，总投资12.8亿元，占地420亩，由市路桥集团承建。

青石水库扩建开工

□晚报记者 林小月

本报6月3日讯 6月2日，位于双河县的青石水库扩建工程开工。青石水库扩建工程总投资8500万元，占地35公顷，建成后可灌溉农田6万亩。

夏收接近尾声

□晚报记者 林小月

本报6月3日讯 今年夏收，全市投入收割机1860台、烘干机240台、播种机950台。双河县县长何志远说，全县夏粮总产量预计21.5万吨。白云县夏粮总产量预计19.75万吨。双河县夏播面积比白云县多3.2万亩，玉泉镇、石桥镇两镇共修渠道48公里。
`;

const JULY = `老城区改造提速

□晚报记者 周大成

本报7月8日讯 今年老城区改造涉及学校、医院、菜市场三类项目，分别为12个、5个、9个。老城区的公交站点由412个增加至530个。7月5日，市图书馆新馆开馆；当天共接待读者4200人。

江城马拉松鸣枪

□晚报记者 周大成

本报7月8日讯 7月5日，江城国际马拉松在体育中心举行，1.2万名选手参赛。云台大桥是赛道的一部分。
`;

let paper: Paper;

beforeAll(async () => {
  paper = await paperOf({ '001': { date: '2023-06-03', text: JUNE }, '002': { date: '2023-07-08', text: JULY } });
});

afterAll(() => paper.close());

const ask = (question: string) => paper.library.ask(question);

describe('a comparison', () => {
  it('names the greater one, with both proofs and both values', async () => {
    const outcome = await ask('云台大桥和青石水库扩建工程，哪个总投资更大？');
    expect(outcome).toMatchObject({ kind: 'answer', text: '云台大桥', proofs: 2 });
    expect(outcome.kind === 'answer' && outcome.calculation).toBe('云台大桥 12.8亿元 > 青石水库扩建工程 8500万元');
    const marked = outcome.evidence
      .slice(0, 2)
      .flatMap(({ sentence, marks }) => marks.map(({ start, end }) => sentence.slice(start, end)));
    expect(marked).toEqual(['12.8亿元', '8500万元']);
  });

  it('reads the values of one sentence in their order', async () => {
    expect(said(await ask('老城区改造的学校、医院、菜市场三类里哪一类项目最少？'))).toBe('医院');
    expect(said(await ask('今年夏收，收割机和烘干机哪个更多？'))).toBe('收割机');
  });

  it('does not compare two units', async () => {
    expect(said(await ask('云台大桥和青石水库扩建工程，哪个占地更大？'))).toBe('units-differ');
  });

  it('says which part it cannot prove', async () => {
    const outcome = await ask('云台大桥和海天隧道，哪个总投资更大？');
    expect(outcome).toMatchObject({ kind: 'abstention', reason: 'part-missing', missing: '海天隧道' });
    expect(outcome.evidence.flatMap(({ marks }) => marks)).toEqual([]);
  });
});

describe('a difference and a sum', () => {
  it.each([
    ['云台大桥比青石水库扩建工程的总投资多多少亿元？', '11.95亿元', '12.8亿元 − 8500万元 = 11.95亿元'],
    ['双河县比白云县的夏粮总产量多多少万吨？', '1.75万吨', '21.5万吨 − 19.75万吨 = 1.75万吨'],
    ['今年夏收投入的收割机、烘干机、播种机合计多少台？', '3050台', '1860台 + 240台 + 950台 = 3050台'],
    ['双河县夏粮总产量减去白云县夏粮总产量，差额是多少万吨？', '1.75万吨', '21.5万吨 − 19.75万吨 = 1.75万吨'],
    ['老城区的公交站点这次增加了多少个？', '118个', '530个 − 412个 = 118个'],
  ])('of %s is %s', async (question, answer, calculation) => {
    expect(await ask(question)).toMatchObject({ kind: 'answer', text: answer, calculation });
  });

  it.each([
    ['双河县的夏播面积比白云县多多少万亩？', '3.2万亩'],
    ['玉泉镇、石桥镇两镇一共修了多少公里渠道？', '48公里'],
  ])('that the page itself tells is taken as it stands: %s', async (question, answer) => {
    const outcome = await ask(question);
    expect(outcome).toMatchObject({ kind: 'answer', text: answer });
    expect(outcome.kind === 'answer' && outcome.calculation).toBeFalsy();
  });

  it('is not told where the newspapers say the opposite', async () => {
    const outcome = await ask('青石水库扩建工程比云台大桥的总投资多多少亿元？');
    expect(outcome).toMatchObject({ kind: 'abstention', reason: 'premise' });
    expect(outcome.evidence.length).toBeGreaterThanOrEqual(2);
  });

  it.each(['云台大桥和海天隧道的总投资一共多少亿元？', '今年夏收投入的收割机、烘干机、无人机合计多少台？'])(
    'is not told where a part is missing: %s',
    async (question) => {
      const outcome = await ask(question);
      expect(outcome).toMatchObject({ kind: 'abstention', reason: 'part-missing' });
    },
  );
});

describe('an order in time', () => {
  it.each([
    ['云台大桥主桥合龙和青石水库扩建工程开工，哪个在前？', '云台大桥主桥合龙'],
    ['云台大桥主桥合龙和青石水库扩建工程开工，哪个更晚？', '青石水库扩建工程开工'],
    ['云台大桥主桥合龙和市图书馆新馆开馆相隔多少天？', '34天'],
  ])('answers %s with %s', async (question, answer) => {
    expect(said(await ask(question))).toBe(answer);
  });

  it('is not told of what happened on one day', async () => {
    expect(said(await ask('市图书馆新馆开馆和江城国际马拉松举行，哪个在前？'))).toBe('unsure');
  });
});

describe('a question of several parts', () => {
  it('answers each in its turn, and proves each', async () => {
    const outcome = await ask('云台大桥全长多少公里，总投资多少亿元？');
    expect(said(outcome)).toBe('3.6公里；12.8亿元');
  });

  it('answers none where one is not proved, and says which', async () => {
    const outcome = await ask('云台大桥全长多少公里，大桥管理处处长毕业于哪所大学？');
    expect(outcome).toMatchObject({ kind: 'abstention', reason: 'part-missing' });
    expect(outcome.kind === 'abstention' && outcome.missing).toContain('处长');
  });

  it('finds out what is only described, and shows what it took it for', async () => {
    const outcome = await ask('青石水库所在的县，县长是谁？');
    expect(said(outcome)).toBe('何志远');
    expect(outcome.whole).toContain('双河县');
  });
});

describe('questions about sets of articles', () => {
  it.each([
    ['哪些文章里出现了云台大桥这个名字？', '《云台大桥主桥合龙》、《江城马拉松鸣枪》'],
    ['提到云台大桥的报道有几篇？', '2篇'],
    ['哪几版提到了云台大桥？', '江城晚报 001、江城晚报 002'],
    ['注明“本报6月3日讯”的报道有几篇？', '3篇'],
    ['注明“本报7月8日讯”的报道有几篇，记者分别是谁？', '2篇；周大成'],
    ['“本报6月3日讯”和“本报7月8日讯”的合起来有几篇？', '5篇'],
    ['记者林小月一共写了几篇报道？', '2篇'],
    ['哪位记者写的报道最多？', '周大成'],
  ])('answers %s with %s', async (question, answer) => {
    expect(
      said(await ask(question))
        .split('、')
        .sort(),
    ).toEqual(answer.split('、').sort());
  });

  it('lists what happened on a day from several articles', async () => {
    const outcome = await ask('7月5日江城有哪两件开馆或举行的事？');
    expect(said(outcome)).toContain('图书馆新馆开馆');
    expect(said(outcome)).toContain('马拉松');
    expect(outcome.evidence).toHaveLength(2);
  });
});
