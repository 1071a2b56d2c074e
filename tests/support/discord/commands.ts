/** The commands that the bot has registered. */
import { ApiError, unknown } from './errors.ts';
import { Form, fieldsOf, itemsOf } from './form.ts';
import { COMMANDS } from './limits.ts';
import type { Fields } from './model.ts';
import { NOTHING, ok, type Route } from './routing.ts';
import { refuseLoneSurrogates } from './validate.ts';
import { checkCommand, checkCommandSet } from './validate-commands.ts';
import type { World } from './world.ts';

/** A registered command as Discord gives it back. */
export interface Command extends Fields {
  readonly id: string;
  readonly name: string;
  /** 1 slash, 2 user menu, 3 message menu. */
  readonly type: number;
}

const DEFAULTS: Fields = {
  name_localizations: null,
  description: '',
  description_localizations: null,
  default_member_permissions: null,
  dm_permission: true,
  contexts: null,
  integration_types: [0],
  nsfw: false,
};

/** The commands of a world: one list for everywhere, and one for each guild. */
export class Commands {
  /** How many requests have changed the lists. */
  writes = 0;
  readonly #world: World;
  readonly #scopes = new Map<string, readonly Command[]>();

  /** No commands yet. */
  constructor(world: World) {
    this.#world = world;
  }

  /** The commands of a guild, or of everywhere where `guildId` is empty. */
  in(guildId = ''): readonly Command[] {
    return this.#scopes.get(guildId) ?? [];
  }

  /** Whether any command is registered at all. */
  get any(): boolean {
    return [...this.#scopes.values()].some((commands) => commands.length > 0);
  }

  /** The command of this type and name that somebody in this guild, or in a direct conversation, gets to see. */
  find(name: string, type: number, guildId: string | null): Command | null {
    const seen = [...this.in(guildId ?? ' '), ...this.in()];
    return seen.find((command) => command.name === name && command.type === type) ?? null;
  }

  /** The routes for a guild's commands or, where `path` has no guild, for those of everywhere. */
  routes(path: string): readonly Route[] {
    const scope = (params: Fields): string => String(params['guild'] ?? '');
    return [
      {
        method: 'GET',
        path,
        handle: ({ params, query }) => {
          const full = query.get('with_localizations') === 'true';
          return ok(this.in(scope(params)).map((command) => (full ? command : withoutLocalizations(command))));
        },
      },
      { method: 'PUT', path, handle: ({ params, json }) => ok(this.#overwrite(scope(params), json)) },
      { method: 'POST', path, handle: ({ params, body }) => this.#upsert(scope(params), body) },
      {
        method: 'GET',
        path: `${path}/:command`,
        handle: ({ params }) => ok(this.#one(scope(params), params['command'])),
      },
      {
        method: 'PATCH',
        path: `${path}/:command`,
        handle: ({ params, body }) => {
          const old = this.#one(scope(params), params['command']);
          return ok(this.#replace(scope(params), old, { ...old, ...body }));
        },
      },
      {
        method: 'DELETE',
        path: `${path}/:command`,
        handle: ({ params }) => {
          const { id } = this.#one(scope(params), params['command']);
          this.#write(
            scope(params),
            this.in(scope(params)).filter((command) => command.id !== id),
          );
          return NOTHING;
        },
      },
    ];
  }

  #one(scope: string, id: string | undefined): Command {
    const found = this.in(scope).find((command) => command.id === id);
    if (found === undefined) throw unknown('command');
    return found;
  }

  #overwrite(scope: string, json: unknown): readonly Command[] {
    if (!Array.isArray(json)) {
      throw new ApiError(400, 50_035, 'Invalid Form Body', {
        errors: { _errors: [{ code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' }] },
      });
    }
    const given = itemsOf(json).map(fieldsOf);
    refuseLoneSurrogates(given);
    const form = new Form();
    for (const [index, command] of given.entries()) checkCommand(form, `${index}.`, command);
    checkCommandSet(form, given);
    form.finish();
    refuseTooMany(given);
    const commands = given.map((command) => this.#shaped(scope, command));
    this.#write(scope, commands);
    return commands;
  }

  #upsert(scope: string, body: Fields): { status: number; body: Command } {
    const known = this.in(scope).find(({ name, type }) => name === body['name'] && type === (body['type'] ?? 1));
    if (known !== undefined) return { status: 200, body: this.#replace(scope, known, body) };
    const command = this.#checked(scope, body);
    const all = [...this.in(scope), command];
    refuseTooMany(all);
    this.#write(scope, all);
    return { status: 201, body: command };
  }

  #replace(scope: string, old: Command, body: Fields): Command {
    const command = { ...this.#checked(scope, body), id: old.id };
    this.#write(
      scope,
      this.in(scope).map((one) => (one.id === old.id ? command : one)),
    );
    return command;
  }

  #checked(scope: string, body: Fields): Command {
    refuseLoneSurrogates(body);
    const form = new Form();
    checkCommand(form, '', body);
    form.finish();
    return this.#shaped(scope, body);
  }

  #shaped(scope: string, body: Fields): Command {
    const type = Number(body['type'] ?? 1);
    const name = String(body['name']);
    const known = this.in(scope).find((command) => command.name === name && command.type === type);
    return {
      ...DEFAULTS,
      ...body,
      id: known?.id ?? this.#world.ids.next(),
      application_id: this.#world.applicationId,
      version: this.#world.ids.next(),
      name,
      type,
      ...(scope === '' ? {} : { guild_id: scope }),
    };
  }

  #write(scope: string, commands: readonly Command[]): void {
    this.#scopes.set(scope, commands);
    this.writes += 1;
    this.#world.changes.notify();
  }
}

function refuseTooMany(commands: readonly Fields[]): void {
  for (const [type, most] of Object.entries(COMMANDS.perType)) {
    const count = commands.filter((command) => String(command['type'] ?? 1) === type).length;
    const said = `Maximum number of application commands reached (${most})`;
    if (count > most) throw new ApiError(400, 30_032, said);
  }
}

/** A list without localisations has none at any depth: Discord leaves them out to keep the answer short. */
function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !key.endsWith('_localizations'));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutLocalizations(inner)]));
}
