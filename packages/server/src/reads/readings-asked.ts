// The readings that a scope asks for: today's, or those known by the end of an earlier day.
import type { UnitTransaction } from '../storage/context.ts';
import { listReadings, listReadingsKnownOn, type ReadingRow } from '../storage/readings.ts';
import type { Scope } from './scope.ts';

export function listReadingsAsked(
  transaction: UnitTransaction,
  scope: Scope,
  unitIds: readonly number[],
): Promise<ReadingRow[]> {
  const { round, knownOn } = scope;
  return knownOn === null
    ? listReadings(transaction, unitIds, round.id)
    : listReadingsKnownOn(transaction, unitIds, round.id, knownOn);
}
