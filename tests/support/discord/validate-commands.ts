/** What Discord takes as application commands. */
import { type Form, fieldsOf, itemsOf, strictLength } from './form.ts';
import { COMMANDS, LOCALES } from './limits.ts';
import type { Fields } from './model.ts';

const SLASH = 1;
const NESTS: readonly unknown[] = [1, 2];
const OPTION_TYPES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SLASH_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

function checkSlashName(form: Form, path: string, name: unknown): void {
  form.text(path, name, { min: 1, max: COMMANDS.name, required: true });
  if (typeof name !== 'string' || name === '' || strictLength(name) > COMMANDS.name) return;
  if (SLASH_NAME.test(name) && name === name.toLowerCase()) return;
  form.add(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
}

function checkMenuName(form: Form, path: string, name: unknown): void {
  form.text(path, name, { min: 1, max: COMMANDS.name, required: true });
}

type CheckText = (form: Form, path: string, value: unknown) => void;

const checkDescription: CheckText = (form, path, value) =>
  form.text(path, value, { min: 1, max: COMMANDS.description, required: true });
const checkChoiceName: CheckText = (form, path, value) =>
  form.text(path, value, { min: 1, max: COMMANDS.choiceName, required: true });

function checkLocalized(form: Form, path: string, { value, check }: { value: unknown; check: CheckText }): void {
  for (const [locale, text] of Object.entries(fieldsOf(value))) {
    if (!LOCALES.has(locale)) {
      form.add(`${path}.${locale}`, 'BASE_TYPE_CHOICES', `Value must be one of {${[...LOCALES].join(', ')}}.`);
    } else if (text !== null) check(form, `${path}.${locale}`, text);
  }
}

function checkDuplicates(form: Form, names: readonly unknown[], said: readonly [string, string, string]): void {
  const [path, code, message] = said;
  const seen = new Set<unknown>();
  for (const [index, name] of names.entries()) {
    if (seen.has(name)) form.add(path.replace('#', String(index)), code, message);
    seen.add(name);
  }
}

function checkChoices(form: Form, path: string, option: Fields): void {
  const choices = itemsOf(option['choices']).map(fieldsOf);
  form.count(`${path}.choices`, choices.length, [0, COMMANDS.choices]);
  if (choices.length > 0 && option['autocomplete'] === true) {
    form.add(`${path}.autocomplete`, 'BASE_TYPE_CHOICES', 'Value must be one of {false}.');
  }
  for (const [index, choice] of choices.entries()) {
    const at = `${path}.choices.${index}`;
    checkChoiceName(form, `${at}.name`, choice['name']);
    checkLocalized(form, `${at}.name_localizations`, { value: choice['name_localizations'], check: checkChoiceName });
    if (option['type'] === 3) form.text(`${at}.value`, choice['value'], { max: COMMANDS.choiceValue, required: true });
    else if (typeof choice['value'] !== 'number') form.add(`${at}.value`, 'NUMBER_TYPE_COERCE', 'Not a number.');
  }
  const names = choices.map((choice) => choice['name']);
  const said = 'Choice name already exists';
  checkDuplicates(form, names, [
    `${path}.choices.#.name`,
    'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
    said,
  ]);
}

function checkOrder(form: Form, path: string, options: readonly Fields[]): void {
  let optional = false;
  for (const [index, option] of options.entries()) {
    if (optional && option['required'] === true) {
      const said = 'Required options must be placed before non-required options';
      form.add(`${path}.${index}`, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', said);
    }
    optional ||= option['required'] !== true;
  }
}

function checkOption(form: Form, path: string, option: Fields): void {
  form.oneOf(`${path}.type`, option['type'], OPTION_TYPES);
  checkSlashName(form, `${path}.name`, option['name']);
  checkLocalized(form, `${path}.name_localizations`, { value: option['name_localizations'], check: checkSlashName });
  checkDescription(form, `${path}.description`, option['description']);
  const value = option['description_localizations'];
  checkLocalized(form, `${path}.description_localizations`, { value, check: checkDescription });
  checkChoices(form, path, option);
  form.integer(`${path}.min_length`, option['min_length'], [0, 6000]);
  form.integer(`${path}.max_length`, option['max_length'], [1, 6000]);
  checkOptions(form, `${path}.options`, option);
}

function checkOptions(form: Form, path: string, parent: Fields): void {
  const options = itemsOf(parent['options']).map(fieldsOf);
  form.count(path, options.length, [0, COMMANDS.options]);
  for (const [index, option] of options.entries()) checkOption(form, `${path}.${index}`, option);
  const nests = options.filter((option) => NESTS.includes(option['type'])).length;
  if (nests > 0 && nests < options.length) {
    const said = 'Sub-command and sub-command group option types are mutually exclusive to all other types';
    form.add(path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', said);
  }
  if (nests === 0) checkOrder(form, path, options);
  const names = options.map((option) => option['name']);
  const code = 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS';
  checkDuplicates(form, names, [`${path}.#.name`, code, 'Option name already exists']);
}

function longest(value: unknown, localized: unknown): number {
  const texts = [value, ...Object.values(fieldsOf(localized))].filter((text) => typeof text === 'string');
  return Math.max(0, ...texts.map(strictLength));
}

function textTotal(part: Fields): number {
  const own =
    longest(part['name'], part['name_localizations']) + longest(part['description'], part['description_localizations']);
  const choices = itemsOf(part['choices']).map(fieldsOf);
  const chosen = choices.map((choice) => {
    const value = typeof choice['value'] === 'string' ? strictLength(choice['value']) : 0;
    return longest(choice['name'], choice['name_localizations']) + value;
  });
  const nested = itemsOf(part['options']).map((option) => textTotal(fieldsOf(option)));
  return [...chosen, ...nested].reduce((sum, length) => sum + length, own);
}

/** Notes what Discord refuses in one command; paths start with `path`, such as `0.`. */
export function checkCommand(form: Form, path: string, command: Fields): void {
  const slash = (command['type'] ?? SLASH) === SLASH;
  const checkName = slash ? checkSlashName : checkMenuName;
  form.oneOf(`${path}type`, command['type'] ?? SLASH, [1, 2, 3]);
  checkName(form, `${path}name`, command['name']);
  checkLocalized(form, `${path}name_localizations`, { value: command['name_localizations'], check: checkName });
  if (slash) {
    checkDescription(form, `${path}description`, command['description']);
    const value = command['description_localizations'];
    checkLocalized(form, `${path}description_localizations`, { value, check: checkDescription });
    checkOptions(form, `${path}options`, command);
  } else if (command['description']) {
    form.add(`${path}description`, 'APPLICATION_COMMAND_DESCRIPTION_INVALID', 'Context menus have no description.');
  }
  if (textTotal(command) <= COMMANDS.textTotal) return;
  const said = `Command exceeds maximum size (${COMMANDS.textTotal})`;
  form.add(`${path}name`.replace(/\.?name$/, '') || 'name', 'APPLICATION_COMMAND_TOO_LARGE', said);
}

/** Notes what Discord refuses in all commands of one scope together. */
export function checkCommandSet(form: Form, commands: readonly Fields[]): void {
  const keys = commands.map((command) => `${command['type'] ?? SLASH} ${command['name']}`);
  const said = 'Application command names must be unique';
  checkDuplicates(form, keys, ['#.name', 'APPLICATION_COMMANDS_DUPLICATE_NAME', said]);
}
