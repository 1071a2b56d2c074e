/** Commands made for a test, with names and texts that do not matter. */
import {
  type Command,
  createRegistry,
  defineCommand,
  type FileOption,
  type IntegerOption,
  type Option,
  type Options,
  type Registry,
} from '../../src/app/command.ts';
import type { Localized } from '../../src/app/locale.ts';
import { type Block, inline } from '../../src/app/reply.ts';

function same(text: string): Localized {
  return { 'zh-CN': text, 'zh-TW': text, en: text };
}

function named(name: string) {
  return { names: same(name), description: same(name) };
}

/** A file that has to be sent along. */
export const FILE = { type: 'file', required: true, ...named('file') } as const satisfies FileOption;

/** A whole number. */
export const NUMBER = { type: 'integer', min: 0, max: 99, ...named('number') } as const satisfies IntegerOption;

/** What a command of a test says of itself. */
export type SmallCommand<Declared extends Options> = Pick<Command<Declared>, 'name' | 'run'> &
  Partial<Omit<Command<Declared>, 'name' | 'run' | 'options'>> & { readonly options?: Declared };

/** A command for everyone that is answered slowly, unless more is said. */
export function small<const Declared extends Options = Readonly<Record<never, Option>>>(
  command: SmallCommand<Declared>,
): Command {
  const { options = {} as Declared, ...more } = command;
  return defineCommand<Declared>({ ...named(command.name), pace: 'slow', audience: 'everyone', ...more, options });
}

/** Only these commands. */
export function only(...commands: readonly Command[]): Registry {
  return createRegistry(commands);
}

/** A paragraph. */
export function paragraph(text: string): Block {
  return { kind: 'text', text: inline(text) };
}
