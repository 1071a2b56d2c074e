/**
 * Where does a chain of lines belong that was gathered from several places of a page?
 *
 * Where it has the first line of a paragraph of the file and most of its lines there: what went astray stands inside the
 * paragraphs of others. A chain that begins no paragraph of the file belongs where its first line stands.
 */

/** Where chains belong, as numbers of lines of the file. */
export interface Homes {
  of(chain: readonly number[]): number;
}

/** The homes of chains on a page of `count` lines; `keptTogether` says whether two lines below each other are one paragraph. */
export function homesOf(count: number, keptTogether: (from: number, to: number) => boolean): Homes {
  const opening = new Int32Array(count);
  for (let at = 1; at < count; at++) opening[at] = keptTogether(at - 1, at) ? (opening[at - 1] ?? 0) : at;
  const homeOf = (chain: readonly number[]): number => {
    const own = new Set(chain.filter((at) => opening[at] === at));
    const counts = new Map<number, number>();
    for (const at of chain) {
      const first = opening[at] ?? at;
      if (own.has(first)) counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    // The first of those with most lines: a map keeps the order in which its keys came.
    let [home, most] = [chain[0] ?? 0, 0];
    for (const [first, lines] of counts) if (lines > most) [home, most] = [first, lines];
    return home;
  };
  return { of: homeOf };
}
