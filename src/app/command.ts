/**
 * What people can ask for.
 *
 * A command is a frozen plain object that says what it is called, which options it takes and how it is answered. It
 * never sees a platform: adapters read the declaration (to register it, to parse a line) and go through `dispatch`.
 */
import { LOCALES, type Localized } from './locale.ts';
import type { Library } from './model.ts';
import { nearest } from './nearest.ts';
import type { Audience, Content } from './reply.ts';
import type { Caller } from './request.ts';

interface OptionBase {
  /** What people call it; lower case, without white space. */
  readonly names: Localized;
  readonly description: Localized;
  /** Not required unless said. */
  readonly required?: boolean;
}

/** Free text; longer than `maxLength` characters is refused. */
export interface TextOption extends OptionBase {
  readonly type: 'text';
  readonly maxLength: number;
}

/** A whole number from `min` to `max`, both included. */
export interface IntegerOption extends OptionBase {
  readonly type: 'integer';
  readonly min: number;
  readonly max: number;
}

/** A day; of a month or a year the first day or the last one is taken, as `edge` says. */
export interface DateOption extends OptionBase {
  readonly type: 'date';
  readonly edge: 'from' | 'to';
}

/** One of a few values. */
export interface ChoiceOption extends OptionBase {
  readonly type: 'choice';
  readonly choices: readonly { readonly value: string; readonly names: Localized }[];
}

/** An article, by id or headline; adapters may offer completions. */
export interface ArticleOption extends OptionBase {
  readonly type: 'article';
}

/** Yes or no. */
export interface FlagOption extends OptionBase {
  readonly type: 'flag';
}

export type Option = TextOption | IntegerOption | DateOption | ChoiceOption | ArticleOption | FlagOption;

/** By the key of the option; the first one is what a line without option names fills. */
export type Options = Readonly<Record<string, Option>>;

/** What an option reads as: a day as `YYYY-MM-DD`, a choice as its value. */
export type ValueOf<Kind extends Option> = Kind extends IntegerOption
  ? number
  : Kind extends FlagOption
    ? boolean
    : Kind extends ChoiceOption
      ? Kind['choices'][number]['value']
      : string;

/** The values of a command's options; those that are not required may be `undefined`. */
export type ValuesOf<Declared extends Options> = {
  readonly [Key in keyof Declared]: Declared[Key] extends { readonly required: true }
    ? ValueOf<Declared[Key]>
    : ValueOf<Declared[Key]> | undefined;
};

/** One thing that people can ask for. */
export interface Command<Declared extends Options = Options> {
  /** The key: lower-case Latin letters. */
  readonly name: string;
  /** What people call it in each language; lower case, without white space. */
  readonly names: Localized;
  readonly description: Localized;
  readonly options: Declared;
  /** `slow` commands are acknowledged before they are answered. */
  readonly pace: 'instant' | 'slow';
  readonly audience: Audience;
  run(values: ValuesOf<Declared>, library: Library, caller: Caller): Promise<Content>;
}

/** Declares a command: `run` is typed by `options`, the object is frozen. */
export function defineCommand<const Declared extends Options>(command: Command<Declared>): Command {
  return Object.freeze(command);
}

/** The commands of a program, in the order that they are listed in. */
export interface Registry {
  readonly commands: readonly Command[];
  /** The command with this key, or called so in any language. */
  find(name: string): Command | undefined;
  /** The key or name that somebody probably meant by `name`, or `null`. */
  nearest(name: string): string | null;
}

/** Whether the key or a name in any language is `name`. */
function isCalled(name: string, key: string, names: Localized): boolean {
  return key === name || LOCALES.some((locale) => names[locale] === name);
}

/** A registry of `commands`; throws where two of them go by the same name. */
export function createRegistry(commands: readonly Command[]): Registry {
  const byName = new Map<string, Command>();
  for (const command of commands) {
    for (const name of new Set([command.name, ...LOCALES.map((locale) => command.names[locale])])) {
      if (byName.has(name)) throw new Error(`Two commands are called "${name}".`);
      byName.set(name, command);
    }
  }
  const names = [...byName.keys()];
  return Object.freeze({
    commands: Object.freeze([...commands]),
    find: (name: string) => byName.get(name),
    nearest: (name: string) => nearest(name, names),
  });
}

/** The key of the option with this key or called so in any language, or `undefined`. */
export function optionKey(options: Options, name: string): string | undefined {
  return Object.keys(options).find((key) => {
    const option = options[key];
    return option !== undefined && isCalled(name, key, option.names);
  });
}
