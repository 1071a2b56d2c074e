/** What we say in English. The text of the pages stays Chinese. */

import { adminEn } from './wording-admin-en.ts';
import { pageEn } from './wording-page-en.ts';
import { remarksEn } from './wording-remarks-en.ts';
import { summaryEn } from './wording-summary-en.ts';
import type { Wording } from './wording-zh-cn.ts';

const reasons: Wording['reasons'] = {
  'empty-library': 'The library is still empty: take in some newspaper pages first.',
  'empty-question': 'There is no question in that. Please write a whole one, such as “某某项目总投资多少？”',
  'no-antecedent': 'It is not clear who or what is meant here. Please ask again with the name.',
  'small-talk': 'I only answer what the newspapers say: people, times, places, figures and reasons in their articles.',
  opinion: 'That asks for an opinion. I only answer what a sentence of the newspapers proves.',
  forecast: 'That has not happened yet, so no newspaper here can prove it.',
  instruction: 'That is not a question about the newspapers. I answer from their text and do nothing else.',
  'nothing-found': 'The newspapers say nothing about that. Try other words, or add a name of a person, place or body.',
  'other-time': 'The newspapers speak of this, but not of the time you ask about, so I give no answer.',
  'other-subject': 'The newspapers speak of something close, but not of the one you ask about, so I give no answer.',
  'not-printed': 'The page does not print that for this article.',
  'part-missing': 'The newspapers do not prove one part of the question, so there is no answer.',
  'units-differ': 'The values have different units and cannot be compared or reckoned with.',
  premise: 'The newspapers say the opposite of what the question takes for granted; see below.',
  disagree: 'Reports of the same day disagree; they are shown below for you to check.',
  unsure: 'The newspapers have something on this, but not enough to be sure of an answer, so I give none.',
};

const errors: Wording['errors'] = {
  'unknown-command': ({ command, nearest }) =>
    `There is no command “${command}”.${nearest === null ? '' : ` Did you mean “${nearest}”?`} “help” lists them all.`,
  'option-missing': ({ option }) => `Please fill in “${option}”.`,
  'option-unknown': ({ option, known }) => `There is no option “${option}”. Known: ${known.join(', ') || 'none'}.`,
  'option-too-long': ({ option, length, limit }) =>
    `“${option}” has ${length} characters, at most ${limit} are taken. Please shorten it.`,
  'option-not-integer': ({ option, value, min, max }) =>
    `“${option}” must be a whole number from ${min} to ${max}, not “${value}”.`,
  'option-not-date': ({ option, value }) =>
    `“${value}” is no date for “${option}”. Write it as 2022-07-15, 2022-07 or 2022.`,
  'option-not-flag': ({ option, value }) => `“${option}” is yes or no, not “${value}”.`,
  'option-not-choice': ({ option, value, choices }) =>
    `“${option}” cannot be “${value}”. Choose one of: ${choices.join(', ')}.`,
  'dates-reversed': ({ from, to }) =>
    `The first day, ${from}, is after the last one, ${to}. Please swap or correct them.`,
  'search-empty': () => 'Give at least words, a reporter, a page or a day, such as “words:招商 from:2022-07-01”.',
  'not-allowed': ({ permission }) =>
    permission === 'manager'
      ? 'Only people who may manage the server can use this.'
      : 'This changes the library; only the people listed in BOT_ADMINS can use it. Please ask an admin.',
  'nothing-to-check': () =>
    'There is nothing in this message that could be checked. Choose one that says something in particular.',
  'place-needed': () => 'Settings are kept for each server: please use this in a channel of one.',
};

/** English. */
export const en: Wording = {
  reasons,
  errors,
  remarks: remarksEn,
  pageView: pageEn,
  summary: summaryEn,
  admin: adminEn,
  lacking: (word) => `The newspapers speak of something close, but not of “${word}”, so I give no answer.`,
  fault: (reference) =>
    `Sorry, something broke on our side. Please try again later and quote ${reference} if you report it.`,
  date: (day) => day,
  separator: ' · ',
  listSeparator: ', ',
  title: (title) => `《${title}》`,
  untitled: '(no headline)',
  reporters: (names) => `by ${names}`,
  confidence: { high: 'very sure', fair: 'fairly sure', low: 'not very sure, please check the original' },
  confidenceLabel: (words) => `Confidence: ${words}`,
  understoodAs: (question: string): string => `Understood as “${question}”`,
  workedOut: (calculation: string): string => `Worked out: ${calculation}`,
  notices: {
    incomplete: 'There may be more than are listed here.',
    newer: 'Articles of different days say different things; the newest one counts.',
  },
  earlier: 'Earlier articles',
  unproved: (part: string): string => `Not proved: ${part}`,
  otherSources: 'Other sources',
  related: 'Related passages, to check by',
  nearestPassages: 'The nearest passages (not the answer)',
  open: 'Original',
  context: 'In context',
  wholeArticle: 'Whole article',
  moreEvidence: 'More sources',
  followUp: 'Follow up',
  useful: 'useful',
  useless: 'of no use',
  evidenceHeading: (question) => `Sources for “${question}”`,
  noTurn: 'No question has been answered in this conversation yet, or it is too long ago. Please ask again.',
  articleGone: 'This article is no longer in the library; this is what was quoted from it.',
  judged: {
    up: 'Thank you: noted as useful.',
    down: 'Thank you: noted as of no use.',
    changed: 'You can change your mind at any time.',
  },
  checked: (claim) => `Checking “${claim}”`,
  searchHeading: (words) => `Passages for “${words}”`,
  searchNothing: (words) => `Nothing about “${words}” was found. Try other or fewer words, or a wider range of days.`,
  articlesHeading: 'Articles',
  articlesNothing: 'No article meets these conditions.',
  noMore: 'There is no more.',
  idle: 'Nothing is running, so there is nothing to cancel. Just write a question.',
  pageNumber: (number) => `page ${number}`,
  previous: 'Back',
  next: 'More',
  articleNothing: (name) => `No article is called “${name}”. “articles” lists them all.`,
  articleWhich: (name) => `No article is called exactly “${name}”. Did you mean:`,
  brokenOff: '(This paragraph breaks off on the page; what stands below is not its rest.)',
  truncated: '(The page breaks off here; the rest is missing.)',
  facts: { source: 'Source', date: 'Day', byline: 'Byline', id: 'Id' },
  status: {
    heading: 'The library',
    pages: 'Pages',
    articles: 'Articles',
    passages: 'Passages',
    newest: 'Newest day',
    queue: 'Taking in',
    idle: 'nothing under way',
    working: (running, waiting, failed) => `${running} running, ${waiting} waiting, ${failed} failed`,
    latency: 'Time to answer',
    times: (median, p99, asked) => `${median} ms at the median, ${p99} ms for 99% (last ${asked} questions)`,
    unasked: 'no question since the start',
    none: 'none',
  },
  settings: {
    heading: 'Settings of this server',
    saved: 'Saved. Settings of this server',
    channels: 'Channels to speak in',
    everywhere: 'all',
    private: 'Private by default',
    language: 'Language',
    languages: {
      asker: "the asker's",
      'zh-CN': 'simplified Chinese',
      'zh-TW': 'traditional Chinese',
      en: 'English',
    },
    mentions: 'Answers mentions',
    threads: 'Thread button',
    confidence: 'Least confidence',
    ownJudgement: 'left to the program',
    yes: 'yes',
    no: 'no',
  },
  privacy: {
    heading: 'What is kept of you',
    what:
      'Questions and answers are kept so that buttons and follow-ups go on working, and deleted when their time is over. ' +
      'People appear by a code that cannot be turned back; neither name nor account is kept.',
    kept: (turns, judgements) => `Kept of you now: ${turns} questions, ${judgements} judgements.`,
    nothing: 'Nothing is kept of you now.',
    forget: 'Delete all of it',
    really: 'The buttons under your questions will stop working. Are you sure?',
    forgotten: (count) => `${count} records deleted.`,
  },
  help: {
    heading: 'Wenbao: ask the newspapers',
    intro:
      'Write a question to get the short answer, the sentence that proves it and where it was printed. ' +
      'What the newspapers do not say is never made up.',
    commands: 'Commands',
    options: 'options',
  },
};
