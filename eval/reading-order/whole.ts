/** Did a reader find the articles of a newspaper page whole? */
import type { Article, Block } from '../../src/ingest/model.ts';
import type { Span } from '../../src/text/span.ts';
import type { NewsPage } from './newspaper-page.ts';
import { HEAD_KINDS, NOBODY, type PartKind } from './newspaper-parts.ts';
import { type Compared, lettersOf, ownArticlesOf, type PageLetters, type TruePart, truthOf } from './whole-truth.ts';

/** So many of so many. */
export interface Score {
  readonly right: number;
  readonly all: number;
}

/** What is counted. */
export const MEASURES = [
  'titles',
  'heads',
  'bylines',
  'paragraphs',
  'sections',
  'copies',
  'captions',
  'house',
  'cut',
  'uncut',
  'apart',
  'leads',
  'lost',
  'twice',
] as const;

/** What is counted. */
export type Measure = (typeof MEASURES)[number];

/** The counts of a page, or of many. */
export type Scores = Readonly<Record<Measure, Score>>;

/** What a reader made of a page, and what it really is. */
interface Case extends Compared {
  readonly page: NewsPage;
  /** The reader's article for each true one. */
  readonly own: readonly (Article | undefined)[];
}

const RUNNING: ReadonlySet<Block['kind']> = new Set<Block['kind']>(['paragraph', 'list', 'notice']);
const bare = (text: string | null | undefined): string => (text ?? '').replace(/[\s●•]/g, '');
const score = (results: readonly boolean[]): Score => ({ right: results.filter(Boolean).length, all: results.length });
const wordsOf = (parts: readonly TruePart[], test: (kind: PartKind) => boolean): string =>
  bare(
    parts
      .filter(({ kind }) => test(kind))
      .map(({ text }) => text)
      .join(''),
  );

function headsOf(
  { page, parts, own }: Case,
  test: (kind: PartKind) => boolean,
  said: (article: Article) => string,
): boolean[] {
  return page.articles.map((_, number) => {
    const wanted = wordsOf(
      parts.filter(({ article }) => article === number),
      test,
    );
    const article = own[number];
    return article !== undefined && bare(said(article)) === wanted;
  });
}

function bylinesOf({ page, own }: Case): boolean[] {
  return page.articles.map(({ byline }, at) => own[at] !== undefined && bare(own[at]?.byline) === bare(byline));
}

/** Whether one block of the article has all letters of a part, in order, and no others. */
function isWhole(part: TruePart, article: Article | undefined, letters: PageLetters): boolean {
  const blocks = article?.blocks.filter(({ kind }) => RUNNING.has(kind)) ?? [];
  return blocks.some((block) => {
    const held = lettersOf(block.pieces, letters);
    return held.length === part.letters.length && held.every((letter, at) => letter === part.letters[at]);
  });
}

function paragraphsOf({ parts, own, letters }: Case): boolean[] {
  const texts = parts.filter(({ kind, article }) => kind === 'text' && article !== NOBODY);
  return texts.map((part) => isWhole(part, own[part.article], letters));
}

function sectionsOf({ parts, own }: Case): boolean[] {
  const crossheads = parts.filter(({ kind, article }) => kind === 'crosshead' && article !== NOBODY);
  return crossheads.map(({ article, text }) => {
    const blocks = own[article]?.blocks.filter(({ kind }) => kind === 'crosshead') ?? [];
    return blocks.some((block) => bare(block.text) === bare(text));
  });
}

/** The offsets that some spans of the page cover. */
function covered(spans: readonly Span[]): Set<number> {
  const offsets = new Set<number>();
  for (const { start, end } of spans) for (let at = start; at < end; at++) offsets.add(at);
  return offsets;
}

const spansOf = (reading: readonly Article[], test: (block: Block) => boolean): Span[] =>
  reading.flatMap(({ blocks }) => blocks.filter(test).flatMap(({ pieces }) => pieces));

/** Whether what is printed twice of a paragraph stands once in running text, and both its places are remembered. */
function copiesOf({ parts, reading }: Case): boolean[] {
  const running = covered(spansOf(reading, ({ kind }) => RUNNING.has(kind)));
  const copies = covered(reading.flatMap(({ blocks }) => blocks.flatMap((block) => block.copies ?? [])));
  const kept = (places: readonly number[]): boolean =>
    places.filter((place) => running.has(place)).length === 1 &&
    places.every((place) => running.has(place) || copies.has(place));
  const twice = parts.map(({ kind, prints }) => (kind === 'text' ? prints.filter((places) => places.length > 1) : []));
  return twice.filter((prints) => prints.length > 0).map((prints) => prints.every(kept));
}

/** Whether parts of a kind stand in blocks of the given kinds alone; those of an article's `among` parts. */
function keptApart({ parts, reading, letters }: Case, kind: PartKind, kinds: readonly Block['kind'][]): boolean[] {
  const good = covered(spansOf(reading, (block) => kinds.includes(block.kind)));
  const bad = covered(spansOf(reading, (block) => !kinds.includes(block.kind)));
  return parts
    .filter((part) => part.kind === kind && part.letters.length > 0)
    .map((part) =>
      part.letters.every((letter) => good.has(letter) && !bad.has(letter) && letters.places[letter] !== undefined),
    );
}

/** Whether words of other pages' articles are in no article of this one. */
function strangersOf({ parts, own, letters }: Case): boolean[] {
  const held = new Set(
    own.flatMap((article) =>
      (article?.blocks ?? [])
        .filter(({ kind }) => RUNNING.has(kind))
        .flatMap(({ pieces }) => lettersOf(pieces, letters)),
    ),
  );
  return parts
    .filter(({ kind, article }) => kind === 'text' && article === NOBODY)
    .map((part) => !part.letters.some((letter) => held.has(letter)));
}

function leadsOf({ page, parts, own, letters }: Case): boolean[] {
  return page.articles.map((_, number) => {
    const first = parts.find(({ kind, article }) => kind === 'text' && article === number)?.letters[0];
    const block = own[number]?.blocks.find(({ kind }) => RUNNING.has(kind));
    return block !== undefined && lettersOf(block.pieces, letters)[0] === first;
  });
}

/** Letters that stand nowhere, and those that stand in running text more than once. */
function conserved({ reading, letters }: Case): { readonly lost: Score; readonly twice: Score } {
  const spans = reading.flatMap(({ heads, blocks }) => [
    ...heads,
    ...blocks.flatMap(({ pieces, copies = [] }) => [...pieces, ...copies]),
  ]);
  const held = covered(spans);
  const all = letters.all.length;
  const running = spansOf(reading, ({ kind }) => RUNNING.has(kind)).reduce(
    (sum, { start, end }) => sum + end - start,
    0,
  );
  const distinct = covered(spansOf(reading, ({ kind }) => RUNNING.has(kind))).size;
  return {
    lost: { right: letters.all.filter((at) => !held.has(at)).length, all },
    twice: { right: running - distinct, all },
  };
}

/** Compares a reading of a page with what was printed. */
export function judgeWhole(page: NewsPage, reading: readonly Article[]): Scores {
  const { parts, letters } = truthOf(page);
  const own = ownArticlesOf(page.articles.length, { parts, letters, reading });
  const all: Case = { page, letters, reading, parts, own };
  const cut = page.articles.map((truth, at) => ({ truth, said: own[at]?.truncated === true }));
  return {
    titles: score(
      headsOf(
        all,
        (kind) => kind === 'title',
        ({ title }) => title ?? '',
      ),
    ),
    heads: score(
      headsOf(
        all,
        (kind) => HEAD_KINDS.has(kind),
        ({ kicker, title, subtitle }) => `${kicker ?? ''}${title ?? ''}${subtitle ?? ''}`,
      ),
    ),
    bylines: score(bylinesOf(all)),
    paragraphs: score(paragraphsOf(all)),
    sections: score(sectionsOf(all)),
    copies: score(copiesOf(all)),
    captions: score(keptApart(all, 'caption', ['caption'])),
    house: score(keptApart(all, 'house', ['advert'])),
    cut: score(cut.filter(({ truth }) => truth.cut).map(({ said }) => said)),
    uncut: score(cut.filter(({ truth }) => !truth.cut).map(({ said }) => !said)),
    apart: score(strangersOf(all)),
    leads: score(leadsOf(all)),
    ...conserved(all),
  };
}
