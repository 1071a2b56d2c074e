/** What a chat without anybody in it shows: a few questions with their answers, and how to reach Discord. */
import { sampleQuestions } from '../../app/samples.ts';
import { lookOf, request } from './people.ts';
import { renderReply } from './render.ts';
import type { Terminal, Workplace } from './workplace.ts';

/** Questions shown. */
const SAMPLES = 3;

/** Asks the library questions made from its own articles, and shows them with their answers. */
export async function showSamples(terminal: Terminal, workplace: Workplace): Promise<void> {
  const { output, wording, palette } = terminal;
  const questions = await sampleQuestions(workplace.library, {
    count: SAMPLES,
    doubtful: await workplace.doubtfulPages(),
  });
  await output.write(`${questions.length === 0 ? wording.noSamples : wording.samples}\n`);
  for (const question of questions) {
    const reply = await request({ command: 'ask', values: { question } }, { terminal, workplace });
    await output.write(`\n${palette.strong(wording.question(question))}\n`);
    await output.write(renderReply(reply, lookOf(terminal, null)));
  }
  await output.write(`\n${wording.discord}`);
}
