/** What the environment says about the log. */
import type { LogLevel } from './adapters/log.ts';
import { type Reading, readSwitch, refuse, variable } from './config-variables.ts';

/** What is written into the log. */
export interface LogConfig {
  /** The least grave of what is written. */
  readonly level: LogLevel;
  /** Whether texts of questions and answers may stand in it. */
  readonly questions: boolean;
}

const LEVELS: readonly LogLevel[] = ['info', 'warn', 'error'];

function readLevel(reading: Reading): LogLevel {
  const value = variable(reading.env, 'LOG_LEVEL') ?? 'info';
  const level = LEVELS.find((each) => each === value.toLowerCase());
  if (level === undefined) {
    const known = LEVELS.join(', ');
    refuse(reading, 'LOG_LEVEL', [
      `只能是 ${known} 之一，不能是“${value}”。`,
      `must be one of ${known}, not "${value}".`,
    ]);
  }
  return level ?? 'info';
}

/** All about the log. */
export function readLog(reading: Reading): LogConfig {
  return { level: readLevel(reading), questions: readSwitch(reading, 'LOG_QUESTIONS') };
}
