/** Finds the newspaper page that somebody means by its file, its number or a part of either. */
import type { Article } from '../ingest/model.ts';
import { bareName } from './article-names.ts';
import type { Library } from './model.ts';
import { MOST_ARTICLES } from './summary-days.ts';

/** A page as people know it. */
export type PageName = Pick<Article, 'file' | 'publication' | 'label' | 'date'>;

/** The page that is meant, or the ones that it may be. */
export type PageLookup =
  | { readonly kind: 'found'; readonly page: PageName; readonly articles: readonly Article[] }
  | { readonly kind: 'near'; readonly pages: readonly PageName[] };

/** Articles fetched at a time. */
const FETCHED = 500;
/** How many of them are looked through for a page that is not named by its file. */
const LOOKED_THROUGH = 20_000;
/** Pages offered where none is meant for certain. */
const OFFERED = 10;

function nameOf({ file, publication, label, date }: Article): PageName {
  return { file, publication, label, date };
}

async function allPages(library: Library): Promise<PageName[]> {
  const pages = new Map<string, PageName>();
  for (let offset = 0; offset < LOOKED_THROUGH; offset += FETCHED) {
    const articles = await library.articles({ offset, limit: FETCHED });
    for (const article of articles) if (!pages.has(article.file)) pages.set(article.file, nameOf(article));
    if (articles.length < FETCHED) break;
  }
  return [...pages.values()];
}

/** 2 and 002 are the same number of a page. */
function numbered(label: string): string {
  return label.replace(/^0+(?=\d)/u, '');
}

/** From what fits best to what fits at all. */
const FITS: readonly ((page: PageName, wanted: string) => boolean)[] = [
  ({ label }, wanted) => label !== null && bareName(label) === wanted,
  ({ file }, wanted) => bareName(file.replace(/\.[^.]*$/u, '')) === wanted,
  ({ label }, wanted) => label !== null && numbered(bareName(label)) === numbered(wanted),
  ({ publication, label }, wanted) => label !== null && bareName(`${publication ?? ''}${label}`) === wanted,
  ({ file, publication, label }, wanted) =>
    bareName(file).includes(wanted) || bareName(`${publication ?? ''}${label ?? ''}`).includes(wanted),
];

/** The pages that a name means, as well as any of them fits: by label, by file, by a part of either. */
export function fitting<Page extends PageName>(name: string, pages: readonly Page[]): Page[] {
  const wanted = bareName(name);
  for (const fits of wanted === '' ? [] : FITS) {
    const found = pages.filter((page) => fits(page, wanted));
    if (found.length > 0) return found;
  }
  return [];
}

async function openPage(page: PageName, library: Library): Promise<PageLookup> {
  const articles = await library.articles({ page: page.file, limit: MOST_ARTICLES });
  return { kind: 'found', page, articles };
}

/** Looks for a page by its file, its label or a part of them. */
export async function findPage(name: string, library: Library): Promise<PageLookup> {
  const [first] = await library.articles({ page: name, limit: 1 });
  if (first !== undefined) return openPage(nameOf(first), library);
  const pages = await allPages(library);
  const [page, ...more] = fitting(name, pages);
  if (page === undefined) return { kind: 'near', pages: pages.slice(0, OFFERED) };
  return more.length === 0 ? openPage(page, library) : { kind: 'near', pages: [page, ...more].slice(0, OFFERED) };
}
