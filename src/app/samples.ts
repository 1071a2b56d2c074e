/**
 * Makes questions that the library can answer out of its own articles, for people who do not know yet what to ask.
 *
 * A sentence that ends a clause with a figure is turned into the question for that figure; an article with a byline
 * into the question who wrote it. Only what the library then answers rightly, and surely, is offered.
 */
import type { Article } from '../ingest/model.ts';
import { findQuantities, type Measure, type Quantity } from '../text/numbers.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Library } from './model.ts';

/** A question made from an article and what its answer must hold. */
interface Draft {
  readonly question: string;
  readonly expected: string;
  readonly article: string;
}

/** A draft that the library answers. */
interface Tried extends Draft {
  readonly confidence: number;
}

/** Articles looked at; enough to find a few good questions in any newspaper page. */
const ARTICLES = 60;
/** Drafts of one article and all drafts put to the library, so that this takes a fraction of a second. */
const DRAFTS = { perArticle: 3, all: 90 } as const;
/** Characters of the words that lead up to the figure: shorter ones ask for nothing, longer ones are not asked by people. */
const LEAD = { min: 8, max: 26 } as const;
/** From here on a sample is sure enough to be shown. */
const SURE = 0.5;

const COUNTABLE: readonly Measure[] = ['money', 'area', 'length', 'weight', 'people', 'count'];
const CLAUSE_END = /[，。；：、！？“”‘’《》（）()\s,;:!?]/u;
/** Words at the beginning that point back to what the question would not say. */
const POINTS_BACK =
  /^(?:其|该|这|那|此|他|她|它|本|同比|环比|同期|目前|为|达|共|约|并|且|而|则|又|也|还|再|至|比|较|占|或|到)/u;

/** The words from the last clause end up to `end`. */
function leadBefore(sentence: string, end: number): string {
  let start = end;
  while (start > 0 && !CLAUSE_END.test(sentence.charAt(start - 1))) start -= 1;
  return sentence.slice(start, end);
}

function figureDraft(sentence: string, quantity: Quantity, article: Article): Draft | null {
  const { span, core, measure, scaledUnit } = quantity;
  const lead = leadBefore(sentence, span.start);
  const ends = CLAUSE_END.test(sentence.charAt(span.end) || '。');
  const sayable = lead.length >= LEAD.min && lead.length <= LEAD.max && !POINTS_BACK.test(lead) && !/\d/u.test(lead);
  if (!ends || !sayable || scaledUnit === '' || !COUNTABLE.includes(measure)) return null;
  const expected = sentence.slice(core.start, core.end);
  return { question: `${lead}多少${scaledUnit}？`, expected, article: article.id };
}

/** The sentences of the running text. */
function sentencesOf({ blocks }: Article): string[] {
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph');
  return paragraphs.flatMap(({ text }) => splitSentences(text).map(({ start, end }) => text.slice(start, end)));
}

function figureDrafts(article: Article): Draft[] {
  const drafts: Draft[] = [];
  for (const sentence of sentencesOf(article)) {
    for (const quantity of findQuantities(sentence)) {
      const draft = figureDraft(sentence, quantity, article);
      if (draft !== null) drafts.push(draft);
    }
    if (drafts.length >= DRAFTS.perArticle) break;
  }
  return drafts.slice(0, DRAFTS.perArticle);
}

function writerDraft({ id, title, reporters }: Article): Draft[] {
  const [expected] = reporters;
  if (title === null || expected === undefined || title.length > LEAD.max) return [];
  return [{ question: `《${title}》的记者是谁？`, expected, article: id }];
}

/** Puts drafts to the library and keeps those that it answers rightly from the article they were made of, surest first. */
async function answerable(drafts: readonly Draft[], library: Library): Promise<Tried[]> {
  const kept: Tried[] = [];
  for (const draft of drafts.slice(0, DRAFTS.all)) {
    const outcome = await library.ask(draft.question);
    if (outcome.kind !== 'answer' || outcome.confidence < SURE) continue;
    const right = outcome.text.includes(draft.expected) && outcome.evidence[0]?.article === draft.article;
    if (right) kept.push({ ...draft, confidence: outcome.confidence });
  }
  return kept.sort((a, b) => b.confidence - a.confidence);
}

/** The first of each article, in the given order. */
function ofDifferentArticles(drafts: readonly Tried[]): Tried[] {
  const seen = new Set<string>();
  return drafts.filter(({ article }) => !seen.has(article) && seen.add(article));
}

/** Up to `count` questions that the library answers, from different articles; none where it holds nothing to ask for. */
export async function sampleQuestions(library: Library, count: number): Promise<string[]> {
  const articles = await library.articles({ limit: ARTICLES });
  const figures = ofDifferentArticles(await answerable(articles.flatMap(figureDrafts), library));
  const writers = await answerable(articles.flatMap(writerDraft).slice(0, 2 * count), library);
  // Figures show best what this is about; who wrote something comes once, at the end.
  const mixed = [...figures.slice(0, count - 1), ...writers, ...figures.slice(count - 1)];
  return ofDifferentArticles(mixed)
    .slice(0, count)
    .map(({ question }) => question);
}
