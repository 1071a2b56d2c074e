/** The permission bits that the imitation knows by name. */

/** A permission's bit by its name. */
export const PERMISSIONS = {
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  AddReactions: 1n << 6n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  MentionEveryone: 1n << 17n,
  UseApplicationCommands: 1n << 31n,
  CreatePublicThreads: 1n << 35n,
  CreatePrivateThreads: 1n << 36n,
  SendMessagesInThreads: 1n << 38n,
} as const;

/** A permission that a channel may deny the bot. */
export type PermissionName = keyof typeof PERMISSIONS;

/** What a plain member may do. */
export const PLAIN_MEMBER: bigint =
  PERMISSIONS.AddReactions |
  PERMISSIONS.ViewChannel |
  PERMISSIONS.SendMessages |
  PERMISSIONS.EmbedLinks |
  PERMISSIONS.AttachFiles |
  PERMISSIONS.ReadMessageHistory |
  PERMISSIONS.UseApplicationCommands |
  PERMISSIONS.CreatePublicThreads |
  PERMISSIONS.SendMessagesInThreads;

/** What the bot may do where nothing is denied: everything but Administrator, which would hide every denial. */
export const BOT: bigint = ((1n << 50n) - 1n) & ~(1n << 3n);

/** The bits of these names together. */
export function bitsOf(names: Iterable<PermissionName>): bigint {
  let bits = 0n;
  for (const name of names) bits |= PERMISSIONS[name];
  return bits;
}
