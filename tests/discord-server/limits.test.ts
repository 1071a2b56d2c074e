import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Discord, startDiscord } from '../support/discord/discord.ts';
import type { Channel } from '../support/discord/model.ts';
import { faultsOf, request } from './raw.ts';

const V2 = 32_768;
const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const row = (...components: readonly unknown[]): unknown => ({ type: 1, components });
const button = (parts: object = {}): unknown => ({ type: 2, style: 1, label: 'Next', custom_id: 'next', ...parts });
const option = (value: string, parts: object = {}): unknown => ({ label: value, value, ...parts });
const select = (parts: object = {}): unknown => ({ type: 3, custom_id: 'pick', options: [option('a')], ...parts });
const text = (content: string): unknown => ({ type: 10, content });
const embed = (parts: object): unknown => ({ embeds: [parts] });
const inRow = (...components: readonly unknown[]): unknown => ({ content: 'x', components: [row(...components)] });

let discord: Discord;
let channel: Channel;

beforeAll(async () => {
  discord = await startDiscord();
  channel = discord.addChannel(discord.addGuild());
});

afterAll(() => discord.close());

/** `[what, the largest message that is taken or null, one that is refused, its faults]` */
const MESSAGES: readonly (readonly [string, unknown, unknown, readonly string[]])[] = [
  ['a text', { content: 'x'.repeat(2000) }, { content: 'x'.repeat(2001) }, ['content BASE_TYPE_MAX_LENGTH']],
  [
    'characters outside of the plane',
    { content: '𠮷'.repeat(1000) },
    { content: '𠮷'.repeat(1001) },
    ['content BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'an embed title',
    embed({ title: '题'.repeat(256) }),
    embed({ title: '题'.repeat(257) }),
    ['embeds.0.title BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'an embed description',
    embed({ description: 'x'.repeat(4096) }),
    embed({ description: 'x'.repeat(4097) }),
    ['embeds.0.description BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'an embed footer',
    embed({ footer: { text: 'x'.repeat(2048) } }),
    embed({ footer: { text: 'x'.repeat(2049) } }),
    ['embeds.0.footer.text BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'an embed author',
    embed({ author: { name: 'x'.repeat(256) } }),
    embed({ author: { name: 'x'.repeat(257) } }),
    ['embeds.0.author.name BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'the fields of an embed',
    embed({ fields: many(25, () => ({ name: 'n', value: 'v' })) }),
    embed({ fields: many(26, () => ({ name: 'n', value: 'v' })) }),
    ['embeds.0.fields BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a field of an embed',
    embed({ fields: [{ name: 'n'.repeat(256), value: 'v'.repeat(1024) }] }),
    embed({ fields: [{ name: 'n'.repeat(257), value: '' }] }),
    ['embeds.0.fields.0.name BASE_TYPE_MAX_LENGTH', 'embeds.0.fields.0.value BASE_TYPE_REQUIRED'],
  ],
  [
    'the texts of all embeds together',
    { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2000) }] },
    { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2000), title: 'y' }] },
    ['embeds MAX_EMBED_SIZE_EXCEEDED'],
  ],
  [
    'the number of embeds',
    { embeds: many(10, () => ({ title: 't' })) },
    { embeds: many(11, () => ({ title: 't' })) },
    ['embeds BASE_TYPE_MAX_LENGTH'],
  ],
  ['an empty embed', null, embed({ color: 1 }), ['embeds.0.description BASE_TYPE_REQUIRED']],
  [
    'the address of an embed',
    embed({ title: 't', url: 'https://example.org' }),
    embed({ title: 't', url: 'ftp://example.org' }),
    ['embeds.0.url URL_TYPE_INVALID_SCHEME'],
  ],
  [
    'an address that is none',
    embed({ image: { url: 'attachment://a.png' } }),
    embed({ image: { url: 'a.png' } }),
    ['embeds.0.image.url URL_TYPE_INVALID_URL'],
  ],
  [
    'the number of rows',
    { content: 'x', components: many(5, (i) => row(button({ custom_id: `b${i}` }))) },
    { content: 'x', components: many(6, (i) => row(button({ custom_id: `b${i}` }))) },
    ['components BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'the buttons of a row',
    inRow(...many(5, (i) => button({ custom_id: `b${i}` }))),
    inRow(...many(6, (i) => button({ custom_id: `b${i}` }))),
    ['components.0.components BASE_TYPE_BAD_LENGTH'],
  ],
  ['an empty row', null, inRow(), ['components.0.components BASE_TYPE_BAD_LENGTH']],
  [
    'a menu beside a button',
    inRow(select()),
    inRow(select(), button()),
    ['components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  ],
  [
    'a button label',
    inRow(button({ label: 'x'.repeat(80) })),
    inRow(button({ label: 'x'.repeat(81) })),
    ['components.0.components.0.label BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a button with nothing on it',
    inRow(button({ label: undefined, emoji: { name: '📰' } })),
    inRow(button({ label: undefined })),
    ['components.0.components.0.label BASE_TYPE_REQUIRED'],
  ],
  [
    'an emoji',
    null,
    inRow(button({ emoji: { name: 'paper' } })),
    ['components.0.components.0.emoji.name COMPONENT_INVALID_EMOJI'],
  ],
  [
    'a custom id',
    inRow(button({ custom_id: 'x'.repeat(100) })),
    inRow(button({ custom_id: 'x'.repeat(101) })),
    ['components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'custom ids that are the same',
    null,
    inRow(button(), button()),
    ['components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
  ],
  [
    'a link with a custom id',
    inRow(button({ style: 5, custom_id: undefined, url: 'https://example.org' })),
    inRow(button({ style: 5, url: 'https://example.org' })),
    ['components.0.components.0.custom_id COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE'],
  ],
  [
    'a link without an address',
    null,
    inRow(button({ style: 5, custom_id: undefined })),
    ['components.0.components.0.url BASE_TYPE_REQUIRED'],
  ],
  [
    'the entries of a menu',
    inRow(select({ options: many(25, (i) => option(`${i}`)) })),
    inRow(select({ options: many(26, (i) => option(`${i}`)) })),
    ['components.0.components.0.options BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a menu without entries',
    null,
    inRow(select({ options: [] })),
    ['components.0.components.0.options BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'entries that are the same',
    null,
    inRow(select({ options: [option('a'), option('a')] })),
    ['components.0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED'],
  ],
  [
    'the texts of an entry',
    inRow(select({ options: [option('x'.repeat(100), { description: 'y'.repeat(100) })] })),
    inRow(select({ options: [option('a', { label: 'x'.repeat(101), description: 'y'.repeat(101) })] })),
    [
      'components.0.components.0.options.0.description BASE_TYPE_MAX_LENGTH',
      'components.0.components.0.options.0.label BASE_TYPE_BAD_LENGTH',
    ],
  ],
  [
    'a placeholder',
    inRow(select({ placeholder: 'x'.repeat(150) })),
    inRow(select({ placeholder: 'x'.repeat(151) })),
    ['components.0.components.0.placeholder BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'text beside newer components',
    { flags: V2, components: [text('x')] },
    { flags: V2, content: 'x', components: [text('x')] },
    ['content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
  ],
  [
    'newer components without their flag',
    null,
    { content: 'x', components: [text('x')] },
    ['components.0.type BASE_TYPE_CHOICES'],
  ],
  [
    'the number of newer components',
    { flags: V2, components: many(40, () => text('x')) },
    { flags: V2, components: [{ type: 17, components: many(40, () => text('x')) }] },
    ['components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
  ],
  [
    'the text of newer components',
    { flags: V2, components: [text('x'.repeat(3999)), text('y')] },
    { flags: V2, components: [text('x'.repeat(3999)), text('yy')] },
    ['components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'],
  ],
  [
    'mentions that contradict themselves',
    { content: 'x', allowed_mentions: { parse: ['users'], roles: ['1'] } },
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    ['allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
  ],
  [
    'a nonce',
    { content: 'x', nonce: 'n'.repeat(25) },
    { content: 'x', nonce: 'n'.repeat(26) },
    ['nonce BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a reply to nothing',
    { content: 'x', message_reference: { message_id: '1', fail_if_not_exists: false } },
    { content: 'x', message_reference: { message_id: '1' } },
    ['message_reference REPLIES_UNKNOWN_MESSAGE'],
  ],
];

describe('messages', () => {
  it.each(MESSAGES)('are taken up to the limit and refused above it: %s', async (_, taken, refused, faults) => {
    const path = `/channels/${channel.id}/messages`;
    if (taken !== null)
      expect((await request(discord, ['POST', path], { body: taken })).body).not.toHaveProperty('code');
    const { status, body } = await request(discord, ['POST', path], { body: refused });
    expect({ status, code: body['code'], faults: faultsOf(body) }).toEqual({ status: 400, code: 50_035, faults });
  });

  it.each([
    ['no text', { content: ' \n ' }],
    ['components alone', { components: [row(button())] }],
    ['nothing', {}],
  ])('are refused as empty with %s', async (_, body) => {
    const came = await request(discord, ['POST', `/channels/${channel.id}/messages`], { body });
    expect([came.status, came.body['code']]).toEqual([400, 50_006]);
  });

  it('are refused with half of a surrogate pair', async () => {
    const body = { content: 'x', embeds: [{ title: `cut ${'𠮷'.slice(0, 1)}` }] };
    const came = await request(discord, ['POST', `/channels/${channel.id}/messages`], { body });
    expect([came.status, came.body['code']]).toEqual([400, 50_109]);
  });

  it('are refused with files of more than ten mebibytes, and carry smaller ones', async () => {
    const send = (bytes: number) => {
      const form = new FormData();
      form.set('payload_json', JSON.stringify({ attachments: [{ id: 0, description: 'a page' }] }));
      form.set('files[0]', new Blob([new Uint8Array(bytes)]), '第 一版.txt');
      return request(discord, ['POST', `/channels/${channel.id}/messages`], { body: form });
    };
    expect((await send(10 * 1024 * 1024 + 1)).body['code']).toBe(40_005);
    const [file] = ((await send(5)).body['attachments'] ?? []) as { url: string; filename: string; size: number }[];
    expect(file).toMatchObject({ filename: '第_一版.txt', size: 5, description: 'a page' });
    expect((await (await fetch(file?.url ?? '')).arrayBuffer()).byteLength).toBe(5);
  });

  it('cannot become empty or forget their kind by an edit', async () => {
    const path = `/channels/${channel.id}/messages`;
    const plain = await request(discord, ['POST', path], { body: { content: 'x', embeds: [{ title: 't' }] } });
    const edit = (id: unknown, body: unknown) => request(discord, ['PATCH', `${path}/${id}`], { body });
    expect((await edit(plain.body['id'], { content: null })).status).toBe(200);
    expect((await edit(plain.body['id'], { embeds: [] })).body['code']).toBe(50_006);
    const newer = await request(discord, ['POST', path], { body: { flags: V2, components: [text('x')] } });
    const refused = await edit(newer.body['id'], { content: 'y', flags: 0 });
    expect(faultsOf(refused.body)).toEqual(['content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2']);
  });
});
