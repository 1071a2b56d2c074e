/** Articles whose headline is nearest to what somebody typed. */
import { JaroWinklerDistance } from 'natural/lib/natural/distance/index.js';
import type { Article } from '../ingest/model.ts';
import { foldText } from '../text/normalize.ts';

/** A headline as people compare it: folded, letters and digits only. */
export function bareName(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Sorts articles by likeness of headline (Jaro-Winkler, a headline that holds the name first), best first. */
export function nearestByTitle(name: string, articles: readonly Article[]): Article[] {
  const wanted = foldText(name).trim();
  return articles
    .map((article) => ({ article, likeness: likeness(wanted, article) }))
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ article }) => article);
}

function likeness(wanted: string, { title, subtitle, kicker }: Article): number {
  const heads = [title, subtitle, kicker].filter((head) => head !== null).map(foldText);
  const holds = heads.some((head) => head.includes(wanted)) ? 1 : 0;
  return holds + Math.max(0, ...heads.map((head) => JaroWinklerDistance(wanted, head, {})));
}
