/**
 * Every limit of Discord that we have to keep, in one place, as its documentation gives them.
 *
 * Lengths are in UTF-16 units: Discord does not say what it counts, and units are the stricter count.
 */

/** A message. */
export const MESSAGE = {
  /** Units of the text beside embeds. */
  content: 2000,
  embeds: 10,
  /** Units of titles, descriptions, names and values of fields, footers and authors of all embeds together. */
  embedText: 6000,
  /** Rows of components. */
  rows: 5,
  /** Bytes of a file where a server has no boosts: https://docs.discord.com/developers/reference#uploading-files */
  fileBytes: 10 * 1024 * 1024,
  /** Units of the name that makes sending a message twice harmless. */
  nonce: 25,
} as const;

/** An embed; units, but `fields`, which is a number of fields. */
export const EMBED = {
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
} as const;

/** Buttons and menus; units, but the two numbers of things. */
export const COMPONENT = {
  customId: 100,
  label: 80,
  buttonsOfRow: 5,
  options: 25,
  optionLabel: 100,
  optionValue: 100,
  optionDescription: 100,
  placeholder: 150,
} as const;

/** A modal; units, but `inputs`, which is a number of fields. */
export const MODAL = {
  title: 45,
  customId: 100,
  inputs: 5,
  inputLabel: 45,
  inputDescription: 100,
  inputPlaceholder: 100,
  inputValue: 4000,
} as const;

/** Completions of an option; units, but `choices`, which is a number of completions. */
export const AUTOCOMPLETE = { choices: 25, name: 100, value: 100 } as const;

/** The declaration of a command. */
export const COMMAND = {
  /** Units. */
  name: 32,
  /** Units. */
  description: 100,
  options: 25,
  choices: 25,
  /** Units. */
  choiceName: 100,
  /** Units. */
  choiceValue: 100,
  /** Units of a text option's value. */
  textValue: 6000,
  /** Units of all names, descriptions and values of one command. */
  total: 8000,
  /** Typed commands of one application. */
  typed: 100,
  /** Commands in the menu of messages, of one application. */
  messageMenu: 15,
} as const;

/** A thread. */
export const THREAD = {
  /** Units. */
  name: 100,
  /** How long nobody may have written before a thread is put away, in minutes: the values that Discord takes. */
  archiveMinutes: [60, 1440, 4320, 10_080],
} as const;

/** Units of what a bot is said to be doing. */
export const PRESENCE = { activity: 128 } as const;

/** Times, in milliseconds. */
export const TIME = {
  /** From an interaction to the first sign of life. */
  acknowledge: 3000,
  /** From an interaction to the last change of what answers it. */
  token: 15 * 60 * 1000,
} as const;
