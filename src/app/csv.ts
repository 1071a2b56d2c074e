/** Tables as text that spreadsheets open. */

/** What a spreadsheet takes for a formula, in either width; it must be read as text. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠|]/u;

function cell(value: string | number): string {
  const text = String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Rows as CSV (RFC 4180) in UTF-8 with a byte order mark; text that looks like a formula is kept from being one. */
export function csv(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const lines = rows.map((row) => `${row.map(cell).join(',')}\r\n`);
  return new TextEncoder().encode(`\uFEFF${lines.join('')}`);
}
