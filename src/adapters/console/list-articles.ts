/** All articles of the library, for programs and for people. */
import type { Library } from '../../app/model.ts';
import { articleItem } from '../../app/present.ts';
import type { Block } from '../../app/reply.ts';
import { wordingFor } from '../../app/wording.ts';
import type { Article, Block as ArticleBlock, BlockKind } from '../../ingest/model.ts';
import { jsonLine } from './clean.ts';
import { lookOf } from './people.ts';
import { renderBlocks } from './render.ts';
import type { Terminal } from './workplace.ts';

/** Articles fetched at a time, so that a million of them need no million in memory. */
const AT_ONCE = 500;

/** What counts as text of an article; captions and adverts are not its text, crossheads only part it. */
const TEXT_KINDS: readonly BlockKind[] = ['paragraph', 'list', 'notice', 'table'];

async function* allArticles(library: Library): AsyncGenerator<readonly Article[]> {
  for (let offset = 0; ; offset += AT_ONCE) {
    const found = await library.articles({ offset, limit: AT_ONCE });
    if (found.length > 0) yield found;
    if (found.length < AT_ONCE) return;
  }
}

function isText({ kind }: ArticleBlock): boolean {
  return TEXT_KINDS.includes(kind);
}

/** An article as other programs read it; `page` is the name of its file. */
export function articleFields(article: Article): Readonly<Record<string, unknown>> {
  const { id, file: page, title, kicker, subtitle, byline, dateline, date } = article;
  const paragraphs = article.blocks.filter(isText).map(({ text }) => text);
  return { id, page, title, kicker, subtitle, byline, dateline, date, paragraphs };
}

/** Writes one JSON array, an article a line. */
export async function listAsJson(terminal: Terminal, library: Library): Promise<number> {
  let before = '[\n';
  for await (const articles of allArticles(library)) {
    for (const article of articles) {
      await terminal.output.write(before + jsonLine(articleFields(article)).trimEnd());
      before = ',\n';
    }
  }
  await terminal.output.write(before === '[\n' ? '[]\n' : '\n]\n');
  return 0;
}

/** Writes a numbered list for reading. */
export async function listForPeople(terminal: Terminal, library: Library): Promise<number> {
  const wording = wordingFor(terminal.parts.locale);
  const look = lookOf(terminal, null);
  let start = 1;
  for await (const articles of allArticles(library)) {
    const items = articles.map((article) => {
      const { text } = articleItem(article, wording);
      return { text: [...text, { text: `  ${article.id}`, style: 'faint' as const }] };
    });
    const list: Block = { kind: 'list', start, items };
    await terminal.output.write(renderBlocks([list], look));
    start += articles.length;
  }
  if (start === 1) await terminal.output.write(`${wording.articlesNothing}\n`);
  return 0;
}
