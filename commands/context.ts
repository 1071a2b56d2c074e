/** A sentence where it stands in its article. */
import { defineCommand } from '../src/app/command.ts';
import { contextBlocks } from '../src/app/context.ts';
import { markedEvidence } from '../src/app/outcome-content.ts';
import { callOf } from '../src/app/paging.ts';
import { evidenceQuote } from '../src/app/present.ts';
import { content, inline } from '../src/app/reply.ts';
import { turnOption } from '../src/app/turn-option.ts';
import { wordingFor } from '../src/app/wording.ts';

/** Far more than an answer has sentences. */
const SENTENCES = 100;

/** Shows what stands around a sentence of an answer, the answer marked. */
export const context = defineCommand({
  name: 'context',
  surface: 'inner',
  names: { 'zh-CN': '上下文', 'zh-TW': '上下文', en: 'context' },
  description: { 'zh-CN': '看这句话的前后文', 'zh-TW': '看這句話的前後文', en: 'what stands around a sentence' },
  pace: 'slow',
  audience: 'everyone',
  options: {
    turn: { ...turnOption, required: true },
    sentence: {
      type: 'integer',
      inner: true,
      min: 1,
      max: SENTENCES,
      names: { 'zh-CN': '第几句', 'zh-TW': '第幾句', en: 'sentence' },
      description: { 'zh-CN': '第几个出处', 'zh-TW': '第幾個出處', en: 'which of its sources' },
    },
  },
  async run({ turn: id, sentence = 1 }, library, { locale }) {
    const wording = wordingFor(locale);
    const turn = await library.turns.turn(id);
    const evidence = turn === null ? undefined : markedEvidence(turn.outcome)[sentence - 1];
    if (evidence === undefined) return content([{ kind: 'text', text: inline(wording.noTurn) }], { tone: 'refusal' });
    const article = await library.article(evidence.article);
    if (article === null) {
      return content([{ kind: 'note', text: inline(wording.articleGone) }, evidenceQuote(evidence, wording)]);
    }
    return content(contextBlocks(article, evidence, wording), {
      actions: [{ label: wording.wholeArticle, call: callOf('article', { article: article.id }) }],
    });
  },
});
