/** Messages as a page that looks like Discord. */
import type { Component, Embed, Message } from '../../tests/support/discord/model.ts';
import { type ChannelNames, drawInline, drawMarkdown, escapeHtml } from './markdown.ts';

/** Somebody's name and the colour of their picture. */
export interface Face {
  readonly name: string;
  readonly colour: string;
}

/** What stands above an answer: the command that it answers, or the message that is replied to. */
export type Above =
  | { readonly kind: 'call'; readonly by: Face; readonly command: string; readonly values: readonly Value[] }
  | { readonly kind: 'reply'; readonly to: Face; readonly said: string; readonly isApp: boolean };

/** A value of a command. */
export interface Value {
  readonly name: string;
  readonly value: string;
}

/** A message with who says it. */
export interface Said {
  readonly by: Face;
  readonly isApp: boolean;
  readonly above: Above | null;
  readonly message: Pick<Message, 'content' | 'embeds' | 'components'>;
}

const BUTTON = 2;
const MENU = 3;
const ARROW =
  '<svg viewBox="0 0 24 24"><path fill="none" stroke="currentColor" stroke-width="2" d="M6 9l6 6 6-6"/></svg>';

function initial({ name }: Face): string {
  return escapeHtml([...name][0] ?? '');
}

function drawAbove(above: Above): string {
  if (above.kind === 'reply') {
    const { to, said, isApp } = above;
    const app = isApp ? '<span class="app">APP</span>' : '';
    return `<div class="above"><span class="face" style="background:${to.colour}">${initial(to)}</span>${app}<b>@${escapeHtml(to.name)}</b><span class="said">${escapeHtml(said)}</span></div>`;
  }
  const { by, command, values } = above;
  const shown = values.map(({ name, value }) => `<span><i>${escapeHtml(name)}:</i> ${escapeHtml(value)}</span>`);
  return `<div class="tip"><b>/${escapeHtml(command)}</b>${shown.join('')}</div><div class="above"><span class="face" style="background:${by.colour}">${initial(by)}</span><b>${escapeHtml(by.name)}</b> 正在使用 <span class="command">/${escapeHtml(command)}</span></div>`;
}

function drawEmbed({ color = 0, title, description, footer }: Embed, channels: ChannelNames): string {
  const parts = [
    title === undefined ? '' : `<div class="title">${drawInline(title, channels)}</div>`,
    description === undefined ? '' : `<div class="description">${drawMarkdown(description, channels)}</div>`,
    footer === undefined ? '' : `<div class="footer">${escapeHtml(footer.text)}</div>`,
  ];
  return `<div><div class="embed" style="border-color:#${color.toString(16).padStart(6, '0')}">${parts.join('')}</div></div>`;
}

function drawComponent(component: Component): string {
  if (component.type === MENU) return `<div class="menu">${escapeHtml(component.placeholder ?? '')}${ARROW}</div>`;
  if (component.type !== BUTTON) throw new Error(`Nobody has said how to draw components of type ${component.type}.`);
  const { label, emoji, disabled = false } = component;
  const sign = emoji?.name ? `<span class="emoji">${escapeHtml(emoji.name)}</span>` : '';
  return `<div class="button${disabled ? ' off' : ''}">${sign}${escapeHtml(label ?? '')}</div>`;
}

function drawSaid({ by, isApp, above, message }: Said, channels: ChannelNames): string {
  const rows = message.components.map(
    ({ components = [] }) => `<div class="row">${components.map(drawComponent).join('')}</div>`,
  );
  return [
    `<div class="message">${above === null ? '' : drawAbove(above)}`,
    `<div class="avatar" style="background:${by.colour}">${initial(by)}</div>`,
    `<div class="who"><b>${escapeHtml(by.name)}</b>${isApp ? '<span class="app">APP</span>' : ''}<time>今天 10:24</time></div>`,
    message.content === '' ? '' : `<div class="content">${drawMentions(message.content, channels)}</div>`,
    ...message.embeds.map((embed) => drawEmbed(embed, channels)),
    `${rows.join('')}</div>`,
  ].join('');
}

/** The text of a message; whom it mentions is the bot. */
function drawMentions(text: string, channels: ChannelNames): string {
  return drawInline(text, channels).replace(/&lt;@\d+&gt;/gu, '<span class="mention">@问报</span>');
}

/** How a page looks. */
export interface Look {
  readonly theme: 'light' | 'dark';
  readonly css: string;
  readonly channels: ChannelNames;
}

/** A conversation as a page, which writes its own height into `data-height`. */
export function drawPage(conversation: readonly Said[], { theme, css, channels }: Look): string {
  const messages = conversation.map((said) => drawSaid(said, channels)).join('');
  const measure = 'document.documentElement.dataset.height = Math.ceil(document.body.getBoundingClientRect().height)';
  return `<!doctype html><html lang="zh-CN" class="${theme}"><meta charset="utf-8"><style>${css}</style><body>${messages}<script>${measure}</script></body></html>`;
}
