/** Asserts that Discord would take a card: every limit of its documentation, counted in UTF-16 units. */
import type { APIEmbed } from 'discord.js';
import { expect } from 'vitest';
import type { Card } from '../../../src/adapters/discord/card.ts';
import { isBlank } from '../../../src/adapters/discord/escape.ts';

/** A text that has to be there: not blank, at most `limit` units, no half of a character. */
function expectText(text: string, limit: number, what: string): void {
  expect(isBlank(text), `${what} is blank`).toBe(false);
  expect(text.length, `${what} is too long`).toBeLessThanOrEqual(limit);
  expect(/\p{Surrogate}/u.test(text), `${what} holds half a character`).toBe(false);
}

function expectEmbed(embed: APIEmbed): void {
  const { title, description, footer, color, ...more } = embed;
  expect(Object.keys(more)).toEqual([]);
  expect(color).toBeGreaterThan(0);
  expect(title ?? description).toBeDefined();
  if (title !== undefined) expectText(title, 256, 'The title');
  if (description !== undefined) expectText(description, 4000, 'The description');
  if (footer !== undefined) expectText(footer.text, 2048, 'The footer');
  const all = (title?.length ?? 0) + (description?.length ?? 0) + (footer?.text.length ?? 0);
  expect(all).toBeLessThanOrEqual(5800);
}

interface Option {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
}

/** A component with what any kind of it may have. */
interface Loose {
  readonly type: number;
  readonly custom_id: string;
  readonly style?: number;
  readonly label?: string;
  readonly emoji?: { readonly name: string };
  readonly placeholder?: string;
  readonly options?: readonly Option[];
}

function expectMenu({ options = [], placeholder = '' }: Loose): void {
  expectText(placeholder, 150, 'A placeholder');
  expect(options.length).toBeGreaterThan(0);
  expect(options.length).toBeLessThanOrEqual(25);
  expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
  for (const { label, value, description } of options) {
    expectText(label, 100, 'The label of an entry');
    expectText(value, 100, 'The value of an entry');
    if (description !== undefined) expectText(description, 100, 'The description of an entry');
  }
}

function expectButton({ style, label, emoji }: Loose): void {
  expect(style).toBe(2);
  expect(label ?? emoji?.name).toBeDefined();
  if (label !== undefined) expectText(label, 80, 'A label');
  if (emoji !== undefined) expect(emoji.name).toMatch(/^\p{Extended_Pictographic}\uFE0F?$/u);
}

/** The components of a card, row by row. */
export function componentsOf(card: Card): Loose[][] {
  return card.components.map((row) => row.components as readonly unknown[] as Loose[]);
}

/** Asserts every limit on a card. */
export function expectWithinLimits(card: Card): void {
  expect(card.embeds).toHaveLength(1);
  for (const embed of card.embeds) expectEmbed(embed);
  const rows = componentsOf(card);
  expect(rows.length).toBeLessThanOrEqual(5);
  for (const row of rows) {
    const isMenu = row.some(({ type }) => type === 3);
    expect(row.length).toBeGreaterThan(0);
    expect(row.length).toBeLessThanOrEqual(isMenu ? 1 : 5);
    for (const component of row) {
      if (isMenu) expectMenu(component);
      else expectButton(component);
    }
  }
  const ids = rows.flat().map(({ custom_id }) => custom_id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expectText(id, 100, 'An id');
  for (const { key, text } of card.kept) {
    expect(key).toMatch(/^[\w-]{27}$/u);
    expect(text.length).toBeGreaterThan(100);
  }
}
