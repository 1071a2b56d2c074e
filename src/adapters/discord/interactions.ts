/** The one router of interactions: whatever is typed, pressed, chosen or filled in comes through here. */
import {
  type Interaction,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import { wordingFor } from '../../app/wording.ts';
import { askerOf, placeOf } from './askers.ts';
import { complete } from './complete.ts';
import { deliver } from './delivery.ts';
import { type Answerable, type Errand, menuErrand, modalErrand, pressErrand, pressOf, slashErrand } from './errands.ts';
import { isRefusal } from './faults.ts';
import { askForText } from './modal.ts';
import { type Office, recordFault } from './office.ts';
import { NOBODY } from './payload.ts';
import { openThread } from './threads.ts';
import { botWording } from './wording-bot.ts';

async function localeFor(interaction: Answerable, office: Office) {
  const place = await placeOf(interaction.guildId, office);
  const { user, locale, memberPermissions: permissions } = interaction;
  return askerOf({ user, locale, permissions }, place, office).locale;
}

async function sayExpired(interaction: MessageComponentInteraction | ModalSubmitInteraction, office: Office) {
  const content = botWording(await localeFor(interaction, office)).expired;
  await interaction.reply({ content, flags: MessageFlags.Ephemeral, allowedMentions: NOBODY });
}

async function handlePress(interaction: MessageComponentInteraction, office: Office): Promise<void> {
  const id = interaction.isStringSelectMenu() ? interaction.values[0] : interaction.customId;
  const press = await pressOf(id ?? '', office);
  if (press === null) return sayExpired(interaction, office);
  if (press.verb === 'fill') {
    return askForText(press, interaction, { locale: await localeFor(interaction, office), office });
  }
  if (press.verb === 'thread' && interaction.isButton()) return openThread(press, interaction, office);
  return deliver(interaction, pressErrand(press, interaction), office);
}

async function handleForm(interaction: ModalSubmitInteraction, office: Office): Promise<void> {
  const press = await pressOf(interaction.customId, office);
  if (press === null) return sayExpired(interaction, office);
  return deliver(interaction, modalErrand(press, interaction), office);
}

async function handle(interaction: Interaction, office: Office): Promise<void> {
  if (interaction.isAutocomplete()) return complete(interaction, office);
  if (interaction.isMessageComponent()) return handlePress(interaction, office);
  if (interaction.isModalSubmit()) return handleForm(interaction, office);
  const errand = errandOf(interaction, office);
  if (errand !== null && interaction.isRepliable()) return deliver(interaction as Answerable, errand, office);
}

function errandOf(interaction: Interaction, office: Office): Errand | null {
  if (interaction.isChatInputCommand()) return slashErrand(interaction, office);
  return interaction.isMessageContextMenuCommand() ? menuErrand(interaction, office) : null;
}

/** Tells the person that something went wrong, if Discord still lets us. */
async function apologise(interaction: Interaction, fault: unknown, office: Office): Promise<void> {
  const reference = recordFault(fault, office.parts);
  if (!interaction.isRepliable()) return;
  const content = wordingFor(await localeFor(interaction as Answerable, office)).fault(reference);
  const payload = { content, flags: MessageFlags.Ephemeral, allowedMentions: NOBODY } as const;
  if (interaction.replied || interaction.deferred) await interaction.followUp(payload);
  else await interaction.reply(payload);
}

/** Handles an interaction; never rejects. */
export async function handleInteraction(interaction: Interaction, office: Office): Promise<void> {
  try {
    await handle(interaction, office);
  } catch (fault) {
    const lost = isRefusal(fault, 'unknownInteraction', 'acknowledged', 'tokenExpired', 'unknownWebhook');
    if (lost) office.parts.log({ level: 'warning', event: 'interaction-lost', details: { code: fault.code } });
    else await apologise(interaction, fault, office).catch((again: unknown) => recordFault(again, office.parts));
  }
}
