/** Questions without a good answer, as entries of a list and as a file. */
import { shiftDay } from '../text/calendar.ts';
import { agoText } from './admin-replies.ts';
import { csv } from './csv.ts';
import type { UnansweredGroup } from './keeper.ts';
import { exceeds, QUESTION_LIMIT } from './limits.ts';
import { callOf } from './paging.ts';
import { plainLine } from './plain-text.ts';
import type { ListItem, OutgoingFile } from './reply.ts';
import type { Wording } from './wording-zh-cn.ts';

const DAY_MS = 86_400_000;

/** A group as an entry that asks its question again. */
export function unansweredItem(group: UnansweredGroup, now: number, wording: Wording): ListItem {
  const { question, questions, refused, disliked, last } = group;
  const words = wording.admin.unanswered;
  const ways = questions.length > 1 ? words.ways(questions.length) : '';
  const counts = words.counts(refused, disliked, agoText(last, now, wording));
  return {
    text: [
      { text: plainLine(question), style: 'strong' },
      { text: `${ways}${wording.separator}${counts}`, style: 'faint' },
    ],
    ...(exceeds(question, QUESTION_LIMIT) ? {} : { call: callOf('ask', { question, private: true }) }),
  };
}

/** The day of a moment in universal time. */
function dayOf(at: number): string {
  return shiftDay('1970-01-01', Math.floor(at / DAY_MS));
}

/** All groups as a table that spreadsheets open. */
export function unansweredFile(groups: readonly UnansweredGroup[], { admin }: Wording): OutgoingFile {
  const { question, ways, refused, disliked, last } = admin.unanswered.columns;
  const rows = groups.map((group) => [
    plainLine(group.question),
    group.questions.slice(1).map(plainLine).join('\n'),
    group.refused,
    group.disliked,
    dayOf(group.last),
  ]);
  return { name: 'unanswered.csv', bytes: csv([[question, ways, refused, disliked, last], ...rows]) };
}
