/** The words of a message, without what only Discord makes of it. */
import type { Message } from 'discord.js';

/** Mentions, custom emoji, channels, timestamps: `<@1>`, `<:smile:1>`, `<#1>`, `<t:1:R>`. */
const TOKENS = /<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|\/[^:>]+:\d+)>/gu;
const LINKS = /https?:\/\/\S+/gu;
const MARKUP = /\*\*|__|~~|\|\||`{1,3}|^>{1,3} |^#{1,3} |^-# /gmu;

/** A text as somebody meant it to be read. */
export function bareText(text: string): string {
  return text.replace(TOKENS, ' ').replace(LINKS, ' ').replace(MARKUP, '').trim();
}

/** The words of a message; of one that consists of cards, those of its cards; of a forwarded one, the original's. */
export function textOfMessage(message: Message): string {
  const forwarded = message.messageSnapshots.map(({ content }) => content);
  const own = bareText([message.content, ...forwarded].join('\n'));
  if (own !== '') return own;
  return bareText(message.embeds.map(({ title, description }) => `${title ?? ''}\n${description ?? ''}`).join('\n'));
}
