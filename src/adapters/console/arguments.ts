/** Reads the arguments of the command line into what is to be done. */
import { parseArgs } from 'node:util';
import type { Call } from '../../app/request.ts';
import { cleanLine } from './clean.ts';
import type { TerminalWording } from './wording-zh-cn.ts';

/** What is to be done with a library; `data` is `null` where the environment decides. */
export type Task =
  | {
      readonly kind: 'index';
      readonly data: string | null;
      readonly paths: readonly string[];
      readonly json: boolean;
      readonly rebuild: boolean;
    }
  /** `question` is `null` where lines of JSON are read. */
  | { readonly kind: 'ask'; readonly data: string | null; readonly question: string | null; readonly explain: boolean }
  | { readonly kind: 'search'; readonly data: string | null; readonly question: string | null }
  | { readonly kind: 'articles'; readonly data: string | null; readonly json: boolean }
  /** `call` is that of one of the commands for summaries. */
  | { readonly kind: 'summary'; readonly data: string | null; readonly json: boolean; readonly call: Call }
  | { readonly kind: 'stats'; readonly data: string | null; readonly json: boolean }
  | { readonly kind: 'chat'; readonly data: string | null }
  | { readonly kind: 'start'; readonly data: string | null }
  | { readonly kind: 'worker'; readonly data: string | null }
  /** `line` is a command of the admins as it is typed in the chat, with its slash. */
  | { readonly kind: 'admin'; readonly data: string | null; readonly line: string };

/** A page that is to be looked at, without any library; `html` is where a web page of it is written. */
export interface PageTask {
  readonly kind: 'page';
  readonly file: string;
  readonly json: boolean;
  readonly html: string | null;
}

/** What the command line asks for. */
export type Invocation = { readonly kind: 'help' } | { readonly kind: 'version' } | PageTask | Task;

/** The command line is wrong; the message says how, in the language of the wording. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

type Subcommand = Task['kind'] | PageTask['kind'];
type Flag = 'json' | 'rebuild' | 'explain' | 'jsonl';

/** What a summary is asked for by, the keys of the options besides; its name as command where it says what is summarised. */
const SUMMARY_VALUES = ['article', 'topic', 'day', 'page', 'from', 'to', 'length'] as const;
const VALUE_NAMES = [...SUMMARY_VALUES, 'html'] as const;
type ValueName = (typeof VALUE_NAMES)[number];

/** The flags that each subcommand takes besides `--data`, `--help` and `--version`. */
const FLAGS: Readonly<Record<Subcommand, readonly Flag[]>> = {
  index: ['json', 'rebuild'],
  ask: ['explain', 'jsonl'],
  search: ['jsonl'],
  articles: ['json'],
  summary: ['json'],
  stats: ['json'],
  chat: [],
  start: [],
  worker: [],
  admin: [],
  page: ['json'],
};

/** The options with a value that a subcommand takes besides `--data`. */
const VALUES: Readonly<Partial<Record<Subcommand, readonly ValueName[]>>> = {
  summary: SUMMARY_VALUES,
  page: ['html'],
};

/** Subcommands that nothing stands behind but flags. */
const TAKES_NOTHING: ReadonlySet<Subcommand> = new Set(['articles', 'summary', 'stats', 'chat', 'start', 'worker']);

const OPTIONS = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  explain: { type: 'boolean' },
  rebuild: { type: 'boolean' },
  article: { type: 'string' },
  topic: { type: 'string' },
  day: { type: 'string' },
  page: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  length: { type: 'string' },
  html: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

type Values = Readonly<Partial<Record<ValueName, string>>>;

interface Tokens {
  readonly positionals: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: Values;
  readonly data: string | null;
}

/** What stands behind the name of the subcommand. */
interface Parsed {
  readonly rest: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: Values;
  readonly data: string | null;
}

/** Our own look at the tokens instead of `strict`, whose messages come in English only. */
function parse(args: readonly string[], wording: TerminalWording): Tokens {
  const { tokens } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true });
  const positionals: string[] = [];
  const flags = new Set<string>();
  const values: Partial<Record<ValueName, string>> = {};
  let data: string | null = null;
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(OPTIONS, token.name)) throw new UsageError(wording.unknownFlag(token.rawName));
    if (token.name === 'data') data = givenValue(token, wording);
    else if (isValueName(token.name)) values[token.name] = givenValue(token, wording);
    else if (token.value !== undefined) throw new UsageError(wording.flagWithValue(token.rawName));
    else flags.add(token.name);
  }
  return { positionals, flags, values, data };
}

interface OptionToken {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function isValueName(name: string): name is ValueName {
  return VALUE_NAMES.some((known) => known === name);
}

/** `--data --json` forgot the folder; one that really begins so is written `--data=--json`. */
function givenValue({ rawName, value, inlineValue }: OptionToken, wording: TerminalWording): string {
  const forgotten = value === undefined || value === '' || (inlineValue !== true && value.startsWith('-'));
  if (forgotten) throw new UsageError(wording.flagWithoutValue(rawName));
  return value;
}

function isSubcommand(name: string): name is Subcommand {
  return Object.hasOwn(FLAGS, name);
}

/** The words of a question, or `null` where `--jsonl` says that questions come as lines. */
function questionOf(words: readonly string[], lines: boolean, wording: TerminalWording): string | null {
  if (lines) {
    if (words.length > 0) throw new UsageError(wording.linesExclude);
    return null;
  }
  const question = cleanLine(words.join(' '));
  if (question.trim() === '') throw new UsageError(wording.noQuestion);
  return question;
}

/** The call for a summary: of one article, topic, day or page, or of all that lies between two days. */
function summaryCall(values: Values, wording: TerminalWording): Call {
  const cleaned: Values = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cleanLine(value)]));
  const { article, topic, day, page, ...rest } = cleaned;
  const calls: [string, string | undefined, Record<string, string>][] = [
    ['summary article', article, { article: article ?? '' }],
    ['summary topic', topic, { words: topic ?? '' }],
    ['summary day', day, { day: day ?? '' }],
    ['summary page', page, { page: page ?? '' }],
  ];
  const [first, ...more] = calls.filter(([, value]) => value !== undefined);
  const dated = rest.from !== undefined || rest.to !== undefined;
  if (first === undefined && !dated) throw new UsageError(wording.noSubject);
  const [command, , named] = first ?? ['summary range', undefined, {}];
  const undatable = dated && first !== undefined && topic === undefined;
  if (more.length > 0 || undatable) throw new UsageError(wording.oneSubject);
  return { command, values: { ...named, ...rest } };
}

/** One file; a web page must be named like one, so that no slip of the hand writes over a newspaper page. */
function pageTask({ rest, flags, values: { html }, data }: Parsed, wording: TerminalWording): PageTask {
  const [file, extra] = rest;
  if (data !== null) throw new UsageError(wording.unknownFlag('--data'));
  if (file === undefined) throw new UsageError(wording.noFile);
  if (extra !== undefined) throw new UsageError(wording.tooMuch(extra));
  if (html !== undefined && !/\.html?$/iu.test(html)) throw new UsageError(wording.htmlName(html));
  return { kind: 'page', file, json: flags.has('json'), html: html ?? null };
}

function invocationOf(name: Subcommand, parsed: Parsed, wording: TerminalWording): PageTask | Task {
  const { data, flags, rest } = parsed;
  const json = flags.has('json');
  switch (name) {
    case 'index':
      // Without a path a rebuild reads again what the library has kept.
      if (rest.length === 0 && !flags.has('rebuild')) throw new UsageError(wording.noPath);
      return { kind: name, data, paths: rest, json, rebuild: flags.has('rebuild') };
    case 'ask': {
      const question = questionOf(rest, flags.has('jsonl'), wording);
      return { kind: name, data, question, explain: flags.has('explain') };
    }
    case 'search':
      return { kind: name, data, question: questionOf(rest, flags.has('jsonl'), wording) };
    case 'summary':
      return { kind: name, data, json, call: summaryCall(parsed.values, wording) };
    case 'articles':
    case 'stats':
      return { kind: name, data, json };
    case 'admin':
      return { kind: name, data, line: `/admin ${rest.join(' ')}`.trim() };
    case 'page':
      return pageTask(parsed, wording);
    case 'chat':
    case 'start':
    case 'worker':
      return { kind: name, data };
  }
}

/** What the arguments (without program names) ask for; throws a {@link UsageError}. */
export function readArguments(args: readonly string[], wording: TerminalWording): Invocation {
  const parsed = parse(args, wording);
  const [name, ...rest] = parsed.positionals;
  if (parsed.flags.has('help') || name === 'help') return { kind: 'help' };
  if (parsed.flags.has('version')) return { kind: 'version' };
  if (name === undefined) throw new UsageError(wording.noSubcommand);
  if (!isSubcommand(name)) throw new UsageError(wording.unknownSubcommand(name));
  const taken: readonly string[] = [...FLAGS[name], ...(VALUES[name] ?? [])];
  const foreign = [...parsed.flags, ...Object.keys(parsed.values)].find((flag) => !taken.includes(flag));
  if (foreign !== undefined) throw new UsageError(wording.unknownFlag(`--${foreign}`));
  const extra = TAKES_NOTHING.has(name) ? rest[0] : undefined;
  if (extra !== undefined) throw new UsageError(wording.tooMuch(extra));
  return invocationOf(name, { ...parsed, rest }, wording);
}
