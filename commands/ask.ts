/** A question: the short answer with its proof, or the honest "the library does not say". */
import { defineCommand } from '../src/app/command.ts';
import { checkDays, fromOption, reporterOption, toOption } from '../src/app/filters.ts';
import { given } from '../src/app/given.ts';
import { QUESTION_LIMIT } from '../src/app/limits.ts';
import type { Abstention, Answer, Outcome } from '../src/app/model.ts';
import { callOf } from '../src/app/paging.ts';
import { confidenceWords, evidenceQuote, isDoubtful, placesOf } from '../src/app/present.ts';
import { type Action, type Block, type Content, content, inline } from '../src/app/reply.ts';
import { wordingFor } from '../src/app/wording.ts';
import type { Wording } from '../src/app/wording-zh-cn.ts';

/** Sentences shown with one answer; more would bury it. */
const SHOWN = 3;

function openAction({ evidence }: Outcome, wording: Wording): Action[] {
  const [first] = evidence;
  return first === undefined ? [] : [{ label: wording.open, call: callOf('article', { article: first.article }) }];
}

function explanation({ explanation: root }: Outcome): Block[] {
  return root === undefined ? [] : [{ kind: 'tree', root }];
}

/** The sentences after the proof, under a heading: others that say the same; to check a doubtful answer by, the nearest. */
function furtherBlocks(answer: Answer, wording: Wording): Block[] {
  const others = answer.evidence.slice(1).map((evidence) => ({
    ...evidence,
    marks: evidence.marks.length > 0 ? evidence.marks : placesOf(answer.text, evidence.sentence),
  }));
  const same = others.filter(({ marks }) => marks.length > 0);
  const doubtful = same.length === 0 && isDoubtful(answer.confidence);
  const shown = (doubtful ? others : same).slice(0, SHOWN - 1);
  if (shown.length === 0) return [];
  const heading = inline(doubtful ? wording.related : wording.otherSources);
  return [{ kind: 'heading', level: 2, text: heading }, ...shown.map((evidence) => evidenceQuote(evidence, wording))];
}

function answerContent(answer: Answer, wording: Wording): Content {
  const [proof] = answer.evidence;
  const words = confidenceWords(answer.confidence, wording);
  const blocks: Block[] = [{ kind: 'answer', text: inline(answer.text) }];
  if (proof !== undefined) blocks.push(evidenceQuote(proof, wording));
  blocks.push({ kind: 'note', text: inline(wording.confidenceLabel(words)) });
  return content([...blocks, ...furtherBlocks(answer, wording), ...explanation(answer)], {
    actions: openAction(answer, wording),
  });
}

function abstentionContent(abstention: Abstention, wording: Wording): Content {
  const near = abstention.evidence.slice(0, SHOWN);
  const blocks: Block[] = [{ kind: 'text', text: inline(wording.reasons[abstention.reason]) }];
  if (near.length > 0) blocks.push({ kind: 'heading', level: 2, text: inline(wording.nearestPassages) });
  // What stands out in these is not the answer, so nothing in them is marked.
  for (const evidence of near) blocks.push(evidenceQuote({ ...evidence, marks: [] }, wording));
  return content([...blocks, ...explanation(abstention)], {
    tone: 'refusal',
    actions: openAction(abstention, wording),
  });
}

/** Answers a question from the library. */
export const ask = defineCommand({
  name: 'ask',
  names: { 'zh-CN': '提问', 'zh-TW': '提問', en: 'ask' },
  description: { 'zh-CN': '向报纸提问', 'zh-TW': '向報紙提問', en: 'ask the newspapers' },
  pace: 'slow',
  audience: 'everyone',
  options: {
    question: {
      type: 'text',
      required: true,
      maxLength: QUESTION_LIMIT,
      names: { 'zh-CN': '问题', 'zh-TW': '問題', en: 'question' },
      description: { 'zh-CN': '你的问题', 'zh-TW': '你的問題', en: 'your question' },
    },
    from: fromOption,
    to: toOption,
    reporter: reporterOption,
    explain: {
      type: 'flag',
      names: { 'zh-CN': '详解', 'zh-TW': '詳解', en: 'explain' },
      description: {
        'zh-CN': '列出评分的每个数字',
        'zh-TW': '列出評分的每個數字',
        en: 'show every number of the score',
      },
    },
  },
  async run({ question, from, to, reporter, explain }, library, { session, locale }) {
    checkDays(from, to);
    const wording = wordingFor(locale);
    const outcome = await library.ask(question, given({ session, from, to, reporter, explain }));
    return outcome.kind === 'answer' ? answerContent(outcome, wording) : abstentionContent(outcome, wording);
  },
});
