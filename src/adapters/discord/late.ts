/** What becomes of a reply when the fifteen minutes of its interaction are over. */
import type { MessageCreateOptions } from 'discord.js';
import type { Answerable } from './errands.ts';
import type { Office } from './office.ts';

/** Where a late reply may go. */
export interface LateDelivery {
  readonly interaction: Answerable;
  readonly hidden: boolean;
  readonly office: Office;
}

/** Sends the reply to the channel; one that only the asker may see goes to them alone. */
export async function deliverLate(
  payload: MessageCreateOptions,
  { interaction, hidden, office }: LateDelivery,
): Promise<void> {
  const { user, channel } = interaction;
  office.parts.log({ level: 'warning', event: 'reply-late', details: { hidden } });
  if (hidden) await user.send(payload);
  else if (channel?.isSendable() === true) await channel.send(payload);
}
