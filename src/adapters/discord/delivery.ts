/**
 * Gives the reply to an interaction.
 *
 * The first sign of life goes out before anything is looked up, and with it is fixed who may see the reply. What Discord
 * has forgotten or another process has taken is left alone; waiting for rate limits and trying again is discord.js's.
 */
import { type InteractionEditReplyOptions, type Message, MessageFlags } from 'discord.js';
import { type Prepared, prepare } from '../../app/dispatch.ts';
import type { Reply } from '../../app/reply.ts';
import type { Place, Request } from '../../app/request.ts';
import { askerOf, circumstancesOf, maySpeak, parentOf, placeOf } from './askers.ts';
import type { Answerable, Errand } from './errands.ts';
import { isRefusal } from './faults.ts';
import { deliverLate } from './late.ts';
import { liveWork } from './live.ts';
import type { Work } from './loops.ts';
import type { Office } from './office.ts';
import { type Drawn, drawReply, keepCalls, NOBODY, type Payload, type Stage } from './payload.ts';
import { botWording } from './wording-bot.ts';

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

/** A reply ready to be sent. */
interface Sending {
  readonly reply: Reply;
  readonly stage: Stage;
  readonly drawn: Drawn;
  readonly payload: Payload;
}

async function requestOf(interaction: Answerable, errand: Errand, office: Office): Promise<Request> {
  const { user, channel } = interaction;
  const place = await placeOf(interaction.guildId, office);
  const person = { user, locale: interaction.locale, permissions: interaction.memberPermissions };
  const asker = askerOf(person, place, office);
  const about = { request: interaction.id, user: asker.id, channel };
  const files = errand.files === undefined ? {} : { files: errand.files };
  return { ...errand.call, ...circumstancesOf(about, place, office), ...files, asker };
}

/** Draws the reply and keeps what its buttons need. */
async function readied(reply: Reply, { errand, place, interaction, hidden, office }: Visit): Promise<Sending> {
  const stage = { screen: errand.screen, place, channel: interaction.channel, hidden };
  const drawn = drawReply(reply, reply.again ?? errand.call, stage);
  await keepCalls(drawn, office);
  return { reply, stage, drawn, payload: drawn.payload };
}

/** What keeps a sent card changing, if it does. */
function lifeOf(message: Message, sending: Sending, { interaction, request, office }: Visit): Work | null {
  const isPrivate = message.flags.has(MessageFlags.Ephemeral);
  const edit = (payload: Payload) => interaction.editReply(payload);
  return liveWork({ ...sending, request, office, isPrivate, edit });
}

/** Keeps a new card changing, if it does. */
function enliven(message: Message, sending: Sending, visit: Visit): void {
  const work = lifeOf(message, sending, visit);
  if (work !== null) visit.office.loops.begin(message.id, work);
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

/** Shows the reply in the place of the card that was pressed; one that went on changing has been followed by it. */
function turnOver(pressed: Message, sending: Sending, visit: Visit): Promise<void> {
  return visit.office.loops.replace(pressed.id, async () => {
    const message = await visit.interaction.editReply(sending.payload satisfies InteractionEditReplyOptions);
    return lifeOf(message, sending, visit);
  });
}

/** Puts the reply where it was promised; a slip that only showed while answering is told to the asker alone. */
async function fulfil(reply: Reply, visit: Visit): Promise<void> {
  const { interaction, errand, hidden } = visit;
  const sending = await readied(reply, visit);
  const { payload } = sending;
  const unasked = reply.tone === 'error' || reply.tone === 'fault';
  const isInstead = errand.manner === 'instead';
  if (isInstead && (unasked || reply.tone === 'refusal')) {
    await interaction.followUp({ ...payload, flags: MessageFlags.Ephemeral });
  } else if (!isInstead && unasked && !hidden) {
    await interaction.deleteReply();
    await interaction.followUp({ ...payload, flags: MessageFlags.Ephemeral });
  } else if (isInstead && interaction.isMessageComponent()) await turnOver(interaction.message, sending, visit);
  else enliven(await interaction.editReply(payload), sending, visit);
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
  const sending = await readied(reply, visit);
  const hidden = visit.hidden || reply.audience === 'asker';
  const flags = hidden ? ({ flags: MessageFlags.Ephemeral } as const) : {};
  const { resource } = await visit.interaction.reply({ ...sending.payload, ...flags, withResponse: true });
  if (resource?.message) enliven(resource.message, sending, visit);
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
    await deliverLate((await readied(reply, visit)).payload, { interaction, hidden, office });
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
