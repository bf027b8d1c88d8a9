// The board's rows as organised when the round was made: stored verdicts, else what an office declared.
import type { JudgedRow, LoadedRow } from '@vungbuoc/programme/board';
import type { StoredDeclared } from '@vungbuoc/programme/declared';
import type { UnitVersion } from '@vungbuoc/programme/units';
import type { Workshop } from '../reference/workshop.ts';
import { readUnits, type UnitTransaction } from '../storage/context.ts';
import { listDeclared } from '../storage/declared-results.ts';
import { listRecognitions } from '../storage/targets.ts';
import { listVerdicts } from '../storage/verdicts.ts';
import { parentShown, type Scope } from './scope.ts';

/** What surrounds the marks of a row. */
export interface RowFacts {
  readonly declared: ReadonlyMap<number, ReadonlyMap<string, StoredDeclared>>;
  readonly recognised: ReadonlyMap<number, { readonly level: string; readonly forYear: number | null }>;
}

export async function loadRowsThen(workshop: Workshop, scope: Scope): Promise<LoadedRow[]> {
  const ids = scope.unitsThen.map((unit) => unit.unitId);
  return readUnits(workshop.database, ids, async (transaction) => {
    const verdicts =
      scope.setId === null ? [] : await listVerdicts(transaction, ids, scope.round.id, scope.setId);
    const judged = new Map(verdicts.map((row) => [row.unitId, row]));
    const facts = await loadRowFacts(transaction, scope, ids);
    return scope.unitsThen.map((unit) => {
      const own = judged.get(unit.unitId);
      return rowOf(scope, unit, scope.round.geographyOn, own ?? null, own?.columnCode ?? null, facts, []);
    });
  });
}

export async function loadRowFacts(
  transaction: UnitTransaction,
  scope: Scope,
  unitIds: readonly number[],
): Promise<RowFacts> {
  const declared = new Map<number, Map<string, StoredDeclared>>();
  for (const row of await listDeclared(transaction, unitIds, scope.round.id)) {
    const own = declared.get(row.unitId) ?? new Map<string, StoredDeclared>();
    own.set(row.criterionCode, row);
    declared.set(row.unitId, own);
  }
  const recognised = new Map<number, { level: string; forYear: number | null }>();
  for (const row of await listRecognitions(transaction, unitIds, scope.programme.id)) {
    if (row.signedOn === null || row.signedOn <= scope.round.asOf) recognised.set(row.unitId, row);
  }
  return { declared, recognised };
}

/** One row; `judged` null where there are no readings. */
export function rowOf(
  scope: Scope,
  unit: UnitVersion,
  on: string,
  judged: JudgedRow | null,
  column: string | null,
  facts: RowFacts,
  notes: readonly string[],
): LoadedRow {
  const recognised = facts.recognised.get(unit.unitId);
  return {
    unit: { code: unit.code, name: unit.name, kind: unit.kind },
    parent: parentShown(scope, unit, on),
    column,
    judged,
    declared: facts.declared.get(unit.unitId) ?? new Map(),
    recognised: recognised ? { level: recognised.level, forYear: recognised.forYear } : null,
    notes: [...notes, ...(judged && column === null ? ['no-column'] : [])],
  };
}
