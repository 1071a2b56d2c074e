import { describe, expect, it } from 'vitest';
import { inHouse, reader } from '../support/bot-house.ts';
import { article } from '../support/library.ts';
import { abstention, answer, evidence } from '../support/memory-library.ts';

const QUESTION = '大桥有多长？';
const BRIDGE = article('a1', 'p1', {
  title: '大桥通车',
  reporters: ['李明'],
  date: '2022-07-15',
  texts: ['通车典礼在江边举行。', '据介绍，大桥全长2547米。桥面双向六车道。', '市民纷纷拍照留念。'],
});
const SENTENCES = [
  evidence(),
  ...[1, 2, 3, 4].map((n) =>
    evidence({ passage: n + 1, sentence: `另一处也说大桥全长2547米，这是第${n}处。`, marks: [] }),
  ),
];
const LIBRARY = { articles: [BRIDGE], outcomes: { [QUESTION]: answer({ evidence: SENTENCES }) } };

describe('/ask in Discord', () => {
  it('acknowledges first, then shows the answer with its proof, its source and how sure we are', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord }) => {
      const channel = discord.addChannel(discord.addGuild());
      const asked = discord.slash(reader(discord), { channel, command: 'ask', options: { question: QUESTION } });
      const shown = await asked.answered();
      expect(asked.answeredWith).toBe(5);
      expect(asked.ephemeral).toBe(false);
      expect(shown.embeds[0]?.title).toBe('2547米');
      expect(shown.embeds[0]?.description).toContain('> 大桥全长**2547米**。');
      expect(discord.textOf(shown)).toMatch(/《大桥通车》.*晚报 01.*2022年7月15日.*记者 李明/u);
      expect(discord.textOf(shown)).toContain('很有把握');
      expect(discord.pings).toEqual([]);
    });
  });

  it('is seen by the asker alone where that is wanted', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord }) => {
      const channel = discord.addChannel(discord.addGuild());
      const options = { question: QUESTION, private: true };
      const asked = discord.slash(reader(discord), { channel, command: 'ask', options });
      await asked.answered();
      expect(asked.ephemeral).toBe(true);
      expect(discord.messages(channel)).toEqual([]);
    });
  });

  it('says why there is no answer and shows what is nearest', async () => {
    const near = abstention({ reason: 'other-time', evidence: [evidence()] });
    await inHouse({ library: { outcomes: { [QUESTION]: near } } }, async ({ discord }) => {
      const channel = discord.addChannel(discord.addGuild());
      const asked = discord.slash(reader(discord), { channel, command: 'ask', options: { question: QUESTION } });
      const text = discord.textOf(await asked.answered());
      expect(text).toContain('不是您问的那个时间');
      expect(text).toContain('最接近的段落（不是答案）');
      expect(text).toContain('大桥全长2547米');
    });
  });

  it('speaks the language of whoever asks', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord }) => {
      const channel = discord.addChannel(discord.addGuild());
      const ask = async (locale: string) => {
        const user = discord.addUser({ locale });
        return discord.textOf(
          await discord.slash(user, { channel, command: 'ask', options: { question: QUESTION } }).answered(),
        );
      };
      expect(await ask('zh-TW')).toContain('記者 李明');
      expect(await ask('en-GB')).toContain('李明');
      expect(await ask('en-US')).toContain('Confidence');
      expect(await ask('de')).toContain('Confidence');
    });
  });

  it('tells a slip to the asker alone and does not ask', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord, library }) => {
      const channel = discord.addChannel(discord.addGuild());
      const options = { question: QUESTION, from: '2024-05-01', to: '2024-01-01' };
      const asked = discord.slash(reader(discord), { channel, command: 'ask', options });
      const [told] = await asked.followedUp(1);
      expect(discord.textOf(told ?? expect.fail())).toContain('晚于结束日期');
      expect((told?.flags ?? 0) & 64).toBe(64);
      expect(discord.messages(channel)).toEqual([]);
      const unreadable = discord.slash(reader(discord), {
        channel,
        command: 'ask',
        options: { question: QUESTION, from: '春天' },
      });
      await unreadable.answered();
      expect(unreadable.ephemeral).toBe(true);
      expect(library.asked).toEqual([]);
    });
  });
});

describe('the buttons of an answer', () => {
  it('show the sentence where it stands, the answer marked', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord }) => {
      const channel = discord.addChannel(discord.addGuild());
      const user = reader(discord);
      const shown = await discord.slash(user, { channel, command: 'ask', options: { question: QUESTION } }).answered();
      const opened = discord.press(reader(discord), shown, '原文');
      const text = discord.textOf(await opened.answered());
      expect(text).toContain('据介绍，大桥全长**2547米**。');
      expect(text).toContain('通车典礼');
      expect(text).toContain('拍照留念');
      expect(opened.ephemeral).toBe(true);
    });
  });

  it('go through all sources, a few at a time, in the place of the first', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord }) => {
      const channel = discord.addChannel(discord.addGuild());
      const user = reader(discord);
      const shown = await discord.slash(user, { channel, command: 'ask', options: { question: QUESTION } }).answered();
      const more = discord.press(user, shown, '更多出处');
      const first = await more.answered();
      expect(discord.textOf(first)).toContain('这是第2处');
      const turned = discord.press(user, first, '下一页');
      expect(discord.textOf(await turned.answered())).toContain('这是第4处');
      expect(turned.answeredWith).toBe(6);
      expect(more.followUps).toEqual([]);
    });
  });

  it('ask for the next question and keep the conversation', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord, library }) => {
      const channel = discord.addChannel(discord.addGuild());
      const user = reader(discord);
      const shown = await discord.slash(user, { channel, command: 'ask', options: { question: QUESTION } }).answered();
      const pressed = discord.press(user, shown, '追问');
      expect((await pressed.asked()).title).toBe('向报纸提问');
      const followed = discord.submit(user, pressed, '那它什么时候通车？');
      await followed.answered();
      expect(followed.ephemeral).toBe(false);
      expect(library.asked.at(-1)).toMatchObject({
        question: '那它什么时候通车？',
        options: { previous: { question: QUESTION, answer: '2547米', article: 'a1' } },
      });
    });
  });

  it('note what people think, and that they have changed their mind', async () => {
    await inHouse({ library: LIBRARY }, async ({ discord, store }) => {
      const channel = discord.addChannel(discord.addGuild());
      const [one, other] = [reader(discord), reader(discord)];
      const asked = discord.slash(one, { channel, command: 'ask', options: { question: QUESTION } });
      const shown = await asked.answered();
      const judged = discord.press(one, shown, '👍');
      expect(discord.textOf(await judged.answered())).toContain('这个回答有用');
      expect(judged.ephemeral).toBe(true);
      await discord.press(other, shown, '👍').answered();
      await discord.press(one, shown, '👎').answered();
      expect(await store.judgement(asked.id, `p${one.id}`)).toBe('down');
      expect(await store.judgement(asked.id, `p${other.id}`)).toBe('up');
      expect((await store.turn(asked.id))?.question).toBe(QUESTION);
    });
  });

  it('work after a restart, as they did before', async () => {
    await inHouse({ library: LIBRARY }, async (house) => {
      const { discord } = house;
      const channel = discord.addChannel(discord.addGuild());
      const user = reader(discord);
      const shown = await discord.slash(user, { channel, command: 'ask', options: { question: QUESTION } }).answered();
      const pressed = discord.press(user, shown, '追问');
      await pressed.asked();
      await house.restart();
      await discord.ready();
      expect(discord.textOf(await discord.press(user, shown, '原文').answered())).toContain('**2547米**');
      await discord.submit(user, pressed, '那它什么时候通车？').answered();
      expect(house.library.asked.at(-1)?.options.previous?.answer).toBe('2547米');
      expect(discord.textOf(await discord.press(user, shown, '👎').answered())).toContain('没用');
    });
  });
});
