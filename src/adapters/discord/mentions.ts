/** Questions in ordinary messages: a mention, a reply to one of our answers, a message in a thread of ours or to us alone. */
import type { Message } from 'discord.js';
import { prepare } from '../../app/dispatch.ts';
import { given } from '../../app/given.ts';
import type { Call, Place, Request } from '../../app/request.ts';
import { isSlashLine, parseSlash } from '../../app/slash-line.ts';
import { askerOf, circumstancesOf, guildLocale, isOurThread, maySpeak, parentOf, placeOf } from './askers.ts';
import { isRefusal } from './faults.ts';
import { liveWork } from './live.ts';
import { bareText, textOfMessage } from './message-text.ts';
import { type Office, recordFault } from './office.ts';
import { drawReply, keepCalls, NOBODY, type Payload } from './payload.ts';
import { turnOfMessage } from './threads.ts';
import { botWording } from './wording-bot.ts';

/** Why a message is for us. */
type Address = 'direct' | 'thread' | 'mention';

/** A message that is for us. */
interface Letter {
  readonly message: Message;
  readonly place: Place | null;
  readonly office: Office;
  /** The message that it replies to, where there is one. */
  readonly repliedTo: Message | null;
}

function mentionsUs({ mentions }: Message, { client }: Office): boolean {
  return mentions.has(client.user, { ignoreEveryone: true, ignoreRoles: true });
}

/** Whether a message in a thread speaks to somebody else. */
function isForOthers(message: Message, { client }: Office): boolean {
  const { users, roles, everyone } = message.mentions;
  return everyone || roles.size > 0 || users.some(({ id }) => id !== client.user.id) || message.reference !== null;
}

/** How a message is addressed to us, if it is. */
function addressOf(message: Message, office: Office): Address | null {
  if (!message.inGuild()) return 'direct';
  if (mentionsUs(message, office)) return 'mention';
  const listens = office.parts.messageContent && isOurThread(message.channel, office);
  return listens && !isForOthers(message, office) ? 'thread' : null;
}

/** The message that is replied to: Discord sends it along, so that it is at hand mostly. */
async function referenceOf(message: Message): Promise<Message | null> {
  const id = message.reference?.messageId;
  if (id === undefined) return null;
  const known = message.channel.messages.cache.get(id);
  return known ?? message.fetchReference().catch(() => null);
}

/** The turn that is followed up: of the answer replied to; in a thread of ours, at first, of the answer that it hangs on. */
async function turnBefore({ message, repliedTo, office }: Letter): Promise<string | null> {
  if (repliedTo !== null) return repliedTo.author.id === office.client.user.id ? turnOfMessage(repliedTo) : null;
  const { channel } = message;
  if (!channel.isThread() || !isOurThread(channel, office)) return null;
  const last = await office.parts.library.turns.lastTurn(`thread:${channel.id}`, 0);
  const starter = last === null ? await channel.fetchStarterMessage().catch(() => null) : null;
  return starter === null ? null : turnOfMessage(starter);
}

/** What a message asks for: its question, what somebody else has said before, or how all this works. */
async function callOf(letter: Letter): Promise<Call> {
  const { message, repliedTo, office } = letter;
  const question = bareText(message.content);
  if (isSlashLine(question)) return parseSlash(question, office.parts.registry);
  if (question !== '') {
    const after = (await turnBefore(letter)) ?? undefined;
    return { command: 'ask', values: given({ question, after }) as Record<string, string> };
  }
  const said = repliedTo === null || repliedTo.author.id === office.client.user.id ? '' : textOfMessage(repliedTo);
  return said === '' ? { command: 'help', values: {} } : { command: 'check', values: { text: said } };
}

function requestOf(call: Call, { message, place, office }: Letter): Request {
  const { author: user, member, guild, channel } = message;
  const asker = {
    ...askerOf({ user, locale: null, permissions: member?.permissions ?? null }, place, office),
    locale: guildLocale(guild, place?.settings, office),
  };
  return { ...call, ...circumstancesOf({ request: message.id, user: asker.id, channel }, place, office), asker };
}

/** Replies to a message; sent twice, by two processes or after a torn connection, it appears once. */
async function reply(message: Message, payload: object): Promise<Message> {
  const once = { nonce: message.id, enforceNonce: true, failIfNotExists: false, allowedMentions: NOBODY };
  return message.reply({ ...payload, ...once });
}

/** Whether the reply would tell everybody what is for the asker alone: settings, say, or what is kept of somebody. */
function isForAskerOnly({ command }: Call, { place, office }: Letter): boolean {
  if (place === null) return false;
  const found = office.parts.registry.find(command);
  return place.settings.private || (found?.audience === 'asker' && found.pace === 'slow');
}

/** Whether the person has to wait; the first time they are told, then they are not answered. */
async function isBraked({ message, office }: Letter, request: Request): Promise<boolean> {
  const { brakes, parts } = office;
  const now = parts.clock();
  const until = brakes.take({ user: request.asker.id, channel: message.channelId }, now);
  if (until === null) return false;
  const told = brakes.tell(request.asker.id, until, now);
  if (told) await reply(message, { content: botWording(request.asker.locale).tooFast(Math.ceil(until / 1000)) });
  return true;
}

async function answer(letter: Letter): Promise<void> {
  const { message, place, office } = letter;
  const call = await callOf(letter);
  const request = requestOf(call, letter);
  if (await isBraked(letter, request)) return;
  if (isForAskerOnly(call, letter)) {
    await reply(message, { content: botWording(request.asker.locale).privateOnly });
    return;
  }
  if (message.channel.isSendable()) message.channel.sendTyping().catch(() => {});
  await office.turnstile.pass();
  const said = await prepare(request, office.desk).run();
  const stage = { screen: 0, place, channel: message.channel, hidden: false };
  const drawn = drawReply(said, said.again ?? call, stage);
  await keepCalls(drawn, office);
  const sent = await reply(message, drawn.payload);
  const edit = (payload: Payload) => sent.edit(payload);
  // Who may see the first reply was judged before it was sent.
  const isPrivate = place === null || said.audience === 'asker';
  const work = liveWork({ request, stage, isPrivate, reply: said, drawn, office, edit });
  if (work !== null) office.loops.begin(sent.id, work);
}

async function handle(message: Message, office: Office): Promise<void> {
  if (message.author.bot || message.system || message.webhookId !== null || office.isClosing()) return;
  const address = addressOf(message, office);
  if (address === null) return;
  const place = await placeOf(message.guildId, office);
  const channel = { id: message.channelId, parent: parentOf(message.channel) };
  if (!maySpeak(channel, place) || (address === 'mention' && place?.settings.mentions === false)) return;
  await answer({ message, place, office, repliedTo: await referenceOf(message) });
}

/** Handles a message; never rejects. */
export async function handleMessage(message: Message, office: Office): Promise<void> {
  try {
    await handle(message, office);
  } catch (fault) {
    const mute = isRefusal(
      fault,
      'missingAccess',
      'missingPermission',
      'unknownChannel',
      'unknownMessage',
      'cannotMessage',
    );
    if (mute)
      office.parts.log({
        level: 'warning',
        event: 'may-not-speak',
        details: { code: fault.code, channel: message.channelId },
      });
    else recordFault(fault, office.parts);
  }
}
