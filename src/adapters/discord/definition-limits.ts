/** What Discord takes of commands: https://docs.discord.com/developers/interactions/application-commands */
import { ApplicationCommandType, type RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { COMMAND } from './limits.ts';

/** Of slash commands and their options; letters that have a lower case have to be in it. */
const SLASH_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u;

type Localizations = Readonly<Record<string, string | null | undefined>> | null | undefined;

/** A command, an option or a choice, as far as its limits go. */
interface Part {
  readonly name: string;
  readonly name_localizations?: Localizations;
  readonly description?: string;
  readonly description_localizations?: Localizations;
  readonly required?: boolean;
  readonly max_length?: number;
  readonly value?: string | number;
  readonly options?: readonly Part[];
  readonly choices?: readonly Part[];
}

/** A text by its languages, the default one under an empty name. */
function texts(usual: string, localized: Localizations): [locale: string, text: string][] {
  const others = Object.entries(localized ?? {}).map(([locale, text]): [string, string] => [locale, text ?? usual]);
  return [['', usual], ...others];
}

function refuse(where: string, what: string): never {
  throw new Error(`The ${where} cannot be registered: ${what}.`);
}

function inLocale(locale: string): string {
  return locale === '' ? '' : ` in ${locale}`;
}

function checkText(
  where: string,
  what: string,
  { all, most }: { all: readonly [string, string][]; most: number },
): void {
  for (const [locale, { length }] of all) {
    if (length === 0 || length > most) {
      refuse(where, `its ${what}${inLocale(locale)} has ${length} characters, Discord takes 1 to ${most}`);
    }
  }
}

function checkSlashName(where: string, all: readonly [string, string][]): void {
  for (const [locale, name] of all) {
    if (SLASH_NAME.test(name) && name === name.toLowerCase()) continue;
    refuse(where, `its name${inLocale(locale)}, "${name}", may only have lower-case letters, digits, - and _`);
  }
}

function checkDifferent(where: string, parts: readonly Part[]): void {
  const seen = new Set<string>();
  for (const part of parts) {
    for (const [locale, name] of texts(part.name, part.name_localizations)) {
      const key = `${locale} ${name}`;
      if (seen.has(key)) refuse(where, `two of its parts are called "${name}"${inLocale(locale)}`);
      seen.add(key);
    }
  }
}

function checkCount(where: string, what: string, { count, most }: { count: number; most: number }): void {
  if (count > most) refuse(where, `it has ${count} ${what}, Discord takes at most ${most}`);
}

function checkChoices(where: string, choices: readonly Part[]): void {
  checkCount(where, 'choices', { count: choices.length, most: COMMAND.choices });
  checkDifferent(where, choices);
  for (const { name, name_localizations, value = '' } of choices) {
    checkText(where, 'choice', { all: texts(name, name_localizations), most: COMMAND.choiceName });
    checkText(where, `value of the choice "${name}"`, { all: [['', String(value)]], most: COMMAND.choiceValue });
  }
}

/** Checks a slash command or, below it, a subcommand or an option. */
function checkSlash(where: string, part: Part): void {
  const names = texts(part.name, part.name_localizations);
  checkText(where, 'name', { all: names, most: COMMAND.name });
  checkSlashName(where, names);
  const descriptions = texts(part.description ?? '', part.description_localizations);
  checkText(where, 'description', { all: descriptions, most: COMMAND.description });
  const { max_length: length = 1, options = [], choices = [] } = part;
  if (length < 1 || length > COMMAND.textValue) {
    refuse(where, `its values may have ${length} characters, Discord takes 1 to ${COMMAND.textValue}`);
  }
  checkChoices(where, choices);
  checkCount(where, 'options', { count: options.length, most: COMMAND.options });
  checkDifferent(where, options);
  const firstOptional = options.findIndex(({ required }) => required !== true);
  const lastRequired = options.findLastIndex(({ required }) => required === true);
  if (firstOptional !== -1 && firstOptional < lastRequired) refuse(where, 'its required options have to come first');
  for (const option of options) checkSlash(`${where}, option "${option.name}",`, option);
}

function longest(usual: string, localized: Localizations): number {
  return Math.max(...texts(usual, localized).map(([, { length }]) => length));
}

/** The characters that count towards the limit of all together. */
function total(part: Part): number {
  const { name, name_localizations, description = '', description_localizations, value = '' } = part;
  const own = longest(name, name_localizations) + longest(description, description_localizations);
  const inner = [...(part.options ?? []), ...(part.choices ?? [])].map(total);
  return inner.reduce((sum, count) => sum + count, own + String(value).length);
}

function checkDefinition(definition: RESTPostAPIApplicationCommandsJSONBody): void {
  // The types of discord.js tell every kind of option apart; of limits they all have the same ones.
  const part = definition as Part;
  const where = `command "${part.name}"`;
  if (definition.type === ApplicationCommandType.Message) {
    checkText(where, 'name', { all: texts(part.name, part.name_localizations), most: COMMAND.name });
  } else checkSlash(where, part);
  const characters = total(part);
  if (characters > COMMAND.total)
    refuse(where, `it has ${characters} characters in all, Discord takes at most ${COMMAND.total}`);
}

/** Throws an error that names the command and the limit where Discord would refuse the definitions. */
export function checkDefinitions(definitions: readonly RESTPostAPIApplicationCommandsJSONBody[]): void {
  for (const definition of definitions) checkDefinition(definition);
  const menus = definitions.filter(({ type }) => type === ApplicationCommandType.Message);
  const others = definitions.filter(({ type }) => type !== ApplicationCommandType.Message);
  checkCount('program', 'slash commands', { count: others.length, most: COMMAND.typed });
  checkCount('program', 'commands of messages', { count: menus.length, most: COMMAND.messageMenu });
  for (const kind of [menus, others]) checkDifferent('program', kind as readonly Part[]);
}
