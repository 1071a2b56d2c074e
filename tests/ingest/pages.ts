/** Pages for the tests of ingestion: those of the corpus, and made ones. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Article, Page } from '../../src/ingest/model.ts';
import { readPage } from '../../src/ingest/read-page.ts';

const CORPUS = join(import.meta.dirname, '../../corpus');
const FACTS: Readonly<Record<string, { publication: string; date: string; page: string }>> = JSON.parse(
  readFileSync(join(CORPUS, 'pages.json'), 'utf8'),
);

/** The pages of the corpus by their label: 000 to 004. */
export const CORPUS_PAGES: ReadonlyMap<string, Page> = new Map(
  Object.entries(FACTS).map(([file, { publication, date, page: label }]) => [
    label,
    { id: file, file, publication, date, label, text: readFileSync(join(CORPUS, file), 'utf8') },
  ]),
);

/** A page of the corpus. */
export function corpusPage(label: string): Page {
  const page = CORPUS_PAGES.get(label);
  if (page === undefined) throw new Error(`no page ${label} in corpus/pages.json`);
  return page;
}

/** A page with nothing but a text and a day. */
export function pageOf(text: string, facts: Partial<Page> = {}): Page {
  return { id: 'page.txt', file: 'page.txt', publication: null, date: '2022-07-15', label: null, text, ...facts };
}

/** The articles of a text. */
export function articlesOf(text: string, facts: Partial<Page> = {}): Article[] {
  return readPage(pageOf(text, facts)).articles;
}

/** The texts of the blocks of one kind. */
export function textsOf(article: Article | undefined, kind: Article['blocks'][number]['kind']): string[] {
  return (article?.blocks ?? []).filter((block) => block.kind === kind).map((block) => block.text);
}

/** Lines of every kind that a page may hold, and some that none should. */
const LINES = [
  '全市重点项目集中开工',
  '# 老街换新颜',
  '## 一湾碧水绕城流',
  '### 机制活 动力足',
  '**粗体的小标题**',
  '——沿海产业带调研',
  '推动项目早开工——',
  '亮点四',
  '一、总体要求',
  '短评',
  '□本报记者 张三 李四',
  '□ 记者 王五 报道',
  '通讯员 赵六',
  '（记者 张三）',
  '李四 摄',
  '本报7月15日讯 今天上午，全市重点项目集中开工。总投资五百亿元。',
  '新华社北京7月1日电（记者张三）会议指出，要抓好落实。',
  '会议强调，要压实责任，狠抓落实，确保完成全年目标任务。',
  '盘活低效用地一千二百亩，引导示范片区内村庄借力发展优势，把涉及多个村的',
  '政策、项目、资金有效整合，规划建设共富产业园。',
  '■集装箱货轮停靠码头。 陈五 摄',
  '图为观摩会现场。',
  '● 总投资三千亿元',
  '- 第一项',
  '> 引用的一段话。',
  '区市\t得分\t位次',
  '东区\t90.5\t1',
  '\t88.1\t2',
  '| 区市 | 得分 |',
  '| --- | --- |',
  '| 西区 | 77 |',
  '市综合考核委员会',
  '2022年7月26日',
  '责任编辑：张三',
  '更多精彩内容请关注本报客户端',
  '（下转第三版）',
  '　　缩进的一段文字在这里结束。',
  '**',
  '…',
  '🀄️',
  'plain English words',
  '\ud800',
] as const;

/** Texts that look like a page, and texts that look like nothing. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom('\n', '\n\n', '\n\n\n\n', '  \n', ' ')), {
        maxLength: 40,
      })
      .map((parts) => parts.flat().join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 400 }) },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.constantFrom(...'□■●#*>|\t \n。，：（）“”——记者讯日月本报一二三张王0129'),
      maxLength: 200,
    }),
  },
);
