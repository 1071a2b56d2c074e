/** The two kinds of lines that scoring reads: questions with their gold answers, and what was answered. */

/** A gold answer is a list of required elements, each a list of accepted forms. */
export type GoldAnswer = readonly (readonly string[])[];

/** One question as it is asked and scored. */
export interface Gold {
  readonly id: string;
  readonly question: string;
  /** Missing where `answerable` is false. */
  readonly answers?: GoldAnswer;
  readonly answerable?: boolean;
  /** What kind of question it is: `number`, `yesno`, `list` … */
  readonly type?: string;
  /** The sentence that proves it, or several of them. */
  readonly evidence?: string | readonly string[];
  /** Ids of the articles that answer it, where ranking is scored. */
  readonly relevant?: readonly string[];
  /** Typed badly, in traditional characters or Chinese numerals. */
  readonly noise?: boolean;
  /** Its sentence is broken by interleaved columns. */
  readonly displaced?: boolean;
  /** Questions with the same session are one conversation. */
  readonly session?: string;
}

/** A line of a question set: a question, or a conversation of several. */
export type GoldLine = Gold | { readonly id: string; readonly turns: readonly Omit<Gold, 'id'>[] };

/** An answer as `wenbao ask --jsonl` prints it. Nothing is taken for granted: other programs print these lines too. */
export interface Given {
  readonly id: string;
  readonly answered?: boolean;
  readonly answer?: string | null;
  readonly confidence?: number;
  /** Why there is no answer. */
  readonly reason?: string;
  readonly evidence?: readonly { readonly article?: string; readonly sentence?: string | null }[];
  readonly hits?: readonly string[];
  readonly ms?: number;
}

/** Reads JSON lines; blank ones are passed over. Throws an `Error` that names the line which is not JSON. */
export function readLines<Line>(text: string): Line[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line) as Line];
    } catch (cause) {
      throw new Error(`Line ${at + 1} is not JSON.`, { cause });
    }
  });
}

/** Every question by itself: turn `k` of a conversation `c` gets the id `c#k`, the type `turnk` and the session `c`. */
export function unrollTurns(lines: readonly GoldLine[]): Gold[] {
  return lines.flatMap((line) => {
    if (!('turns' in line)) return [line];
    return line.turns.map((turn, at) => ({
      ...turn,
      id: `${line.id}#${at + 1}`,
      type: `turn${at + 1}`,
      session: line.id,
    }));
  });
}
