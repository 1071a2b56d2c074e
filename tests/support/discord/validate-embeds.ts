/** What Discord takes as embeds. */
import { type Form, fieldsOf, itemsOf, strictLength } from './form.ts';
import { MESSAGE } from './limits.ts';
import type { Fields } from './model.ts';

/** Addresses of pictures may also point to a file of the same message. */
const PICTURE = { max: MESSAGE.url, schemes: ['http', 'https', 'attachment'] };
const LINK = { max: MESSAGE.url };
const COLORS = [0, 0xff_ff_ff] as const;
const CONTENTS = ['title', 'description', 'author', 'footer', 'image', 'thumbnail', 'video', 'provider'];

function isEmpty(embed: Fields): boolean {
  return itemsOf(embed['fields']).length === 0 && !CONTENTS.some((key) => Boolean(embed[key]));
}

function checkFields(form: Form, path: string, fields: unknown): void {
  const all = itemsOf(fields);
  form.count(path, all.length, [0, MESSAGE.fields]);
  for (const [index, item] of all.entries()) {
    const field = fieldsOf(item);
    form.text(`${path}.${index}.name`, field['name'], { max: MESSAGE.fieldName, required: true });
    form.text(`${path}.${index}.value`, field['value'], { max: MESSAGE.fieldValue, required: true });
  }
}

function checkParts(form: Form, path: string, embed: Fields): void {
  const footer = fieldsOf(embed['footer']);
  const author = fieldsOf(embed['author']);
  form.text(`${path}.footer.text`, footer['text'], { max: MESSAGE.footer });
  form.url(`${path}.footer.icon_url`, footer['icon_url'], PICTURE);
  if (embed['author']) form.text(`${path}.author.name`, author['name'], { max: MESSAGE.author, required: true });
  form.url(`${path}.author.url`, author['url'], LINK);
  form.url(`${path}.author.icon_url`, author['icon_url'], PICTURE);
  for (const key of ['image', 'thumbnail']) {
    if (embed[key]) form.url(`${path}.${key}.url`, fieldsOf(embed[key])['url'], PICTURE);
  }
}

function checkEmbed(form: Form, path: string, embed: Fields): void {
  if (isEmpty(embed)) form.missing(`${path}.description`);
  form.text(`${path}.title`, embed['title'], { max: MESSAGE.title });
  form.text(`${path}.description`, embed['description'], { max: MESSAGE.description });
  form.url(`${path}.url`, embed['url'], LINK);
  form.integer(`${path}.color`, embed['color'], COLORS);
  const time = embed['timestamp'];
  if (time !== undefined && time !== null && Number.isNaN(Date.parse(String(time)))) {
    form.add(`${path}.timestamp`, 'DATE_TIME_TYPE_PARSE', `Could not parse ${String(time)}. Should be ISO8601.`);
  }
  checkFields(form, `${path}.fields`, embed['fields']);
  checkParts(form, path, embed);
}

/** Every text of an embed that counts towards the total of a message. */
export function embedTexts(value: unknown): readonly string[] {
  const embed = fieldsOf(value);
  const pairs = itemsOf(embed['fields']).map(fieldsOf);
  const texts = [
    embed['title'],
    embed['description'],
    ...pairs.flatMap((field) => [field['name'], field['value']]),
    fieldsOf(embed['footer'])['text'],
    fieldsOf(embed['author'])['name'],
  ];
  return texts.filter((text) => typeof text === 'string');
}

/** Notes what Discord refuses in these embeds. */
export function checkEmbeds(form: Form, embeds: unknown): void {
  const all = itemsOf(embeds);
  form.count('embeds', all.length, [0, MESSAGE.embeds]);
  for (const [index, embed] of all.entries()) checkEmbed(form, `embeds.${index}`, fieldsOf(embed));
  const total = all.flatMap(embedTexts).reduce((sum, text) => sum + strictLength(text), 0);
  if (total <= MESSAGE.embedTotal) return;
  form.add('embeds', 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${MESSAGE.embedTotal}`);
}
