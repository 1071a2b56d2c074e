/** Articles that were torn apart, printed twice, or mixed with what is not their own. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/ingest/read-page.ts';
import { BRIDGE, CLINIC, TEA } from './invented.ts';
import { articlesOf, pageOf, textsOf } from './pages.ts';

const page = (...lines: readonly string[]): string => lines.join('\n\n');
const shape = (text: string) =>
  articlesOf(text).map((article) => ({
    title: article.title,
    byline: article.byline,
    paragraphs: textsOf(article, 'paragraph').map((paragraph) => paragraph.slice(0, 6)),
  }));
const starts = (paragraphs: readonly string[]): string[] => paragraphs.map((paragraph) => paragraph.slice(0, 6));

const BY_A = '□本报记者 王海涛';
const BY_B = '□本报记者 李文静';
const WHOLE = [
  { title: BRIDGE.title, byline: '本报记者 王海涛', paragraphs: starts(BRIDGE.paragraphs) },
  { title: CLINIC.title, byline: '本报记者 李文静', paragraphs: starts(CLINIC.paragraphs) },
];

describe('two headlines one on top of the other', () => {
  it('are parted where the second text stands first', () => {
    const text = page(BRIDGE.title, CLINIC.title, BY_B, ...CLINIC.paragraphs, BY_A, ...BRIDGE.paragraphs);
    expect(shape(text)).toEqual(WHOLE);
  });

  it('are parted where the texts stand in their order', () => {
    const text = page(BRIDGE.title, CLINIC.title, BY_A, ...BRIDGE.paragraphs, BY_B, ...CLINIC.paragraphs);
    expect(shape(text)).toEqual(WHOLE);
  });

  it('are parted before the line that only praises, for it stands above its own deck', () => {
    const slogan = '凝心聚力谋发展 真抓实干开新局';
    const text = page(BRIDGE.title, slogan, CLINIC.title, BY_B, ...CLINIC.paragraphs, BY_A, ...BRIDGE.paragraphs);
    const [bridge, clinic] = articlesOf(text);
    expect(bridge).toMatchObject({ title: BRIDGE.title, subtitle: null });
    expect(clinic).toMatchObject({ title: slogan, subtitle: CLINIC.title });
  });

  it('stay one where every text has its headline', () => {
    const text = page(BRIDGE.title, CLINIC.title, BY_A, ...BRIDGE.paragraphs);
    expect(articlesOf(text).map(({ title, subtitle }) => [title, subtitle])).toEqual([[BRIDGE.title, CLINIC.title]]);
  });
});

describe('a headline above a text that says nothing of it', () => {
  it('goes to its own text, and the one without text to this one', () => {
    const text = page(
      `## ${BRIDGE.title}`,
      '——三年建设纪实',
      `## ${CLINIC.title}`,
      BY_A,
      ...BRIDGE.paragraphs,
      BY_B,
      ...CLINIC.paragraphs,
    );
    expect(shape(text)).toEqual(WHOLE);
  });

  it('stays where no other text wants one', () => {
    const text = page('湾区追梦人', BY_A, ...BRIDGE.paragraphs, CLINIC.title, BY_B, ...CLINIC.paragraphs);
    expect(shape(text).map(({ title }) => title)).toEqual(['湾区追梦人', CLINIC.title]);
  });
});

describe('a lead behind the end of its text', () => {
  const [first = '', second = '', third = ''] = BRIDGE.paragraphs;

  it('comes first where the text above it begins inside a sentence', () => {
    const text = page(BRIDGE.title, second.slice(17), third, BY_A, first, `${second.slice(0, 17)}`);
    const [article] = articlesOf(text);
    expect(textsOf(article, 'paragraph')).toEqual([first, second, third]);
    expect(article).toMatchObject({ title: BRIDGE.title, byline: '本报记者 王海涛', truncated: false });
  });

  it('comes first where it tells more of the headline than the text above it', () => {
    const text = page(BRIDGE.title, second, third, BY_A, first);
    expect(textsOf(articlesOf(text)[0], 'paragraph')).toEqual([first, second, third]);
  });

  it('is not joined to an article of another subject', () => {
    const text = page(BRIDGE.title, second, third, BY_B, ...CLINIC.paragraphs);
    expect(shape(text).map(({ title }) => title)).toEqual([BRIDGE.title, null]);
  });
});

describe('a paragraph that is printed twice', () => {
  const [first = '', second = '', third = ''] = BRIDGE.paragraphs;
  const kept = (text: string) => {
    const blocks = articlesOf(text).flatMap((article) => article.blocks);
    return blocks
      .filter(({ kind }) => kind === 'paragraph')
      .map(({ text: words, copies }) => [words, (copies ?? []).map(({ start, end }) => text.slice(start, end))]);
  };

  it('is kept once where its first print is torn', () => {
    const text = page(BRIDGE.title, BY_A, first, second.slice(0, 50), second.slice(50), second, third);
    expect(kept(text)).toEqual([
      [first, []],
      [second, [second]],
      [third, []],
    ]);
  });

  it('is kept once where the end of a column is printed again at the head of the next, even a whole sentence', () => {
    const end = second.indexOf('。') + 1;
    const again = second.slice(end - 16, end);
    const text = page(BRIDGE.title, BY_A, first, second.slice(0, end), again + second.slice(end), third);
    expect(kept(text)).toEqual([
      [first, []],
      [second, [again]],
      [third, []],
    ]);
  });

  it('opens no article where its second print stands in another one, dateline and all', () => {
    const lead = `本报讯 ${first}`;
    const text = page(BRIDGE.title, lead, second, CLINIC.title, BY_B, CLINIC.paragraphs[0], lead, CLINIC.paragraphs[1]);
    expect(shape(text).map(({ title }) => title)).toEqual([BRIDGE.title, CLINIC.title]);
    expect(kept(text)).toContainEqual([lead, [lead]]);
  });

  it('stays twice where it is only a short phrase', () => {
    const text = page(BRIDGE.title, BY_A, first, '“真是太方便了。”刘大妈说。', second, '“真是太方便了。”刘大妈说。');
    expect(kept(text)).toHaveLength(4);
  });
});

describe('a paragraph with a hole', () => {
  const [first = ''] = TEA.paragraphs;
  const above = '镇里把茶农请进课堂，由制茶师傅讲解杀青与揉捻。夜校每周开课两次，课后答疑，欢迎';

  it('is not joined to what cannot go on in it, and says that it breaks off', () => {
    const rest = '疗的三名茶农已经康复。合作社为他们垫付了费用。';
    const { articles, warnings } = readPage(pageOf(page(TEA.title, BY_A, first, above, rest)));
    const paragraphs = articles[0]?.blocks.map(({ text, breaksOff }) => [text, breaksOff === true]);
    expect(paragraphs).toEqual([
      [first, false],
      [above, true],
      [rest, false],
    ]);
    expect(warnings).toEqual([{ code: 'breaks-off', details: { article: TEA.title } }]);
  });

  it('is joined to what may go on in it', () => {
    const rest = '外镇茶农旁听，学完后可以到合作社领取新品种茶苗。';
    expect(textsOf(articlesOf(page(TEA.title, BY_A, first, above, rest))[0], 'paragraph')).toEqual([
      first,
      above + rest,
    ]);
  });
});

describe('a text that goes on elsewhere', () => {
  it.each(['（下转第3版）', '▲▲下转A04版', '（下转4版）'])(
    'is marked as cut off by %s, which is no text of it',
    (note) => {
      const [first = '', second = ''] = BRIDGE.paragraphs;
      const [article] = articlesOf(page(BRIDGE.title, BY_A, first, second.slice(0, 30), note));
      expect(article?.truncated).toBe(true);
      expect(textsOf(article, 'advert')).toEqual([note]);
      expect(textsOf(article, 'paragraph')).toEqual([first, second.slice(0, 30)]);
    },
  );

  it('is not joined to the text below its note', () => {
    const [first = '', second = ''] = BRIDGE.paragraphs;
    const text = page(BRIDGE.title, BY_A, first, second.slice(0, 30), '（下转第3版）', ...TEA.paragraphs);
    expect(shape(text).map(({ title, paragraphs }) => [title, paragraphs.length])).toEqual([
      [BRIDGE.title, 2],
      [null, 3],
    ]);
  });
});

describe('a text that begins on another page', () => {
  const [, , rest = ''] = TEA.paragraphs;

  it.each(['（上接第一版）', '▲▲上接A01版'])('is an article of its own below %s', (note) => {
    const text = page(BRIDGE.title, BY_A, ...BRIDGE.paragraphs, note, ...TEA.paragraphs.slice(1));
    expect(shape(text)).toEqual([WHOLE[0], { title: null, byline: null, paragraphs: starts(TEA.paragraphs.slice(1)) }]);
  });

  it('keeps the headline that is printed above the note', () => {
    const text = page(TEA.title, '（上接第一版）', ...TEA.paragraphs.slice(1));
    expect(shape(text).map(({ title }) => title)).toEqual([TEA.title]);
  });

  it('is set apart without a note where it begins inside a sentence and speaks of other things', () => {
    const torn = '的鲜叶比往年早发五天，合作社预计春茶产量可达四十吨，比去年增长一成，茶农背着竹篓在茶垄间忙碌。';
    const text = page(BRIDGE.title, BY_A, ...BRIDGE.paragraphs, torn, rest);
    expect(shape(text).map(({ title, paragraphs }) => [title, paragraphs.length])).toEqual([
      [BRIDGE.title, 3],
      [null, 2],
    ]);
  });

  it('stays where it speaks of what the article speaks of', () => {
    const own = '的观景平台将于月底开放，届时市民可以登桥观景，大桥管理处在桥头增设公交换乘站，方便两岸居民过桥。';
    const text = page(BRIDGE.title, BY_A, ...BRIDGE.paragraphs, own);
    expect(shape(text)).toHaveLength(1);
  });
});

describe('the last line of a text that breaks off', () => {
  const open = '登桥观景的市民需要提前三天预约，管理处每天放号两千个，节假日';

  it('is no kicker of the headline below, which tells nothing of it', () => {
    const text = page(
      `## ${BRIDGE.title}`,
      BY_A,
      ...BRIDGE.paragraphs,
      open,
      `## ${CLINIC.title}`,
      BY_B,
      ...CLINIC.paragraphs,
    );
    const [bridge, clinic] = articlesOf(text);
    expect(textsOf(bridge, 'paragraph').at(-1)).toBe(open);
    expect(bridge?.truncated).toBe(true);
    expect(clinic).toMatchObject({ title: CLINIC.title, kicker: null });
  });

  it('stays a kicker where the text below tells of it', () => {
    const kicker = '十二家社区卫生服务中心设门诊,三百余名患儿完成建档';
    const text = page(
      `## ${BRIDGE.title}`,
      BY_A,
      ...BRIDGE.paragraphs,
      kicker,
      `## ${CLINIC.title}`,
      BY_B,
      ...CLINIC.paragraphs,
    );
    expect(articlesOf(text)[1]).toMatchObject({ title: CLINIC.title, kicker });
  });
});

describe('a second author in a line of its own', () => {
  it('opens a text, for the author of the article stands above it', () => {
    const text = page(
      BRIDGE.title,
      '本报记者 王海涛 通讯员 孙晓',
      ...BRIDGE.paragraphs,
      '本报记者 李文静 通讯员 冯立',
      ...CLINIC.paragraphs,
    );
    expect(shape(text).map(({ byline, paragraphs }) => [byline, paragraphs.length])).toEqual([
      ['本报记者 王海涛 通讯员 孙晓', 3],
      ['本报记者 李文静 通讯员 冯立', 3],
    ]);
  });
});

describe('an article without author and dateline', () => {
  it('begins where its headline is told below and nothing of the article above is', () => {
    const text = page(
      BRIDGE.title,
      ...BRIDGE.paragraphs,
      CLINIC.title,
      ...CLINIC.paragraphs,
      TEA.title,
      ...TEA.paragraphs,
    );
    expect(shape(text).map(({ title }) => title)).toEqual([BRIDGE.title, CLINIC.title, TEA.title]);
  });

  it('goes on below a crosshead that is told by a text of the same subject', () => {
    const text = page(
      BRIDGE.title,
      ...BRIDGE.paragraphs.slice(0, 1),
      '主塔钢梁工厂预制',
      ...BRIDGE.paragraphs.slice(1),
    );
    expect(articlesOf(text).map((article) => textsOf(article, 'crosshead'))).toEqual([['主塔钢梁工厂预制']]);
  });

  it('begins below a caption that stands behind the author of the article above', () => {
    const text = page(
      BRIDGE.title,
      BRIDGE.paragraphs[0],
      `${BRIDGE.paragraphs[1]}（王海涛 李文静）`,
      '▲市民登桥观景。 陈思远 摄',
      '夜校开课',
      '近日，夜校开课。',
    );
    expect(shape(text).map(({ title }) => title)).toEqual([BRIDGE.title, '夜校开课']);
  });
});
