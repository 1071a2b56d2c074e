import { describe, expect, it } from 'vitest';
import { inHouse, reader } from '../support/bot-house.ts';
import { menusOf } from '../support/discord/finding.ts';
import { article } from '../support/library.ts';
import { answer } from '../support/memory-library.ts';

const LONG = Array.from({ length: 60 }, (_, n) => `第${n + 1}段：${'江边的新桥今天通车，市民步行过江。'.repeat(10)}`);
const ARTICLES = [
  article('a1', 'p1', { title: '大桥通车', texts: LONG, date: '2022-07-15', reporters: ['李明'] }),
  article('a2', 'p1', { title: '大桥收费', texts: ['大桥不收费。'], date: '2022-07-16' }),
  ...Array.from({ length: 45 }, (_, n) =>
    article(`b${n}`, 'p2', { title: `短讯之${n + 1}`, texts: ['今天有一条短讯。'] }),
  ),
];
const LIBRARY = { articles: ARTICLES };

describe('/article', () => {
  it('shows all of a long article, a screen at a time, and nothing is cut inside a word', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord }) => {
      const channel = discord.addChannel(discord.addGuild());
      const user = reader(discord);
      const call = { channel, command: 'article', options: { article: 'a1' } };
      let shown = await discord.slash(user, call).answered();
      const texts = [discord.textOf(shown)];
      const pages = Number(/(\d+) 页/u.exec(shown.embeds[0]?.footer?.text?.split('/')[1] ?? '')?.[1]);
      expect(pages).toBeGreaterThan(2);
      for (let page = 1; page < pages; page += 1) {
        shown = await discord.press(user, shown, '下一页').answered();
        texts.push(discord.textOf(shown));
      }
      const whole = texts.join('\n');
      for (const n of [1, 30, 60]) expect(whole).toContain(`第${n}段：`);
      expect(whole.match(/市民步行过江/gu)).toHaveLength(600);
      expect(() => discord.press(user, shown, '下一页')).toThrow();
    });
  });

  it('completes its name from memory', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord }) => {
      const channel = discord.addChannel(discord.addGuild());
      const typed = { channel, command: 'article', options: { article: '大桥' }, focused: 'article' };
      const completing = discord.autocomplete(reader(discord), typed);
      expect(await completing.offered()).toEqual([
        { name: '大桥通车 · 晚报 01 · 2022年7月15日', value: 'a1' },
        { name: '大桥收费 · 晚报 01 · 2022年7月16日', value: 'a2' },
      ]);
      expect(completing.acknowledgedAfterMs ?? Infinity).toBeLessThan(3000);
    });
  });

  it('offers the nearest ones as buttons where the name fits none', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord }) => {
      const channel = discord.addChannel(discord.addGuild());
      const user = reader(discord);
      const call = { channel, command: 'article', options: { article: '大桥通行费' } };
      const offered = await discord.slash(user, call).answered();
      const chosen = discord.press(
        user,
        offered,
        /大桥收费/u.exec(JSON.stringify(offered.components))?.[0] === undefined ? '' : labelWith(offered, '大桥收费'),
      );
      expect(discord.textOf(await chosen.answered())).toContain('大桥不收费');
    });
  });
});

function labelWith(message: { readonly components?: readonly unknown[] }, part: string): string {
  const labels = [...JSON.stringify(message.components).matchAll(/"label":"([^"]*)"/gu)].map(
    ([, label]) => label ?? '',
  );
  return labels.find((label) => label.includes(part)) ?? '';
}

describe('/articles', () => {
  it('lists them by screenfuls; one that is chosen opens for whoever chose it', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord }) => {
      const channel = discord.addChannel(discord.addGuild());
      const user = reader(discord);
      const first = await discord.slash(user, { channel, command: 'articles' }).answered();
      const next = await discord.press(user, first, '下一页').answered();
      expect(discord.textOf(next)).toContain('短讯之19');
      const [menu] = menusOf(next);
      const value = menu?.options?.[0]?.value ?? '';
      const chosen = discord.choose(reader(discord), next, value);
      expect(discord.textOf(await chosen.answered())).toContain('短讯');
      expect(chosen.ephemeral).toBe(true);
    });
  });

  it('turned by somebody else leaves the card of the one who asked alone', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord }) => {
      const channel = discord.addChannel(discord.addGuild());
      const first = await discord.slash(reader(discord), { channel, command: 'articles' }).answered();
      const turned = discord.press(reader(discord), first, '下一页');
      expect(discord.textOf(await turned.answered())).toContain('短讯之19');
      expect(turned.ephemeral).toBe(true);
      expect(discord.textOf(discord.current(first) ?? expect.fail())).toContain('大桥通车');
    });
  });
});

describe('/search', () => {
  it('marks the words, opens the articles, and keeps words that no button has room for', async () => {
    const words = '江边的新桥今天通车，市民步行过江。'.repeat(10);
    await inHouse({ library: LIBRARY }, async (house) => {
      const { discord } = house;
      const channel = discord.addChannel(discord.addGuild());
      const user = reader(discord);
      const first = await discord.slash(user, { channel, command: 'search', options: { words } }).answered();
      expect(discord.textOf(first)).toContain('**江边的新桥今天通车，市民步行过江。');
      await house.restart();
      await discord.ready();
      expect(discord.textOf(await discord.press(user, first, '下一页').answered())).toContain('第6段');
    });
  });
});

describe('/status and /help', () => {
  it('tell how much there is and how to ask', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord }) => {
      const channel = discord.addChannel(discord.addGuild());
      const status = discord.slash(reader(discord), { channel, command: 'status' });
      const text = discord.textOf(await status.answered());
      for (const line of ['文章**　47', '最新日期**　2022年7月16日', '收入**　没有正在进行的', '回答用时**'])
        expect(text).toContain(line);
      expect(status.ephemeral).toBe(true);
      expect(status.answeredWith).toBe(4);
      const help = discord.textOf(await discord.slash(reader(discord), { channel, command: 'help' }).answered());
      for (const command of ['/ask', '/summary topic', '/search', '/privacy show']) expect(help).toContain(command);
    });
  });
});

describe('the menu of a message', () => {
  it('checks what it says', async () => {
    const outcomes = { '大桥全长2547米吗？': answer({ text: '是' }), '大桥有多长？': answer() };
    await inHouse({ library: { outcomes } }, async ({ discord }) => {
      const channel = discord.addChannel(discord.addGuild());
      const claim = discord.say(reader(discord), channel, '听说了吗？不，是这样：\n大桥全长2547米。');
      const question = discord.say(reader(discord), channel, '你好！**大桥有多长？** https://example.com <@1>');
      const nothing = discord.say(reader(discord), channel, '哈哈');
      const check = (message: typeof claim) => discord.menu(reader(discord), message, 'Check this').answered();
      expect((await check(question)).embeds[0]?.title).toBe('2547米');
      expect(discord.textOf(await check(nothing))).toContain('没有可以查证的话');
    });
  });
});

describe('a button', () => {
  it('that is not ours, or whose call is gone, says that it is too old', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord, store }) => {
      const channel = discord.addChannel(discord.addGuild());
      const user = reader(discord);
      const words = '江边的新桥今天通车，市民步行过江。'.repeat(10);
      const shown = await discord.slash(user, { channel, command: 'search', options: { words } }).answered();
      await store.forgetBefore(Date.now() + 1000);
      const pressed = discord.press(user, shown, '下一页');
      expect(discord.textOf(await pressed.answered())).toContain('已经过期');
      expect(pressed.ephemeral).toBe(true);
    });
  });
});
