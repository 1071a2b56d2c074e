/** What only the terminal says, in English. */
import type { TerminalWording } from './wording-zh-cn.ts';

const usage = `Usage: wenbao COMMAND [options]

Commands:
  index  [--data DIR] PATH...      take in files and folders (.txt .md .jsonl, each also .gz)
         --json                    print one JSON summary line only
         --rebuild                 read everything again; without PATH what has been kept
  ask    [--data DIR] QUESTION     answer one question
         --explain                 show every number of the score
         --jsonl                   read {"id","question","session"?} lines from standard input
  search [--data DIR] QUERY        ranked passages; --jsonl likewise
  articles [--data DIR] [--json]   the articles
  summary [--data DIR] SUBJECT     a summary: --article HEADLINE or ID, --topic TEXT, --day DAY,
                                   --page PAGE, or --from DAY --to DAY
         --length short|medium|long
         --json                    one line of JSON only
  chat   [--data DIR]              the terminal chat
  start  [--data DIR]              take in what changed in CORPUS_DIR, then connect Discord; without a token, chat
  worker [--data DIR]              take in what admins hand in, as a process of its own, on REDIS_URL
  admin  [--data DIR] COMMAND…     what admins do: add, remove, reindex, jobs, unanswered, backup
  page   FILE                      a page: its lines beside the articles made of them; takes nothing in
         --html OUT.html           write that as one web page; --json one line of JSON only
  stats  [--data DIR] [--json]     how much the library holds

  --help     show this text
  --version  show the version

Without --data the environment's DATA_DIR counts, else data.
Exit status: 0 success, 1 failure, 2 wrong usage.
`;

const chatHelp = `In the terminal also:
  /search WORDS reporter:NAME from:2022-07-01 to:2022-07-31
  /article HEADLINE or ID
  /quit            leave (or Ctrl-C, Ctrl-D)
`;

const discord = `To connect Discord:
  1. create an application at https://discord.com/developers/applications and take the token from its Bot page (Reset Token);
  2. write DISCORD_TOKEN=token into the file .env;
  3. run npm run deploy-commands, which registers the commands and prints the invite link;
  4. open the invite link (scopes bot and applications.commands) and add the bot to your server;
  5. run npm start again.
`;

/** English. */
export const terminalEn: TerminalWording = {
  usage,
  chatHelp,
  discord,
  workerWithoutQueue:
    'A worker takes jobs from a queue that processes share: set REDIS_URL, such as redis://127.0.0.1:6379. Without Redis the bot does them itself.',
  usageHint: 'wenbao --help shows the usage.',
  unknownSubcommand: (name) => `There is no command “${name}”.`,
  noSubcommand: 'Which command?',
  unknownFlag: (flag) => `There is no option “${flag}”.`,
  flagWithoutValue: (flag) => `“${flag}” needs a value.`,
  flagWithValue: (flag) => `“${flag}” takes no value.`,
  noPath: 'Which files or folders?',
  noFile: 'Which file?',
  htmlName: (name) => `“${name}” must end in .html.`,
  unreadablePage: (file, why) => `${file} was not read: ${why}`,
  noQuestion: 'Which question? Or read them from standard input with --jsonl.',
  tooMuch: (text) => `“${text}” is too much.`,
  linesExclude: 'With --jsonl the questions come from standard input, not from the command line.',
  noSubject: 'Say what to summarise: --article, --topic, --day, --page, or --from and --to.',
  oneSubject: '--article, --topic, --day and --page exclude each other; --from and --to stand alone or with --topic.',
  failed: (message) => `Failed: ${message}`,
  fault: (reference, message) => `Reference ${reference}: ${message}`,
  lineNotJson: (line) => `Line ${line} is not a JSON object.`,
  lineField: (line, field) => `In line ${line}, ${field} must be a string.`,
  lineFailed: (line, message) => `Line ${line} failed: ${message}`,
  sentenceSeparator: ' ',
  taking: 'taking in',
  taken: (pages, articles, passages) =>
    `${pages} pages read; the library now holds ${articles} articles, ${passages} passages.`,
  changed: (added, replaced, removed) => `Articles added: ${added}, replaced: ${replaced}, removed: ${removed}.`,
  unchanged: 'Nothing has changed.',
  refused: (file, why) => `${file} was not taken in: ${why}`,
  refusedMore: (count) =>
    `${count} more ${count === 1 ? 'was' : 'were'} not taken in and ${count === 1 ? 'is' : 'are'} not listed.`,
  warned: (file, what) => `${file}: ${what}`,
  warnedMore: (count) => `${count} more ${count === 1 ? 'remark is' : 'remarks are'} not listed.`,
  noCorpus: (folder) => `There is no folder ${folder} of pages; set CORPUS_DIR, or take some in with wenbao index.`,
  readonly: (folder) =>
    `${folder} cannot be written to, so nothing was taken in; the answers come from what it holds. To take in pages, give this user the right to write there, or choose another folder with --data.`,
  greeting: (pages, articles) => `Wenbao: ${pages} pages, ${articles} articles. Just ask; /help lists the commands.`,
  prompt: '? ',
  question: (text) => `? ${text}`,
  exported: (path) => `The file was written to ${path}`,
  notExported: (file, why) => `The file ${file} was not written: ${why}`,
  goodbye: 'Goodbye.',
  samples: 'There was no input. Here are some examples made from the articles of the library:',
  noSamples: 'There was no input, and no article to make examples from. Take in pages with wenbao index PATH.',
};
