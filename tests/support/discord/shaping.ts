/** How Discord stores what it was sent: trimmed, numbered and with files that have addresses. */
import { fieldsOf, itemsOf } from './form.ts';
import type { Attachment, Channel, Component, Embed, Fields, Message, Upload } from './model.ts';
import type { World } from './world.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown',
  json: 'application/json',
  csv: 'text/csv',
  html: 'text/html',
  png: 'image/png',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
};

function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
  return Object.fromEntries(kept.map(([key, inner]) => [key, trimmed(inner)]));
}

/** Embeds as they are stored. */
export function shapedEmbeds(embeds: unknown): readonly Embed[] {
  return itemsOf(embeds).map((embed) => ({ ...fieldsOf(trimmed(embed)), type: 'rich' }));
}

/** Components as they are stored: each has a number. */
export function shapedComponents(components: unknown): readonly Component[] {
  let last = 0;
  const number = (value: unknown): Component => {
    const component = fieldsOf(value);
    last += 1;
    const id = typeof component['id'] === 'number' && component['id'] > 0 ? component['id'] : last;
    return {
      ...component,
      type: Number(component['type']),
      id,
      ...(component['components'] ? { components: itemsOf(component['components']).map(number) } : {}),
      ...(component['component'] ? { component: number(component['component']) } : {}),
      ...(component['accessory'] ? { accessory: number(component['accessory']) } : {}),
    };
  };
  return itemsOf(components).map(number);
}

/** The kind of a file by the end of its name. */
export function contentTypeOf({ contentType, filename }: Upload): string {
  const ending = filename.slice(filename.lastIndexOf('.') + 1).toLowerCase();
  return CONTENT_TYPES[ending] ?? (contentType || 'application/octet-stream');
}

/** Where files are stored. */
export interface Place {
  readonly world: World;
  /** The server's address, such as `http://127.0.0.1:4000`. */
  readonly origin: string;
  readonly channel: Channel;
  readonly ephemeral: boolean;
}

/** Stores a file and says how a message names it. */
export function storedFile({ world, origin, channel, ephemeral }: Place, upload: Upload): Attachment {
  const id = world.ids.next();
  // Discord takes no spaces in names and writes these instead.
  const filename = upload.filename.replaceAll(' ', '_');
  const folder = ephemeral ? 'ephemeral-attachments' : 'attachments';
  const url = `${origin}/${folder}/${channel.id}/${id}/${encodeURIComponent(filename)}`;
  world.files.set(id, { ...upload, filename });
  return {
    id,
    filename,
    size: upload.announcedSize ?? upload.data.byteLength,
    url,
    proxy_url: url,
    content_type: contentTypeOf(upload),
    ...(upload.description === undefined ? {} : { description: upload.description }),
    ...(ephemeral ? { ephemeral: true } : {}),
  };
}

/** The files of a message after an edit: Discord keeps all of them, or those that the edit lists. */
export function keptAttachments(body: Fields, existing: Message): readonly Attachment[] {
  const listed = body['attachments'];
  if (!Array.isArray(listed)) return existing.attachments;
  const ids = new Set(listed.map((one) => fieldsOf(one)['id']));
  return existing.attachments.filter(({ id }) => ids.has(id));
}
