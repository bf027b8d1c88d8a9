// Readings: the current row and its revisions, written in one statement; read one unit or fifty at a time.
import type { StoredReading } from '@vungbuoc/programme/readings';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DB } from './db-types.generated.ts';
import { idList, plainList, textList } from './id-list.ts';

/** A reading with its place. */
export interface ReadingRow extends StoredReading {
  readonly unitId: number;
  readonly roundId: number;
}

interface RawReading {
  unit_id: number;
  round_id: number;
  figure_id: number;
  thon_id: number;
  numerator: string | null;
  denominator: string | null;
  applicable: boolean;
  bare: boolean;
  official: boolean;
  note: string | null;
  source: string | null;
  known_on: string;
  confirmed_by: string | null;
  confirmed_on: string | null;
  confirmed_document: string | null;
  seq: number;
}

const COLUMNS = sql.raw(`unit_id, round_id, figure_id, thon_id, trim_scale(numerator) as numerator,
  trim_scale(denominator) as denominator, applicable, bare, official, note, source, known_on, confirmed_by, confirmed_on,
  confirmed_document, seq`);

/** The communes' own current readings of a round, by unit and figure. */
export async function listReadings(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
  roundId: number,
): Promise<ReadingRow[]> {
  const { rows } = await sql<RawReading>`select ${COLUMNS} from readings
    where unit_id = any(${idList(unitIds)}::int[]) and round_id = ${roundId} and thon_id = 0
    order by unit_id, figure_id`.execute(transaction);
  return rows.map(toReading);
}

/** The readings as they were known at the end of a day: the last revision known on or before it. */
export async function listReadingsKnownOn(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
  roundId: number,
  day: string,
): Promise<ReadingRow[]> {
  const { rows } =
    await sql<RawReading>`select distinct on (unit_id, figure_id) ${COLUMNS} from reading_revisions
    where unit_id = any(${idList(unitIds)}::int[]) and round_id = ${roundId} and thon_id = 0 and known_on <= ${day}
    order by unit_id, figure_id, seq desc`.execute(transaction);
  return rows.map(toReading);
}

/** Every state that the figures of one unit had in a round, newest first. */
export async function listRevisions(
  transaction: Kysely<DB>,
  unitId: number,
  roundId: number,
): Promise<ReadingRow[]> {
  const { rows } = await sql<RawReading>`select ${COLUMNS} from reading_revisions
    where unit_id = ${unitId} and round_id = ${roundId} and thon_id = 0 order by figure_id, seq desc`.execute(
    transaction,
  );
  return rows.map(toReading);
}

/** The communes' own readings of some figures only: what a preview of one indicator needs. */
export async function listReadingsOf(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
  roundId: number,
  figureIds: readonly number[],
): Promise<ReadingRow[]> {
  const { rows } = await sql<RawReading>`select ${COLUMNS} from readings
    where unit_id = any(${idList(unitIds)}::int[]) and round_id = ${roundId}
      and figure_id = any(${[...figureIds]}::int[]) and thon_id = 0`.execute(transaction);
  return rows.map(toReading);
}

/** How many current figures of the units became known only after a day. */
export async function countKnownAfter(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
  roundId: number,
  day: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from readings
    where unit_id = any(${idList(unitIds)}::int[]) and round_id = ${roundId} and thon_id = 0 and known_on > ${day}`.execute(
    transaction,
  );
  return rows[0]?.count ?? 0;
}

export interface EstimateReplaced {
  readonly unitId: number;
  readonly figureId: number;
  readonly estimate: { readonly numerator: string | null; readonly denominator: string | null };
  readonly official: {
    readonly numerator: string | null;
    readonly denominator: string | null;
    readonly knownOn: string;
  };
}

/** Figures whose newest official revision came right after an estimate that said otherwise. */
export async function listEstimatesReplaced(
  transaction: Kysely<DB>,
  unitIds: readonly number[],
  roundId: number,
): Promise<EstimateReplaced[]> {
  const { rows } = await sql<{
    unit_id: number;
    figure_id: number;
    was_numerator: string | null;
    was_denominator: string | null;
    numerator: string | null;
    denominator: string | null;
    known_on: string;
  }>`
    with ordered as (
      select unit_id, figure_id, seq, official, numerator, denominator, known_on,
        lag(official) over own as was_official, lag(numerator) over own as was_numerator,
        lag(denominator) over own as was_denominator
      from reading_revisions where unit_id = any(${idList(unitIds)}::int[]) and round_id = ${roundId} and thon_id = 0
      window own as (partition by unit_id, figure_id order by seq))
    select distinct on (unit_id, figure_id) unit_id, figure_id, trim_scale(was_numerator) as was_numerator,
      trim_scale(was_denominator) as was_denominator, trim_scale(numerator) as numerator,
      trim_scale(denominator) as denominator, known_on
    from ordered
    where official and was_official = false
      and (numerator, denominator) is distinct from (was_numerator, was_denominator)
    order by unit_id, figure_id, seq desc`.execute(transaction);
  return rows.map((row) => ({
    unitId: row.unit_id,
    figureId: row.figure_id,
    estimate: { numerator: row.was_numerator, denominator: row.was_denominator },
    official: { numerator: row.numerator, denominator: row.denominator, knownOn: row.known_on },
  }));
}

/** Readings of one unit to be written. */
export interface UnitReadingsToSave {
  readonly unitId: number;
  readonly readings: readonly StoredReading[];
}

/** A column of the two tables, and what stands in it. */
interface WrittenColumn {
  readonly name: string;
  readonly type: 'int' | 'bigint' | 'numeric' | 'boolean' | 'date' | 'text';
  readonly valueIn: (reading: StoredReading) => string | number | boolean | null;
}

const WRITTEN: readonly WrittenColumn[] = [
  { name: 'figure_id', type: 'int', valueIn: (reading) => reading.figureId },
  { name: 'thon_id', type: 'int', valueIn: (reading) => reading.thonId },
  { name: 'numerator', type: 'numeric', valueIn: (reading) => reading.numerator },
  { name: 'denominator', type: 'numeric', valueIn: (reading) => reading.denominator },
  { name: 'applicable', type: 'boolean', valueIn: (reading) => reading.applicable },
  { name: 'bare', type: 'boolean', valueIn: (reading) => reading.bare },
  { name: 'official', type: 'boolean', valueIn: (reading) => reading.official },
  { name: 'note', type: 'text', valueIn: (reading) => reading.note },
  { name: 'source', type: 'text', valueIn: (reading) => reading.source },
  { name: 'known_on', type: 'date', valueIn: (reading) => reading.knownOn },
  { name: 'confirmed_by', type: 'text', valueIn: (reading) => reading.confirmed?.by ?? null },
  { name: 'confirmed_on', type: 'date', valueIn: (reading) => reading.confirmed?.on ?? null },
  { name: 'confirmed_document', type: 'text', valueIn: (reading) => reading.confirmed?.document ?? null },
  { name: 'seq', type: 'bigint', valueIn: (reading) => reading.seq },
];

const KEY = ['unit_id', 'round_id', 'figure_id', 'thon_id'];
const NAMES = sql.raw(['unit_id', 'round_id', ...WRITTEN.map(({ name }) => name)].join(', '));
const REPLACE = sql.raw(
  `on conflict (${KEY.join(', ')}) do update set ${WRITTEN.filter(({ name }) => !KEY.includes(name))
    .map(({ name }) => `${name} = excluded.${name}`)
    .join(', ')}`,
);

/**
 * Writes current rows and their revisions in one statement. `allNew`: none of the figures stands in the round yet, as
 * whoever holds the units' heads knows; looking for a row to replace costs a sixth of the statement.
 */
export async function saveReadings(
  transaction: Kysely<DB>,
  roundId: number,
  units: readonly UnitReadingsToSave[],
  allNew: boolean,
): Promise<void> {
  if (units.every(({ readings }) => readings.length === 0)) return;
  const rows = rowsOf(roundId, units);
  await sql`
    with revised as (insert into reading_revisions (${NAMES}) ${rows})
    insert into readings (${NAMES}) ${rows} ${allNew ? sql`` : REPLACE}`.execute(transaction);
}

/** The rows as a query. What is the same on all of them, as most is in one save, travels once and not as a list. */
function rowsOf(roundId: number, units: readonly UnitReadingsToSave[]): RawBuilder<unknown> {
  const readings = units.flatMap((unit) => unit.readings);
  const unitIds = units.flatMap((unit) => unit.readings.map(() => unit.unitId));
  const lists: RawBuilder<unknown>[] = [sql`${plainList(unitIds)}::int[]`];
  const listed = ['unit_id'];
  const selected = WRITTEN.map(({ name, type, valueIn }) => {
    const values = readings.map(valueIn);
    if (values.every((value) => value === values[0])) return sql`${values[0]}::${sql.raw(type)}`;
    lists.push(
      sql`${type === 'text' ? textList(values.map(textOrNull)) : plainList(values)}::${sql.raw(type)}[]`,
    );
    listed.push(name);
    return sql.raw(name);
  });
  return sql`select unit_id, ${roundId}::int, ${sql.join(selected)}
    from unnest(${sql.join(lists)}) as given (${sql.raw(listed.join(', '))})`;
}

function textOrNull(value: string | number | boolean | null): string | null {
  return value === null ? null : String(value);
}

function toReading(row: RawReading): ReadingRow {
  return {
    unitId: row.unit_id,
    roundId: row.round_id,
    figureId: row.figure_id,
    thonId: row.thon_id,
    numerator: row.numerator,
    denominator: row.denominator,
    applicable: row.applicable,
    bare: row.bare,
    official: row.official,
    note: row.note,
    source: row.source,
    knownOn: row.known_on,
    confirmed:
      row.confirmed_by === null || row.confirmed_on === null
        ? null
        : { by: row.confirmed_by, on: row.confirmed_on, document: row.confirmed_document },
    seq: row.seq,
  };
}
