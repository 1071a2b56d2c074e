import { describe, expect, it } from 'vitest';
import { readArguments, UsageError } from '../../../src/adapters/console/arguments.ts';
import { terminalWording } from '../../../src/adapters/console/wording.ts';

const wording = terminalWording('zh-CN');

describe('readArguments', () => {
  it.each([
    ['index a.txt b', { kind: 'index', data: null, paths: ['a.txt', 'b'], json: false, rebuild: false }],
    ['index --json --data d a', { kind: 'index', data: 'd', paths: ['a'], json: true, rebuild: false }],
    ['index --rebuild a', { kind: 'index', data: null, paths: ['a'], json: false, rebuild: true }],
    ['ask 谁 写的？', { kind: 'ask', data: null, question: '谁 写的？', explain: false }],
    ['ask --explain 谁', { kind: 'ask', data: null, question: '谁', explain: true }],
    ['ask --jsonl', { kind: 'ask', data: null, question: null, explain: false }],
    ['ask -- -5度是哪天', { kind: 'ask', data: null, question: '-5度是哪天', explain: false }],
    ['search --data=d 招商', { kind: 'search', data: 'd', question: '招商' }],
    ['search --jsonl', { kind: 'search', data: null, question: null }],
    ['articles --json', { kind: 'articles', data: null, json: true }],
    ['stats', { kind: 'stats', data: null, json: false }],
    [
      'summary --article a1 --data d',
      { kind: 'summary', data: 'd', json: false, call: { command: 'summary article', values: { article: 'a1' } } },
    ],
    [
      'summary --topic=大桥 --from 2022 --length short --json',
      {
        ...{ kind: 'summary', data: null, json: true },
        call: { command: 'summary topic', values: { words: '大桥', from: '2022', length: 'short' } },
      },
    ],
    [
      'summary --to 2022',
      { kind: 'summary', data: null, json: false, call: { command: 'summary range', values: { to: '2022' } } },
    ],
    [
      'summary --day 7-15',
      { kind: 'summary', data: null, json: false, call: { command: 'summary day', values: { day: '7-15' } } },
    ],
    [
      'summary --page 2',
      { kind: 'summary', data: null, json: false, call: { command: 'summary page', values: { page: '2' } } },
    ],
    ['chat --data d', { kind: 'chat', data: 'd' }],
    ['--data=--d chat', { kind: 'chat', data: '--d' }],
    ['start', { kind: 'start', data: null }],
    ['--help', { kind: 'help' }],
    ['ask -h', { kind: 'help' }],
    ['help', { kind: 'help' }],
    ['--version', { kind: 'version' }],
  ])('reads wenbao %s', (line, expected) => {
    expect(readArguments(line.split(' '), wording)).toEqual(expected);
  });

  it.each([
    ['', wording.noSubcommand],
    ['summary', wording.noSubject],
    ['summary --length short', wording.noSubject],
    ['summary --day 7-15 --page 2', wording.oneSubject],
    ['summary --article a1 --from 2022', wording.oneSubject],
    ['summary --article', wording.flagWithoutValue('--article')],
    ['summary --article --json', wording.flagWithoutValue('--article')],
    ['summary 大桥', wording.tooMuch('大桥')],
    ['summary --jsonl --day 7-15', wording.unknownFlag('--jsonl')],
    ['ask --article a1 谁', wording.unknownFlag('--article')],
    ['listen', wording.unknownSubcommand('listen')],
    ['worker extra', wording.tooMuch('extra')],
    ['constructor', wording.unknownSubcommand('constructor')],
    ['index', wording.noPath],
    ['ask', wording.noQuestion],
    ['ask --explain', wording.noQuestion],
    ['ask --jsonl 谁', wording.linesExclude],
    ['ask --json 谁', wording.unknownFlag('--json')],
    ['ask --wat 谁', wording.unknownFlag('--wat')],
    ['ask -x 谁', wording.unknownFlag('-x')],
    ['stats --json=yes', wording.flagWithValue('--json')],
    ['stats --data', wording.flagWithoutValue('--data')],
    ['stats --data --json', wording.flagWithoutValue('--data')],
    ['stats --data=', wording.flagWithoutValue('--data')],
    ['stats extra', wording.tooMuch('extra')],
    ['chat hello', wording.tooMuch('hello')],
  ])('refuses wenbao %s', (line, message) => {
    const args = line.split(' ').filter((part) => part !== '');
    expect(() => readArguments(args, wording)).toThrow(new UsageError(message));
  });

  it.each(['  ', '\u0001\u001B[2J\u0007'])('refuses a question without a letter or sign: %j', (question) => {
    expect(() => readArguments(['ask', question], wording)).toThrow(new UsageError(wording.noQuestion));
  });

  it('takes control sequences out of a question', () => {
    expect(readArguments(['ask', '大桥\u001B[2J多长？\u0007'], wording)).toMatchObject({ question: '大桥多长？' });
  });
});
