// Judging a round anew, fifty units to a transaction: an interrupted run is simply run again.
import { canonicalJson } from '@vungbuoc/criteria';
import type { UnitVersion } from '@vungbuoc/programme/units';
import { judge, type ReevaluateReply, reevaluate } from '@vungbuoc/programme/verdicts';
import { requireRight } from '../reference/rights.ts';
import {
  findRound,
  getRound,
  getUnit,
  lawsFor,
  previousRound,
  programmeUnitsBelow,
} from '../reference/rounds-of.ts';
import type { Reference } from '../reference/snapshot.ts';
import { columnsByUnit, readingsToJudge } from '../reference/unit-readings.ts';
import type { Workshop } from '../reference/workshop.ts';
import { MOST_UNITS_WRITING, writeUnits } from '../storage/context.ts';
import { chain, type Head, lockHeads, saveEvents } from '../storage/heads.ts';
import type { RoundRow } from '../storage/rounds.ts';
import { listVerdicts, saveVerdicts, type VerdictRow } from '../storage/verdicts.ts';
import { verdictRow } from './readings.ts';
import { asProblem, contextOf, type Given, parseInput } from './run.ts';

/** @throws ProblemError */
export async function runReevaluate(workshop: Workshop, given: Given): Promise<ReevaluateReply> {
  const input = parseInput(reevaluate, given.input);
  const reference = await workshop.reference.current();
  const { today, now } = contextOf(workshop, given.principal);
  const under = getUnit(reference, input.under, today);
  requireRight(workshop, reference, given.principal, {
    ...reevaluate.may(),
    unit: under,
    named: input.under,
    round: findRound(reference, under, input.round),
  });
  const round = getRound(reference, under, input.round);
  const geography = reference.places.at(round.geographyOn);
  const members = programmeUnitsBelow(reference, geography, under.unitId, round.programmeId);
  const units = members.toSorted((a, b) => a.unitId - b.unitId);
  const job: Job = { workshop, given, reference, round, at: now };
  let changed = 0;
  try {
    for (let start = 0; start < units.length; start += MOST_UNITS_WRITING) {
      changed += await reevaluateChunk(job, units.slice(start, start + MOST_UNITS_WRITING));
    }
  } catch (error) {
    throw asProblem(error);
  }
  return { units: units.length, changed };
}

interface Job {
  readonly workshop: Workshop;
  readonly given: Given;
  readonly reference: Reference;
  readonly round: RoundRow;
  readonly at: string;
}

function reevaluateChunk(job: Job, units: readonly UnitVersion[]): Promise<number> {
  const { workshop, reference, round } = job;
  const ids = units.map((unit) => unit.unitId);
  return writeUnits(workshop.database, ids, async (transaction) => {
    const heads = await lockHeads(transaction, ids);
    const before = previousRound(reference, round);
    const current = await readingsToJudge(transaction, reference, ids, round.id);
    const previous = before ? await readingsToJudge(transaction, reference, ids, before.id) : null;
    const columns = await columnsByUnit(transaction, ids, round.id);
    const stored = new Map<string, VerdictRow>();
    for (const setId of round.setIds) {
      for (const row of await listVerdicts(transaction, ids, round.id, setId)) stored.set(keyOf(row), row);
    }
    const rows: VerdictRow[] = [];
    for (const [unitId, readings] of current) {
      const laws = lawsFor(reference, round, unitId, columns.get(unitId) ?? new Map());
      const seq = (heads.get(unitId)?.seq ?? 0) + 1;
      const fresh = laws.map((law) => {
        const judged = judge(law, readings, previous?.get(unitId) ?? null);
        return verdictRow(unitId, round, before, { law, judged }, seq);
      });
      if (fresh.some((row) => !sameVerdict(row, stored.get(keyOf(row))))) rows.push(...fresh);
    }
    await saveVerdicts(transaction, rows);
    const changedIds = [...new Set(rows.map((row) => row.unitId))];
    await saveEvents(
      transaction,
      changedIds.flatMap((unitId) => eventOf(job, heads.get(unitId))),
    );
    return changedIds.length;
  });
}

function keyOf(row: VerdictRow): string {
  return `${row.unitId}/${row.setId}`;
}

/** The same law, engine and bytes: judging again said nothing new. */
export function sameVerdict(a: VerdictRow, b: VerdictRow | undefined): boolean {
  if (!b) return false;
  return (
    a.engine === b.engine &&
    a.columnCode === b.columnCode &&
    a.levelVerdict === b.levelVerdict &&
    sameBytes(a.setHash, b.setHash) &&
    sameBytes(a.indicators, b.indicators) &&
    sameBytes(a.criteria, b.criteria) &&
    sameBytes(a.confirmed, b.confirmed) &&
    sameBytes(a.risk, b.risk)
  );
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function eventOf(job: Job, head: Head | undefined) {
  if (!head) return [];
  const { given, round, at } = job;
  return [
    chain(head, {
      unitId: head.unitId,
      commandId: given.commandId,
      command: reevaluate.name,
      commandVersion: reevaluate.version,
      personId: given.principal.personId,
      at,
      payload: canonicalJson({ round: round.code }),
    }),
  ];
}
