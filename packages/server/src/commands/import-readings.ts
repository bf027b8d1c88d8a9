// Importing figures of many units from one file.

import { type Problem, ProblemError } from '@vungbuoc/programme/problems';
import {
  type ImportedUnit,
  type ImportReadingsInput,
  type ImportReply,
  importReadings,
  type ReadingsChange,
  type ReadingsState,
} from '@vungbuoc/programme/readings';
import type { UnitVersion } from '@vungbuoc/programme/units';
import { splitUnitName } from '@vungbuoc/programme/units';
import { requireRight } from '../reference/rights.ts';
import { findRound, getRound, getUnit, programmeUnitsBelow } from '../reference/rounds-of.ts';
import type { Reference } from '../reference/snapshot.ts';
import type { Workshop } from '../reference/workshop.ts';
import type { RoundRow } from '../storage/rounds.ts';
import { loadReadingStates, writeChanges } from './readings.ts';
import { contextOf, type Given, parseInput } from './run.ts';
import { runMany } from './run-many.ts';

/** @throws ProblemError with every fault of the file, each with its cell; then nothing was written. */
export async function runImportReadings(workshop: Workshop, given: Given): Promise<ImportReply> {
  const input = parseInput(importReadings, given.input);
  const reference = await workshop.reference.current();
  const { today } = contextOf(workshop, given.principal);
  const under = getUnit(reference, input.under, today);
  requireRight(workshop, reference, given.principal, {
    ...importReadings.may(input),
    unit: under,
    named: input.under,
    round: findRound(reference, under, input.round),
  });
  const round = getRound(reference, under, input.round);
  const found = findUnits(reference, round, under, input.units, (item) => item.places[0]);
  return runMany<ImportedUnit, ReadingsState, ReadingsChange>(
    workshop,
    {
      name: importReadings.name,
      version: importReadings.version,
      load: (transaction, units) => loadReadingStates(transaction, reference, round, units),
      decide: (state, item) => importReadings.decide(state, item, input),
      save: (transaction, changes) => writeChanges(transaction, reference, round, changes),
    },
    { ...given, input },
    { under, items: found, inputTexts: () => textsOf(input), dryRun: input.dryRun },
  );
}

/** The input as texts, a unit each. Where a figure stood in the file is not what was asked. */
function* textsOf({ units, ...whole }: ImportReadingsInput): Iterable<string> {
  yield JSON.stringify(whole);
  for (const { unit, entries } of units) {
    const lines = entries.map(
      ({ figure, numerator, denominator, applicable, note, bare }) =>
        `${figure} ${numerator} ${denominator} ${applicable} ${bare} ${note === null ? '' : JSON.stringify(note)}`,
    );
    yield `${unit}\n${lines.join('\n')}`;
  }
}

/** The unit that hosts a round, as it was then. */
export function hostOf(reference: Reference, round: RoundRow): UnitVersion {
  const host = reference.places.nameOf(round.hostUnitId, round.geographyOn);
  if (!host) throw new Error(`the host ${round.hostUnitId} of round ${round.code} has no name`);
  return host;
}

/**
 * Codes of the file as units of the round's own day, inside the programme; `code@date` is whoever had the code then.
 * @throws ProblemError with all faults, each at its unit's first place
 */
export function findUnits<Item extends { readonly unit: string }>(
  reference: Reference,
  round: RoundRow,
  under: UnitVersion,
  items: readonly Item[],
  placeOf: (item: Item) => string | undefined,
): { unit: UnitVersion; item: Item }[] {
  const geography = reference.places.at(round.geographyOn);
  const inside = programmeUnitsBelow(reference, geography, under.unitId, round.programmeId);
  const byId = new Map(inside.map((unit) => [unit.unitId, unit]));
  const problems: Problem[] = [];
  const found = items.flatMap((item) => {
    const { code, date } = splitUnitName(item.unit);
    const on = date ?? round.geographyOn;
    const named = reference.places.at(on).findByCode(code);
    const unit = named && byId.get(named.unitId);
    if (unit) return [{ unit, item }];
    const path = placeOf(item);
    problems.push({
      ...(named
        ? { code: 'unit.outside-programme', facts: { unit: named.name } }
        : { code: 'unit.not-found', facts: { unit: code, date: on } }),
      ...(path === undefined ? {} : { path }),
    });
    return [];
  });
  const [first, ...others] = problems;
  if (first) throw new ProblemError([first, ...others]);
  return found;
}
