// Writes numbered rows without pause on several connections and tells on its standard output, before and after each:
//   c <backend pid>      connected        s <id> <when>   sent       a <id> <when>   acknowledged
//   x <id> <when>        cut off: whether it was saved is not known
// `when` is the monotonic clock in nanoseconds, which all processes of a machine share.
import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { bodyOf } from './rows.ts';

const [url = '', first = '1', connections = '4'] = process.argv.slice(2);
let next = Number(first);
let ending = false;
process.on('SIGTERM', () => {
  ending = true;
});

// Written synchronously: the line is with the ledger before the request is with the database.
const tell = (kind: string, id: number) => writeSync(1, `${kind} ${id} ${process.hrtime.bigint()}\n`);

async function connect(): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'soak-writer',
    connectionTimeoutMillis: 20_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    // `processID` is the backend's pid; the types of `pg` leave it out.
    tell('c', (client as pg.Client & { processID: number }).processID);
    return client;
  } catch {
    await client.end().catch(() => {});
    await wait(10);
    return undefined;
  }
}

async function write(): Promise<void> {
  let client: pg.Client | undefined;
  while (!ending) {
    client ??= await connect();
    if (!client) continue;
    const id = next++;
    tell('s', id);
    try {
      await client.query('insert into soak_rows (id, body) values ($1, $2)', [id, bodyOf(id)]);
      tell('a', id);
    } catch {
      tell('x', id);
      await client.end().catch(() => {});
      client = undefined;
    }
  }
  await client?.end();
}

await Promise.all(Array.from({ length: Number(connections) }, write));
