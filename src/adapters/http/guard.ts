/** What stands before every page: headers that browsers obey, the methods that there are, and who may come in. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** Bytes of a request's body: the board sends a job's data at most, and ours are ids. */
const MOST_BYTES = 64 * 1024;

const READING: readonly string[] = ['GET', 'HEAD'];
const CHANGING: readonly string[] = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** The board's page asks for fonts on a foreign server, which is refused here: nothing is loaded from elsewhere. */
const CONTENT_POLICY = [
  ...["default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:"],
  ...["font-src 'self' data:", "connect-src 'self'", "object-src 'none'", "base-uri 'self'", "form-action 'self'"],
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** Ends a request with a word for what is wrong. */
export function refuse(response: ServerResponse, status: number, error: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify({ error }));
}

/** Tells browsers to load nothing from elsewhere, to keep nothing and to show nothing in a frame. */
export const secure: RequestHandler = (_request, response, next) => {
  response.set(HEADERS);
  next();
};

/** Refuses a body that says itself that it is too long; one that does not say is cut by the time that a request may take. */
export const bounded: RequestHandler = (request, response, next) => {
  if (Number(request.headers['content-length'] ?? 0) <= MOST_BYTES) next();
  else {
    response.set('Connection', 'close');
    refuse(response, 413, 'too-large');
  }
};

/** Lets through what reads, and with `changing` what changes. */
export function methods({ changing }: { readonly changing: boolean }): RequestHandler {
  const allowed = changing ? [...READING, ...CHANGING] : READING;
  return (request, response, next) => {
    if (allowed.includes(request.method)) next();
    else {
      response.set('Allow', allowed.join(', '));
      refuse(response, 405, 'method-not-allowed');
    }
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

/** The password of `Basic BASE64(user:password)`; any user will do. */
function passwordOf({ headers }: Request): string | null {
  const [, encoded] = /^Basic +([\w+/=-]+)$/i.exec(headers.authorization ?? '') ?? [];
  const pair = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon < 0 ? null : pair.slice(colon + 1);
}

/** Asks for a password. How long the comparison takes says nothing about how much of it was right. */
export function authenticated(password: string): RequestHandler {
  const wanted = digest(password);
  return (request, response, next) => {
    const given = passwordOf(request);
    if (timingSafeEqual(digest(given ?? ''), wanted) && given !== null) next();
    else {
      response.set('WWW-Authenticate', 'Basic realm="Wenbao", charset="UTF-8"');
      refuse(response, 401, 'password-needed');
    }
  };
}

/** Whether a browser sends it for a page of ours; what is no browser sends neither header. */
function isOwnPage({ headers }: Request): boolean {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'] ?? 'same-origin';
  if (site !== 'same-origin' && site !== 'none') return false;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

/** Refuses a change that a page from elsewhere has a browser send, which adds the password by itself. */
export const ownPagesOnly: RequestHandler = (request: Request, response: Response, next: NextFunction) => {
  if (READING.includes(request.method) || isOwnPage(request)) next();
  else refuse(response, 403, 'from-elsewhere');
};
