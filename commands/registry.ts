/** The commands, in the order that people see them. */
import { createRegistry } from '../src/app/command.ts';
import { article } from './article.ts';
import { articles } from './articles.ts';
import { ask } from './ask.ts';
import { createHelp } from './help.ts';
import { search } from './search.ts';
import { status } from './status.ts';

const commands = [ask, search, article, articles, status] as const;

/** Everything that can be asked of the library. */
export const registry = createRegistry([...commands, createHelp(commands)]);
