/** How the values of variables are read: each reader gives the value or notes what is wrong, in Chinese and English. */

/** Variables by their names. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Where the readers read, and where they note what is wrong. */
export interface Reading {
  readonly env: Variables;
  /** A line for each problem. Which language to say it in is what nobody knows yet, so it is said in two. */
  readonly problems: string[];
}

/** A variable, where it is set and not blank. */
export function variable(env: Variables, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

/** Notes that a variable is wrong: in Chinese what it has to be, then in English. */
export function refuse({ problems }: Reading, name: string, [zh, en]: readonly [string, string]): void {
  problems.push(`${name} ${zh}${name} ${en}`);
}

/** A whole number from `min` to `max`, or `undefined` where the text is none. */
export function wholeNumber(text: string, min: number, max: number): number | undefined {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}
