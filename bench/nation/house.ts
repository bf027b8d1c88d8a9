// The house that benches measure: opened as the server opens it, in a folder of its own, filled by ordinary commands.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type House, openHouse } from '@vungbuoc/server';
import { type CommandBinding, runCommand } from '@vungbuoc/server/commands';

/** After the round's end, before its conference. */
const NOW = new Date('2026-01-20T02:00:00Z');

export interface BenchHouse extends House {
  /** Superuser's address: for the floors' own tables and to look behind the policies. */
  readonly ownerUrl: string;
  readonly postmasterPid: number;
}

/** @throws when a server or another bench has the folder open */
export async function openBenchHouse(folder: string): Promise<BenchHouse> {
  const house = await openHouse({
    config: {
      varFolder: folder,
      port: 0,
      address: null,
      behindProxy: false,
      limited: false,
      databaseUrl: null,
      ownerUrl: null,
      sample: false,
      s3: null,
      clamd: null,
    },
    clock: () => NOW,
    onNotice: (notice) => {
      if (notice.level === 'error') process.stderr.write(`${notice.en}\n`);
    },
    onMigration: () => undefined,
    onIdleError: (error) => process.stderr.write(`${error.message}\n`),
  });
  return { ...house, ...(await databaseOf(folder)) };
}

/** Where the database of an open folder is reached. */
export async function databaseOf(folder: string): Promise<{ ownerUrl: string; postmasterPid: number }> {
  // written by the server for the command line
  const connection = JSON.parse(await readFile(join(folder, 'connection.json'), 'utf8')) as {
    ownerUrl: string;
  };
  const [pid = ''] = (await readFile(join(folder, 'postgres', 'pgdata', 'postmaster.pid'), 'utf8')).split(
    '\n',
  );
  return { ownerUrl: connection.ownerUrl, postmasterPid: Number(pid) };
}

export function command<Input, State, Change, Reply>(
  house: House,
  binding: CommandBinding<Input, State, Change, Reply>,
  input: Input,
): Promise<Reply> {
  const given = { principal: house.principal, commandId: randomUUID(), input };
  return runCommand(house.workshop, binding, given);
}
