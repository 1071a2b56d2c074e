/** What Discord refuses, told apart by its codes: https://discord.com/developers/docs/topics/opcodes-and-status-codes */
import { DiscordAPIError } from 'discord.js';

/** The codes that we know what to do about. */
export const CODES = Object.freeze({
  unknownChannel: 10003,
  unknownMessage: 10008,
  unknownWebhook: 10015,
  unknownInteraction: 10062,
  acknowledged: 40060,
  missingAccess: 50001,
  cannotMessage: 50007,
  missingPermission: 50013,
  tokenExpired: 50027,
  threadExists: 160004,
});

/** Whether Discord refused something for one of these reasons. */
export function isRefusal(fault: unknown, ...reasons: readonly (keyof typeof CODES)[]): fault is DiscordAPIError {
  return fault instanceof DiscordAPIError && reasons.some((reason) => CODES[reason] === fault.code);
}
