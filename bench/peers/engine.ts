/** What every engine has to do here. One adapter is one file in `engines/`; it translates and does nothing else. */

/** What is indexed and ranked: a passage, or a whole article. */
export interface Unit {
  /** Its place in the collection, from 0. */
  readonly id: number;
  /** The article that it belongs to. */
  readonly article: string;
  /** The empty string where it has none. */
  readonly title: string;
  readonly text: string;
}

/** An index that is filled once and then asked. */
export interface Engine {
  /** Takes units in the order of their ids; called again and again. */
  add(units: readonly Unit[]): Promise<void>;
  /** Everything was added: does what is left to do before a question can come. */
  finish(): Promise<void>;
  /** The ids of the best units, best first. */
  search(question: string, limit: number): Promise<readonly number[]>;
  /** Writes the index below {@link Workplace.folder}, where it is not there already, and says how many bytes it is; `null` for an engine without a form to be stored. */
  save(): Promise<number | null>;
  close(): Promise<void>;
}

/** What an engine may use. */
export interface Workplace {
  /** An empty folder of its own. */
  readonly folder: string;
  /** Any unit that was added. Texts are the caller's, as in a product, and are in no engine's figures. */
  readonly unit: (id: number) => Unit;
}

/** Makes an empty index. */
export type OpenEngine = (workplace: Workplace) => Promise<Engine>;

/** Title and text as one text, for engines that rank one field. */
export function wholeOf({ title, text }: Unit): string {
  return title === '' ? text : `${title}\n${text}`;
}
