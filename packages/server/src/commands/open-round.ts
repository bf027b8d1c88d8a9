// Opening a round: the round itself chains on its host; each unit takes over the column it signed last.
import {
  type OpenRoundInput,
  openRound,
  type RoundChange,
  type RoundState,
} from '@vungbuoc/programme/rounds';
import { getUnit, programmeUnitsBelow } from '../reference/rounds-of.ts';
import type { Reference } from '../reference/snapshot.ts';
import { saveRound } from '../storage/rounds.ts';
import { carryColumns } from './carry-columns.ts';
import { programmeIdOf } from './reference-data.ts';
import type { CommandBinding } from './run.ts';

export const openRoundBinding: CommandBinding<OpenRoundInput, RoundState, RoundChange, { code: string }> = {
  declaration: openRound,
  changesReference: true,
  unitOf: (input, reference, today) => getUnit(reference, input.host, today),
  about: (input, reference) => ({
    named: input.host,
    programmeId: programmeIdOf(reference, input.programme) ?? null,
  }),
  async load({ reference, unit, input }) {
    const programmeId = programmeIdOf(reference, input.programme);
    const exists = reference.rounds.some(
      (round) =>
        round.programmeId === programmeId &&
        round.hostUnitId === unit.unitId &&
        (round.code === input.code ||
          (round.kind === input.kind && round.year === input.year && round.period === input.period)),
    );
    const geography = reference.places.at(input.geographyOn);
    const units =
      programmeId === undefined ? [] : programmeUnitsBelow(reference, geography, unit.unitId, programmeId);
    const setIds = input.sets.map((name) => setIdOf(reference, name));
    return { programmeId, exists, setIds, hostName: unit.name, units: units.length };
  },
  async save(work, { input, programmeId, setIds }, seq) {
    const round = {
      ...input,
      programmeId,
      hostUnitId: work.unit.unitId,
      setIds,
      isIllustrative: input.illustrative === true,
    };
    const id = await saveRound(work.transaction, round);
    await carryColumns(work, { ...round, id }, seq);
  },
};

/** `id` is the newest version of a set, `id/version` that one. */
function setIdOf(reference: Reference, name: string): number | undefined {
  const [id, version] = name.split('/');
  const named = reference.shelf
    .listSets()
    .filter(({ set }) => set.id === id && (version === undefined || set.version === Number(version)));
  return named.at(-1)?.row.id;
}
