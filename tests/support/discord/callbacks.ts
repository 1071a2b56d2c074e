/** Takes the bot's first answer to an interaction. */
import { ApiError, unknown } from './errors.ts';
import { Form, fieldsOf, itemsOf } from './form.ts';
import { CALLBACK, callbacksFor, gist, type Interaction, KIND } from './interaction.ts';
import { FLAGS } from './limits.ts';
import type { Messages } from './messages.ts';
import type { Choice, Fields, Message, Modal, Upload } from './model.ts';
import { type Answer, NOTHING, ok } from './routing.ts';
import { shapedComponents } from './shaping.ts';
import { checkMessage } from './validate.ts';
import { checkChoices, checkModal } from './validate-modal.ts';
import type { World } from './world.ts';

/** What a callback carries. */
export interface CallbackCall {
  readonly body: Fields;
  readonly files: readonly Upload[];
  readonly withResponse: boolean;
}

/** What the answers to interactions need. */
export interface Office {
  readonly world: World;
  readonly messages: Messages;
  readonly ackLimitMs: number;
}

const COMMAND_REPLY = 20;
const MENU_REPLY = 23;
const SLASH = 1;

/** Which interaction a message came of. */
function metadata(interaction: Interaction): Partial<Message> {
  const { payload, type, id, sourceId } = interaction;
  const user = fieldsOf(payload['user'] ?? fieldsOf(payload['member'])['user']);
  return {
    interaction_metadata: {
      id,
      type,
      user: user as unknown as Message['author'],
      authorizing_integration_owners: payload['authorizing_integration_owners'] as Record<string, string>,
      ...(type === KIND.component && sourceId !== null ? { interacted_message_id: sourceId } : {}),
      ...(interaction.originalId === null || interaction.originalId === sourceId
        ? {}
        : { original_response_message_id: interaction.originalId }),
    },
  };
}

/** Stores a message that answers an interaction. */
export function post(
  { world, messages }: Office,
  interaction: Interaction,
  message: { body: Fields; files: readonly Upload[]; ephemeral: boolean; loading?: boolean; replyTo?: Message | null },
): Message {
  const { body, files, ephemeral, loading = false, replyTo = null } = message;
  const isCommand = interaction.type === KIND.command && replyTo === null;
  const commandType = fieldsOf(interaction.payload['data'])['type'] === SLASH ? COMMAND_REPLY : MENU_REPLY;
  return messages.create({
    channel: world.channel(interaction.channelId),
    author: world.botPerson,
    body,
    files,
    onlyFor: ephemeral ? interaction.person.id : null,
    defaults: 'interaction',
    flags: (ephemeral ? FLAGS.ephemeral : 0) | (loading ? FLAGS.loading : 0),
    replyTo,
    extra: {
      webhook_id: world.applicationId,
      application_id: world.applicationId,
      ...metadata(interaction),
      ...(isCommand ? { type: commandType } : {}),
    },
  });
}

function isEphemeral(data: Fields): boolean {
  return (Number(data['flags'] ?? 0) & FLAGS.ephemeral) !== 0;
}

/** The message that a component belongs to, where everybody sees it and it is still there. */
function source({ world }: Office, { sourceId }: Interaction): Message | null {
  const stored = world.messages.get(sourceId ?? '');
  return stored?.onlyFor === null ? stored.message : null;
}

function reply(office: Office, interaction: Interaction, { body, files }: CallbackCall): Message {
  const data = fieldsOf(body['data']);
  checkMessage(data, { prefix: 'data.', files });
  const ephemeral = isEphemeral(data);
  const replyTo = interaction.type === KIND.component ? source(office, interaction) : null;
  const message = post(office, interaction, { body: data, files, ephemeral, replyTo });
  interaction.originalId = message.id;
  interaction.ephemeral = ephemeral;
  interaction.answer = message;
  return message;
}

function defer(office: Office, interaction: Interaction, { body }: CallbackCall): Message {
  const ephemeral = isEphemeral(fieldsOf(body['data']));
  const replyTo = interaction.type === KIND.component ? source(office, interaction) : null;
  const message = post(office, interaction, { body: {}, files: [], ephemeral, loading: true, replyTo });
  interaction.originalId = message.id;
  interaction.ephemeral = ephemeral;
  return message;
}

function update(office: Office, interaction: Interaction, { body, files }: CallbackCall): Message {
  const data = fieldsOf(body['data']);
  const { message: existing } = office.messages.stored(interaction.sourceId ?? '');
  checkMessage(data, { prefix: 'data.', files, existing });
  const message = office.messages.edit(existing.id, { body: data, files, defaults: 'interaction' });
  interaction.originalId = existing.id;
  interaction.ephemeral = (existing.flags & FLAGS.ephemeral) !== 0;
  interaction.answer = message;
  return message;
}

function deferUpdate({ world }: Office, interaction: Interaction): null {
  const stored = world.messages.get(interaction.sourceId ?? '');
  interaction.originalId = interaction.sourceId;
  interaction.sourceEdits = stored?.edits ?? 0;
  interaction.ephemeral = stored !== undefined && stored.onlyFor !== null;
  return null;
}

function offer(interaction: Interaction, { body }: CallbackCall): null {
  const { choices } = fieldsOf(body['data']);
  checkChoices(choices, interaction.optionType);
  interaction.choices = itemsOf(choices) as readonly Choice[];
  return null;
}

function showModal(interaction: Interaction, { body }: CallbackCall): null {
  const data = fieldsOf(body['data']);
  checkModal(data);
  interaction.modal = { ...(data as unknown as Modal), components: shapedComponents(data['components']) };
  return null;
}

function carryOut(office: Office, interaction: Interaction, call: CallbackCall): Message | null {
  switch (call.body['type']) {
    case CALLBACK.reply:
      return reply(office, interaction, call);
    case CALLBACK.defer:
      return defer(office, interaction, call);
    case CALLBACK.deferUpdate:
      return deferUpdate(office, interaction);
    case CALLBACK.update:
      return update(office, interaction, call);
    case CALLBACK.choices:
      return offer(interaction, call);
    default:
      return showModal(interaction, call);
  }
}

function accept(office: Office, interaction: Interaction, call: CallbackCall): Answer {
  const now = office.world.clock.now();
  const type = call.body['type'];
  if (interaction.acknowledged !== null) {
    throw new ApiError(400, 40_060, 'Interaction has already been acknowledged.');
  }
  if (now - interaction.createdAt > office.ackLimitMs) throw unknown('interaction');
  const form = new Form();
  form.oneOf('type', type, callbacksFor(interaction));
  form.finish();
  const message = carryOut(office, interaction, call);
  interaction.acknowledged = type as Interaction['acknowledged'];
  interaction.acknowledgedAt = now;
  office.world.changes.notify();
  return call.withResponse ? ok(response(interaction, message)) : NOTHING;
}

function response(interaction: Interaction, message: Message | null): unknown {
  const about =
    message === null
      ? {}
      : {
          response_message_id: message.id,
          response_message_loading: (message.flags & FLAGS.loading) !== 0,
          response_message_ephemeral: (message.flags & FLAGS.ephemeral) !== 0,
        };
  return {
    interaction: { id: interaction.id, type: interaction.type, ...about },
    ...(message === null ? {} : { resource: { type: interaction.acknowledged, message } }),
  };
}

/** Takes a callback. Throws what Discord answers to one that it refuses; the interaction notes either. */
export function takeCallback(office: Office, interaction: Interaction, call: CallbackCall): Answer {
  const at = office.world.clock.now();
  const type = Number(call.body['type']);
  const { data } = call.body;
  const name = `callback ${type}`;
  const after = `after ${at - interaction.createdAt} ms`;
  try {
    const answer = accept(office, interaction, call);
    interaction.callbacks.push({ at, type, data, status: answer.status, code: null });
    const said = interaction.answer === null ? '' : `: ${gist(interaction.answer)}`;
    interaction.log.push(`${name} taken ${after}${said}`);
    return answer;
  } catch (error) {
    if (error instanceof ApiError) {
      interaction.callbacks.push({ at, type, data, status: error.status, code: error.code });
      interaction.log.push(`${name} refused ${after}: ${JSON.stringify(error.body)}`);
    }
    throw error;
  }
}
