/**
 * The library as one object: the only door to everything that can be asked of the pages.
 */
import { CONFIDENCE_FLOOR, confidenceOf } from '../answer/abstain.ts';
import { type Consideration, consider } from '../answer/answer.ts';
import { completeQuestion } from '../answer/dialogue.ts';
import { explainAnswer } from '../answer/explain.ts';
import { analyseQuestion, type Question } from '../answer/question.ts';
import { loadModel, type Model } from '../answer/score.ts';
import type { Weigh } from '../answer/statement.ts';
import { askTables } from '../answer/tables.ts';
import { recogniseTalk } from '../answer/talk.ts';
import { MODEL } from '../answer/weights.ts';
import { judge } from '../answer/yesno.ts';
import type { Searcher } from '../index/searcher.ts';
import type { Article } from '../ingest/model.ts';
import { foldText } from '../text/normalize.ts';
import { nearestByTitle } from './article-names.ts';
import { Conversations } from './conversations.ts';
import { evidenceFor, rowEvidence, sourceOf } from './evidence.ts';
import { marksOf } from './marks.ts';
import type {
  Abstention,
  Answer,
  AskOptions,
  Evidence,
  Library,
  Outcome,
  Reason,
  SearchOptions,
  SearchResult,
} from './model.ts';
import { type Retrieved, retrieve } from './retrieval.ts';
import { Snapshot } from './snapshot.ts';
import type { ArticleQuery, Counts, LibrarySource } from './source.ts';
import { tableMaterials } from './table-materials.ts';

/** A table answers when its rows and headings speak of at least this share of the question. */
const TABLE_FLOOR = 0.45;
const TABLE_CONFIDENCE = 0.9;
/** Passages that an answer is looked for in. */
export const READ_PASSAGES = 12;
/** Sentences shown with an answer or an abstention. */
const SHOWN_EVIDENCE = 5;
const SHOWN_HITS = 10;

/** A library over any source of pages. Questions may be asked concurrently. */
export class PageLibrary implements Library {
  readonly #source: LibrarySource;
  readonly #snapshot: Snapshot;
  readonly #model: Model;
  readonly #conversations = new Conversations();

  constructor(source: LibrarySource) {
    this.#source = source;
    this.#snapshot = new Snapshot(source);
    this.#model = loadModel(MODEL);
  }

  async ask(text: string, options: AskOptions = {}): Promise<Outcome> {
    if (!/[\p{L}\p{N}]/u.test(text)) return abstain('empty-question');
    const talk = recogniseTalk(text);
    if (talk !== undefined) return abstain(talk);
    const searcher = await this.#snapshot.searcher();
    if (searcher.passages === 0) return abstain('empty-library');
    const whole = completeQuestion(text, this.#conversations.last(options.session));
    const outcome = await this.#answer(whole, searcher, options);
    this.#conversations.add(options.session, {
      question: whole,
      answer: outcome.kind === 'answer' ? outcome.text : null,
    });
    return outcome;
  }

  async search(query: string, options: SearchOptions = {}): Promise<SearchResult> {
    const searcher = await this.#snapshot.searcher();
    const { limit = 10, ...narrowing } = options;
    const retrieved = await retrieve(this.#source, searcher, { text: query, narrowing, keep: limit });
    return {
      hits: retrieved.articles.slice(0, Math.max(SHOWN_HITS, limit)),
      passages: retrieved.found.map(({ passage, article, score }) => ({
        passage: passage.id,
        article: article.id,
        title: article.title,
        source: sourceOf(article),
        date: article.date,
        text: passage.text,
        score,
        marks: marksOf(passage.text, retrieved.terms),
      })),
    };
  }

  article(id: string): Promise<Article | null> {
    return this.#source.article(id);
  }

  async findArticles(name: string, limit = 5): Promise<Article[]> {
    const exact = await this.#source.article(name.trim());
    if (exact !== null) return [exact];
    const searcher = await this.#snapshot.searcher();
    const retrieved = await retrieve(this.#source, searcher, { text: name, narrowing: {}, keep: 30 });
    const articles = new Map(retrieved.found.map(({ article }) => [article.id, article]));
    return nearestByTitle(name, [...articles.values()]).slice(0, limit);
  }

  articles(query?: ArticleQuery): Promise<Article[]> {
    return this.#source.articles(query);
  }

  counts(): Promise<Counts> {
    return this.#source.counts();
  }

  async #answer(text: string, searcher: Searcher, options: AskOptions): Promise<Outcome> {
    const question = analyseQuestion(text);
    const { session: _, explain = false, ...narrowing } = options;
    const retrieved = await retrieve(this.#source, searcher, { text: question.text, narrowing, keep: READ_PASSAGES });
    const weigh = (word: string): number => searcher.weightOf(word);
    const materials = retrieved.found.map(({ passage, article, score }) => ({
      id: passage.id,
      passage,
      score,
      date: article.date,
    }));
    const considered = consider(question, { materials, weigh, model: this.#model });
    const outcome =
      (await this.#tableAnswer(considered, retrieved, weigh)) ??
      (question.kind === 'yesno' ? this.#verdict(considered, retrieved) : this.#shortAnswer(considered, retrieved));
    return explain ? { ...outcome, explanation: explainAnswer(considered, this.#model) } : outcome;
  }

  /** What a table says, when the question is put to a table and no sentence speaks of more of it. */
  async #tableAnswer(considered: Consideration, retrieved: Retrieved, weigh: Weigh): Promise<Answer | undefined> {
    const { question, ranked, statements } = considered;
    if (question.kind === 'yesno') return undefined;
    const finding = askTables(question, await tableMaterials(this.#source, retrieved.found), weigh);
    if (finding === undefined || finding.coverage < TABLE_FLOOR) return undefined;
    const rival = ranked[0]?.candidate.ground.statement;
    if (rival !== undefined && rival.material.passage.row < 0 && rival.coverage > finding.coverage) return undefined;
    const rows = await this.#source.passages(finding.rows.map((row) => finding.material.passages[row] ?? -1));
    const proofs = rows.flatMap((row) => rowEvidence(row, retrieved.found, finding.text));
    const others = evidenceFor(undefined, statements, { found: retrieved.found, limit: SHOWN_EVIDENCE });
    const evidence = [...proofs, ...others].slice(0, SHOWN_EVIDENCE);
    return found(finding.text, Math.min(TABLE_CONFIDENCE, finding.coverage), { evidence, retrieved });
  }

  #verdict(considered: Consideration, retrieved: Retrieved): Outcome {
    const { question, statements } = considered;
    const verdict = judge(question, statements);
    const evidence = evidenceFor(undefined, statements, { found: retrieved.found, limit: SHOWN_EVIDENCE });
    const confidence =
      verdict === undefined ? 0 : yesnoConfidence(verdict.statement.coverage, verdict.statement.context);
    if (verdict === undefined || confidence < CONFIDENCE_FLOOR)
      return refusal(question, considered, { evidence, retrieved, confidence });
    return found(verdict.yes ? '是' : '不是', confidence, { evidence, retrieved });
  }

  #shortAnswer(considered: Consideration, retrieved: Retrieved): Outcome {
    const confidence = confidenceOf(considered, this.#model.data);
    const best = considered.ranked[0];
    const evidence = evidenceFor(best, considered.statements, { found: retrieved.found, limit: SHOWN_EVIDENCE });
    const proof = evidence[0];
    const mark = proof?.marks[0];
    if (best === undefined || proof === undefined || mark === undefined || confidence < CONFIDENCE_FLOOR) {
      return refusal(considered.question, considered, { evidence: withoutMarks(evidence), retrieved, confidence });
    }
    return found(proof.sentence.slice(mark.start, mark.end).trim(), confidence, { evidence, retrieved });
  }
}

/** A yes or no is as sure as its sentence speaks of the whole question. */
function yesnoConfidence(coverage: number, context: number): number {
  return Math.min(0.95, 0.55 * coverage + 0.4 * context);
}

function withoutMarks(evidence: readonly Evidence[]): Evidence[] {
  return evidence.map((each) => ({ ...each, marks: [] }));
}

function found(
  text: string,
  confidence: number,
  { evidence, retrieved }: { evidence: readonly Evidence[]; retrieved: Retrieved },
): Answer {
  return { kind: 'answer', text, confidence, evidence, hits: retrieved.articles.slice(0, SHOWN_HITS) };
}

function abstain(reason: Reason): Abstention {
  return { kind: 'abstention', reason, confidence: 0, evidence: [], hits: [] };
}

function refusal(
  question: Question,
  { statements }: Consideration,
  { evidence, retrieved, confidence }: { evidence: readonly Evidence[]; retrieved: Retrieved; confidence: number },
): Abstention {
  return {
    kind: 'abstention',
    reason: refusalReason(question, statements[0]?.context ?? 0, evidence),
    confidence,
    evidence,
    hits: retrieved.articles.slice(0, SHOWN_HITS),
  };
}

/** Below this share of the question's words nothing found is about it. */
const ABOUT = 0.35;

function refusalReason(question: Question, context: number, evidence: readonly Evidence[]): Reason {
  if (evidence.length === 0 || context < ABOUT) return 'nothing-found';
  const years = question.text.match(/(?:19|20)\d{2}(?=年)/gu) ?? [];
  const held = foldText(evidence.map((each) => `${each.date ?? ''} ${each.sentence}`).join('\n'));
  if (years.some((year) => !held.includes(year))) return 'other-time';
  return context < 0.8 ? 'other-subject' : 'unsure';
}
