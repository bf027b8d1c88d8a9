// The types of the tables, read by kysely-codegen from a database that the migrations have just made.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { migrate } from '@vungbuoc/server/migrate';
import { startThrowawayCluster } from '@vungbuoc/server/postgres';

const CODEGEN = fileURLToPath(import.meta.resolve('kysely-codegen')).replace(/dist.*$/, 'dist/cli/bin.js');

/** @returns the whole text of packages/server/src/storage/db-types.generated.ts */
export async function generate(): Promise<string> {
  const cluster = await startThrowawayCluster();
  const folder = await mkdtemp(join(tmpdir(), 'vb-db-types-'));
  const file = join(folder, 'types.ts');
  try {
    // any role will do for the grants; the types do not depend on it
    await migrate({ ownerUrl: cluster.ownerUrl, appRole: 'postgres' });
    await promisify(execFile)(process.execPath, [
      CODEGEN,
      `--url=${cluster.ownerUrl}`,
      '--dialect=postgres',
      '--date-parser=string',
      '--numeric-parser=string',
      '--type-mapping={"int8":"number"}',
      '--log-level=error',
      `--out-file=${file}`,
    ]);
    return await readFile(file, 'utf8');
  } finally {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
