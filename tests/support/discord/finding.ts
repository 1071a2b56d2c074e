/** Finds what people see: text, buttons and menus of a message. */
import { everyComponent, STYLE, TYPE } from './component-types.ts';
import type { Component, Message, Modal, SelectOption } from './model.ts';
import { embedTexts } from './validate-embeds.ts';

/** All text of a message: its content, its embeds' texts and the texts of newer components, line by line. */
export function textOf(message: Message): string {
  const shown = everyComponent(message.components).filter(({ type }) => type === TYPE.text);
  const texts = [message.content, ...message.embeds.flatMap(embedTexts), ...shown.map(({ content }) => content ?? '')];
  return texts.filter((text) => text !== '').join('\n');
}

/** The buttons of a message, in their order. */
export function buttonsOf(message: Message): readonly Component[] {
  return everyComponent(message.components).filter(({ type }) => type === TYPE.button);
}

/** The menus of a message, in their order. */
export function menusOf(message: Message): readonly Component[] {
  return everyComponent(message.components).filter(({ type }) => type === TYPE.stringSelect);
}

/** The inputs of a modal, in their order. */
export function inputsOf({ components }: Modal): readonly Component[] {
  return everyComponent(components).filter(
    ({ type }) => type !== TYPE.row && type !== TYPE.label && type !== TYPE.text,
  );
}

function namesOf({ custom_id, label, emoji }: Component): readonly string[] {
  return [custom_id, label, emoji?.name, emoji?.id].filter((name) => typeof name === 'string');
}

/** The button with this custom_id, label or emoji. Throws where there is none or it cannot be pressed. */
export function buttonOf(message: Message, name: string): Component {
  const buttons = buttonsOf(message);
  const button = buttons.find((one) => namesOf(one).includes(name));
  if (button === undefined) {
    const there = buttons.map((one) => JSON.stringify(one.label ?? one.emoji?.name ?? one.custom_id)).join(', ');
    throw new Error(`The message has no button ${JSON.stringify(name)}, only: ${there || 'none'}.`);
  }
  if (button.disabled === true) throw new Error(`The button ${JSON.stringify(name)} is disabled.`);
  if (button.style === STYLE.link) throw new Error(`The button ${JSON.stringify(name)} is a link to ${button.url}.`);
  return button;
}

function optionOf(menu: Component, name: string): SelectOption | undefined {
  const options = menu.options ?? [];
  return options.find(({ value }) => value === name) ?? options.find(({ label }) => label === name);
}

/** The menu that has all these entries, by value or label, and their values. Throws where there is none. */
export function menuOf(message: Message, names: readonly string[]): { menu: Component; values: readonly string[] } {
  const menus = menusOf(message);
  const menu = menus.find((one) => names.every((name) => optionOf(one, name) !== undefined));
  if (menu === undefined) {
    const there = menus.flatMap(({ options }) => options ?? []).map(({ label }) => JSON.stringify(label));
    throw new Error(`No menu of the message has ${JSON.stringify(names)}, only: ${there.join(', ') || 'none'}.`);
  }
  if (menu.disabled === true) throw new Error(`The menu with ${JSON.stringify(names)} is disabled.`);
  const { min_values: least = 1, max_values: most = 1 } = menu;
  if (names.length < least || names.length > most) {
    throw new Error(`The menu takes ${least} to ${most} entries, not ${names.length}.`);
  }
  return { menu, values: names.flatMap((name) => optionOf(menu, name)?.value ?? []) };
}

function valueFor(input: Component, given: string | undefined): string {
  const value = given ?? input.value ?? '';
  const length = value.length;
  const name = JSON.stringify(input.custom_id);
  if (length === 0 && input.required !== false) throw new Error(`The input ${name} must be filled in.`);
  if (length === 0) return value;
  if (length < (input.min_length ?? 0) || length > (input.max_length ?? 4000)) {
    throw new Error(`The input ${name} takes ${input.min_length ?? 0} to ${input.max_length ?? 4000} characters.`);
  }
  return value;
}

/** What a modal submits, in the shape that it was sent in. Throws where the modal does not take it. */
export function filledModal(modal: Modal, given: Readonly<Record<string, string>> | string): readonly unknown[] {
  const inputs = inputsOf(modal);
  const first = inputs[0]?.custom_id ?? '';
  const texts: Readonly<Record<string, string>> = typeof given === 'string' ? { [first]: given } : given;
  const known = new Set(inputs.map(({ custom_id }) => custom_id));
  for (const id of Object.keys(texts)) {
    if (!known.has(id)) throw new Error(`The modal has no input "${id}", only: ${[...known].join(', ')}.`);
  }
  const fill = (component: Component): unknown => {
    const { type, id, custom_id = '', components, component: inner } = component;
    if (type === TYPE.row) return { type, id, components: (components ?? []).map(fill) };
    if (type === TYPE.label) return { type, id, component: inner === undefined ? undefined : fill(inner) };
    if (type === TYPE.textInput) return { type, id, custom_id, value: valueFor(component, texts[custom_id]) };
    return { type, id, custom_id, values: texts[custom_id] === undefined ? [] : [texts[custom_id]] };
  };
  return modal.components.filter(({ type }) => type !== TYPE.text).map(fill);
}
