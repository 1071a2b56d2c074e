/** Where calls lie that are too long for the button that makes them. */

/** A call as a text; `at` in milliseconds since 1970. */
export interface KeptCall {
  readonly key: string;
  readonly call: string;
  readonly at: number;
}

/** Texts by key; who puts one there chooses a key that no other text can have. */
export interface CallShelf {
  /** Keeps a text, or keeps it longer. */
  keepCall(call: KeptCall): Promise<void>;
  keptCall(key: string): Promise<string | null>;
}
