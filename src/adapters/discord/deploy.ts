/** Registers the commands with Discord, and only where something has changed. */
import {
  OAuth2Scopes,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
  type RouteLike,
  Routes,
} from 'discord.js';
import { sameDefinition } from './definition-compare.ts';

/** What is needed of discord.js' REST client. */
export interface CommandRest {
  get(route: RouteLike, options?: { readonly query: URLSearchParams }): Promise<unknown>;
  put(route: RouteLike, options: { readonly body: unknown }): Promise<unknown>;
}

/** Where commands are registered: for everyone, or in one server, where they appear at once. */
export type Scope = { readonly kind: 'global' } | { readonly kind: 'guild'; readonly id: string };

/** What is to be registered, and where. */
export interface Deployment {
  readonly rest: CommandRest;
  readonly applicationId: string;
  /** The server, or `null` for everywhere. */
  readonly guild: string | null;
  /** With `guild` null, the server that commands may have been tried out in and that is cleared of them. */
  readonly triedIn?: string | null;
  readonly definitions: readonly RESTPostAPIApplicationCommandsJSONBody[];
  /** Only reads; `false` by default. */
  readonly dryRun?: boolean;
}

/** What has been done or, in a dry run, would be done; all lists are names of commands. */
export interface Deployed {
  readonly scope: Scope;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
  /** The other scope and what stood there, where it had commands of ours; people would see each of them twice. */
  readonly cleared: { readonly scope: Scope; readonly names: readonly string[] } | null;
  /** Whether commands may be left in servers that nobody named. */
  readonly guildsUnknown: boolean;
  /** Whether anything was written. */
  readonly written: boolean;
}

/** A command as Discord gives it back, as far as it is known what it has. */
interface Registered {
  readonly name: string;
  readonly type?: number | undefined;
}

/** Discord's number for a place that the bot may not look into. */
const MISSING_ACCESS = 50_001;

/** What the bot does in a server: reads, answers with cards and files, and goes on in threads. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.SendMessagesInThreads;

/** The page on which somebody adds the bot to a server. */
export function inviteUrl(applicationId: string, guild: string | null = null): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(PERMISSIONS),
    ...(guild === null ? {} : { guild_id: guild }),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** The id of the application that the token of `rest` belongs to. */
export async function applicationIdOf(rest: Pick<CommandRest, 'get'>): Promise<string> {
  const { id } = (await rest.get(Routes.currentApplication())) as { readonly id: string };
  return id;
}

function routeOf(applicationId: string, scope: Scope): RouteLike {
  return scope.kind === 'global'
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, scope.id);
}

async function registeredIn(scope: Scope, { rest, applicationId }: Deployment): Promise<readonly Registered[]> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  return (await rest.get(routeOf(applicationId, scope), { query })) as Registered[];
}

function isSame(one: Registered, other: Registered): boolean {
  return one.name === other.name && (one.type ?? 1) === (other.type ?? 1);
}

/** The scope whose commands would stand beside those of `scope`, where it is known. */
function otherScope(scope: Scope, triedIn: string | null): Scope | null {
  if (scope.kind === 'guild') return { kind: 'global' };
  return triedIn === null ? null : { kind: 'guild', id: triedIn };
}

function isOutOfReach(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === MISSING_ACCESS;
}

/** What the other scope has where some of it is ours. A server that the bot is not in shows nothing twice. */
async function leftovers(other: Scope, deployment: Deployment): Promise<readonly string[]> {
  let there: readonly Registered[];
  try {
    there = await registeredIn(other, deployment);
  } catch (error) {
    if (other.kind === 'guild' && isOutOfReach(error)) return [];
    throw error;
  }
  const ours = there.some((command) => deployment.definitions.some((definition) => isSame(command, definition)));
  return ours ? there.map(({ name }) => name) : [];
}

/** In a server Discord neither takes nor tells where a command may be used: it is used there. */
function bodyFor(scope: Scope, definitions: Deployment['definitions']): Deployment['definitions'] {
  if (scope.kind === 'global') return definitions;
  return definitions.map(({ contexts: _contexts, integration_types: _types, ...definition }) => definition);
}

function difference(wanted: Deployment['definitions'], there: readonly Registered[]) {
  const pairs = wanted.map((definition) => ({
    definition,
    known: there.find((command) => isSame(command, definition)),
  }));
  const named = (chosen: typeof pairs): string[] => chosen.map(({ definition }) => definition.name);
  const known = pairs.filter((pair) => pair.known !== undefined);
  return {
    added: named(pairs.filter((pair) => pair.known === undefined)),
    changed: named(known.filter((pair) => !sameDefinition(pair.definition, pair.known))),
    removed: there
      .filter((command) => !wanted.some((definition) => isSame(command, definition)))
      .map(({ name }) => name),
    unchanged: named(known.filter((pair) => sameDefinition(pair.definition, pair.known))),
  };
}

/**
 * Makes the commands of a scope those of `definitions`, in one request and only where they are others, and clears the
 * other scope of commands that people would see twice. Rejects with the error of `rest`.
 */
export async function deployCommands(deployment: Deployment): Promise<Deployed> {
  const { rest, applicationId, guild, triedIn = null, definitions, dryRun = false } = deployment;
  const scope: Scope = guild === null ? { kind: 'global' } : { kind: 'guild', id: guild };
  const body = bodyFor(scope, definitions);
  const changes = difference(body, await registeredIn(scope, deployment));
  const differs = changes.added.length + changes.changed.length + changes.removed.length > 0;
  const other = otherScope(scope, triedIn);
  const names = other === null ? [] : await leftovers(other, deployment);
  const cleared = other === null || names.length === 0 ? null : { scope: other, names };
  if (!dryRun && differs) await rest.put(routeOf(applicationId, scope), { body });
  if (!dryRun && cleared !== null) await rest.put(routeOf(applicationId, cleared.scope), { body: [] });
  return {
    scope,
    ...changes,
    cleared,
    guildsUnknown: other === null,
    written: !dryRun && (differs || cleared !== null),
  };
}
