import { describe, expect, it } from 'vitest';
import { candidatesOf, groundOf } from '../../src/answer/candidates.ts';
import { analyseQuestion } from '../../src/answer/question.ts';
import { statementsOf } from '../../src/answer/statement.ts';

/** What is offered for a question from a sentence of 3 June 2023. */
function offered(question: string, text: string): string[] {
  const analysed = analyseQuestion(question);
  const passage = { article: 'a', ordinal: 0, kind: 'text' as const, text, pieces: [], heading: '', block: 0, row: -1 };
  const weigh = (): number => 5;
  const statements = statementsOf(analysed, [{ id: 1, passage, score: 5, date: '2023-06-03' }], weigh);
  return statements
    .flatMap((statement) =>
      candidatesOf(analysed, groundOf(analysed, statement, { weigh, standing: { lead: 1, rank: 0 } })),
    )
    .map(({ ground, span }) => ground.statement.text.slice(span.start, span.end));
}

describe('candidatesOf', () => {
  const told = '今天上午，云台大桥项目在清水区合龙。';

  it('offers no time for the name of a thing, a place or a body', () => {
    for (const question of ['哪个项目在清水区合龙？', '云台大桥在什么地方合龙？', '哪家公司的项目合龙了？']) {
      expect(offered(question, told)).not.toContain('今天上午');
    }
    expect(offered('哪个项目在清水区合龙？', told)).toContain('云台大桥项目');
  });

  it('offers a number or a day with what belongs to it, and no clauses around it', () => {
    const text = '经过三年建设，云台大桥全长约3.6公里，共投入1,200名工人。';
    expect(offered('云台大桥全长多少公里？', text)).toContain('约3.6公里');
    expect(offered('投入了多少名工人？', text)).toContain('1,200名');
    expect(offered('云台大桥全长多少公里？', text).filter((part) => /[,，](?!\d)/u.test(part))).toEqual([]);
    expect(offered('云台大桥什么时候合龙？', told)).not.toContain('今天上午,云台大桥项目在清水区合龙');
  });

  it('offers times where one is asked for, also by its name', () => {
    expect(offered('云台大桥什么时候合龙？', told)).toContain('今天上午');
    expect(offered('长城建于哪个朝代？', '长城主要建于1368年以后的明代。')).toContain('明代');
  });

  it('offers only what says which in a row it is, where that is asked for', () => {
    const text = '预计5年内引入企业100家，将作为公司的第二总部。';
    expect(offered('它被定位成公司的第几总部？', text)).toEqual(['第二', '第二总部']);
    expect(offered('它被定位成公司的第几总部？', '预计引入企业100家。')).toEqual([]);
  });

  it('offers no number that is a part of a catchword', () => {
    const text = '实施“五个一”工程，培训1000名主播。';
    expect(offered('培训多少个主播？', text)).toContain('1000名');
    expect(offered('培训多少个主播？', text)).not.toContain('五个');
  });
});
