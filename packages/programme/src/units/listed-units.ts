// The units of official lists: provinces, districts and communes, each with its version before and from the day.
import { type KindName, readFullName, sameSpelling } from './full-name.ts';
import { type ReadRow, readFigures, type UnitFigures } from './list-rows.ts';
import { keyBefore, keyFrom, type ListsWork } from './lists-work.ts';
import type { PlannedUnit, PlannedVersion } from './plan.ts';

/** Everything that there is on the lists, provinces before what is in them. Doubts go to the notes. */
export function planListedUnits(work: ListsWork): PlannedUnit[] {
  return [...planProvinces(work), ...planDistricts(work), ...planCommunes(work)];
}

const NO_FIGURES: UnitFigures = { population: null, areaKm2: null, lat: null, lon: null, doubt: null };

type Place = KindName & { readonly code: string; readonly parent: string | null };

/** Until the day before: since when is not in the lists. */
function versionBefore({ lists }: ListsWork, place: Place): PlannedVersion {
  const { doubt: _, ...figures } = NO_FIGURES;
  const days = { validFrom: null, validFromConfidence: 'unsure' as const, validTo: lists.effectiveOn };
  return { ...place, ...days, ...figures, source: lists.source };
}

function versionFrom({ lists }: ListsWork, place: Place, { doubt, ...figures }: UnitFigures): PlannedVersion {
  const days = { validFrom: lists.effectiveOn, validFromConfidence: 'source' as const, validTo: null };
  return {
    ...place,
    ...days,
    ...figures,
    source: doubt === null ? lists.source : `${lists.source}; ${doubt}`,
  };
}

/** Names of provinces or districts by code, from the rows of their communes. */
function namesOf<Row>(
  rows: Iterable<ReadRow<Row>>,
  read: (row: Row) => readonly [code: string, name: string],
): Map<string, KindName> {
  const names = new Map<string, KindName>();
  for (const { row } of rows) {
    const [code, name] = read(row);
    if (!names.has(code)) names.set(code, readFullName(name) ?? { kind: 'district', name });
  }
  return names;
}

function planProvinces(work: ListsWork): PlannedUnit[] {
  const before = namesOf(work.before.values(), (row) => [row.provinceCode, row.provinceName]);
  const from = namesOf(work.from.values(), (row) => [row.provinceCode, row.provinceName]);
  const place = (code: string, named: KindName): Place => ({ code, ...named, parent: '00' });
  const units = new Map<string, PlannedVersion[]>();
  for (const [code, named] of before)
    units.set(keyBefore(work, code), [versionBefore(work, place(code, named))]);
  for (const [code, named] of from) {
    const kept = work.provinces.keptBy(code);
    const old = kept === undefined ? undefined : before.get(kept);
    const version = versionFrom(work, place(code, named), NO_FIGURES);
    const versions = units.get(keyFrom(work, work.provinces, code)) ?? [];
    const [first] = versions;
    // nothing changed for a province that went on under its code and name: one version, not two alike
    if (first && old && kept === code && old.kind === named.kind && sameSpelling(old.name, named.name)) {
      units.set(keyBefore(work, code), [{ ...first, validTo: null }]);
    } else units.set(keyFrom(work, work.provinces, code), [...versions, version]);
  }
  return [...units].map(([key, versions]) => ({ key, existing: null, versions }));
}

/** Districts ended on the day: the level was abolished, nobody succeeded them. */
function planDistricts(work: ListsWork): PlannedUnit[] {
  const names = namesOf(work.before.values(), (row) => [row.districtCode, row.districtName]);
  const provinceOf = new Map(
    [...work.before.values()].map(({ row }) => [row.districtCode, row.provinceCode]),
  );
  return [...names].map(([code, named]) => {
    const parent = keyBefore(work, provinceOf.get(code) ?? '');
    return {
      key: keyBefore(work, code),
      existing: null,
      versions: [versionBefore(work, { code, ...named, parent })],
    };
  });
}

function planCommunes(work: ListsWork): PlannedUnit[] {
  const units = new Map<string, PlannedVersion[]>();
  for (const [code, { row, named }] of work.before) {
    const parent = keyBefore(work, row.districtCode);
    units.set(keyBefore(work, code), [versionBefore(work, { code, ...named, parent })]);
  }
  const figures = readFigures(work.from, work.notes);
  for (const [code, { row, named }] of work.from) {
    const key = keyFrom(work, work.communes, code);
    const parent = keyFrom(work, work.provinces, row.provinceCode);
    const version = versionFrom(work, { code, ...named, parent }, figures.get(code) ?? NO_FIGURES);
    units.set(key, [...(units.get(key) ?? []), version]);
  }
  return [...units].map(([key, versions]) => ({ key, existing: null, versions }));
}
