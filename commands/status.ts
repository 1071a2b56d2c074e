/** What the library holds. */
import { defineCommand } from '../src/app/command.ts';
import { content, type Fact, inline } from '../src/app/reply.ts';
import { wordingFor } from '../src/app/wording.ts';

/** Counts pages, articles and passages, and names the newest day. */
export const status = defineCommand({
  name: 'status',
  names: { 'zh-CN': '状态', 'zh-TW': '狀態', en: 'status' },
  description: { 'zh-CN': '资料库里有多少内容', 'zh-TW': '資料庫裡有多少內容', en: 'how much the library holds' },
  pace: 'instant',
  audience: 'asker',
  options: {},
  async run(_values, library, { locale }) {
    const wording = wordingFor(locale);
    const names = wording.status;
    const { pages, articles, passages, newest } = await library.counts();
    const { running, waiting, failed } = await library.vitals.tasks();
    const latency = library.vitals.latency();
    const fact = (name: string, value: string | number): Fact => ({ name, value: inline(String(value)) });
    return content([
      { kind: 'heading', level: 1, text: inline(names.heading) },
      {
        kind: 'facts',
        facts: [
          fact(names.pages, pages),
          fact(names.articles, articles),
          fact(names.passages, passages),
          fact(names.newest, newest === null ? names.none : wording.date(newest)),
          fact(names.queue, running + waiting + failed === 0 ? names.idle : names.working(running, waiting, failed)),
          fact(
            names.latency,
            latency === null
              ? names.unasked
              : names.times(Math.round(latency.median * 10) / 10, Math.round(latency.p99 * 10) / 10, latency.asked),
          ),
        ],
      },
    ]);
  },
});
