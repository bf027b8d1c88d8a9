// One statement on a connection of its own.
import pg from 'pg';

/** Runs the statement (or several) and answers with the first column of the last one's first row. */
export async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  // A connection cut by a kill is also told to the query that was waiting.
  client.on('error', () => {});
  await client.connect();
  try {
    // Several statements give several results, which the types of `pg` leave out.
    const answer: pg.QueryArrayResult | pg.QueryArrayResult[] = await client.query({
      text: sql,
      rowMode: 'array',
    });
    return [answer].flat().at(-1)?.rows[0]?.[0];
  } finally {
    await client.end().catch(() => {});
  }
}
