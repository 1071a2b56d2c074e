/** Discord's numbers, from https://docs.discord.com/developers. Lengths are in characters unless a name says otherwise. */

/** Of a message and its embeds. */
export const MESSAGE = {
  content: 2000,
  nonce: 25,
  embeds: 10,
  embedTotal: 6000,
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  url: 2048,
  attachments: 10,
  allowedMentions: 100,
  uploadBytes: 10 * 1024 * 1024,
} as const;

/** Of buttons, menus and rows. */
export const COMPONENTS = {
  rows: 5,
  buttonsInRow: 5,
  label: 80,
  customId: 100,
  url: 512,
  options: 25,
  optionLabel: 100,
  optionValue: 100,
  optionDescription: 100,
  placeholder: 150,
  total: 40,
  text: 4000,
  gallery: 10,
  sectionTexts: 3,
} as const;

/** Of modals. */
export const MODAL = {
  title: 45,
  customId: 100,
  rows: 5,
  label: 45,
  description: 100,
  length: 4000,
  placeholder: 100,
} as const;

/** Of application commands. */
export const COMMANDS = {
  name: 32,
  description: 100,
  options: 25,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  textTotal: 8000,
  /** How many of each type one scope may have: slash, user, message. */
  perType: { 1: 100, 2: 15, 3: 15 } as Readonly<Record<number, number>>,
} as const;

/** Of threads. */
export const THREAD = { name: 100, archiveMinutes: [60, 1440, 4320, 10_080] as readonly number[] } as const;

/** How long an interaction may be answered and followed up, and a nonce is remembered, in milliseconds. */
export const TIMES = { acknowledge: 3000, token: 15 * 60_000, nonce: 5 * 60_000 } as const;

/** Message flags. */
export const FLAGS = {
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

/** Gateway intents. */
export const INTENTS = {
  guilds: 1 << 0,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;

/** The locales that Discord takes for localisations. */
export const LOCALES: ReadonlySet<string> = new Set(
  (
    'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th ' +
    'zh-CN ja zh-TW ko'
  ).split(' '),
);
