/** One interaction as the test that started it sees it. */
import { CALLBACK, type Callback, gist, type Interaction, KIND } from './interaction.ts';
import { FLAGS } from './limits.ts';
import type { Choice, Fields, Message, Modal } from './model.ts';
import type { World } from './world.ts';

const PATIENCE_MS = 10_000;

/** What somebody asked the bot, and what came of it so far. */
export class Exchange {
  /** What the bot was told. */
  readonly payload: Fields;
  readonly #world: World;
  readonly #interaction: Interaction;

  /** A view of an interaction. */
  constructor(world: World, interaction: Interaction) {
    this.#world = world;
    this.#interaction = interaction;
    this.payload = interaction.payload;
  }

  /** The interaction's id. */
  get id(): string {
    return this.#interaction.id;
  }

  /** The interaction's token. */
  get token(): string {
    return this.#interaction.token;
  }

  /** Where it happened. */
  get channelId(): string {
    return this.#interaction.channelId;
  }

  /** The message that its component belongs to, or null. */
  get sourceId(): string | null {
    return this.#interaction.sourceId;
  }

  /** How long the first answer took, in milliseconds of the server's clock, or null while there is none. */
  get acknowledgedAfterMs(): number | null {
    const { acknowledgedAt, createdAt } = this.#interaction;
    return acknowledgedAt === null ? null : acknowledgedAt - createdAt;
  }

  /** Discord's number of the first answer that was taken: 4 message, 5 and 6 deferred, 7 update, 8 choices, 9 modal. */
  get answeredWith(): number | null {
    return this.#interaction.acknowledged;
  }

  /** All callbacks as they came, the refused ones too. */
  get callbacks(): readonly Callback[] {
    return this.#interaction.callbacks;
  }

  /** Whether the answer was put off first. */
  get deferred(): boolean {
    const { acknowledged } = this.#interaction;
    return acknowledged === CALLBACK.defer || acknowledged === CALLBACK.deferUpdate;
  }

  /** Whether only the one who asked sees the answer. */
  get ephemeral(): boolean {
    return this.#interaction.ephemeral;
  }

  /** The modal that the bot answered with, or null. */
  get modal(): Modal | null {
    return this.#interaction.modal;
  }

  /** The choices that the bot offered, or null. */
  get choices(): readonly Choice[] | null {
    return this.#interaction.choices;
  }

  /** The original answer as it is now; for components that updated their message, that message. Null for none. */
  get original(): Message | null {
    return this.#world.messages.get(this.#interaction.originalId ?? '')?.message ?? null;
  }

  /** The further answers as they are now; those that were deleted are left out. */
  get followUps(): readonly Message[] {
    return this.#interaction.followUpIds.flatMap((id) => this.#world.messages.get(id)?.message ?? []);
  }

  /** What happened so far, in words. */
  get story(): string {
    const { payload, told, log } = this.#interaction;
    const data = payload['data'] as Fields;
    const what = `Interaction ${payload['type']} "${data['name'] ?? data['custom_id']}"`;
    const happened = log.length === 0 ? 'the bot did nothing' : log.join('; ');
    return `${what}, told to ${told} session(s): ${happened}`;
  }

  /** Resolves when the bot has acknowledged it in any way. */
  acknowledged(timeoutMs: number = PATIENCE_MS): Promise<true> {
    const look = (): boolean => this.#interaction.acknowledged !== null;
    return this.#world.changes.until(look, timeoutMs, () => `Not acknowledged. ${this.story}`) as Promise<true>;
  }

  /**
   * Resolves with the message that answers it, as it is then; that the bot is "thinking" is no answer. Rejects with
   * what happened, at once where a modal, choices or a refusal say that no message will come.
   */
  answered(timeoutMs: number = PATIENCE_MS): Promise<Message> {
    return this.#world.changes.until(
      () => this.#answer(),
      timeoutMs,
      () => `Not answered. ${this.story}`,
    );
  }

  /** Resolves with the further answers when there are `count` of them. */
  followedUp(count = 1, timeoutMs: number = PATIENCE_MS): Promise<readonly Message[]> {
    const look = (): readonly Message[] | null => (this.followUps.length >= count ? this.followUps : null);
    return this.#world.changes.until(look, timeoutMs, () => `Not followed up ${count} time(s). ${this.story}`);
  }

  /** Resolves with the modal that the bot answers with. */
  asked(timeoutMs: number = PATIENCE_MS): Promise<Modal> {
    return this.#world.changes.until(
      () => this.modal,
      timeoutMs,
      () => `No modal. ${this.story}`,
    );
  }

  /** Resolves with the choices that the bot offers. */
  offered(timeoutMs: number = PATIENCE_MS): Promise<readonly Choice[]> {
    return this.#world.changes.until(
      () => this.choices,
      timeoutMs,
      () => `No choices. ${this.story}`,
    );
  }

  /** Resolves as soon as something is true of it. */
  until(test: (exchange: this) => boolean, timeoutMs: number = PATIENCE_MS): Promise<true> {
    return this.#world.changes.until(
      () => test(this),
      timeoutMs,
      () => `It never became true. ${this.story}`,
    ) as Promise<true>;
  }

  #answer(): Message | null {
    const { acknowledged, originalId, sourceEdits, answer, type, callbacks } = this.#interaction;
    const late = callbacks.some(({ code }) => code === 10_062);
    if (type === KIND.autocomplete) throw new Error(`Autocomplete has no message: ask for "choices". ${this.story}`);
    if (acknowledged === CALLBACK.modal && answer === null) {
      throw new Error(`It was answered with a modal: ask for "modal". ${this.story}`);
    }
    if (late && acknowledged === null) throw new Error(`Acknowledged too late. ${this.story}`);
    const stored = this.#world.messages.get(answer?.id ?? originalId ?? '');
    if (answer !== null) return stored?.message ?? answer;
    if (stored === undefined || (stored.message.flags & FLAGS.loading) !== 0) return null;
    // An update that was put off may also be done with an ordinary edit of the message.
    return acknowledged === CALLBACK.deferUpdate && stored.edits > sourceEdits ? stored.message : null;
  }

  /** The last answer in short, for a test's own complaints. */
  get gist(): string {
    const { answer } = this.#interaction;
    return answer === null ? 'nothing' : gist(answer);
  }
}
