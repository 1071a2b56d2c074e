/** Completes the name of an article while somebody types it. */
import type { AutocompleteInteraction } from 'discord.js';
import type { ArticleName } from '../../app/model.ts';
import { wordingFor } from '../../app/wording.ts';
import type { Wording } from '../../app/wording-zh-cn.ts';
import { localeOf } from './askers.ts';
import { plainLabel } from './escape.ts';
import { isRefusal } from './faults.ts';
import { AUTOCOMPLETE } from './limits.ts';
import type { Office } from './office.ts';

function labelOf({ title, source, date }: ArticleName, wording: Wording): string {
  const about = [source, date === null ? null : wording.date(date)].filter((part) => part !== null);
  const tail = about.length === 0 ? '' : wording.separator + about.join(wording.separator);
  // The paper and the day tell articles of the same headline apart, so the headline gives way.
  const room = Math.max(AUTOCOMPLETE.name / 2, AUTOCOMPLETE.name - tail.length);
  return plainLabel(plainLabel(title ?? wording.untitled, room) + tail, AUTOCOMPLETE.name);
}

/** Offers articles; nothing where they cannot be had in time, for what people type counts all the same. */
export async function complete(interaction: AutocompleteInteraction, { parts }: Office): Promise<void> {
  const wording = wordingFor(localeOf(interaction.locale));
  const typed = interaction.options.getFocused();
  const articles = await parts.library.suggest(typed, AUTOCOMPLETE.choices);
  const choices = articles
    .filter(({ id }) => id.length <= AUTOCOMPLETE.value)
    .map((article) => ({ name: labelOf(article, wording), value: article.id }));
  try {
    await interaction.respond(choices);
  } catch (fault) {
    // Whoever types on has cancelled the question before.
    if (!isRefusal(fault, 'unknownInteraction', 'acknowledged')) throw fault;
  }
}
