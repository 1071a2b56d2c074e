/** Whom a message notifies. */
import { fieldsOf, itemsOf } from './form.ts';
import type { Pinged } from './model.ts';

/** What decides whom a message notifies, beside its text. */
export interface MentionRules {
  /** Discord's `allowed_mentions`, or nothing. */
  readonly allowed: unknown;
  /** What holds where `allowed` is missing: answers to interactions notify users only. */
  readonly defaults: 'message' | 'interaction';
  /** Whether the author may notify everyone and every role. */
  readonly mayMentionEveryone: boolean;
  /** Roles that anybody may notify. */
  readonly mentionableRoles: ReadonlySet<string>;
  /** Whose message is replied to, or null. */
  readonly repliedTo: string | null;
}

const CODE = /(?<!\\)(?:```[\s\S]*?```|``[\s\S]*?``|`[^`\n]+`)/g;
const USER = /<@!?(\d{15,21})>/g;
const ROLE = /<@&(\d{15,21})>/g;
const EVERYONE = /@(everyone|here)/;

interface Allowed {
  readonly parse: readonly unknown[];
  readonly users: readonly unknown[];
  readonly roles: readonly unknown[];
  readonly repliedUser: boolean;
}

function allowedBy({ allowed, defaults }: MentionRules): Allowed {
  if (allowed === undefined || allowed === null) {
    const parse = defaults === 'message' ? ['users', 'roles', 'everyone'] : ['users'];
    return { parse, users: [], roles: [], repliedUser: true };
  }
  const given = fieldsOf(allowed);
  return {
    parse: itemsOf(given['parse']),
    users: itemsOf(given['users']),
    roles: itemsOf(given['roles']),
    repliedUser: given['replied_user'] === true,
  };
}

function idsIn(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, id]) => String(id)))];
}

/** Whom this text notifies under these rules. What stands in code notifies nobody. */
export function pingedBy(content: string, rules: MentionRules): Pinged {
  const text = content.replace(CODE, ' ');
  const allowed = allowedBy(rules);
  const may = (kind: 'users' | 'roles', id: string): boolean =>
    allowed.parse.includes(kind) || allowed[kind].includes(id);
  const users = idsIn(text, USER).filter((id) => may('users', id));
  const replied = allowed.repliedUser && rules.repliedTo !== null ? [rules.repliedTo] : [];
  const roles = idsIn(text, ROLE)
    .filter((id) => may('roles', id))
    .filter((id) => rules.mayMentionEveryone || rules.mentionableRoles.has(id));
  const everyone = EVERYONE.test(text) && allowed.parse.includes('everyone') && rules.mayMentionEveryone;
  return { users: [...new Set([...users, ...replied])], roles, everyone };
}

/** Whether anybody is notified. */
export function notifies({ users, roles, everyone }: Pinged): boolean {
  return everyone || users.length > 0 || roles.length > 0;
}
