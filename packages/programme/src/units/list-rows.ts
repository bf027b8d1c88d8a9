// The rows of the official lists as they come, and what each says: kind, name, population, area. Doubts become notes.
import { type KindName, readFullName } from './full-name.ts';
import type { PlanNote } from './plan-notes.ts';

/** The columns of the lists, as their files name them. */
export const COLUMNS_BEFORE = [
  'code',
  'type',
  'name',
  'districtCode',
  'districtName',
  'provinceCode',
  'provinceName',
] as const;
export const COLUMNS_FROM = [
  'code',
  'type',
  'name',
  'provinceCode',
  'provinceName',
  'population',
  'areaKm2',
  'lat',
  'lon',
] as const;
export const CONVERSION_COLUMNS = ['oldCode', 'oldName', 'newCode', 'newName', 'oldWasDivided'] as const;

/** A row of the list of communes before the change: all text, as in the file. */
export type RowBefore = Readonly<Record<(typeof COLUMNS_BEFORE)[number], string>>;

/** A row of the list of communes from the change on. */
export type RowFrom = Readonly<Record<(typeof COLUMNS_FROM)[number], string>>;

/** A row of the conversions between the two; `oldWasDivided` is "True" or "False". */
export type RowConversion = Readonly<Record<(typeof CONVERSION_COLUMNS)[number], string>>;

/** A row that was understood. */
export interface ReadRow<Row> {
  readonly row: Row;
  readonly named: KindName;
}

/** Size and place of a unit; what is doubtful is null, and `doubt` says why in the unit's source. */
export interface UnitFigures {
  readonly population: number | null;
  readonly areaKm2: string | null;
  readonly lat: string | null;
  readonly lon: string | null;
  readonly doubt: string | null;
}

/** Rows by code. A row without a readable code or name, or with a code met before, is left out with a note. */
export function readRows<Row extends RowBefore | RowFrom>(
  rows: readonly Row[],
  list: string,
  notes: PlanNote[],
): Map<string, ReadRow<Row>> {
  const read = new Map<string, ReadRow<Row>>();
  for (const [index, row] of rows.entries()) {
    const named = readFullName(row.name);
    const why = faultOf(row, named, read.has(row.code));
    if (why !== null || named === null) {
      notes.push({ code: 'row-left-out', facts: { row: index + 2, list, why: why ?? '' } });
      continue;
    }
    if (readFullName(`${row.type} x`)?.kind !== named.kind) {
      notes.push({ code: 'kind-against-name', facts: { code: row.code, kind: row.type, unit: row.name } });
    }
    read.set(row.code, { row, named });
  }
  return read;
}

function faultOf(row: RowBefore | RowFrom, named: KindName | null, seen: boolean): string | null {
  if (!/^\d{5}$/.test(row.code)) return `mã / code “${row.code}”`;
  if (!/^\d{2}$/.test(row.provinceCode)) return `mã tỉnh / province code “${row.provinceCode}”`;
  if ('districtCode' in row && !/^\d{3}$/.test(row.districtCode)) {
    return `mã huyện / district code “${row.districtCode}”`;
  }
  if (named === null) return `tên / name “${row.name}”`;
  return seen ? `mã ghi hai lần / code given twice: ${row.code}` : null;
}

/** Fewer people than this is a slip of the list, except on an island: the reorganisation left no commune so small. */
const FEWEST_PEOPLE = 1000;
const FEWEST_PER_KM2 = 5;

/**
 * Population, area and place of every row. The lists were joined by name somewhere on their way, so namesakes carry
 * the same figures, and trailing noughts were lost (911 for Lê Lợi): such figures are not taken, and noted.
 */
export function readFigures(
  rows: ReadonlyMap<string, ReadRow<RowFrom>>,
  notes: PlanNote[],
): Map<string, UnitFigures> {
  const namesakes = findNamesakes(rows);
  const figures = new Map<string, UnitFigures>();
  for (const [code, { row, named }] of rows) {
    const lat = decimalOrNull(row.lat);
    const lon = decimalOrNull(row.lon);
    const facts = { code, unit: row.name, population: row.population, area: row.areaKm2 };
    const others = namesakes.get(sizeKey(row))?.filter((other) => other !== code) ?? [];
    if (others.length > 0) {
      notes.push({ code: 'figures-of-a-namesake', facts: { ...facts, other: others.join(', ') } });
      const doubt = `population ${row.population}, area ${row.areaKm2} not taken: the same as ${others.join(', ')}`;
      figures.set(code, { population: null, areaKm2: null, lat, lon, doubt });
      continue;
    }
    const areaKm2 = decimalOrNull(row.areaKm2);
    if (areaKm2 === null) notes.push({ code: 'area-unknown', facts });
    const { population, doubt } = readPopulation(row, named.kind === 'special-zone', areaKm2, notes);
    figures.set(code, { population, areaKm2, lat, lon, doubt });
  }
  return figures;
}

function readPopulation(
  row: RowFrom,
  island: boolean,
  areaKm2: string | null,
  notes: PlanNote[],
): { population: number | null; doubt: string | null } {
  const facts = { code: row.code, unit: row.name };
  const written = row.population.trim();
  const digits = written.replaceAll(/[.,\s]/g, '');
  if (!/^\d{1,9}$/.test(digits)) {
    notes.push({ code: 'population-unknown', facts });
    return { population: null, doubt: null };
  }
  const population = Number(digits);
  if (digits !== written)
    notes.push({ code: 'population-rewritten', facts: { ...facts, written, population } });
  const perKm2 = areaKm2 === null ? FEWEST_PER_KM2 : population / Number(areaKm2);
  if (island || (population >= FEWEST_PEOPLE && perKm2 >= FEWEST_PER_KM2)) return { population, doubt: null };
  notes.push({ code: 'population-doubtful', facts: { ...facts, population, area: row.areaKm2 } });
  return { population: null, doubt: `population ${population} not taken: too small for its area` };
}

/** Codes by equal population and area. */
function findNamesakes(rows: ReadonlyMap<string, ReadRow<RowFrom>>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [code, { row }] of rows) {
    if (row.population === '' || row.areaKm2 === '') continue;
    const key = sizeKey(row);
    groups.set(key, [...(groups.get(key) ?? []), code]);
  }
  return groups;
}

function sizeKey(row: RowFrom): string {
  return `${row.population} ${row.areaKm2}`;
}

function decimalOrNull(text: string): string | null {
  return /^\d+(\.\d+)?$/.test(text.trim()) ? text.trim() : null;
}
