/**
 * Chooses questions for people who do not know yet what to ask, out of those that the articles themselves answer.
 *
 * Only what the library then answers rightly, and surely, is offered: of different articles, and of different kinds as far
 * as there are any. What OCR may have garbled is left out.
 */
import type { Article } from '../ingest/model.ts';
import { isBalanced } from './balance.ts';
import type { Library } from './model.ts';
import { type Draft, draftsOf, type SampleKind } from './sample-drafts.ts';

/** A draft that the library answers. */
interface Tried extends Draft {
  readonly confidence: number;
}

/** Which questions are wanted. */
export interface SampleWish {
  readonly count: number;
  /** Ids of pages whose text may be mixed up: nothing of them is shown. */
  readonly doubtful: ReadonlySet<string>;
}

/** Articles looked at; enough to find a few good questions in any newspaper page. */
const ARTICLES = 60;
/** Drafts of each kind of one article, and of each kind in all: together they take a fraction of a second. */
const DRAFTS = { perArticle: 2, perKind: 24 } as const;
/** From here on a sample is sure enough to be shown. */
const SURE = 0.5;
/** How much longer than what was expected an answer may be, in characters. */
const MOST_BESIDE = 4;

const KINDS: readonly SampleKind[] = ['money', 'number', 'day', 'person', 'place', 'writer'];

/** Whether a reader would find nothing odd about an article: it has a headline and text and does not break off. */
function isSound({ title, blocks, truncated }: Article): boolean {
  return title !== null && !truncated && isBalanced(title) && blocks.some(({ kind }) => kind === 'paragraph');
}

function ofKind(kind: SampleKind, articles: readonly Article[]): Draft[] {
  const drafts = articles.flatMap((article) =>
    draftsOf(article)
      .filter((draft) => draft.kind === kind)
      .slice(0, DRAFTS.perArticle),
  );
  return drafts.slice(0, DRAFTS.perKind);
}

/** Puts drafts to the library and keeps those that it answers rightly from the article they were made of. */
async function answerable(drafts: readonly Draft[], library: Library): Promise<Tried[]> {
  const kept: Tried[] = [];
  for (const draft of drafts) {
    const outcome = await library.ask(draft.question);
    if (outcome.kind !== 'answer' || outcome.confidence < SURE) continue;
    const [proof] = outcome.evidence;
    const right = outcome.text.includes(draft.expected) && outcome.text.length <= draft.expected.length + MOST_BESIDE;
    if (right && proof?.article === draft.article && isBalanced(proof.sentence)) {
      kept.push({ ...draft, confidence: outcome.confidence });
    }
  }
  return kept;
}

/** The next to show: of a kind that was not shown yet where there is one, who wrote something last, then the surest. */
function next(tried: readonly Tried[], chosen: readonly Tried[]): Tried | undefined {
  const shown = new Set(chosen.map(({ kind }) => kind));
  const used = new Set(chosen.map(({ article }) => article));
  const rank = ({ kind, confidence }: Tried): number =>
    (shown.has(kind) ? 0 : 2) + (kind === 'writer' ? 0 : 1) + confidence / 2;
  return tried.filter(({ article }) => !used.has(article)).toSorted((a, b) => rank(b) - rank(a))[0];
}

/** Up to `count` questions that the library answers, from different articles; none where it holds nothing to ask for. */
export async function sampleQuestions(library: Library, { count, doubtful }: SampleWish): Promise<string[]> {
  const articles = (await library.articles({ limit: ARTICLES })).filter(({ page }) => !doubtful.has(page));
  const chosen: Tried[] = [];
  // What is odd in some way is asked only where there is not enough else.
  for (const some of [articles.filter(isSound), articles.filter((article) => !isSound(article))]) {
    const tried: Tried[] = [];
    for (const kind of KINDS) tried.push(...(await answerable(ofKind(kind, some), library)));
    for (let found = next(tried, chosen); found !== undefined && chosen.length < count; found = next(tried, chosen)) {
      chosen.push(found);
    }
    if (chosen.length >= count) break;
  }
  return chosen.map(({ question }) => question);
}
