/** Pages that somebody could print to make a card look like something else, ping somebody, or not be taken at all. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HOSTILE } from '../adapters/discord/hostile.ts';

/** An article as a line of JSON gives it. */
export interface HostileArticle {
  readonly id: string;
  readonly title: string;
  readonly byline: string;
  readonly source: string;
  readonly date: string;
  readonly text: string;
}

/** A word that every article says, so that one search finds them all. */
export const WORD = '灯塔';

/** What a title could be made of that still has something to see; 256 units is where Discord stops. */
const LONG_TITLES: readonly string[] = [
  '*'.repeat(300),
  '长'.repeat(300),
  `${'👨‍👩‍👧‍👦'.repeat(40)}一家`,
  `${'[标题](https://example.com)'.repeat(12)}`,
  '@everyone '.repeat(30).trim(),
  `e${'\u0301'.repeat(299)}`,
];

const RAW_HALVES = '半个\\ud800字符\\udc00在此\\ud83d';

/** Who is really there, so that a mention that got through would reach them. */
export interface Targets {
  readonly user: string;
  readonly role: string;
}

function mentions({ user, role }: Targets): string {
  return `@everyone @here <@${user}> <@!${user}> <@&${role}> \\@everyone @\u200Beveryone`;
}

/** The articles; every text of the list of hostile texts stands once in a title, a byline and a text. */
export function hostileArticles(targets: Targets): readonly HostileArticle[] {
  const calls = mentions(targets);
  const texts = [...HOSTILE.map(([, text]) => text), calls];
  const said = texts.map((text, at): HostileArticle => {
    const short = [...text].slice(0, 60).join('');
    return {
      id: `h${at}`,
      title: `${short} ${WORD}${at}`,
      byline: `记者 ${short} ${calls}`,
      source: `晚报 ${[...short].slice(0, 20).join('')} ${calls}`,
      date: '2023-08-16',
      text: `${text}\n${WORD}在第${at}座岛上，高${at + 10}米。${calls}\n${text}${WORD}今天开放。${text}`,
    };
  });
  const titled = LONG_TITLES.map(
    (title, at): HostileArticle => ({
      ...{ id: `t${at}`, title, byline: calls, source: calls, date: '2023-08-17' },
      text: `${calls}第${at}号${WORD}修好了。`,
    }),
  );
  return [...said, ...titled];
}

/** A page with tables whose cells hold the signs of code and of tables. */
function tablePage(targets: Targets): string {
  const rows = HOSTILE.map(([what, text], at) => {
    const cell = [...text.replace(/\s+/gu, ' ').trim()].slice(0, 30).join('');
    return `${at}号\t${cell || '无'}\t${what}\t\`\`\`码\`\`\`\t||藏||`;
  });
  const narrow = ['`a`\t**b**\t高度', '```\t||x||\t12米', '|\t<@1>\t13米'].join('\n');
  return `# ${WORD}一览表 \`码\` **粗**\n\n　　各座${WORD}的高度如下。${mentions(targets)}\n\n编号\t名称\t性质\t码\t藏\n${rows.join('\n')}\n\n　　另有三座。\n\n${narrow}\n`;
}

/** Writes the pages into a folder. */
export async function writeHostilePages(folder: string, targets: Targets): Promise<void> {
  const lines = hostileArticles(targets).map((article) => JSON.stringify(article));
  // Escapes of halves of characters, as a careless program writes them.
  const halves = `{"id":"half","title":"${RAW_HALVES}${WORD}","byline":"记者 ${RAW_HALVES}","date":"2023-08-16","text":"${RAW_HALVES}${WORD}高九十九米。"}`;
  await writeFile(join(folder, 'hostile.jsonl'), `${[...lines, halves].join('\n')}\n`);
  await writeFile(join(folder, 'tables-2023-08-18.txt'), tablePage(targets));
}
