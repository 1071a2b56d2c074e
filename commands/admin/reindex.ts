/** Reads pages again from what the library has kept of them. */
import { type KeeperDesk, pageItems, refusal, withKeeper } from '../../src/app/admin-replies.ts';
import { receiptReply } from '../../src/app/batch-content.ts';
import { defineCommand } from '../../src/app/command.ts';
import type { ReadAgain } from '../../src/app/keeper.ts';
import { pagesCalled } from '../../src/app/kept-pages.ts';
import { NAME_LIMIT } from '../../src/app/limits.ts';
import { lookUp } from '../../src/app/lookup.ts';
import type { Library } from '../../src/app/model.ts';
import { callOf } from '../../src/app/paging.ts';
import { articleItem } from '../../src/app/present.ts';
import type { Content } from '../../src/app/reply.ts';
import { adminGroup } from './group.ts';

/** What somebody wants to be read again. */
interface Wish {
  readonly page?: string | undefined;
  readonly article?: string | undefined;
  readonly force?: boolean | undefined;
}

/** The pages that are meant, or the reply that asks which. */
type Meant = ReadAgain['pages'] | Content;

async function pageMeant(page: string, { keeper, wording }: KeeperDesk, wish: Wish): Promise<Meant> {
  const [found, ...more] = pagesCalled(page, await keeper.pages());
  const { remove } = wording.admin;
  if (found === undefined) return refusal(remove.noPage(page));
  if (more.length === 0) return [found.subject];
  const choose = (subject: string) => callOf('admin reindex', { ...wish, page: subject });
  return refusal(remove.whichPage(page), pageItems([found, ...more], choose, wording));
}

async function articleMeant(
  name: string,
  library: Library,
  { wording, wish }: KeeperDesk & { wish: Wish },
): Promise<Meant> {
  const found = await lookUp(name, library);
  if (found.kind === 'found') return [found.article.page];
  const items = found.articles.map((article) => ({
    ...articleItem(article, wording),
    call: callOf('admin reindex', { ...wish, article: article.id }),
  }));
  return refusal(items.length === 0 ? wording.articleNothing(name) : wording.articleWhich(name), items);
}

function isPages(meant: Meant): meant is ReadAgain['pages'] {
  return meant === 'all' || Array.isArray(meant);
}

/** Reads everything, a page or the page of an article again, and changes only what comes out otherwise. */
export const reindex = defineCommand({
  name: 'reindex',
  group: adminGroup,
  permission: 'admin',
  names: { 'zh-CN': '重读', 'zh-TW': '重讀', en: 'reindex' },
  description: {
    'zh-CN': '重新读取全部、一个版面或一篇文章',
    'zh-TW': '重新讀取全部、一個版面或一篇文章',
    en: 'read everything, a page or an article again',
  },
  pace: 'slow',
  audience: 'asker',
  options: {
    page: {
      type: 'text',
      maxLength: NAME_LIMIT,
      names: { 'zh-CN': '版面', 'zh-TW': '版面', en: 'page' },
      description: {
        'zh-CN': '只读这个版面，写文件名或编号',
        'zh-TW': '只讀這個版面，寫檔名或編號',
        en: 'only this page, by the name of its file or its number',
      },
    },
    article: {
      type: 'article',
      names: { 'zh-CN': '文章', 'zh-TW': '文章', en: 'article' },
      description: {
        'zh-CN': '只读这篇文章所在的版面',
        'zh-TW': '只讀這篇文章所在的版面',
        en: 'only the page of this article',
      },
    },
    force: {
      type: 'flag',
      names: { 'zh-CN': '强制', 'zh-TW': '強制', en: 'force' },
      description: { 'zh-CN': '没有变化的也重写', 'zh-TW': '沒有變化的也重寫', en: 'also what has not changed' },
    },
  },
  run(wish, library, caller) {
    return withKeeper(library, caller, async (desk) => {
      const { keeper, wording, by } = desk;
      const { page, article, force = false } = wish;
      if (page !== undefined && article !== undefined) return refusal(wording.admin.remove.which);
      let meant: Meant = 'all';
      if (page !== undefined) meant = await pageMeant(page, desk, wish);
      if (article !== undefined) meant = await articleMeant(article, library, { ...desk, wish });
      if (!isPages(meant)) return meant;
      const receipt = await keeper.readAgain({ pages: meant, force }, by);
      return receiptReply(keeper, receipt, { wording, nothing: wording.admin.batch.nothing });
    });
  },
});
