/** Tables of signs that PDF files speak of by name and do not hold. */

/** What pdf.js asks a table of. */
interface TableReader {
  fetch(request: { readonly name: string }): Promise<never>;
}

/**
 * Stands in for the tables that readers of PDF files are meant to have. There are none here, and pdf.js would leave out
 * the text that needs one without a word; so it is noted which were asked for.
 */
export class SignTables {
  /** Names of tables that were needed. */
  readonly missing: string[] = [];

  /** A class of which pdf.js makes its reader. */
  reader(): new () => TableReader {
    const { missing } = this;
    return class {
      fetch({ name }: { readonly name: string }): Promise<never> {
        missing.push(name);
        return Promise.reject(new Error(`No table ${name}`));
      }
    };
  }
}
