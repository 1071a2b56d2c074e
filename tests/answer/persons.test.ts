import { describe, expect, it } from 'vitest';
import { findPersons } from '../../src/answer/persons.ts';
import { tagWords } from '../../src/text/words.ts';

const persons = (text: string) => findPersons(text, tagWords(text)).map(({ start, end }) => text.slice(start, end));

describe('findPersons', () => {
  it.each([
    ['水利局局长赵大山说,水库已经蓄满', '赵大山'],
    ['董事长欧阳春华出席仪式', '欧阳春华'],
    ['画家克劳德·莫奈的作品', '克劳德·莫奈'],
    ['村支部书记李明介绍', '李明'],
  ])('finds in %s the name %s', (text, name) => {
    expect(persons(text)).toContain(name);
  });

  it.each(['粮食产量同比增长三成', '王府井大街今天开街', '张开双臂欢迎'])(
    'takes nothing of %s for the name of an official',
    (text) => {
      expect(persons(text).filter((name) => name.length > 3)).toEqual([]);
    },
  );

  it('takes no particle or verb that follows for a part of a name of two characters', () => {
    expect(persons('市长陈伟的讲话')).not.toContain('陈伟的');
    expect(persons('市长陈伟说')).not.toContain('陈伟说');
  });
});
