// Reads postmaster.pid, in which a running PostgreSQL says who it is and whether it takes connections.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface PostmasterFile {
  readonly pid: number;
  /** `starting`, `ready`, `stopping`, or empty before it has said anything. */
  readonly status: string;
}

/** The file's first and eighth line (src/include/utils/pidfile.h), or undefined when there is none. */
export async function findPostmasterFile(pgdata: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(pgdata, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  return { pid: Math.abs(Number.parseInt(lines[0] ?? '', 10)) || 0, status: (lines[7] ?? '').trim() };
}
