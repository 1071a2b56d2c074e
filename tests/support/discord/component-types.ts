/** Discord's numbers for components, and the tree that they form. */
import { fieldsOf, itemsOf } from './form.ts';
import type { Component, Fields } from './model.ts';

/** The number of each type of component. */
export const TYPE = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
} as const;

/** The number of each style of button that matters. */
export const STYLE = { link: 5, premium: 6 } as const;

/** Every type of menu. */
export const SELECTS: readonly number[] = [
  TYPE.stringSelect,
  TYPE.userSelect,
  TYPE.roleSelect,
  TYPE.mentionableSelect,
  TYPE.channelSelect,
];

/** The children of a component: those in its list, the one that it labels and its accessory. */
export function childrenOf(component: Fields): readonly Fields[] {
  const single = [component['component'], component['accessory']].filter((child) => child !== undefined);
  return [...itemsOf(component['components']), ...single].map(fieldsOf);
}

/** All components of a tree, parents first. */
export function flatten(components: unknown): readonly Fields[] {
  return itemsOf(components)
    .map(fieldsOf)
    .flatMap((component) => [component, ...flatten(childrenOf(component))]);
}

/** All components of a message or modal, parents first. */
export function everyComponent(components: readonly Component[]): readonly Component[] {
  return flatten(components) as unknown as readonly Component[];
}
