// Saying which office supplies or confirms an indicator of a programme.
import {
  type AssignDutiesInput,
  assignDuties,
  type DutyChange,
  type DutyState,
} from '@vungbuoc/programme/duties';
import { getUnit } from '../reference/rounds-of.ts';
import { saveDuties } from '../storage/duties.ts';
import { programmeIdOf } from './reference-data.ts';
import type { CommandBinding } from './run.ts';

export const assignDutiesBinding: CommandBinding<
  AssignDutiesInput,
  DutyState,
  DutyChange,
  { office: string; indicators: number }
> = {
  declaration: assignDuties,
  changesReference: true,
  unitOf: (input, reference, today) => getUnit(reference, input.host, today),
  about: (input, reference) => ({
    named: input.host,
    programmeId: programmeIdOf(reference, input.programme) ?? null,
    // the sample's own places have been merged away: its rounds tell that they count as living
    round:
      reference.rounds.find((round) => round.programmeId === programmeIdOf(reference, input.programme)) ??
      null,
  }),
  load: async ({ reference, unit, input }) => {
    const programme = reference.programmes.find(({ code }) => code === input.programme);
    return { programmeId: programme?.id, isHome: programme?.homeUnitId === unit.unitId };
  },
  save: ({ transaction }, { programmeId, input }, seq) => {
    const { office, duty, indicators } = input;
    return saveDuties(transaction, { ...office, programmeId, duty, indicators, seq });
  },
};
