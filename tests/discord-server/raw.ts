/** Requests to the imitation without any library in between. */
import type { Discord } from '../support/discord/discord.ts';
import type { Exchange } from '../support/discord/exchange.ts';
import { fieldsOf } from '../support/discord/form.ts';
import type { Fields } from '../support/discord/model.ts';

/** What came back. */
export interface Came {
  readonly status: number;
  readonly body: Fields;
  readonly headers: Headers;
}

/** Asks the REST API, as the bot where no other token is given. */
export async function request(
  discord: Discord,
  [method, path]: readonly [string, string],
  { body, token = discord.token }: { readonly body?: unknown; readonly token?: string } = {},
): Promise<Came> {
  const isForm = body instanceof FormData;
  const response = await fetch(`${discord.api}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, ...(isForm ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type') === 'application/json' && text !== '';
  const parsed: unknown = isJson ? JSON.parse(text) : { text };
  return {
    status: response.status,
    body: Array.isArray(parsed) ? { list: parsed } : fieldsOf(parsed),
    headers: response.headers,
  };
}

/** Answers an interaction. */
export function callback(discord: Discord, { id, token }: Exchange, body: unknown): Promise<Came> {
  return request(discord, ['POST', `/interactions/${id}/${token}/callback?with_response=true`], { body });
}

/** Follows an interaction up, or changes one of its messages. */
export function webhook(
  discord: Discord,
  { token }: Exchange,
  { method = 'POST', message = '', body }: { method?: string; message?: string; body?: unknown },
): Promise<Came> {
  const path = `/webhooks/${discord.applicationId}/${token}${message === '' ? '' : `/messages/${message}`}`;
  return request(discord, [method, path], { body });
}

/** The faults of a refused form as `path code`, sorted. */
export function faultsOf(body: Fields): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown, path: readonly string[]): void => {
    for (const [key, inner] of Object.entries(fieldsOf(node))) {
      if (key !== '_errors') visit(inner, [...path, key]);
      else for (const { code } of inner as { code: string }[]) found.push(`${path.join('.')} ${code}`);
    }
  };
  visit(body['errors'], []);
  return found.sort();
}
