/** Whether every quotation mark and bracket of a text has its partner. */

const PARTNERS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
  ['【', '】'],
  ['（', '）'],
  ['(', ')'],
  ['[', ']'],
]);
const CLOSING: ReadonlySet<string> = new Set(PARTNERS.values());

/** Whether marks open and close in pairs, one inside the other; straight quotation marks need only be even in number. */
export function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const sign of text) {
    const partner = PARTNERS.get(sign);
    if (partner !== undefined) open.push(partner);
    else if (CLOSING.has(sign) && open.pop() !== sign) return false;
  }
  return open.length === 0 && (text.split('"').length - 1) % 2 === 0;
}
