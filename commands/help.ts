/** What can be asked for. */
import { type Command, defineCommand, isTyped, keyOf } from '../src/app/command.ts';
import type { Locale } from '../src/app/locale.ts';
import { content, type Fact, type Inline, inline } from '../src/app/reply.ts';
import { wordingFor } from '../src/app/wording.ts';
import type { Wording } from '../src/app/wording-zh-cn.ts';

function describe(command: Command, locale: Locale, wording: Wording): Fact {
  const typed = Object.values(command.options).filter(({ inner = false }) => !inner);
  const options = typed.map((option) => option.names[locale]);
  const value: Inline[] = [{ text: command.description[locale], style: 'plain' }];
  if (options.length > 0) {
    const names = options.join(wording.listSeparator);
    value.push({ text: `${wording.separator}${wording.help.options} ${names}`, style: 'faint' });
  }
  return { name: `/${keyOf(command)}`, value };
}

/** The command that lists `others` and itself; what only admins may do is listed for them alone. */
export function createHelp(others: readonly Command[]): Command {
  const help: Command = defineCommand({
    name: 'help',
    names: { 'zh-CN': '帮助', 'zh-TW': '說明', en: 'help' },
    description: { 'zh-CN': '怎样使用', 'zh-TW': '怎樣使用', en: 'how to use this' },
    pace: 'instant',
    audience: 'asker',
    options: {},
    async run(_values, _library, { locale, admin }) {
      const wording = wordingFor(locale);
      return content([
        { kind: 'heading', level: 1, text: inline(wording.help.heading) },
        { kind: 'text', text: inline(wording.help.intro) },
        { kind: 'heading', level: 2, text: inline(wording.help.commands) },
        {
          kind: 'facts',
          facts: [...others, help]
            .filter((command) => isTyped(command) && (admin || command.permission !== 'admin'))
            .map((command) => describe(command, locale, wording)),
        },
      ]);
    },
  });
  return help;
}
