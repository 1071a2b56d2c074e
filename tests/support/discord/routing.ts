/** The shape of a route. */
import { fieldsOf } from './form.ts';
import type { Fields, Upload } from './model.ts';

/** A request that reached its route. */
export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly json: unknown;
  /** The JSON where it is an object, else no fields. */
  readonly body: Fields;
  readonly files: readonly Upload[];
}

/** An answer; 204 has no body. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** A route of the REST API. */
export interface Route {
  readonly method: string;
  /** With `:name` for a part that varies, such as `/channels/:channel`. */
  readonly path: string;
  /** Where the token in the path is what allows it. */
  readonly open?: boolean;
  /** The name of the rate limit's bucket, where it has one. Each value of the first variable part has its own. */
  readonly bucket?: string;
  readonly handle: (call: Call) => Answer;
}

/** A 200 with this body. */
export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** A 204. */
export const NOTHING: Answer = { status: 204 };

/** A route that fits, with its variable parts. */
export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

function fits(route: Route, parts: readonly string[]): Readonly<Record<string, string>> | null {
  const pattern = route.path.split('/');
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const part = parts[index] ?? '';
    if (expected.startsWith(':')) params[expected.slice(1)] = decodeURIComponent(part);
    else if (expected !== part) return null;
  }
  return params;
}

/** The first route that fits, or null. */
export function routeFor(routes: readonly Route[], method: string, path: string): Match | null {
  const parts = path.split('/');
  for (const route of routes) {
    const params = route.method === method ? fits(route, parts) : null;
    if (params !== null) return { route, params };
  }
  return null;
}

/** What reached a route, put together. */
export function callOf(params: Match['params'], query: URLSearchParams, given: GivenBody): Call {
  return { params, query, json: given.json, body: fieldsOf(given.json), files: given.files };
}

interface GivenBody {
  readonly json: unknown;
  readonly files: readonly Upload[];
}
