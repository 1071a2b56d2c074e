/** What the environment says about how much may be handed in. */
import type { KeeperLimits } from './app/keeper.ts';
import { type Amount, type Reading, readAmount } from './config-variables.ts';

const MEGABYTE = 1024 * 1024;

const FILE: Amount = { min: 1, max: 500, usual: 10, unit: ['（MB）', ' of megabytes'] };
const FILES: Amount = { min: 1, max: 1000, usual: 50, unit: ['（个文件）', ' of files'] };
const UNPACKED: Amount = { min: 1, max: 2000, usual: 100, unit: ['（MB）', ' of megabytes'] };
/** Newspaper text shrinks to a third or a fifth; a hundredfold is a trap. */
const RATIO: Amount = { min: 1, max: 1000, usual: 100, unit: ['（倍）', ' of times'] };
const PAGES: Amount = { min: 1, max: 1_000_000, usual: 500, unit: ['（个版面）', ' of pages'] };

/** How much may be handed in. */
export function readLimits(reading: Reading): KeeperLimits {
  return {
    fileBytes: readAmount(reading, 'UPLOAD_MAX_MB', FILE) * MEGABYTE,
    files: readAmount(reading, 'UPLOAD_MAX_FILES', FILES),
    unpackedBytes: readAmount(reading, 'UNPACK_MAX_MB', UNPACKED) * MEGABYTE,
    unpackRatio: readAmount(reading, 'UNPACK_MAX_RATIO', RATIO),
    pagesPerHour: readAmount(reading, 'PAGES_PER_HOUR', PAGES),
  };
}
