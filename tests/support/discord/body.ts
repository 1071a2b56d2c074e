/** Reads what a request carries. */
import type { IncomingMessage } from 'node:http';
import { ApiError } from './errors.ts';
import { fieldsOf, itemsOf } from './form.ts';
import type { Upload } from './model.ts';

/** A request's body: its JSON and its files, in their order. */
export interface Body {
  readonly json: unknown;
  readonly files: readonly Upload[];
}

/** More than any request may have, in bytes; files alone have a smaller limit that is checked later. */
const MOST = 64 * 1024 * 1024;
const INVALID_JSON = [400, 50_109, 'The request body contains invalid JSON.'] as const;

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > MOST) throw new ApiError(413, 40_005, 'Request entity too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(...INVALID_JSON);
  }
}

/** What the JSON says about file number `index`; answers to interactions say it inside `data`. */
function about(json: unknown, index: number): { readonly description?: string } {
  const body = fieldsOf(json);
  const listed = itemsOf(body['attachments'] ?? fieldsOf(body['data'])['attachments']).map(fieldsOf);
  const description = listed.find((one) => String(one['id']) === String(index))?.['description'];
  return typeof description === 'string' ? { description } : {};
}

async function formIn(bytes: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new ApiError(...INVALID_JSON);
  }
}

async function multipart(bytes: Buffer, contentType: string): Promise<Body> {
  const form = await formIn(bytes, contentType);
  const payload = form.get('payload_json');
  const json = parsed(typeof payload === 'string' ? payload : '');
  const files: Upload[] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string') continue;
    const index = Number(/^files?\[(\d+)\]$/.exec(name)?.[1] ?? files.length);
    const data = new Uint8Array(await value.arrayBuffer());
    files.push({ filename: value.name, data, contentType: value.type, ...about(json, index) });
  }
  return { json, files };
}

/** Reads a request to its end. Throws Discord's 50109 for what is no JSON. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const bytes = await bytesOf(request);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return multipart(bytes, type);
  return { json: parsed(bytes.toString('utf8')), files: [] };
}
