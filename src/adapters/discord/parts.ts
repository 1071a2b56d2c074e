/** What the bot works with; everything comes in from outside, so that tests hand in their own. */
import type { Registry } from '../../app/command.ts';
import type { Locale } from '../../app/locale.ts';
import type { Library } from '../../app/model.ts';
import type { CallShelf } from '../../app/shelf.ts';
import type { Rate } from './rates.ts';

/** How grave something is that is written into the log. */
export type Level = 'info' | 'warning' | 'error';

/** Something for whoever runs the bot: what happened, and its details. Never a text of a message, never a token. */
export interface LogEntry {
  readonly level: Level;
  readonly event: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What the bot is told once. */
export interface BotParts {
  readonly token: string;
  /** The address of Discord's REST API without its version, such as `https://discord.com/api`. */
  readonly api: string;
  /** Ids of the people who may change the library. */
  readonly admins: ReadonlySet<string>;
  /** Whether the privileged intent is on, so that messages are seen that do not mention the bot. */
  readonly messageContent: boolean;
  /** The language where nobody's is known. */
  readonly locale: Locale;
  readonly rates: { readonly user: Rate; readonly channel: Rate };
  /** Milliseconds that turns and calls are kept. */
  readonly retention: number;
  readonly library: Library;
  readonly registry: Registry;
  readonly shelf: CallShelf;
  /** A name for somebody that cannot be turned back into their id. */
  pseudonym(user: string): string;
  /** Milliseconds since 1970. */
  clock(): number;
  log(entry: LogEntry): void;
}
