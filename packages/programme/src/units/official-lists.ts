// From the official lists of a reorganisation (communes before, communes from, conversions) to one plan of places.
import { dayBefore } from './day-before.ts';
import { sameSpelling } from './full-name.ts';
import { traceLineage } from './lineage.ts';
import { type RowConversion, readRows } from './list-rows.ts';
import { planListedChanges } from './listed-changes.ts';
import { planListedUnits } from './listed-units.ts';
import type { ListsWork, OfficialLists } from './lists-work.ts';
import type { UnitPlan } from './plan.ts';
import type { PlanNote } from './plan-notes.ts';

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
  readonly effectiveOn: string;
  readonly plan: UnitPlan;
  readonly counts: ListCounts;
  readonly notes: readonly PlanNote[];
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
  const work: ListsWork = {
    lists,
    lastDay: dayBefore(lists.effectiveOn),
    before,
    from,
    communes,
    provinces,
    notes,
  };
  noteSources(work);
  const units = planListedUnits(work);
  const unfounded = units.filter((unit) => unit.versions[0]?.validFrom === null).length;
  notes.push({ code: 'founding-unknown', facts: { count: unfounded } });
  const changes = planListedChanges(work);
  const plan = { title: lists.title, units, changes };
  return { effectiveOn: lists.effectiveOn, plan, counts: countLists(work), notes };
}

/** Conversions between known codes. Matched by code only: 278 of them spell the name otherwise. */
function readPassings(
  conversions: readonly RowConversion[],
  before: ListsWork['before'],
  from: ListsWork['from'],
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
function noteSources({ lists, communes, notes }: ListsWork): void {
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

function countLists({ lists, before, from, communes }: ListsWork): ListCounts {
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
