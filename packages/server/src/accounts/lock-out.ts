// Guessing is slowed down: after a few refused attempts each further one waits twice as long, never for ever.
import { refuse } from '@vungbuoc/programme/problems';
import type { Database } from '../storage/connect.ts';
import { countFailure, forgetFailures, lockedUntil, lockUntil } from '../storage/sign-in-failures.ts';

export interface Attempt {
  /** The name as typed, in small letters. */
  readonly username: string;
  /** Where the attempt comes from; null where there is no network in between. */
  readonly address: string | null;
}

/** How many are free, the first wait and the longest one in seconds. An office shares one address. */
const PATIENCE = {
  name: { free: 5, first: 30, longest: 900 },
  address: { free: 30, first: 30, longest: 900 },
} as const;

function keysOf({ username, address }: Attempt) {
  const name = { key: `name:${username}`, ...PATIENCE.name };
  return address === null ? [name] : [name, { key: `address:${address}`, ...PATIENCE.address }];
}

/** @throws sign-in.wait */
export async function requirePatience(database: Database, attempt: Attempt, now: Date): Promise<void> {
  const keys = keysOf(attempt).map(({ key }) => key);
  const until = await lockedUntil(database, keys, now);
  if (until) refuse('sign-in.wait', { seconds: Math.ceil((until.getTime() - now.getTime()) / 1000) });
}

export async function noteFailure(database: Database, attempt: Attempt, now: Date): Promise<void> {
  for (const { key, free, first, longest } of keysOf(attempt)) {
    const beyond = (await countFailure(database, key, now)) - free;
    if (beyond < 0) continue;
    const seconds = Math.min(longest, first * 2 ** Math.min(beyond, 10));
    await lockUntil(database, key, new Date(now.getTime() + seconds * 1000));
  }
}

/** The name is forgiven; its address is not, or one known password would open the way to guess the others. */
export function noteSuccess(database: Database, { username }: Attempt): Promise<void> {
  return forgetFailures(database, `name:${username}`);
}
