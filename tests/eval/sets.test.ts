import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDistractors } from '../../eval/distractors.ts';
import { projectRoot } from '../../eval/root.ts';
import { folderTrial, ownTrial } from '../../eval/sets.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-sets-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the own sets', () => {
  it('hold every question once', () => {
    const { sets } = ownTrial(projectRoot(), Number.POSITIVE_INFINITY);
    const sizes = sets.map(({ name, golds }) => [name, golds.length, new Set(golds.map(({ id }) => id)).size]);
    expect(sizes).toEqual([
      ['questions', 323, 323],
      ['cross', 25, 25],
      ['unanswerable', 53, 53],
      ['dialogues', 73, 73],
    ]);
  });

  it('can be cut to their first questions, conversations to whole ones', () => {
    const { sets } = ownTrial(projectRoot(), 1);
    expect(sets.map(({ golds }) => golds.length)).toEqual([1, 1, 1, 3]);
  });
});

describe('a folder', () => {
  it('is named after itself and brings its own articles', () => {
    writeFileSync(join(folder, 'questions.jsonl'), '{"id":"1","question":"谁？","answers":[["甲"]]}\n');
    const trial = folderTrial(folder, Number.POSITIVE_INFINITY);
    expect(trial.pages).toEqual([join(folder, 'corpus.jsonl')]);
    expect(trial.sets.map(({ golds }) => golds.map(({ id }) => id))).toEqual([['1']]);
  });
});

describe('distractors', () => {
  const lines = Array.from({ length: 5 }, (_, i) => `{"id":"${i}","text":"第${i}篇"}`);

  it.each([
    ['plain', 'all.jsonl', Number.POSITIVE_INFINITY, 5],
    ['packed', 'all.jsonl.gz', 2, 2],
  ])('are the first lines of a %s file', async (_kind, name, count, kept) => {
    const file = join(folder, name);
    const text = `${lines.join('\n')}\n`;
    writeFileSync(file, name.endsWith('.gz') ? gzipSync(text) : text);
    const target = join(folder, `${name}.cut`);
    await writeDistractors({ file, count }, target);
    expect(readFileSync(target, 'utf8')).toBe(`${lines.slice(0, kept).join('\n')}\n`);
  });
});
