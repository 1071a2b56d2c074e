/** Waiting that ends. */

/** Resolves with `true` once `done` has settled, with `false` when that takes longer than so many milliseconds. */
export async function settledWithin(done: Promise<unknown>, ms: number): Promise<boolean> {
  const settled = done.then(
    () => true,
    () => true,
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([settled, late]);
  } finally {
    clearTimeout(timer);
  }
}
