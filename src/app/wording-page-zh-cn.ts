/** What is said of a page beside its articles, in simplified Chinese; the other languages are typed by this one. */
import type { BlockKind } from '../ingest/model.ts';

const kinds: Readonly<Record<BlockKind, string>> = {
  paragraph: '段落',
  list: '列举',
  crosshead: '小标题',
  caption: '图片说明',
  notice: '启事',
  advert: '版务与广告',
  table: '表格',
};

/** Simplified Chinese. Numbers of lines come as text, such as `3–5, 9`. */
export const pageZhCN = {
  kinds,
  name: (file: string): string => `版面对照：${file}`,
  raw: '原来的版面',
  restored: '复原的文章',
  warnings: '请核对',
  legend: '图例',
  contents: '文章',
  skipToArticles: '跳到复原的文章',
  toRaw: '回到原来的版面',
  hint: '指向一段，两边一起标出；点行号或左边的文字，就跳到另一边的同一处。',
  publication: '报纸',
  label: '版次',
  encoding: '编码',
  title: '标题',
  kicker: '引题',
  subtitle: '副题',
  byline: '署名',
  dateline: '电头',
  date: '日期',
  place: '位置',
  untitled: '（没有标题）',
  truncated: '后文缺失',
  lines: (lines: string): string => `第 ${lines} 行`,
  copied: (lines: string): string => `重复印在第 ${lines} 行`,
  movedTimes: (count: number): string => `移动 ${count} 处`,
  over: (line: string): string => `跳过别的文字，接第 ${line} 行`,
  back: (line: string): string => `回到上面，接第 ${line} 行`,
  isHead: '标题或署名',
  isCopy: '重复印出，只留一份',
  isLeftOut: '没有进入任何文章',
  isMark: '排版记号，不是正文',
  isOver: '跳过了别的文字',
  isBack: '原来印在前面，移到了后面',
  invisible: '看不见的字符，写出编码',
  lineCount: (count: number): string => `${count} 行`,
  articleCount: (count: number): string => `${count} 篇文章`,
  blockCount: (count: number): string => `${count} 段`,
  movedCount: (count: number): string => `${count} 处移动`,
  copyCount: (count: number): string => `${count} 处重复`,
  leftOutCount: (count: number): string => `${count} 个字符没有进入任何文章`,
};

/** Everything that is said of a page beside its articles, in one language. */
export type PageWording = typeof pageZhCN;
