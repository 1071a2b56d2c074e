/** Takes a page or an article out, once somebody has said so twice. */
import { type KeeperDesk, pageItems, refusal, withKeeper } from '../../src/app/admin-replies.ts';
import { defineCommand } from '../../src/app/command.ts';
import { pagesCalled } from '../../src/app/kept-pages.ts';
import { NAME_LIMIT } from '../../src/app/limits.ts';
import { lookUp } from '../../src/app/lookup.ts';
import type { Library } from '../../src/app/model.ts';
import { callOf } from '../../src/app/paging.ts';
import { articleItem } from '../../src/app/present.ts';
import { type Block, type Content, content, inline } from '../../src/app/reply.ts';
import { adminGroup } from './group.ts';

/** Articles of a page that are named before it is removed. */
const NAMED = 10;

async function askOfPage(name: string, library: Library, { keeper, wording }: KeeperDesk): Promise<Content> {
  const { remove, batch } = wording.admin;
  const [page, ...more] = pagesCalled(name, await keeper.pages());
  if (page === undefined) return refusal(remove.noPage(name));
  if (more.length > 0) {
    const items = pageItems([page, ...more], (subject) => callOf('admin remove', { page: subject }), wording);
    return refusal(remove.whichPage(name), items);
  }
  // The articles of a batch of lines know their file, not what all of its batches are called.
  const articles = await library.articles({ page: page.kind === 'page' ? page.subject : page.file, limit: NAMED });
  const left = page.articles - articles.length;
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: inline(remove.page) },
    {
      kind: 'list',
      start: null,
      items: pageItems([page], (subject) => callOf('summary page', { page: subject }), wording),
    },
    { kind: 'text', text: inline(wording.summary.articles(page.articles)) },
    { kind: 'list', start: 1, items: articles.map((article) => articleItem(article, wording)) },
    ...(left > 0 ? [{ kind: 'note', text: inline(batch.foundMore(left)) } as const] : []),
    { kind: 'note', text: inline(remove.pageWarning) },
  ];
  return content(
    blocks.filter((block) => block.kind !== 'list' || block.items.length > 0),
    {
      actions: [{ label: remove.sure, call: callOf('admin removing', { page: page.subject }) }],
    },
  );
}

async function askOfArticle(name: string, library: Library, { wording }: KeeperDesk): Promise<Content> {
  const { remove } = wording.admin;
  const found = await lookUp(name, library);
  if (found.kind === 'found') {
    const { article } = found;
    return content(
      [
        { kind: 'heading', level: 1, text: inline(remove.article) },
        { kind: 'list', start: null, items: [articleItem(article, wording)] },
        { kind: 'note', text: inline(remove.articleWarning) },
      ],
      { actions: [{ label: remove.sure, call: callOf('admin removing', { article: article.id }) }] },
    );
  }
  const items = found.articles.map((article) => ({
    ...articleItem(article, wording),
    call: callOf('admin remove', { article: article.id }),
  }));
  return refusal(items.length === 0 ? wording.articleNothing(name) : wording.articleWhich(name), items);
}

/** Shows what would go, with a button that makes it so. */
export const remove = defineCommand({
  name: 'remove',
  group: adminGroup,
  permission: 'admin',
  names: { 'zh-CN': '移除', 'zh-TW': '移除', en: 'remove' },
  description: {
    'zh-CN': '移除一个版面或一篇文章',
    'zh-TW': '移除一個版面或一篇文章',
    en: 'remove a page or an article',
  },
  pace: 'slow',
  audience: 'asker',
  options: {
    page: {
      type: 'text',
      maxLength: NAME_LIMIT,
      names: { 'zh-CN': '版面', 'zh-TW': '版面', en: 'page' },
      description: {
        'zh-CN': '版面的文件名或编号，写一部分也行',
        'zh-TW': '版面的檔名或編號，寫一部分也行',
        en: 'the name of its file, its number, or a part of them',
      },
    },
    article: {
      type: 'article',
      names: { 'zh-CN': '文章', 'zh-TW': '文章', en: 'article' },
      description: { 'zh-CN': '文章的标题或编号', 'zh-TW': '文章的標題或編號', en: 'its headline or id' },
    },
  },
  run({ page, article }, library, caller) {
    return withKeeper(library, caller, async (desk) => {
      if ((page === undefined) === (article === undefined)) return refusal(desk.wording.admin.remove.which);
      return article === undefined ? askOfPage(page ?? '', library, desk) : askOfArticle(article, library, desk);
    });
  },
});
