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

describe('findPersons abroad', () => {
  it.each([
    ['外长埃文.格什科维奇昨天抵达', '格什科维奇', 'by its sounds, where no dot stands'],
    ['选手谢尔巴科娃夺得冠军', '谢尔巴科娃', 'behind a word for what one does'],
    ['总理克里斯·希普金斯发表讲话', '克里斯·希普金斯', 'both sides of the dot, however the words are cut'],
    ['由郭雨洁、汪之栋担任旗手', '郭雨洁、汪之栋', 'two persons in a row as one answer'],
  ])('finds in %s the name %s: %s', (text, name) => {
    expect(persons(text)).toContain(name);
  });

  it.each([
    ['总理贾斯汀·特鲁多的父亲皮埃尔·特鲁多也当过总理', '皮埃尔·特鲁多', '皮埃尔'],
    ['生物学家汤玛斯·霍尔兹为它命名', '汤玛斯·霍尔兹', '汤玛斯·霍尔'],
  ])('offers in %s the whole name %s and no part of it such as %s', (text, name, part) => {
    expect(persons(text)).toContain(name);
    expect(persons(text)).not.toContain(part);
  });

  it('takes no preposition for a surname', () => {
    expect(persons('大桥全长3.6公里,由市交通建设集团承建')).not.toContain('由市');
  });

  it('takes no country for a person', () => {
    expect(persons('代表团访问了澳大利亚和马来西亚')).toEqual([]);
  });
});
