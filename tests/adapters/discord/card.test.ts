import { describe, expect, it } from 'vitest';
import { type Card, drawCard } from '../../../src/adapters/discord/card.ts';
import { type Block, inline, type Reply, type Text } from '../../../src/app/reply.ts';
import { opening, replyOf } from './replies.ts';
import { shownText } from './shown.ts';
import { expectWithinLimits } from './within-limits.ts';

const call = opening('a1');

function draw(reply: Reply, screen = 0): Card {
  const card = drawCard(reply, { screen, call });
  expectWithinLimits(card);
  return card;
}

function embedOf(reply: Reply, screen = 0): Card['embeds'][number] {
  return draw(reply, screen).embeds[0] ?? {};
}

function described(...blocks: Block[]): string {
  return embedOf(replyOf([{ kind: 'text', text: inline('前') }, ...blocks])).description?.replace(/^前\n+/u, '') ?? '';
}

const text: Text = [
  { text: '大桥全长', style: 'plain' },
  { text: '2547米', style: 'mark' },
  { text: '。', style: 'plain' },
];
const source: Text = [
  { text: '《大桥通车》', style: 'strong' },
  { text: ' · 江城晚报', style: 'faint' },
];
const quote: Block = { kind: 'quote', text, source, article: 'a1' };

describe('drawCard', () => {
  it('puts the answer into the title, then the sentence with the answer bold, then its source in small letters', () => {
    const note: Block = { kind: 'note', text: inline('把握：很有把握') };
    expect(embedOf(replyOf([{ kind: 'answer', text: inline('2547米') }, quote, note], { command: 'ask' }))).toEqual({
      color: 0x2e7d5b,
      title: '2547米',
      description: '> 大桥全长**2547米**。\n-# **《大桥通车》** · 江城晚报\n-# 把握：很有把握',
    });
  });

  it('cuts a title that is too long after a word and says all of it in bold below', () => {
    const answer = '江城大桥昨天正式通车，'.repeat(40);
    const { title = '', description = '' } = embedOf(replyOf([quote, { kind: 'answer', text: inline(answer) }]));
    expect(title.endsWith('…')).toBe(true);
    expect(answer.startsWith(title.slice(0, -1))).toBe(true);
    expect(description.startsWith(`**${answer}**\n\n> `)).toBe(true);
  });

  it('counts what escaping adds to a title', () => {
    expect(embedOf(replyOf([{ kind: 'answer', text: inline('*'.repeat(200)) }])).title?.length).toBeLessThanOrEqual(
      256,
    );
  });

  it.each<[string, Block[], string | undefined, string | undefined]>([
    ['the first heading', [{ kind: 'heading', level: 1, text: inline('大桥') }], '大桥', undefined],
    [
      'a heading with only notes before it',
      [
        { kind: 'note', text: inline('引题') },
        { kind: 'heading', level: 1, text: inline('大桥') },
      ],
      '大桥',
      '-# 引题',
    ],
    [
      'no heading that stands later',
      [
        { kind: 'text', text: inline('正文') },
        { kind: 'heading', level: 1, text: inline('大桥') },
      ],
      undefined,
      '正文\n## 大桥',
    ],
    ['no small heading', [{ kind: 'heading', level: 2, text: inline('大桥') }], undefined, '### 大桥'],
    [
      'no heading without a letter',
      [{ kind: 'heading', level: 1, text: inline('\u200B ') }],
      undefined,
      '（没有内容）',
    ],
    ['nothing at all', [], undefined, '（没有内容）'],
  ])('takes for the title %s', (_, blocks, title, description) => {
    expect(embedOf(replyOf(blocks))).toMatchObject({
      ...(title === undefined ? {} : { title }),
      ...(description === undefined ? {} : { description }),
    });
  });

  it.each<[string, Block, string]>([
    ['a note in small letters, line by line', { kind: 'note', text: inline('甲\n\n乙') }, '-# 甲\n-# 乙'],
    [
      'every line of a quotation with its bar',
      { kind: 'quote', text: inline('甲\n\n乙'), source, article: 'a' },
      '> 甲\n> \n> 乙\n-# **《大桥通车》** · 江城晚报',
    ],
    [
      'bold without the blanks at its ends, and neighbours as one',
      {
        kind: 'text',
        text: [
          { text: ' 甲 ', style: 'mark' },
          { text: '乙 ', style: 'strong' },
          { text: '丙', style: 'plain' },
        ],
      },
      ' **甲 乙** 丙',
    ],
    [
      'a list with its own numbers',
      { kind: 'list', start: 21, items: [{ text: inline('甲') }, { text: inline('1. 乙') }] },
      '**21.** 甲\n**22.** 1\\. 乙',
    ],
    ['a list without numbers', { kind: 'list', start: null, items: [{ text: inline('- 甲') }] }, '• \\- 甲'],
    [
      'facts under each other',
      {
        kind: 'facts',
        facts: [
          { name: '日期', value: inline('2022年7月15日') },
          { name: '编号', value: inline('a_1') },
        ],
      },
      '**日期**\u30002022年7月15日\n**编号**\u3000a\\_1',
    ],
    [
      'channels by their names, and only channels',
      {
        kind: 'text',
        text: [
          { text: '123456789012345678', style: 'channel' },
          { text: '223456789012345678', style: 'channel' },
          { text: '@here', style: 'channel' },
        ],
      },
      '<#123456789012345678> <#223456789012345678> \\@here',
    ],
    [
      'a narrow table in columns',
      {
        kind: 'table',
        caption: '投资',
        header: ['项目', '金额'],
        rows: [
          ['江城大桥', '12.5'],
          ['a`b', ''],
        ],
      },
      '**投资**\n```\n项目　　  金额\n──────────────\n江城大桥  12.5\naˋb\n```',
    ],
    [
      'a wide table row by row',
      {
        kind: 'table',
        caption: null,
        header: ['项目', '说明', '金额'],
        rows: [
          ['大桥', '长'.repeat(40), '12'],
          ['隧道', '', '3'],
        ],
      },
      `-# 项目 · 说明 · 金额\n**大桥** · 说明 ${'长'.repeat(40)} · 金额 12\n**隧道** · 金额 3`,
    ],
    [
      'the numbers behind an answer as a tree',
      { kind: 'tree', root: { name: '和', value: 3, parts: [{ name: '*份*', value: 1.23456, parts: [] }] } },
      '```\n3  和\n  1.235  *份*\n```',
    ],
  ])('draws %s', (_, block, expected) => {
    expect(described(block)).toBe(expected);
  });

  it('closes up what belongs together and keeps other blocks apart', () => {
    const heading: Block = { kind: 'heading', level: 2, text: inline('其他出处') };
    const blocks: Block[] = [
      { kind: 'text', text: inline('甲') },
      { kind: 'text', text: inline('乙') },
      heading,
      quote,
    ];
    expect(described(...blocks)).toBe('甲\n\n乙\n### 其他出处\n> 大桥全长**2547米**。\n-# **《大桥通车》** · 江城晚报');
  });

  it('names the source of several quotations from one article once, below the last', () => {
    const other: Block = { ...quote, text: inline('大桥六车道。') };
    const elsewhere: Block = { ...other, article: 'a2', source: inline('《别的》') };
    expect(described(quote, other, elsewhere)).toBe(
      '> 大桥全长**2547米**。\n\n> 大桥六车道。\n-# **《大桥通车》** · 江城晚报\n\n> 大桥六车道。\n-# 《别的》',
    );
  });

  it.each(['answer', 'refusal', 'error', 'fault'] as const)('has a colour for %s', (tone) => {
    const { color } = embedOf(replyOf([quote], { tone }));
    expect(['answer', 'refusal', 'error', 'fault'].filter((other) => other !== tone)).toHaveLength(3);
    expect(color).toBe({ answer: 0x2e7d5b, refusal: 0x8a8f98, error: 0xd9962b, fault: 0xc0392b }[tone]);
  });

  it('gives the same card for the same reply every time', () => {
    expect(draw(replyOf([quote]))).toEqual(draw(replyOf([quote])));
  });
});

describe('long replies', () => {
  const paragraph = `${'江城大桥昨天正式通车，市民纷纷前往参观。'.repeat(20)}`;
  const article = replyOf([
    { kind: 'heading', level: 1, text: inline('大桥') },
    ...Array.from({ length: 50 }, (_, at): Block => ({ kind: 'text', text: inline(`第${at}段：${paragraph}`) })),
  ]);

  it('shows a whole article of 20,000 characters over screens without parting a paragraph', () => {
    const { screens } = draw(article);
    expect(screens).toBe(6);
    const paragraphs = Array.from({ length: screens }, (_, screen) =>
      (embedOf(article, screen).description ?? '').split('\n\n'),
    ).flat();
    expect(paragraphs).toEqual(Array.from({ length: 50 }, (_, at) => `第${at}段：${paragraph}`));
  });

  it('says on every screen what it is about and where it stands', () => {
    expect(embedOf(article, 2)).toMatchObject({ title: '大桥', footer: { text: '第 3 / 6 页' } });
    expect(embedOf({ ...article, locale: 'en' }, 2).footer?.text).toBe('Page 3 of 6');
    expect(embedOf({ ...article, locale: 'zh-TW' }, 2).footer?.text).toBe('第 3 / 6 頁');
  });

  it('shows the last screen for one that there is not', () => {
    expect(draw(article, 99)).toEqual(draw(article, 5));
    expect(draw(article, -1)).toEqual(draw(article, 0));
  });

  it.each<[Partial<Reply>, string | undefined]>([
    [{ paging: null }, undefined],
    [{ paging: { number: 3, previous: call, next: null } }, '第 3 页'],
  ])('says the page of a short reply with %j', (more, footer) => {
    expect(embedOf({ ...replyOf([quote]), ...more }).footer?.text).toBe(footer);
  });

  it('says both where a page of a list needs several screens', () => {
    const paging = { number: 3, previous: call, next: null };
    expect(embedOf({ ...article, paging }, 1).footer?.text).toBe('第 3 页（2 / 6）');
  });

  it('never leaves a heading alone at the end of a screen, nor a source or a note at the beginning', () => {
    for (let length = 3715; length < 4000; length += 9) {
      const reply = replyOf([
        { kind: 'text', text: inline('字'.repeat(length)) },
        { kind: 'heading', level: 2, text: inline('小标题') },
        { kind: 'quote', text: inline('引'.repeat(250)), source, article: 'a' },
        { kind: 'note', text: inline('把握') },
      ]);
      expect(draw(reply).screens).toBe(2);
      const last = embedOf(reply, 1).description;
      expect(last).toMatch(/^### 小标题\n> 引{250}\n-# \*\*《大桥通车》\*\* · 江城晚报\n-# 把握$/u);
    }
  });

  it('says the header again where a table is cut', () => {
    const rows = Array.from({ length: 400 }, (_, at) => [`项目${at}`, '市交通局', '完成']);
    const reply = replyOf([{ kind: 'table', caption: '进度', header: ['项目', '单位', '状态'], rows }]);
    const { screens } = draw(reply);
    expect(screens).toBeGreaterThan(1);
    for (let screen = 1; screen < screens; screen += 1) {
      expect(embedOf(reply, screen).description).toMatch(/^```\n项目.*单位.*状态\n─+\n项目/u);
    }
  });

  const long: Block = {
    kind: 'quote',
    text: [
      { text: '前文说了很多别的事情。'.repeat(200), style: 'plain' },
      { text: '大桥全长', style: 'plain' },
      { text: '2547米', style: 'mark' },
      { text: '。', style: 'plain' },
      { text: '后文又说了很多别的事情。'.repeat(200), style: 'plain' },
    ],
    source,
    article: 'a1',
  };

  it.each(['ask', 'answer', 'evidence', 'check', 'search'])(
    'shows of a long quotation in %s what matters',
    (command) => {
      const { description = '' } = embedOf(replyOf([long], { command }));
      const [body = ''] = description.split('\n');
      expect(body.length).toBeLessThan(920);
      expect(body).toMatch(/^> …前文.*事情。大桥全长\*\*2547米\*\*。后文.*事情。…$/u);
    },
  );

  it('shows all of a long quotation everywhere else', () => {
    const reply = replyOf([long], { command: 'context' });
    const { screens } = draw(reply);
    const shown = Array.from({ length: screens }, (_, screen) => shownText(embedOf(reply, screen).description ?? ''));
    expect(shown.join('').match(/别的事情/gu)).toHaveLength(400);
  });
});
