/**
 * What there is to say of a page or a line: codes with plain details, so that every language has its own words for them
 * and what was stored in one language can be read in another.
 */

/** One remark of those that `Details` describes: a code and what belongs to it. */
export type RemarkOf<Details> = {
  readonly [Code in keyof Details]: { readonly code: Code; readonly details: Details[Code] };
}[keyof Details];

/** Details of a remark that needs none. */
export type NoDetails = Readonly<Record<never, never>>;

/** What an editor should look at. An article is named by its headline, or by how its text begins. */
export interface PageWarnings {
  readonly 'columns-interleaved': NoDetails;
  /** How many printed lines go on in another one than the next of the file. */
  readonly 'lines-moved': { readonly moved: number };
  readonly 'no-headline': { readonly beginning: string };
  readonly 'no-text': { readonly article: string };
  readonly 'breaks-off': { readonly article: string };
}

/** What makes bytes no text: how they begin (as files of another kind do), or what they hold. */
export type BinarySign = 'pdf' | 'zip' | 'old-office' | 'gzip' | 'png' | 'jpeg' | 'nul-bytes' | 'control-characters';

/** Kinds of JSON values. */
export type JsonKind = 'null' | 'list' | 'object' | 'string' | 'number' | 'boolean';

/** Why a page or a line is refused. `line` counts from 1, `limit` and `bytes` are bytes. */
export interface PageRefusals {
  readonly empty: { readonly bytes: number };
  readonly binary: { readonly sign: BinarySign };
  readonly undecodable: { readonly bytes: number };
  readonly 'line-no-json': { readonly line: number };
  readonly 'line-no-object': { readonly line: number; readonly found: JsonKind };
  readonly 'line-field-missing': { readonly line: number; readonly field: string };
  readonly 'line-field-empty': { readonly line: number; readonly field: string };
  readonly 'line-field-no-text': { readonly line: number; readonly field: string; readonly found: JsonKind };
  readonly 'line-not-utf8': { readonly line: number };
  readonly 'line-too-long': { readonly line: number; readonly limit: number };
}

/** Something odd about a page that was read. */
export type PageWarning = RemarkOf<PageWarnings>;

/** Why something was not read. */
export type PageRefusal = RemarkOf<PageRefusals>;
