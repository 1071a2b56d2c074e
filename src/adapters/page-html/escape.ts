/** Turns text of a page into HTML that shows it and does nothing else. */

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/**
 * Controls, invisible signs, marks that turn the direction of writing, halves of characters, and letters without a shape;
 * joiners are needed by emoji.
 */
const UNSEEN = /(?![\t\n]|\u200C|\u200D)(?:[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\u034F|[\u115F\u1160\u2800\u3164\uFFA0])/gu;

function codeOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => ENTITIES.get(sign) ?? '');
}

/** Text for an attribute: what cannot be seen is named in brackets. */
export function attribute(text: string): string {
  return escapeMarkup(text.replace(UNSEEN, (sign) => `⟦${codeOf(sign)}⟧`));
}

/** Text between tags: what cannot be seen is shown by its code. */
export function shown(text: string): string {
  return escapeMarkup(text).replace(UNSEEN, (sign) => `<span class="unseen">${codeOf(sign)}</span>`);
}

/** The same for text that may turn the direction of writing of what stands beside it. */
export function isolated(text: string): string {
  return `<bdi>${shown(text)}</bdi>`;
}
