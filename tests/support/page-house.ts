/** The real bot on the real library, with pages that were taken in for real. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Workplace } from '../../src/adapters/console/workplace.ts';
import { openWorkplace } from '../../src/compose.ts';
import { type House, type HouseOptions, inHouse } from './bot-house.ts';
import type { Discord } from './discord/discord.ts';
import { buttonOf } from './discord/finding.ts';
import type { Channel, Message, Person } from './discord/model.ts';
import type { SlashCall } from './discord/people.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The pages that come with the program. */
export const CORPUS: string = join(ROOT, 'corpus');

/** A library in a folder of its own. */
export interface PageLibrary {
  readonly workplace: Workplace;
  /** Closes it and removes its folder. */
  close(): Promise<void>;
}

/** Takes files and folders into a new library. */
export async function takenIn(...paths: readonly string[]): Promise<PageLibrary> {
  const folder = await mkdtemp(join(tmpdir(), 'wenbao-pages-'));
  const workplace = await openWorkplace(folder);
  await workplace.takeIn(paths, { rebuild: false, onProgress: () => {} });
  await workplace.warm();
  return {
    workplace,
    async close() {
      await workplace.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs `work` in a house whose bot answers from these pages; the house's own library in memory stays unused. */
export function inPageHouse(
  { workplace }: PageLibrary,
  { parts = {}, ...options }: Omit<HouseOptions, 'library'>,
  work: (house: House) => Promise<void>,
): Promise<void> {
  const { library, shelf } = workplace;
  return inHouse({ ...options, parts: { library, shelf, ...parts } }, work);
}

/** A house that several tests of a file share, and how to take it down. */
export interface OpenHouse {
  readonly house: House;
  close(): Promise<void>;
}

/** Opens a house as {@link inPageHouse} does and leaves it open. */
export function openPageHouse(pages: PageLibrary, options: Omit<HouseOptions, 'library'> = {}): Promise<OpenHouse> {
  return new Promise((resolve, reject) => {
    const left = inPageHouse(pages, options, (house) => {
      return new Promise((leave) => {
        const close = (): Promise<void> => {
          leave();
          return left;
        };
        resolve({ house, close });
      });
    });
    left.catch(reject);
  });
}

/** A question with the texts that all have to be answered, each in one of several ways. */
export interface Gold {
  readonly id: string;
  readonly question: string;
  readonly answers: readonly (readonly string[])[];
}

/** The lines of a file of `eval/pages`. */
export function linesOf<Line>(file: string): readonly Line[] {
  const text = readFileSync(join(ROOT, 'eval', 'pages', file), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Line => JSON.parse(line));
}

/** More patience than any machine needs, in milliseconds. */
export const PATIENCE = 60_000;

/** Calls a slash command and gives the message that answers it. */
export function answered(discord: Discord, user: Person, call: SlashCall): Promise<Message> {
  return discord.slash(user, call).answered(PATIENCE);
}

/** Somebody who turns the pages of a card. */
export interface Turner {
  readonly discord: Discord;
  readonly user: Person;
}

function canPress(message: Message, name: string): boolean {
  try {
    buttonOf(message, name);
    return true;
  } catch {
    return false;
  }
}

/** A card and all that come after it by its button for the next page, in their order; at most `most` of them. */
export async function everyScreen({ discord, user }: Turner, first: Message, most = 400): Promise<readonly Message[]> {
  const screens = [first];
  for (let last = first; canPress(last, '下一页') && screens.length < most; ) {
    last = await discord.press(user, last, '下一页').answered(PATIENCE);
    screens.push(last);
  }
  return screens;
}

/** What somebody asked for, and where; its answers are read by pages. */
export async function wholeText(turner: Turner, channel: Channel, call: Omit<SlashCall, 'channel'>): Promise<string> {
  const { discord, user } = turner;
  const screens = await everyScreen(turner, await answered(discord, user, { channel, ...call }));
  return screens.map((screen) => discord.textOf(screen)).join('\n');
}
