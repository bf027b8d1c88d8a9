// Places: all versions and changes of units, read whole (some 14,000 rows for the country) and kept by the caller.

import type { Inheritance, UnitKind, UnitLink, UnitVersion } from '@vungbuoc/programme/units';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from './db-types.generated.ts';

export async function listUnitVersions(database: Kysely<DB>): Promise<UnitVersion[]> {
  const rows = await database
    .selectFrom('unit_versions')
    .select(['unit_id', 'version', 'code', 'name', 'kind', 'parent_id', 'valid_from', 'valid_to'])
    .orderBy('unit_id')
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    version: row.version,
    code: row.code,
    name: row.name,
    kind: row.kind as UnitKind, // the column's check lists exactly these
    parentId: row.parent_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}

export async function listUnitLinks(database: Kysely<DB>): Promise<UnitLink[]> {
  const rows = await database
    .selectFrom('unit_change_links as link')
    .innerJoin('unit_changes as change', 'change.id', 'link.change_id')
    .select([
      'link.change_id',
      'link.predecessor_id',
      'link.successor_id',
      'link.divided',
      'change.kind',
      'change.effective_on',
      'change.document',
      'change.document_on',
      'change.inheritance',
    ])
    .orderBy('link.change_id')
    .execute();
  return rows.map((row) => ({
    changeId: row.change_id,
    kind: row.kind,
    effectiveOn: row.effective_on,
    document: row.document,
    documentOn: row.document_on,
    predecessorId: row.predecessor_id,
    successorId: row.successor_id,
    divided: row.divided,
    inheritance: row.inheritance as Inheritance, // written by units.import, whose schema checked it
  }));
}

export interface NewUnitVersion {
  readonly unitId: number;
  readonly version: number;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parentId: number | null;
  readonly validFrom: string | null;
  readonly validFromConfidence: string;
  readonly validTo: string | null;
  readonly population: number | null;
  readonly areaKm2: string | null;
  readonly lat: string | null;
  readonly lon: string | null;
  readonly source: string;
}

/** Takes `count` new identities. */
export async function newUnits(database: Kysely<DB>, count: number): Promise<number[]> {
  if (count === 0) return [];
  const { rows } = await sql<{ id: number }>`
    insert into units (id) overriding system value
    select nextval(pg_get_serial_sequence('units', 'id')) from generate_series(1, ${count}::int) returning id`.execute(
    database,
  );
  return rows.map((row) => row.id).sort((a, b) => a - b);
}

export async function saveUnitVersions(
  database: Kysely<DB>,
  versions: readonly NewUnitVersion[],
): Promise<void> {
  if (versions.length === 0) return;
  const column = <K extends keyof NewUnitVersion>(key: K) => versions.map((version) => version[key]);
  await sql`insert into unit_versions (unit_id, version, code, name, kind, parent_id, valid_from, valid_from_confidence,
      valid_to, population, area_km2, lat, lon, source)
    select * from unnest(${column('unitId')}::int[], ${column('version')}::smallint[], ${column('code')}::text[],
      ${column('name')}::text[], ${column('kind')}::text[], ${column('parentId')}::int[], ${column('validFrom')}::date[],
      ${column('validFromConfidence')}::text[], ${column('validTo')}::date[], ${column('population')}::int[],
      ${column('areaKm2')}::numeric[], ${column('lat')}::numeric[], ${column('lon')}::numeric[],
      ${column('source')}::text[])`.execute(database);
}

/** Ends the version that holds today: the last one of each unit. */
export async function endUnitVersions(
  database: Kysely<DB>,
  unitIds: readonly number[],
  on: string,
): Promise<void> {
  await sql`update unit_versions set valid_to = ${on}
    where unit_id = any(${[...unitIds]}::int[]) and valid_to is null`.execute(database);
}

export interface NewUnitChange {
  readonly kind: string;
  readonly effectiveOn: string;
  readonly document: string | null;
  readonly documentOn: string | null;
  readonly confidence: string;
  readonly source: string;
  readonly inheritance?: Inheritance | undefined;
  readonly links: readonly {
    readonly predecessorId: number;
    readonly successorId: number;
    readonly divided: boolean;
  }[];
}

export async function saveUnitChanges(
  database: Kysely<DB>,
  changes: readonly NewUnitChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const column = <K extends keyof NewUnitChange>(key: K) => changes.map((change) => change[key]);
  const inheritance = changes.map((change) => JSON.stringify(change.inheritance ?? {}));
  const { rows } = await sql<{ id: number }>`
    insert into unit_changes (kind, effective_on, document, document_on, inheritance, confidence, source)
    select kind, effective_on, document, document_on, inheritance, confidence, source
    from unnest(${column('kind')}::text[], ${column('effectiveOn')}::date[], ${column('document')}::text[],
      ${column('documentOn')}::date[], ${inheritance}::jsonb[], ${column('confidence')}::text[],
      ${column('source')}::text[])
      with ordinality as t (kind, effective_on, document, document_on, inheritance, confidence, source, n)
    order by n returning id`.execute(database);
  const links = changes.flatMap((change, index) =>
    change.links.map((link) => ({ ...link, changeId: rows[index]?.id ?? 0 })),
  );
  await sql`insert into unit_change_links (change_id, predecessor_id, successor_id, divided)
    select * from unnest(${links.map((l) => l.changeId)}::int[], ${links.map((l) => l.predecessorId)}::int[],
      ${links.map((l) => l.successorId)}::int[], ${links.map((l) => l.divided)}::boolean[])`.execute(
    database,
  );
}

/** Where a unit is on a day: its middle and its area, from the official list. null: the list does not say. */
export async function findGround(
  database: Kysely<DB>,
  unitId: number,
  version: number,
): Promise<{ readonly lat: number; readonly lon: number; readonly area: number | null } | null> {
  const row = await database
    .selectFrom('unit_versions')
    .select(['lat', 'lon', 'area_km2'])
    .where('unit_id', '=', unitId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row || row.lat === null || row.lon === null) return null;
  return {
    lat: Number(row.lat),
    lon: Number(row.lon),
    area: row.area_km2 === null ? null : Number(row.area_km2),
  };
}
