// Importing the marks and counts of an office's own sheet.
import {
  type DeclaredState,
  type DeclaredUnit,
  importDeclared,
  type StoredDeclared,
} from '@vungbuoc/programme/declared';
import type { ImportReply } from '@vungbuoc/programme/readings';
import { requireRight } from '../reference/rights.ts';
import { findRound, getRound, getUnit } from '../reference/rounds-of.ts';
import type { Workshop } from '../reference/workshop.ts';
import type { UnitTransaction } from '../storage/context.ts';
import { listDeclared, saveDeclared } from '../storage/declared-results.ts';
import type { RoundRow } from '../storage/rounds.ts';
import { findUnits } from './import-readings.ts';
import { contextOf, type Given, parseInput } from './run.ts';
import { type LockedUnit, runMany } from './run-many.ts';

/** @throws ProblemError with every fault of the sheet; then nothing was written. */
export async function runImportDeclared(workshop: Workshop, given: Given): Promise<ImportReply> {
  const input = parseInput(importDeclared, given.input);
  const reference = await workshop.reference.current();
  const { today } = contextOf(workshop, given.principal);
  const under = getUnit(reference, input.under, today);
  requireRight(workshop, reference, given.principal, {
    ...importDeclared.may(),
    unit: under,
    named: input.under,
    round: findRound(reference, under, input.round),
  });
  const round = getRound(reference, under, input.round);
  return runMany<DeclaredUnit, DeclaredState, readonly StoredDeclared[]>(
    workshop,
    {
      name: importDeclared.name,
      version: importDeclared.version,
      load: (transaction, units) => loadDeclared(transaction, round, units),
      decide: (state, item) => importDeclared.decide(state, item, input),
      save: (transaction, changes) =>
        saveDeclared(
          transaction,
          changes.flatMap(({ unitId, change, seq }) =>
            change.map((row) => ({ ...row, unitId, roundId: round.id, seq })),
          ),
        ),
    },
    { ...given, input },
    {
      under,
      items: findUnits(reference, round, under, input.units, (item) => item.entries[0]?.cell),
      inputTexts: () => [JSON.stringify(input)],
      dryRun: input.dryRun,
    },
  );
}

async function loadDeclared(
  transaction: UnitTransaction,
  round: RoundRow,
  units: readonly LockedUnit[],
): Promise<Map<number, DeclaredState>> {
  const states = new Map<number, Map<string, StoredDeclared>>(
    units.map(({ unit }) => [unit.unitId, new Map()]),
  );
  const ids = units.map(({ unit }) => unit.unitId);
  for (const row of await listDeclared(transaction, ids, round.id))
    states.get(row.unitId)?.set(row.criterionCode, row);
  return new Map([...states].map(([unitId, current]) => [unitId, { current }]));
}
