// Which tables and sequences there are, read from the catalogue, so that a new one is never forgotten in a backup.
import pg from 'pg';

/** A table as it is copied: its columns in the order of the catalogue, without those that are computed. */
export interface TableShape {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
}

export interface SequenceName {
  readonly schema: string;
  readonly name: string;
}

/** Where a sequence stands; `lastValue` is decimal text, since a bigint may not fit a number. */
export interface SequenceState extends SequenceName {
  readonly lastValue: string;
  readonly isCalled: boolean;
}

/** Schemas of job queues: what is still to do is found again from the heads, so their rows are not kept. */
const JOB_QUEUES = ['graphile_worker'];

/** Of our own making: not PostgreSQL's, not an extension's, not a queue's. `$1` are the queues. */
const OURS = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and n.nspname <> all ($1::text[])
  and not exists (select 1 from pg_depend d
    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

/**
 * All tables, each after those that it refers to, so that rows can be loaded in this order.
 * A constraint that can be deferred asks for no order: whoever loads defers it.
 * @throws when tables refer to each other in a circle, which no order satisfies
 */
export async function listTables(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select n.nspname as schema, c.relname as name, array(select a.attname::text from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relpersistence <> 't' and ${OURS} order by n.nspname, c.relname`,
    [JOB_QUEUES],
  );
  return inOrder(rows, await listReferences(client));
}

async function listReferences(client: pg.ClientBase): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ from: string; to: string }>(
    `select n.nspname || '.' || c.relname as from, m.nspname || '.' || d.relname as to from pg_constraint k
     join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_class d on d.oid = k.confrelid join pg_namespace m on m.oid = d.relnamespace
     where k.contype = 'f' and k.conrelid <> k.confrelid and not k.condeferrable`,
  );
  const references = new Map<string, string[]>();
  for (const { from, to } of rows) references.set(from, [...(references.get(from) ?? []), to]);
  return references;
}

function inOrder(tables: readonly TableShape[], references: ReadonlyMap<string, string[]>): TableShape[] {
  const waiting = new Map(tables.map((table) => [nameOf(table), table]));
  const ordered: TableShape[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([name]) => !references.get(name)?.some((to) => waiting.has(to)));
    if (ready.length === 0)
      throw new Error(`tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const [name, table] of ready) {
      waiting.delete(name);
      ordered.push(table);
    }
  }
  return ordered;
}

/** All sequences, those of identity columns too. */
export async function listSequences(client: pg.ClientBase): Promise<SequenceName[]> {
  const { rows } = await client.query<SequenceName>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and c.relpersistence <> 't' and ${OURS} order by n.nspname, c.relname`,
    [JOB_QUEUES],
  );
  return rows;
}

/** Sequences stand outside of any snapshot: read after the rows, they are never behind them. */
export async function readSequences(client: pg.ClientBase): Promise<SequenceState[]> {
  const states: SequenceState[] = [];
  for (const { schema, name } of await listSequences(client)) {
    const { rows } = await client.query<{ lastValue: string; isCalled: boolean }>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quoted({ schema, name })}`,
    );
    states.push(...rows.map((row) => ({ schema, name, ...row })));
  }
  return states;
}

/** `schema.name`, for people and for comparing. */
export function nameOf({ schema, name }: SequenceName): string {
  return `${schema}.${name}`;
}

/** `"schema"."name"`, for a statement. */
export function quoted({ schema, name }: SequenceName): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
}

/** The statement's list of a table's columns. */
export function quotedColumns({ columns }: TableShape): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(', ');
}
