/** One article, whole. */
import { defineCommand } from '../src/app/command.ts';
import { lookUp } from '../src/app/lookup.ts';
import { articleBlocks, articleItem } from '../src/app/present.ts';
import { type Block, content, inline } from '../src/app/reply.ts';
import { wordingFor } from '../src/app/wording.ts';

/** Shows an article by id or headline; offers the nearest ones where no single one is meant. */
export const article = defineCommand({
  name: 'article',
  names: { 'zh-CN': '文章', 'zh-TW': '文章', en: 'article' },
  description: { 'zh-CN': '看一篇文章的全文', 'zh-TW': '看一篇文章的全文', en: 'read one article' },
  pace: 'slow',
  audience: 'everyone',
  options: {
    article: {
      type: 'article',
      required: true,
      names: { 'zh-CN': '文章', 'zh-TW': '文章', en: 'article' },
      description: { 'zh-CN': '文章的标题或编号', 'zh-TW': '文章的標題或編號', en: 'its headline or id' },
    },
  },
  async run({ article: name }, library, { locale }) {
    const wording = wordingFor(locale);
    const found = await lookUp(name, library);
    if (found.kind === 'found') return content(articleBlocks(found.article, wording));
    const items = found.articles.map((near) => articleItem(near, wording));
    const text = items.length === 0 ? wording.articleNothing(name) : wording.articleWhich(name);
    const list: Block[] = items.length === 0 ? [] : [{ kind: 'list', start: 1, items }];
    return content([{ kind: 'text', text: inline(text) }, ...list], { tone: 'refusal' });
  },
});
