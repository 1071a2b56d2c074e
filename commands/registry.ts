/** The commands, in the order that people see them. */
import { createRegistry } from '../src/app/command.ts';
import { add } from './admin/add.ts';
import { backup } from './admin/backup.ts';
import { batch } from './admin/batch.ts';
import { job } from './admin/job.ts';
import { jobs } from './admin/jobs.ts';
import { paste } from './admin/paste.ts';
import { reindex } from './admin/reindex.ts';
import { remove } from './admin/remove.ts';
import { removing } from './admin/removing.ts';
import { settings } from './admin/settings.ts';
import { unanswered } from './admin/unanswered.ts';
import { answer } from './answer.ts';
import { article } from './article.ts';
import { articles } from './articles.ts';
import { ask } from './ask.ts';
import { check } from './check.ts';
import { context } from './context.ts';
import { evidence } from './evidence.ts';
import { createHelp } from './help.ts';
import { idle } from './idle.ts';
import { judge } from './judge.ts';
import { deletePrivacy } from './privacy/delete.ts';
import { showPrivacy } from './privacy/show.ts';
import { search } from './search.ts';
import { status } from './status.ts';
import { articleSummary } from './summary/article.ts';
import { daySummary } from './summary/day.ts';
import { pageSummary } from './summary/page.ts';
import { rangeSummary } from './summary/range.ts';
import { topicSummary } from './summary/topic.ts';

const commands = [
  ...[ask, search, article, articles, status],
  ...[articleSummary, topicSummary, daySummary, rangeSummary, pageSummary],
  ...[answer, check, context, evidence, idle, judge],
  ...[add, remove, reindex, jobs, unanswered, backup, settings],
  ...[batch, job, paste, removing],
  ...[showPrivacy, deletePrivacy],
];

/** Everything that can be asked of the library. */
export const registry = createRegistry([...commands, createHelp(commands)]);
