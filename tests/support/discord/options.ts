/** The options of a command as people fill them in. */
import type { Command } from './commands.ts';
import { fieldsOf, itemsOf } from './form.ts';
import type { Channel, Fields, Person, Role, Upload } from './model.ts';
import { type Place, storedFile } from './shaping.ts';
import { apiUser, botPermissions, partialMember } from './wire.ts';
import type { World } from './world.ts';

/** What an option may be given. */
export type OptionValue = string | number | boolean | Person | Channel | Role | Upload;

/** A command as somebody calls it. */
export interface Filled {
  readonly subcommand?: string;
  readonly group?: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
  /** The option that is being typed, for autocomplete. */
  readonly focused?: string;
}

/** The options as the bot is told them, and what they point to. */
export interface FilledOptions {
  readonly options: readonly Fields[];
  readonly resolved: Fields;
  /** The type of the option that is being typed. */
  readonly focusedType: number;
}

const TYPE = { subcommand: 1, group: 2, text: 3, integer: 4, yesNo: 5, user: 6, channel: 7, role: 8, number: 10 };
const FILE = 11;

function naturalType(value: OptionValue): number {
  if (typeof value === 'string') return TYPE.text;
  if (typeof value === 'boolean') return TYPE.yesNo;
  if (typeof value === 'number') return Number.isInteger(value) ? TYPE.integer : TYPE.number;
  if ('data' in value) return FILE;
  return { person: TYPE.user, channel: TYPE.channel, role: TYPE.role }[value.kind];
}

function fitsType(type: number, value: OptionValue): boolean {
  if (type === TYPE.number) return typeof value === 'number';
  return naturalType(value) === type;
}

interface Declared {
  readonly command: string;
  /** The options that the command has, or null where nothing is registered. */
  readonly options: readonly Fields[] | null;
}

function nested(declared: readonly Fields[], type: number, name: string): Fields {
  const found = declared.find((option) => option['type'] === type && option['name'] === name);
  if (found === undefined) throw new Error(`There is no subcommand or group "${name}".`);
  return found;
}

function declaredFor(command: Command | null, name: string, { group, subcommand }: Filled): Declared {
  if (command === null) return { command: name, options: null };
  let options = itemsOf(command['options']).map(fieldsOf);
  const path = [name];
  for (const [type, part] of [
    [TYPE.group, group],
    [TYPE.subcommand, subcommand],
  ] as const) {
    if (part === undefined) continue;
    options = itemsOf(nested(options, type, part)['options']).map(fieldsOf);
    path.push(part);
  }
  if (options.some((option) => option['type'] === TYPE.subcommand || option['type'] === TYPE.group)) {
    throw new Error(`/${path.join(' ')} cannot be called without one of its subcommands.`);
  }
  return { command: path.join(' '), options };
}

function checkValue(declared: Fields, value: OptionValue, command: string): void {
  const said = `/${command}: the option "${declared['name']}"`;
  if (!fitsType(Number(declared['type']), value)) {
    throw new Error(`${said} has type ${declared['type']}, which ${JSON.stringify(value)} does not fit.`);
  }
  const choices = itemsOf(declared['choices']).map(fieldsOf);
  if (choices.length > 0 && !choices.some((choice) => choice['value'] === value)) {
    throw new Error(`${said} has no choice with the value ${JSON.stringify(value)}.`);
  }
  const size = typeof value === 'string' ? value.length : Number(value);
  const [least, most] = typeof value === 'string' ? ['min_length', 'max_length'] : ['min_value', 'max_value'];
  if (size < Number(declared[least] ?? -Infinity) || size > Number(declared[most] ?? Infinity)) {
    throw new Error(`${said} takes no ${JSON.stringify(value)}: it is out of bounds.`);
  }
}

function checkRequired({ command, options }: Declared, given: Filled['options']): void {
  for (const { name, required } of options ?? []) {
    const missing = required === true && given?.[String(name)] === undefined;
    if (missing) throw new Error(`/${command} cannot be called without its option "${name}".`);
  }
}

/** Collects what options point to. */
class Resolved {
  readonly #place: Place;
  readonly #parts: Record<string, Record<string, unknown>> = {};

  constructor(place: Place) {
    this.#place = place;
  }

  get fields(): Fields {
    return this.#parts;
  }

  /** The value that the option has: an id where it points to something. */
  add(value: OptionValue): string | number | boolean {
    if (typeof value !== 'object') return value;
    const { world } = this.#place;
    if ('data' in value) {
      const file = storedFile(this.#place, value);
      this.#put('attachments', file.id, file);
      return file.id;
    }
    if (value.kind === 'person') this.#person(world, value);
    else if (value.kind === 'channel') this.#put('channels', value.id, partialChannel(world, value));
    else this.#put('roles', value.id, { id: value.id, name: value.name });
    return value.id;
  }

  #person(world: World, person: Person): void {
    this.#put('users', person.id, apiUser(person));
    const guild = world.guilds.get(this.#place.channel.guildId ?? '');
    if (guild === undefined) return;
    this.#put('members', person.id, { ...partialMember(guild, person), permissions: '0' });
  }

  #put(kind: string, id: string, value: unknown): void {
    this.#parts[kind] = { ...this.#parts[kind], [id]: value };
  }
}

/** A channel as interactions tell it: with what its caller may do there. */
export function partialChannel(world: World, channel: Channel): Fields {
  const { id, type, name, guildId, parentId } = channel;
  if (guildId === null) {
    const recipients = [apiUser(world.person(channel.recipientId ?? ''))];
    return { id, type, flags: 0, last_message_id: world.lastMessageId(id), recipients };
  }
  return {
    id,
    type,
    name,
    guild_id: guildId,
    parent_id: parentId,
    permissions: String(botPermissions(channel)),
    flags: 0,
    last_message_id: world.lastMessageId(id),
    nsfw: false,
    position: 0,
    rate_limit_per_user: 0,
    topic: null,
  };
}

/** Fills in a command. Throws where a registered command does not take these options. */
export function fillOptions(
  command: Command | null,
  { name, filled, place }: { name: string; filled: Filled; place: Place },
): FilledOptions {
  const declared = declaredFor(command, name, filled);
  const resolved = new Resolved(place);
  const typing = filled.focused !== undefined;
  if (!typing) checkRequired(declared, filled.options);
  let focusedType = TYPE.text;
  const given = Object.entries(filled.options ?? {}).map(([key, value]) => {
    const known = declared.options?.find((option) => option['name'] === key);
    if (declared.options !== null && known === undefined) {
      throw new Error(`/${declared.command} has no option "${key}".`);
    }
    const focused = filled.focused === key;
    // What is still being typed may be anything, so only finished values are checked.
    if (known !== undefined && !typing) checkValue(known, value, declared.command);
    const type = Number(known?.['type'] ?? naturalType(value));
    if (focused) focusedType = type;
    if (focused && known !== undefined && known['autocomplete'] !== true) {
      throw new Error(`/${declared.command}: the option "${key}" does not ask for suggestions.`);
    }
    return { name: key, type, value: resolved.add(value), ...(focused ? { focused } : {}) };
  });
  let options: readonly Fields[] = given;
  if (filled.subcommand !== undefined) options = [{ name: filled.subcommand, type: TYPE.subcommand, options }];
  if (filled.group !== undefined) options = [{ name: filled.group, type: TYPE.group, options }];
  return { options, resolved: resolved.fields, focusedType };
}
