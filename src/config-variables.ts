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

/** A switch: `on` or `off`, in any case. */
export function readSwitch(reading: Reading, name: string, usual: 'on' | 'off' = 'off'): boolean {
  const value = (variable(reading.env, name) ?? usual).toLowerCase();
  if (value !== 'on' && value !== 'off') {
    refuse(reading, name, [`只能是 on 或 off，不能是“${value}”。`, `must be on or off, not "${value}".`]);
  }
  return value === 'on';
}

/** What a variable counts, and how much of it there may be. */
export interface Amount {
  readonly min: number;
  readonly max: number;
  /** Where nothing is set. */
  readonly usual: number;
  /** In Chinese and in English, such as `（天）` and ` of days`; nothing by default. */
  readonly unit?: readonly [string, string];
}

/** A whole number within its bounds. */
export function readAmount(reading: Reading, name: string, amount: Amount): number {
  const { min, max, usual, unit = ['', ''] } = amount;
  const given = variable(reading.env, name);
  if (given === undefined) return usual;
  const value = wholeNumber(given, min, max);
  if (value === undefined) {
    refuse(reading, name, [
      `应当是 ${min} 到 ${max} 的整数${unit[0]}，不能是“${given}”。`,
      `must be a whole number${unit[1]} from ${min} to ${max}, not "${given}".`,
    ]);
  }
  return value ?? usual;
}
