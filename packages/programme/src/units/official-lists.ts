// From the official lists of a reorganisation (communes before, communes from, conversions) to one plan of places.

import { dayBefore } from './day-before.ts';
import { type KindName, readFullName, sameSpelling } from './full-name.ts';
import { type Lineage, traceLineage } from './lineage.ts';
import {
  type ReadRow,
  type RowBefore,
  type RowConversion,
  type RowFrom,
  readFigures,
  readRows,
  type UnitFigures,
} from './list-rows.ts';
import type { PlannedChange, PlannedUnit, PlannedVersion, UnitPlan } from './plan.ts';
import type { PlanNote } from './plan-notes.ts';

/** A decision by its number and its day (`YYYY-MM-DD`), and how surely it is known. */
export interface ChangeDocument {
  readonly document: string | null;
  readonly documentOn: string | null;
  readonly confidence: 'source' | 'memory' | 'unsure';
  readonly source: string;
}

export interface OfficialLists {
  readonly title: string;
  /** First day of the new units, `YYYY-MM-DD`. */
  readonly effectiveOn: string;
  readonly source: string;
  readonly before: readonly RowBefore[];
  readonly from: readonly RowFrom[];
  readonly conversions: readonly RowConversion[];
  /** Conversion rows that the source is known to have lost. */
  readonly droppedConversions: number;
  /** Decisions on communes by the code of their new province; others are unknown. */
  readonly communeDocuments: ReadonlyMap<string, ChangeDocument>;
  readonly provinceDocument: ChangeDocument;
  readonly districtDocument: ChangeDocument;
}

export interface ListCounts {
  readonly before: number;
  readonly from: number;
  readonly conversions: number;
  /** Communes whose identity goes on. */
  readonly kept: number;
  /** Old communes that went to more than one new one, and their conversions. */
  readonly divided: number;
  readonly dividedConversions: number;
  /** New codes that an old commune had, and those of them where the name is another. */
  readonly codesReused: number;
  readonly codesReusedUnderAnotherName: number;
}

export interface PlannedLists {
  readonly plan: UnitPlan;
  readonly counts: ListCounts;
  readonly notes: readonly PlanNote[];
}

/** What all steps of the planning work with. */
interface Work {
  readonly lists: OfficialLists;
  readonly lastDay: string;
  readonly before: ReadonlyMap<string, ReadRow<RowBefore>>;
  readonly from: ReadonlyMap<string, ReadRow<RowFrom>>;
  readonly communes: Lineage;
  readonly provinces: Lineage;
  readonly notes: PlanNote[];
}

/**
 * Plans the whole of the lists as for an empty installation; `settlePlan` then takes away what is there already.
 * One identity from founding to merger: only an undivided one-to-one goes on (DESIGN section 5). Everything that did
 * not fit, or was taken with a doubt, is in `notes`.
 */
export function planOfficialLists(lists: OfficialLists): PlannedLists {
  const notes: PlanNote[] = [];
  const before = readRows(lists.before, 'units-before', notes);
  const from = readRows(lists.from, 'units-from', notes);
  const passings = readPassings(lists.conversions, before, from, notes);
  const communes = traceLineage(passings);
  const provinces = traceLineage(
    passings.map((passing) => ({
      from: before.get(passing.from)?.row.provinceCode ?? '',
      to: from.get(passing.to)?.row.provinceCode ?? '',
    })),
  );
  const work: Work = {
    lists,
    lastDay: dayBefore(lists.effectiveOn),
    before,
    from,
    communes,
    provinces,
    notes,
  };
  noteSources(work);
  const units = [...planProvinces(work), ...planDistricts(work), ...planCommunes(work)];
  const unfounded = units.filter((unit) => unit.versions[0]?.validFrom === null).length;
  notes.push({ code: 'founding-unknown', facts: { count: unfounded } });
  const changes = [...changesOfProvinces(work), ...changesOfDistricts(work), ...changesOfCommunes(work)];
  return { plan: { title: lists.title, units, changes }, counts: countLists(work), notes };
}

/** Conversions between known codes. Matched by code only: 278 of them spell the name otherwise. */
function readPassings(
  conversions: readonly RowConversion[],
  before: Work['before'],
  from: Work['from'],
  notes: PlanNote[],
): { from: string; to: string }[] {
  const leftOut = (index: number, code: string, list: string): false => {
    notes.push({ code: 'conversion-left-out', facts: { row: index + 2, code, list } });
    return false;
  };
  const known = conversions.filter((row, index) => {
    if (!before.has(row.oldCode)) return leftOut(index, row.oldCode, 'units-before');
    if (!from.has(row.newCode)) return leftOut(index, row.newCode, 'units-from');
    noteSpelling(row.oldCode, row.oldName, before.get(row.oldCode)?.row.name ?? '', notes);
    noteSpelling(row.newCode, row.newName, from.get(row.newCode)?.row.name ?? '', notes);
    return true;
  });
  return known.map((row) => ({ from: row.oldCode, to: row.newCode }));
}

function noteSpelling(code: string, there: string, here: string, notes: PlanNote[]): void {
  if (there.normalize('NFC') === here.normalize('NFC')) return;
  const toneOnly = sameSpelling(there, here) ? 1 : 0;
  notes.push({ code: 'spelled-otherwise', facts: { code, there, here, toneOnly } });
}

/** What the lists as a whole lack, and where their own flag disagrees with their rows. */
function noteSources({ lists, communes, notes }: Work): void {
  if (lists.droppedConversions > 0) {
    notes.push({ code: 'dropped-in-source', facts: { count: lists.droppedConversions } });
  }
  for (const [index, row] of lists.conversions.entries()) {
    const flagged = row.oldWasDivided.toLowerCase() === 'true';
    if (communes.successorsOf(row.oldCode).length === 0 || flagged === communes.isDivided(row.oldCode))
      continue;
    notes.push({ code: 'flag-differs', facts: { row: index + 2, code: row.oldCode } });
  }
}

/** Keys of the plan are `code@date`, so that a unit of the plan and one of the installation are named alike. */
function keyBefore({ lastDay }: Work, code: string): string {
  return `${code}@${lastDay}`;
}

function keyFrom(work: Work, lineage: Lineage, code: string): string {
  const kept = lineage.keptBy(code);
  return kept === undefined ? `${code}@${work.lists.effectiveOn}` : keyBefore(work, kept);
}

const NO_FIGURES: UnitFigures = { population: null, areaKm2: null, lat: null, lon: null, doubt: null };

type Place = KindName & { readonly code: string; readonly parent: string | null };

/** Until the day before: since when is not in the lists. */
function versionBefore({ lists }: Work, place: Place): PlannedVersion {
  const { doubt: _, ...figures } = NO_FIGURES;
  const days = { validFrom: null, validFromConfidence: 'unsure' as const, validTo: lists.effectiveOn };
  return { ...place, ...days, ...figures, source: lists.source };
}

function versionFrom({ lists }: Work, place: Place, { doubt, ...figures }: UnitFigures): PlannedVersion {
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

function planProvinces(work: Work): PlannedUnit[] {
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
function planDistricts(work: Work): PlannedUnit[] {
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

function planCommunes(work: Work): PlannedUnit[] {
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

type ChangeKind = PlannedChange['kind'];
type Link = PlannedChange['links'][number];

function change(
  work: Work,
  kind: ChangeKind,
  links: readonly Link[],
  document: ChangeDocument | undefined,
): PlannedChange {
  const unknown = {
    document: null,
    documentOn: null,
    confidence: 'source' as const,
    source: work.lists.source,
  };
  return { kind, effectiveOn: work.lists.effectiveOn, ...(document ?? unknown), links: [...links] };
}

/** A change that concerns one unit alone (rename, found, abolish) links it to itself, so that it is found there. */
function selfLink(key: string): Link {
  return { from: key, to: key, divided: false };
}

/** What a new unit was made of, unless it is the old one itself. */
function mergeInto(work: Work, lineage: Lineage, code: string): { kind: ChangeKind; links: Link[] } | null {
  const predecessors = lineage.predecessorsOf(code);
  if (predecessors.length === 0 || lineage.keptBy(code) !== undefined) return null;
  const to = keyFrom(work, lineage, code);
  const links = predecessors.map((from) => ({
    from: keyBefore(work, from),
    to,
    divided: lineage.isDivided(from),
  }));
  return { kind: predecessors.length === 1 ? 'split' : 'merge', links };
}

function changesOfProvinces(work: Work): PlannedChange[] {
  const codes = new Set([...work.from.values()].map(({ row }) => row.provinceCode));
  return [...codes].flatMap((code) => {
    const made = mergeInto(work, work.provinces, code);
    return made ? [change(work, made.kind, made.links, work.lists.provinceDocument)] : [];
  });
}

/** One change per old province, with every district of it. */
function changesOfDistricts(work: Work): PlannedChange[] {
  const districts = new Map<string, Set<string>>();
  for (const { row } of work.before.values()) {
    const codes = districts.get(row.provinceCode) ?? new Set();
    districts.set(row.provinceCode, codes.add(row.districtCode));
  }
  return [...districts.values()].map((codes) => {
    const links = [...codes].map((code) => selfLink(keyBefore(work, code)));
    return change(work, 'abolish', links, work.lists.districtDocument);
  });
}

function changesOfCommunes(work: Work): PlannedChange[] {
  const changes: PlannedChange[] = [];
  for (const [code, { row, named }] of work.from) {
    const document = work.lists.communeDocuments.get(row.provinceCode);
    const made = mergeInto(work, work.communes, code);
    const kept = work.communes.keptBy(code);
    if (made) changes.push(change(work, made.kind, made.links, document));
    else if (kept !== undefined) changes.push(...renaming(work, kept, { code, ...named }, document));
    else {
      const facts = { code, unit: row.name, date: work.lists.effectiveOn };
      work.notes.push({ code: 'no-predecessor', facts });
      changes.push(change(work, 'found', [selfLink(keyFrom(work, work.communes, code))], document));
    }
  }
  for (const [code, { row }] of work.before) {
    if (work.communes.successorsOf(code).length > 0) continue;
    work.notes.push({ code: 'no-successor', facts: { code, unit: row.name, date: work.lists.effectiveOn } });
    changes.push(change(work, 'abolish', [selfLink(keyBefore(work, code))], undefined));
  }
  return changes;
}

/** A unit that went on under another name or kind. Another way to spell the same name is no change. */
function renaming(
  work: Work,
  kept: string,
  now: KindName & { readonly code: string },
  document: ChangeDocument | undefined,
): PlannedChange[] {
  const old = work.before.get(kept);
  if (!old || (old.named.kind === now.kind && sameSpelling(old.named.name, now.name))) return [];
  const unit = work.from.get(now.code)?.row.name ?? now.name;
  // where the conversion already writes the new name, the list of old names had only misspelt it
  const written = work.lists.conversions.find((row) => row.oldCode === kept)?.oldName ?? '';
  if (sameSpelling(written, unit)) return [];
  work.notes.push({ code: 'kept-through-new-name', facts: { code: now.code, before: old.row.name, unit } });
  return [change(work, 'rename', [selfLink(keyBefore(work, kept))], document)];
}

function countLists({ lists, before, from, communes }: Work): ListCounts {
  const codes = [...from.keys()];
  const reused = codes.filter((code) => before.has(code));
  const divided = [...before.keys()].filter((code) => communes.isDivided(code));
  return {
    before: lists.before.length,
    from: lists.from.length,
    conversions: lists.conversions.length,
    kept: codes.filter((code) => communes.keptBy(code) !== undefined).length,
    divided: divided.length,
    dividedConversions: divided.reduce((sum, code) => sum + communes.successorsOf(code).length, 0),
    codesReused: reused.length,
    codesReusedUnderAnotherName: reused.filter(
      (code) => !sameSpelling(before.get(code)?.row.name ?? '', from.get(code)?.row.name ?? ''),
    ).length,
  };
}
