/** Finds the word that somebody probably meant. */
import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';

/**
 * The candidate nearest to `word`, or `null` where none is near: one that begins with it, else one that is at most
 * half of its characters away, by Damerau-Levenshtein. The first of equals.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const beginning = candidates.find((candidate) => word !== '' && candidate.startsWith(word));
  if (beginning !== undefined) return beginning;
  let best: { candidate: string; distance: number } | null = null;
  for (const candidate of candidates) {
    const distance = DamerauLevenshteinDistance(word, candidate, {});
    if (distance * 2 > [...candidate].length) continue;
    if (best === null || distance < best.distance) best = { candidate, distance };
  }
  return best?.candidate ?? null;
}
