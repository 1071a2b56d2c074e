/** The command that registers the commands: from arguments to an exit status. */
import { REST } from 'discord.js';
import type { Registry } from '../../app/command.ts';
import type { Locale } from '../../app/locale.ts';
import { definitionsOf } from './definitions.ts';
import { applicationIdOf, type Deployed, deployCommands, inviteUrl, type Scope } from './deploy.ts';
import { explainLogin } from './login-faults.ts';
import { startWording } from './wording-start.ts';
import type { StartWording } from './wording-start-zh-cn.ts';

/** What the program is told of Discord. */
export interface DeployTarget {
  readonly token: string;
  /** Where the REST API is, without its version. */
  readonly api: string;
  readonly guild: string | null;
}

/** What the program is given. */
export interface DeployParts {
  readonly locale: Locale;
  /** `null` where no token is set. */
  readonly discord: DeployTarget | null;
  readonly registry: Registry;
  /** Each takes one line without its end. */
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** Discord's numbers for a server that is out of reach, and for too many new commands in a day. */
const OUT_OF_REACH: readonly unknown[] = [50_001, 10_004];
const TOO_MANY_CREATED = 30_034;

/** A request that takes longer has lost its way; discord.js tries it three times more. */
const PATIENCE_MS = 15_000;

const FLAGS: readonly string[] = ['--global', '--dry-run', '--help', '-h'];

function placeOf(scope: Scope, wording: StartWording): string {
  return scope.kind === 'global' ? wording.everywhere : wording.guild(scope.id);
}

function linesOf(deployed: Deployed, wording: StartWording): string[] {
  const { scope, added, changed, removed, unchanged, cleared } = deployed;
  const list = (names: readonly string[]): string => names.join(wording.separator);
  const lines: string[] = [wording.registering(placeOf(scope, wording))];
  if (added.length > 0) lines.push(`  ${wording.added(list(added))}`);
  if (changed.length > 0) lines.push(`  ${wording.changed(list(changed))}`);
  if (removed.length > 0) lines.push(`  ${wording.removed(list(removed))}`);
  if (unchanged.length > 0) lines.push(`  ${wording.unchanged(unchanged.length)}`);
  if (cleared !== null) lines.push(`  ${wording.cleared(placeOf(cleared.scope, wording), list(cleared.names))}`);
  return lines;
}

function closingLines({ scope, written, guildsUnknown }: Deployed, wording: StartWording, dryRun: boolean): string[] {
  const lines: string[] = [];
  if (dryRun) lines.push(wording.dryRun);
  else if (!written) lines.push(wording.nothing);
  else if (scope.kind === 'global') lines.push(wording.everywhereSoon);
  return guildsUnknown ? [...lines, wording.guildsUnknown] : lines;
}

/** What went wrong, with what to do about it. */
function complaintOf(
  error: unknown,
  wording: StartWording,
  place: { guild: string | null; application: string },
): string {
  const { guild, application } = place;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (guild !== null && OUT_OF_REACH.includes(code)) {
    return wording.guildOutOfReach(guild, inviteUrl(application, guild));
  }
  if (code === TOO_MANY_CREATED) return wording.tooManyCreated;
  const fault = explainLogin(error);
  if (fault !== null) return wording.login[fault.code](fault.detail);
  return wording.failed(error instanceof Error ? error.message : String(error));
}

interface Wanted extends DeployTarget {
  readonly everywhere: boolean;
  readonly dryRun: boolean;
}

async function deploy(
  wanted: Wanted,
  { registry, say, complain }: DeployParts,
  wording: StartWording,
): Promise<number> {
  const definitions = definitionsOf(registry);
  const rest = new REST({ version: '10', api: wanted.api, timeout: PATIENCE_MS }).setToken(wanted.token);
  const guild = wanted.everywhere ? null : wanted.guild;
  const { dryRun } = wanted;
  let application = '';
  try {
    application = await applicationIdOf(rest);
    const parts = { rest, applicationId: application, guild, triedIn: wanted.guild, definitions, dryRun };
    const deployed = await deployCommands(parts);
    for (const line of linesOf(deployed, wording)) say(line);
    for (const line of closingLines(deployed, wording, dryRun)) say(line);
    say(wording.invite(inviteUrl(application, guild)));
    return 0;
  } catch (error) {
    complain(complaintOf(error, wording, { guild: wanted.guild, application }));
    return 1;
  }
}

/** Registers the commands and gives the exit status: 0, 1 for failure, 2 for wrong usage or a token that is missing. */
export async function runDeploy(args: readonly string[], parts: DeployParts): Promise<number> {
  const { discord, say, complain } = parts;
  const wording = startWording(parts.locale);
  const unknown = args.find((arg) => !FLAGS.includes(arg));
  if (unknown !== undefined) {
    complain(wording.unknownArgument(unknown));
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    say(wording.usage.trimEnd());
    return 0;
  }
  if (discord === null) {
    complain(wording.noToken);
    return 2;
  }
  const { token, api, guild } = discord;
  const wanted = { token, api, guild, everywhere: args.includes('--global'), dryRun: args.includes('--dry-run') };
  return deploy(wanted, parts, wording);
}
