/**
 * Question words that are one wherever they stand, so that they may be taken out before the segmenter sees the text:
 * it likes to glue 哪 and 几 to what follows. A word such as 多大 is not among them, for 许多大学 holds it too.
 */
export const QUESTION_CORES: readonly string[] = Object.freeze([
  '什么', '甚么', '谁', '哪些', '哪个', '哪里', '哪儿', '哪家', '哪位', '哪几', '哪天', '哪年', '哪一', '哪项', '哪种', '哪国', '哪所', '哪座', '哪条', '哪场', '哪届',
  '多少', '怎么', '怎样', '为何', '为啥', '如何', '何时', '何地', '何处', '何人', '何种', '是否', '能否', '是不是', '有没有', '请问',
]);
