// Fills the disk of a running database and empties it again. Runs on a tmpfs of its own, see full-disk.test.ts.
// Prints one line of JSON: what was heard, and which acknowledged rows were there in the end.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startCluster } from '@vungbuoc/server/postgres';
import pg from 'pg';

const [disk = ''] = process.argv.slice(2);
const dataDir = join(disk, 'data');
const filler = join(disk, 'filler');
const heard: string[] = [];
const log = ({ code }: { code: string }) => heard.push(code);
const acknowledged: number[] = [];

/** Writes rows of 1 MB until one is refused; answers with the reason's code. */
async function writeUntilRefused(url: string, from: number): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    for (let id = from; ; id++) {
      // Random text, so that it is not compressed away.
      await client.query(
        `insert into so select $1, string_agg(md5(random()::text), '') from generate_series(1, 32768)`,
        [id],
      );
      acknowledged.push(id);
    }
  } catch (cause) {
    return String((cause as { code?: string }).code);
  } finally {
    await client.end().catch(() => {});
  }
}

async function fillDisk(): Promise<void> {
  // Ends by ENOSPC with every block taken.
  await writeFile(filler, Buffer.alloc(1 << 30)).catch(() => {});
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  return await client
    .query({ text: sql, rowMode: 'array' })
    .then(({ rows }) => rows.map((row) => row[0]))
    .finally(() => client.end());
}

const cluster = await startCluster({ dataDir, log, retryDelays: [100] });
await ask(cluster.ownerUrl, 'create table so (id int primary key, body text)');
await ask(cluster.ownerUrl, `insert into so values (0, 'một')`);
acknowledged.push(0);
await fillDisk();
const refusedWith = await writeUntilRefused(cluster.ownerUrl, 1);
const heardWhenFull = [...heard];
await rm(filler);
// It opens by itself again once there is room.
let rows: unknown[] | undefined;
while (rows === undefined)
  rows = await ask(cluster.ownerUrl, 'select id from so order by id').catch(() => undefined);
await ask(cluster.ownerUrl, `insert into so values (-1, 'lại lưu được')`);
await cluster.stop();

await fillDisk();
const problem = await startCluster({ dataDir, log }).then(
  () => 'started',
  (cause) => cause.code,
);
await rm(filler);
const again = await startCluster({ dataDir, log });
const rowsInTheEnd = await ask(again.ownerUrl, 'select id from so order by id');
await again.stop();
console.log(JSON.stringify({ refusedWith, heardWhenFull, heard, acknowledged, rows, problem, rowsInTheEnd }));
