// The server signs the heads of the trail once a day, and at its start when a day was missed.
import { join } from 'node:path';
import type { Database } from '../storage/connect.ts';
import { signHeads } from './signed-heads.ts';
import { readTrailKey } from './trail-key.ts';

export interface DailySigning {
  readonly database: Database;
  /** Holds `keys/` and `trail/`. */
  readonly varFolder: string;
  readonly clock: () => Date;
  readonly onFault: (fault: unknown) => void;
}

/** Signs the day in Vietnam. @returns the day, and the file, null where it was signed already */
export async function signToday(
  database: Database,
  varFolder: string,
  now: Date,
): Promise<{ day: string; file: string | null }> {
  const day = new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  const key = await readTrailKey(join(varFolder, 'keys'));
  const folder = join(varFolder, 'trail');
  return { day, file: await signHeads({ database, key, folder, now, day }) };
}

const LOOK_EVERY_MS = 600_000;

/** Looks every ten minutes whether the day was signed. @returns how to stop */
export function signDaily({ database, varFolder, clock, onFault }: DailySigning): () => void {
  let isSigning = false;
  const look = async (): Promise<void> => {
    if (isSigning) return;
    isSigning = true;
    try {
      await signToday(database, varFolder, clock());
    } catch (fault) {
      onFault(fault);
    } finally {
      isSigning = false;
    }
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  timer.unref();
  void look();
  return () => clearInterval(timer);
}
