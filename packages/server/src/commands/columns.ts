// Signing the column of a unit in a round, and judging the unit by it.

import type { JudgedByLaw } from '@vungbuoc/programme/readings';
import { type ColumnState, type SignColumnInput, signColumn } from '@vungbuoc/programme/rounds';
import {
  findRound,
  getRound,
  getUnit,
  lawsFor,
  previousRound,
  programmeUnitsBelow,
} from '../reference/rounds-of.ts';
import { saveColumns, saveVerdicts } from '../storage/verdicts.ts';
import { loadReadingStates, verdictRow } from './readings.ts';
import type { CommandBinding } from './run.ts';

export const signColumnBinding: CommandBinding<
  SignColumnInput,
  ColumnState,
  readonly JudgedByLaw[],
  { unit: string; column: string }
> = {
  declaration: signColumn,
  unitOf: (input, reference, today) => getUnit(reference, input.unit, today),
  about: (input, reference, unit) => ({ named: input.unit, round: findRound(reference, unit, input.round) }),
  async load({ transaction, reference, unit, input, head }) {
    const round = getRound(reference, unit, input.round);
    const states = await loadReadingStates(transaction, reference, round, [{ unit, seq: head.seq }]);
    const readings = states.get(unit.unitId);
    if (!readings) throw new Error(`no state was loaded for unit ${unit.unitId}`);
    const named = round.setIds.flatMap((setId) => {
      const dimension = reference.shelf.find(setId, null)?.dimension;
      return dimension?.code === input.dimension ? dimension.values.map((value) => value.code) : [];
    });
    const geography = reference.places.at(round.geographyOn);
    const members = programmeUnitsBelow(reference, geography, unit.unitId, round.programmeId);
    // judged as if it were signed already; a column that no set has is refused before that matters
    const wanted = new Map(named.includes(input.column) ? [[input.dimension, input.column]] : []);
    const laws = lawsFor(reference, round, unit.unitId, wanted);
    return { readings: { ...readings, laws }, columns: [...new Set(named)], member: members.length > 0 };
  },
  async save({ transaction, reference, unit, input }, verdicts, seq) {
    const round = getRound(reference, unit, input.round);
    const { dimension, column, document, signedBy, signedOn } = input;
    await saveColumns(transaction, [
      {
        unitId: unit.unitId,
        roundId: round.id,
        dimension,
        columnCode: column,
        document,
        signedBy,
        signedOn,
        carriedFrom: null,
        seq,
      },
    ]);
    const before = previousRound(reference, round);
    await saveVerdicts(
      transaction,
      verdicts.map((verdict) => verdictRow(unit.unitId, round, before, verdict, seq)),
    );
  },
};
