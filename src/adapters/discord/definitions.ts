/** From the registry to what Discord is told of the commands. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import { type Command, type Group, isTyped, type Option, type Registry } from '../../app/command.ts';
import type { Localized } from '../../app/locale.ts';
import { checkDefinitions } from './definition-limits.ts';

/** Texts by Discord's names of languages. */
type Localizations = Partial<Record<'zh-CN' | 'zh-TW' | 'en-US' | 'en-GB', string>>;

/** A day with anything that people put around it; longer ones are no day. */
const DATE_LENGTH = 20;

/** Where people write: announcements as well, and the threads of both. */
const TEXT_CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
] as const;

/** The languages in which a text is another one than `usual`, which Discord shows in all others. */
function localizations(texts: Localized, usual: string): Localizations | undefined {
  const all: Required<Localizations> = {
    'zh-CN': texts['zh-CN'],
    'zh-TW': texts['zh-TW'],
    'en-US': texts.en,
    'en-GB': texts.en,
  };
  const others = Object.entries(all).filter(([, text]) => text !== usual);
  return others.length === 0 ? undefined : Object.fromEntries(others);
}

function naming(name: string, names: Localized) {
  const others = localizations(names, name);
  return others === undefined ? { name } : { name, name_localizations: others };
}

function describing(description: Localized) {
  const others = localizations(description, description.en);
  const usual = { description: description.en };
  return others === undefined ? usual : { ...usual, description_localizations: others };
}

/** What the kind of an option says of its values. */
function optionDefinition(key: string, option: Option): APIApplicationCommandBasicOption {
  const base = {
    ...naming(key, option.names),
    ...describing(option.description),
    ...(option.required === true ? { required: true } : {}),
  };
  switch (option.type) {
    case 'text':
      return { ...base, type: ApplicationCommandOptionType.String, max_length: option.maxLength };
    case 'date':
      return { ...base, type: ApplicationCommandOptionType.String, max_length: DATE_LENGTH };
    case 'integer':
      return { ...base, type: ApplicationCommandOptionType.Integer, min_value: option.min, max_value: option.max };
    case 'choice': {
      const choices = option.choices.map(({ value, names }) => ({ ...naming(names.en, names), value }));
      return { ...base, type: ApplicationCommandOptionType.String, choices };
    }
    case 'article':
      return { ...base, type: ApplicationCommandOptionType.String, autocomplete: true };
    case 'flag':
      return { ...base, type: ApplicationCommandOptionType.Boolean };
    case 'file':
      return { ...base, type: ApplicationCommandOptionType.Attachment };
    case 'channel':
      return { ...base, type: ApplicationCommandOptionType.Channel, channel_types: [...TEXT_CHANNELS] };
  }
}

/** The options that people are asked for. Discord wants the required ones first. */
function optionDefinitions({ options }: Command): APIApplicationCommandBasicOption[] {
  const offered = Object.entries(options).filter(([, { inner }]) => inner !== true);
  const required = offered.filter(([, option]) => option.required === true);
  const optional = offered.filter(([, option]) => option.required !== true);
  return [...required, ...optional].map(([key, option]) => optionDefinition(key, option));
}

/** Who gets to see a command, and where: what commands under one name do not all need is not asked of any. */
function access(commands: readonly Command[]) {
  const guarded = commands.every(({ permission = 'anyone' }) => permission !== 'anyone');
  const guildOnly = commands.every(({ permission }) => permission === 'manager');
  const contexts = guildOnly
    ? [InteractionContextType.Guild]
    : [InteractionContextType.Guild, InteractionContextType.BotDM];
  const common = { contexts, integration_types: [ApplicationIntegrationType.GuildInstall] };
  return guarded ? { ...common, default_member_permissions: String(PermissionFlagsBits.ManageGuild) } : common;
}

function slashCommand(command: Command): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    ...naming(command.name, command.names),
    ...describing(command.description),
    options: optionDefinitions(command),
    ...access([command]),
  };
}

function subcommand(command: Command): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...naming(command.name, command.names),
    ...describing(command.description),
    options: optionDefinitions(command),
  };
}

function groupCommand(group: Group, members: readonly Command[]): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    ...naming(group.name, group.names),
    ...describing(group.description),
    options: members.map(subcommand),
    ...access(members),
  };
}

/** Menus of a message show names as they are written. */
function menuCommand(command: Command): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  return { type: ApplicationCommandType.Message, ...naming(command.names.en, command.names), ...access([command]) };
}

/**
 * The commands as Discord wants to have them registered, in the order of the registry: typed ones as slash commands,
 * those of a group as subcommands of one, and those of a message in its menu. Throws where one breaks a limit.
 */
export function definitionsOf(registry: Registry): RESTPostAPIApplicationCommandsJSONBody[] {
  const definitions: RESTPostAPIApplicationCommandsJSONBody[] = [];
  const grouped = new Set<string>();
  for (const command of registry.commands) {
    const { group } = command;
    if (command.surface === 'menu') definitions.push(menuCommand(command));
    else if (!isTyped(command)) continue;
    else if (group === undefined) definitions.push(slashCommand(command));
    else if (!grouped.has(group.name)) {
      grouped.add(group.name);
      const members = registry.commands.filter((other) => isTyped(other) && other.group?.name === group.name);
      definitions.push(groupCommand(group, members));
    }
  }
  checkDefinitions(definitions);
  return definitions;
}
