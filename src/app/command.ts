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
import type { Call, Caller } from './request.ts';

interface OptionBase {
  /** What people call it; lower case, without white space. */
  readonly names: Localized;
  readonly description: Localized;
  /** Not required unless said. */
  readonly required?: boolean;
  /** Whether only buttons give it, so that nobody is asked for it; `false` by default. */
  readonly inner?: boolean;
}

/** Free text; longer than `maxLength` characters is refused. */
export interface TextOption extends OptionBase {
  readonly type: 'text';
  readonly maxLength: number;
  /** Whether it is a text of several lines, taken as it is; `false` by default. */
  readonly lines?: boolean;
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

/** A channel of a chat platform, by its id; where there are no channels any text. */
export interface ChannelOption extends OptionBase {
  readonly type: 'channel';
}

/** A file that somebody sends along; its value names one of the {@link Circumstances.files} of the request. */
export interface FileOption extends OptionBase {
  readonly type: 'file';
}

export type Option =
  | TextOption
  | IntegerOption
  | DateOption
  | ChoiceOption
  | ArticleOption
  | FlagOption
  | ChannelOption
  | FileOption;

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

/** What several commands stand under: `summary` in `summary article`. */
export interface Group {
  /** Lower-case Latin letters. */
  readonly name: string;
  readonly names: Localized;
  readonly description: Localized;
}

/** Who may use a command: whoever manages the place, or whoever may change the library. */
export type Permission = 'anyone' | 'manager' | 'admin';

/** `typed` commands are offered to people; `inner` ones stand behind buttons; `menu` ones are asked of a message. */
export type Surface = 'typed' | 'inner' | 'menu';

/** One thing that people can ask for. */
export interface Command<Declared extends Options = Options> {
  /** Lower-case Latin letters; within a group the name there. {@link keyOf} gives the key. */
  readonly name: string;
  readonly group?: Group;
  /** `typed` by default. */
  readonly surface?: Surface;
  /** `anyone` by default. */
  readonly permission?: Permission;
  /** What people call it in each language; lower case, without white space. */
  readonly names: Localized;
  readonly description: Localized;
  readonly options: Declared;
  /** `slow` commands are acknowledged before they are answered. */
  readonly pace: 'instant' | 'slow';
  readonly audience: Audience;
  /** The call of another command that these values really ask for, if they do. */
  divert?(values: ValuesOf<Declared>): Call | undefined;
  run(values: ValuesOf<Declared>, library: Library, caller: Caller): Promise<Content>;
}

/** What calls name a command by: its name, with that of its group before it. */
export function keyOf({ group, name }: Pick<Command, 'group' | 'name'>): string {
  return group === undefined ? name : `${group.name} ${name}`;
}

/** Whether people type the command, rather than press something. */
export function isTyped({ surface = 'typed' }: Command): boolean {
  return surface === 'typed';
}

/** Declares a command: `run` is typed by `options`, the object is frozen. */
export function defineCommand<const Declared extends Options>(command: Command<Declared>): Command {
  return Object.freeze(command);
}

/** The commands of a program, in the order that they are listed in. */
export interface Registry {
  readonly commands: readonly Command[];
  /** The command with this key, or called so in any language: `summary article`, `概括 文章`. */
  find(name: string): Command | undefined;
  /** The key or name that somebody probably meant by `name`, or `null`. */
  nearest(name: string): string | null;
}

/** Whether the key or a name in any language is `name`. */
function isCalled(name: string, key: string, names: Localized): boolean {
  return key === name || LOCALES.some((locale) => names[locale] === name);
}

/** Everything that a command is called, each once. */
function namesOf(command: Command): Set<string> {
  const { group, names } = command;
  const localized = LOCALES.map((locale) =>
    group === undefined ? names[locale] : `${group.names[locale]} ${names[locale]}`,
  );
  return new Set([keyOf(command), ...localized]);
}

/** A registry of `commands`; throws where two of them go by the same name. */
export function createRegistry(commands: readonly Command[]): Registry {
  const byName = new Map<string, Command>();
  for (const command of commands) {
    for (const name of namesOf(command)) {
      if (byName.has(name)) throw new Error(`Two commands are called "${name}".`);
      byName.set(name, command);
    }
  }
  const names = [...byName].filter(([, command]) => isTyped(command)).map(([name]) => name);
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
