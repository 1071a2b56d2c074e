import { describe, expect, it } from 'vitest';
import { analyzeQuestion } from '../../src/index/analyzer.ts';
import type { IndexedPassage } from '../../src/index/builder.ts';
import { rerank } from '../../src/index/rerank.ts';
import { searcherOf, segmentOf } from './support.ts';

interface RankingSet {
  readonly what: string;
  readonly question: string;
  /** Passages in the order wanted, each with the reason for its place; `null` for one that must not be found. */
  readonly ranked: readonly (readonly [text: string, reason: string | null, heading?: string])[];
}

const SETS: readonly RankingSet[] = [
  {
    what: 'rare terms before common ones',
    question: '红岛机场何时通航？',
    ranked: [
      ['红岛机场八月通航，首批航线四十条。', 'everything'],
      ['红岛站开通，市民乘坐地铁前往机场。', 'both names, apart from each other'],
      ['机场高速公路改造完成。', 'one term of several'],
      ['全市粮食生产再获丰收。', null],
    ],
  },
  {
    what: 'the short passage before the long one with the same matches',
    question: '垃圾分类',
    ranked: [
      ['社区推行垃圾分类。', 'as much in fewer words'],
      [
        '社区推行垃圾分类，同时修缮了楼道、更换了照明设施、新增了停车位，并开设了老年食堂和图书室。',
        'among other things',
      ],
    ],
  },
  {
    what: 'saturation: two different terms before one term many times',
    question: '海洋经济增速',
    ranked: [
      ['海洋经济保持增速。', 'all terms once'],
      ['海洋、海洋、海洋、海洋、海洋。', 'one term five times'],
    ],
  },
  {
    what: 'the heading above the same text',
    question: '崂山茶产量',
    ranked: [
      ['今年产量达到三千吨。', 'the headline says what of', '崂山茶喜获丰收'],
      ['今年产量达到三千吨。', 'the same without a headline'],
    ],
  },
  {
    what: 'terms in one sentence before terms that are scattered',
    question: '李明获得什么奖项',
    ranked: [
      ['李明获得创新奖项。会议讨论了城市更新。市民参观了展览。', 'one sentence says it'],
      ['李明参加了会议。城市更新获得进展。奖项将于年底公布。', 'three sentences about three things'],
    ],
  },
  {
    what: 'traditional characters finding simplified text',
    question: '嶗山區黨建會議在哪裡舉行',
    ranked: [
      ['崂山区党建会议在市民中心举行。', 'the same words in the other script'],
      ['崂山风景区游客增加。', 'the place only'],
    ],
  },
  {
    what: 'full width finding half width',
    question: 'ＧＤＰ增长３．５％',
    ranked: [
      ['GDP增长3.5%。', 'the same in half width'],
      ['GDP增长2.8%。', 'another number'],
    ],
  },
  {
    what: 'blanks and line ends inside words',
    question: '直播电商',
    ranked: [
      ['青岛市直 播\n电商发展迅速。', 'cut at the end of a column'],
      ['青岛市电商协会成立。', 'half of it'],
    ],
  },
  {
    what: 'a name that the segmenter cuts otherwise in a sentence',
    question: '于晓红是谁',
    ranked: [
      ['社工于晓红入户走访。', 'the name'],
      ['晓红服装店开业。', 'half of the name'],
      ['红色旅游升温。', null],
    ],
  },
  {
    what: 'English by its stem',
    question: 'startups funding',
    ranked: [
      ['The startup was funded last year.', 'both stems'],
      ['A startup closed.', 'one stem'],
    ],
  },
];

describe('ranking', () => {
  it.each(SETS)('puts $what', ({ question, ranked }) => {
    // Ids run against the wanted order, so that no tie can bring it about.
    const passages = ranked
      .map(
        ([text, , heading = '']): IndexedPassage => ({
          id: ranked.length - 1 - ranked.findIndex((entry) => entry[0] === text && (entry[2] ?? '') === heading),
          text,
          heading,
        }),
      )
      .sort((a, b) => a.id - b.id);
    const searcher = searcherOf(segmentOf(passages));
    const terms = analyzeQuestion(question);
    const hits = rerank(searcher.search(terms, { limit: 10 }), {
      terms,
      rarities: searcher,
      text: (id) => passages[id]?.text ?? '',
      heading: (id) => passages[id]?.heading ?? '',
    });
    const wanted = ranked.flatMap(([, reason], at) => (reason === null ? [] : [ranked.length - 1 - at]));
    expect(hits.map(({ passage }) => passage)).toEqual(wanted);
  });
});
