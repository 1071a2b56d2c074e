/**
 * Gives the reply to an interaction.
 *
 * The first sign of life goes out before anything is looked up, and with it is fixed who may see the reply. What Discord
 * has forgotten or another process has taken is left alone; waiting for rate limits and trying again is discord.js's.
 */
import { type InteractionEditReplyOptions, MessageFlags } from 'discord.js';
import { type Prepared, prepare } from '../../app/dispatch.ts';
import type { Reply } from '../../app/reply.ts';
import type { Place, Request } from '../../app/request.ts';
import { askerOf, circumstancesOf, maySpeak, parentOf, placeOf } from './askers.ts';
import { type Card, drawCard } from './card.ts';
import type { Answerable, Errand } from './errands.ts';
import { isRefusal } from './faults.ts';
import { deliverLate } from './late.ts';
import type { Office } from './office.ts';
import { threadButton } from './threads.ts';
import { botWording } from './wording-bot.ts';

/** Nobody is ever notified by what we say. */
export const NOBODY = Object.freeze({ parse: [], repliedUser: false });
/** Milliseconds that a quick command may take before it is acknowledged like a slow one. */
const AT_ONCE = 500;

/** An interaction with everything that is known of it. */
interface Visit {
  readonly interaction: Answerable;
  readonly errand: Errand;
  readonly request: Request;
  readonly place: Place | null;
  /** Whether only the asker sees the reply. */
  readonly hidden: boolean;
  readonly office: Office;
}

async function requestOf(interaction: Answerable, errand: Errand, office: Office): Promise<Request> {
  const { user, channel } = interaction;
  const place = await placeOf(interaction.guildId, office);
  const person = { user, locale: interaction.locale, permissions: interaction.memberPermissions };
  const asker = askerOf(person, place, office);
  const about = { request: interaction.id, user: asker.id, channel };
  return { ...errand.call, ...circumstancesOf(about, place, office), asker };
}

/** Keeps what is too long for the buttons; without it only those buttons do not work. */
export async function keepCalls({ kept }: Card, { parts }: Office): Promise<void> {
  const at = parts.clock();
  const keeping = kept.map(({ key, text }) => parts.shelf.keepCall({ key, call: text, at }));
  for (const { status, ...rest } of await Promise.allSettled(keeping)) {
    if (status === 'fulfilled') continue;
    parts.log({ level: 'warning', event: 'button-not-kept', details: rest });
  }
}

/** What is sent of a reply. */
async function payloadOf(reply: Reply, { errand, place, interaction, hidden, office }: Visit) {
  const thread = hidden ? null : threadButton(reply, { place, channel: interaction.channel });
  const call = reply.again ?? errand.call;
  const card = drawCard(reply, { screen: errand.screen, call, extra: thread === null ? [] : [thread] });
  await keepCalls(card, office);
  return { embeds: card.embeds, components: card.components, allowedMentions: NOBODY };
}

/** Says that we are there. Returns whether the interaction is ours to answer. */
async function acknowledge({ interaction, errand, hidden, office }: Visit, since: number): Promise<boolean> {
  try {
    if (errand.manner === 'instead' && interaction.isMessageComponent()) await interaction.deferUpdate();
    else await interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {});
    return true;
  } catch (fault) {
    if (!isRefusal(fault, 'unknownInteraction', 'acknowledged')) throw fault;
    const details = { code: fault.code, afterMs: Math.round(performance.now() - since) };
    office.parts.log({ level: 'warning', event: 'interaction-lost', details });
    return false;
  }
}

/** Puts the reply where it was promised; a slip that only showed while answering is told to the asker alone. */
async function fulfil(reply: Reply, visit: Visit): Promise<void> {
  const { interaction, errand, hidden } = visit;
  const payload = await payloadOf(reply, visit);
  const unasked = reply.tone === 'error' || reply.tone === 'fault';
  if (errand.manner === 'instead' && (unasked || reply.tone === 'refusal')) {
    await interaction.followUp({ ...payload, flags: MessageFlags.Ephemeral });
  } else if (errand.manner === 'new' && unasked && !hidden) {
    await interaction.deleteReply();
    await interaction.followUp({ ...payload, flags: MessageFlags.Ephemeral });
  } else await interaction.editReply(payload satisfies InteractionEditReplyOptions);
}

async function within<Value>(work: Promise<Value>, milliseconds: number): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Answers at once where the reply is there by then; returns whether it did. */
async function answerAtOnce(running: Promise<Reply>, visit: Visit): Promise<boolean> {
  const reply = await within(running, AT_ONCE);
  if (reply === undefined) return false;
  const payload = await payloadOf(reply, visit);
  const hidden = visit.hidden || reply.audience === 'asker';
  await visit.interaction.reply(hidden ? { ...payload, flags: MessageFlags.Ephemeral } : payload);
  return true;
}

async function answer(prepared: Prepared, visit: Visit): Promise<void> {
  const since = performance.now();
  const isQuick = prepared.pace === 'instant' && visit.errand.manner === 'new';
  if (!isQuick) {
    if (!(await acknowledge(visit, since))) return;
    await visit.office.turnstile.pass();
  }
  const running = prepared.run();
  if (isQuick && ((await answerAtOnce(running, visit)) || !(await acknowledge(visit, since)))) return;
  const reply = await running;
  try {
    await fulfil(reply, visit);
  } catch (fault) {
    if (!isRefusal(fault, 'tokenExpired', 'unknownWebhook')) throw fault;
    const { interaction, hidden, office } = visit;
    await deliverLate(await payloadOf(reply, visit), { interaction, hidden, office });
  }
}

/** Whether the person has to wait; they are told until when. */
async function isBraked(interaction: Answerable, request: Request, office: Office): Promise<boolean> {
  const { brakes, parts } = office;
  const wording = botWording(request.asker.locale);
  const who = { user: request.asker.id, channel: interaction.channelId ?? interaction.user.id };
  const until = office.isClosing() ? null : brakes.take(who, parts.clock());
  if (until === null && !office.isClosing()) return false;
  const content = until === null ? wording.stopping : wording.tooFast(Math.ceil(until / 1000));
  await interaction.reply({ content, flags: MessageFlags.Ephemeral, allowedMentions: NOBODY });
  return true;
}

/** Does an errand and replies. Rejects with what Discord refuses, and with mistakes of ours. */
export async function deliver(interaction: Answerable, errand: Errand, office: Office): Promise<void> {
  const request = await requestOf(interaction, errand, office);
  if (await isBraked(interaction, request, office)) return;
  const prepared = prepare(request, office.desk);
  const place = request.place ?? null;
  const channel = { id: interaction.channelId ?? '', parent: parentOf(interaction.channel) };
  const hidden = errand.hidden || prepared.audience === 'asker' || !maySpeak(channel, place);
  await answer(prepared, { interaction, errand, request, place, hidden, office });
  if (request.place !== undefined && request.command === 'admin settings') await office.settings.load(request.place.id);
}
