/** Finds the word that somebody probably meant. */

/** How many characters must be put in, taken out or replaced to make `right` of `left`. */
export function editDistance(left: string, right: string): number {
  const to = [...right];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [y, character] of [...left].entries()) {
    const next = [y + 1];
    for (const [x, other] of to.entries()) {
      const replaced = (row[x] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(replaced, (row[x + 1] ?? 0) + 1, (next[x] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/**
 * The candidate nearest to `word`, or `null` where none is near: one that begins with it, else one that is at most
 * half of its characters away. The first of equals.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const beginning = candidates.find((candidate) => word !== '' && candidate.startsWith(word));
  if (beginning !== undefined) return beginning;
  let best: { candidate: string; distance: number } | null = null;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate);
    if (distance * 2 > [...candidate].length) continue;
    if (best === null || distance < best.distance) best = { candidate, distance };
  }
  return best?.candidate ?? null;
}
