import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registry } from '../../commands/registry.ts';
import { isTyped, keyOf } from '../../src/app/command.ts';
import { runChild } from '../support/child.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The block of code below a mark such as `<!-- checks -->`. */
function blockBelow(mark: string): string {
  const [, block] = new RegExp(`<!-- ${mark} -->\\n\`\`\`\\w*\\n(.*?)\`\`\``, 'su').exec(README) ?? [];
  if (block === undefined) throw new Error(`README.md has no block below <!-- ${mark} -->.`);
  return block;
}

/** What stands in the section below a heading, up to the next one. */
function section(heading: string): string {
  const [, text] = README.split(`\n## ${heading}\n`);
  return text?.split('\n## ')[0] ?? '';
}

let data = '';
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'wenbao-readme-'));
  await runChild(['index', '--data', data, join(ROOT, 'corpus')]);
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

describe('README.md', () => {
  it('shows a conversation as it really goes', async () => {
    const shown = blockBelow('transcript');
    const questions = shown.split('\n').flatMap((line) => (line.startsWith('问：') ? [line.slice(2)] : []));
    expect(questions.length).toBeGreaterThan(2);
    const { output } = await runChild(['chat', '--data', data], { input: `${questions.join('\n')}\n` });
    expect(output.trim()).toBe(shown.trim());
  });

  it('names every command of the chat', () => {
    const named = [...section('命令').matchAll(/^\| `\/([a-z]+(?: [a-z]+)?)/gmu)].map(([, name]) => name);
    expect(named.filter((name) => name !== 'quit').sort()).toEqual(registry.commands.filter(isTyped).map(keyOf).sort());
  });

  it('names every subcommand that the program knows', async () => {
    const { output } = await runChild(['--help'], { env: { LOCALE: 'zh-CN' } });
    const known = [...output.matchAll(/^ {2}([a-z]+) /gmu)].map(([, name]) => name);
    const named = [...section('命令行').matchAll(/^\| `wenbao (\w+)/gmu)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(5);
    expect(named.sort()).toEqual(known.sort());
  });

  it('explains every variable of .env.example', () => {
    const example = readFileSync(join(ROOT, '.env.example'), 'utf8');
    const variables = [...example.matchAll(/^([A-Z_]+)=/gmu)].map(([, name]) => name);
    const explained = [...section('配置').matchAll(/^\| `([A-Z_]+)`/gmu)].map(([, name]) => name);
    expect(explained.length).toBeGreaterThan(3);
    expect(explained.sort()).toEqual(variables.sort());
  });

  it('lists checks that package.json has', () => {
    const scripts = Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts);
    const commands = blockBelow('checks').trim().split('\n');
    expect(commands[0]).toBe('npm ci');
    const missing = commands.slice(1).filter((command) => !scripts.includes(command.replace(/^npm (run )?/u, '')));
    expect(missing).toEqual([]);
  });
});
