/** The commands, in the order that people see them. */
import { createRegistry } from '../src/app/command.ts';
import { settings } from './admin/settings.ts';
import { article } from './article.ts';
import { articles } from './articles.ts';
import { ask } from './ask.ts';
import { check } from './check.ts';
import { context } from './context.ts';
import { evidence } from './evidence.ts';
import { createHelp } from './help.ts';
import { judge } from './judge.ts';
import { deletePrivacy } from './privacy/delete.ts';
import { showPrivacy } from './privacy/show.ts';
import { search } from './search.ts';
import { status } from './status.ts';

const commands = [
  ...[ask, search, article, articles, status],
  ...[check, context, evidence, judge],
  ...[settings, showPrivacy, deletePrivacy],
];

/** Everything that can be asked of the library. */
export const registry = createRegistry([...commands, createHelp(commands)]);
