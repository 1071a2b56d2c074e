/** Interactions as the bot answers them: callbacks, the original answer and follow-ups. */
import { type CallbackCall, type Office, post, takeCallback } from './callbacks.ts';
import { ApiError, unknown } from './errors.ts';
import { CALLBACK, gist, type Interaction } from './interaction.ts';
import { FLAGS, TIMES } from './limits.ts';
import type { Fields, Message, Upload } from './model.ts';
import { type Answer, type Call, NOTHING, ok, type Route } from './routing.ts';
import { checkMessage } from './validate.ts';

const ORIGINAL = '@original';
const BUCKET = 'interaction-webhook';

/** All interactions of a world. */
export class Interactions {
  readonly all = new Map<string, Interaction>();
  readonly #office: Office;

  /** No interactions yet. */
  constructor(office: Office) {
    this.#office = office;
  }

  /** Remembers an interaction, so that it can be answered. */
  add(interaction: Interaction): void {
    this.all.set(interaction.token, interaction);
  }

  /** Takes the first answer to an interaction. */
  callback({ params, query, body, files }: Call): Answer {
    const interaction = this.all.get(params['token'] ?? '');
    if (interaction === undefined || interaction.id !== params['id'] || this.#expired(interaction)) {
      throw unknown('interaction');
    }
    const call: CallbackCall = { body, files, withResponse: query.get('with_response') === 'true' };
    return takeCallback(this.#office, interaction, call);
  }

  /** The routes for answers. */
  routes(): readonly Route[] {
    const path = '/webhooks/:application/:token';
    const message = `${path}/messages/:message`;
    return [
      {
        method: 'POST',
        path: '/interactions/:id/:token/callback',
        open: true,
        handle: (call) => this.callback(call),
      },
      { method: 'POST', path, open: true, bucket: BUCKET, handle: (call) => this.#noted(call, this.#followUp) },
      { method: 'GET', path: message, open: true, handle: (call) => ok(this.#read(call).message) },
      { method: 'PATCH', path: message, open: true, bucket: BUCKET, handle: (call) => this.#noted(call, this.#edit) },
      { method: 'DELETE', path: message, open: true, handle: (call) => this.#noted(call, this.#remove) },
    ];
  }

  #expired({ createdAt }: Interaction): boolean {
    return this.#office.world.clock.now() - createdAt > TIMES.token;
  }

  /** Throws Discord's 50027 for a token that is none any more and 10015 before the interaction was answered. */
  #interaction({ params }: Call): Interaction {
    const interaction = this.all.get(params['token'] ?? '');
    if (interaction === undefined || this.#expired(interaction)) {
      throw new ApiError(401, 50_027, 'Invalid Webhook Token');
    }
    if (params['application'] !== this.#office.world.applicationId) throw unknown('webhook');
    if (interaction.acknowledged === null) throw unknown('webhook');
    return interaction;
  }

  #read(call: Call): { interaction: Interaction; message: Message } {
    const interaction = this.#interaction(call);
    const wanted = call.params['message'] ?? '';
    const id = wanted === ORIGINAL ? interaction.originalId : wanted;
    const own = id !== null && (id === interaction.originalId || interaction.followUpIds.includes(id));
    if (!own) throw unknown('message');
    return { interaction, message: this.#office.messages.stored(id).message };
  }

  #noted(call: Call, act: (call: Call) => Answer): Answer {
    const interaction = this.all.get(call.params['token'] ?? '');
    const what = `${act === this.#followUp ? 'follow-up' : `${act === this.#edit ? 'edit' : 'deletion'} of the answer`}`;
    try {
      const answer = act(call);
      const said = answer.status === 204 ? '' : `: ${gist(answer.body as Message)}`;
      interaction?.log.push(`${what}${said}`);
      return answer;
    } catch (error) {
      if (error instanceof ApiError) interaction?.log.push(`${what} refused: ${JSON.stringify(error.body)}`);
      throw error;
    } finally {
      this.#office.world.changes.notify();
    }
  }

  readonly #edit = (call: Call): Answer => {
    const { interaction, message } = this.#read(call);
    const edited = this.#rewrite(message, call);
    if (edited.id === interaction.originalId) interaction.answer = edited;
    return ok(edited);
  };

  #rewrite(existing: Message, { body, files }: { body: Fields; files: readonly Upload[] }): Message {
    checkMessage(body, { files, existing });
    return this.#office.messages.edit(existing.id, { body, files, defaults: 'interaction' });
  }

  readonly #remove = (call: Call): Answer => {
    const { interaction, message } = this.#read(call);
    this.#office.messages.remove(message.id);
    if (message.id === interaction.originalId) interaction.originalId = null;
    return NOTHING;
  };

  /** The deferred message that a follow-up takes the place of, or null. */
  #waiting({ acknowledged, originalId }: Interaction): Message | null {
    if (acknowledged !== CALLBACK.defer || originalId === null) return null;
    const message = this.#office.world.messages.get(originalId)?.message;
    return message !== undefined && (message.flags & FLAGS.loading) !== 0 ? message : null;
  }

  readonly #followUp = (call: Call): Answer => {
    const interaction = this.#interaction(call);
    const waiting = this.#waiting(interaction);
    if (waiting !== null) {
      const message = this.#rewrite(waiting, call);
      interaction.answer = message;
      return ok(message);
    }
    const { body, files } = call;
    checkMessage(body, { files });
    const original = this.#office.world.messages.get(interaction.originalId ?? '');
    const message = post(this.#office, interaction, {
      body,
      files,
      ephemeral: (Number(body['flags'] ?? 0) & FLAGS.ephemeral) !== 0,
      replyTo: original?.onlyFor === null ? original.message : null,
    });
    interaction.followUpIds.push(message.id);
    interaction.answer ??= message;
    return ok(message);
  };
}
