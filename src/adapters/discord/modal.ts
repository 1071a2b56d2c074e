/** Asks for a text that a call still lacks. */
import {
  ActionRowBuilder,
  type MessageComponentInteraction,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { Locale } from '../../app/locale.ts';
import { pressId } from './custom-id.ts';
import { plainLabel } from './escape.ts';
import { MODAL } from './limits.ts';
import type { Office } from './office.ts';
import type { Press } from './press.ts';

/** The form, in the words that the command and its option go by. */
function formOf(press: Press, locale: Locale, { parts }: Office): ModalBuilder {
  const key = press.fill ?? '';
  const command = parts.registry.find(press.call.command);
  const option = command?.options[key];
  const input = new TextInputBuilder()
    .setCustomId(key)
    .setLabel(plainLabel(option?.names[locale] ?? key, MODAL.inputLabel))
    .setPlaceholder(plainLabel(option?.description[locale] ?? key, MODAL.inputPlaceholder))
    .setStyle(TextInputStyle.Short)
    .setRequired(true)
    .setMaxLength(option?.type === 'text' ? Math.min(option.maxLength, MODAL.inputValue) : MODAL.inputValue);
  return new ModalBuilder()
    .setCustomId(pressId(press).id)
    .setTitle(plainLabel(command?.description[locale] ?? key, MODAL.title))
    .addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(input));
}

/** Shows the form whose answer completes the press. A form is the first sign of life itself. */
export async function askForText(
  press: Press,
  interaction: MessageComponentInteraction,
  { locale, office }: { readonly locale: Locale; readonly office: Office },
): Promise<void> {
  await interaction.showModal(formOf(press, locale, office));
}
