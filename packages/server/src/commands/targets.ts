// The programme's yearly targets, recognitions, and the signed column of a unit.

import {
  type RecognitionChange,
  type RecognitionState,
  type RecordRecognitionInput,
  type RecordRecognitionReply,
  recordRecognition,
} from '@vungbuoc/programme/recognitions';
import {
  type SetTargetInput,
  setTarget,
  type TargetChange,
  type TargetState,
} from '@vungbuoc/programme/targets';
import type * as z from 'zod/mini';
import { getUnit } from '../reference/rounds-of.ts';
import { saveRecognition, saveTarget } from '../storage/targets.ts';
import { programmeIdOf } from './reference-data.ts';
import type { CommandBinding } from './run.ts';
import { resolverOf } from './units.ts';

export const setTargetBinding: CommandBinding<SetTargetInput, TargetState, TargetChange, { year: number }> = {
  declaration: setTarget,
  unitOf: (input, reference, today) => getUnit(reference, input.host, today),
  about: (input, reference) => ({
    named: input.host,
    programmeId: programmeIdOf(reference, input.programme) ?? null,
  }),
  load: async ({ reference, input, context }) => ({
    programmeId: programmeIdOf(reference, input.programme),
    resolve: resolverOf(reference, context.today),
  }),
  async save({ transaction, unit }, { input, programmeId, keepIds }, seq) {
    const { year, average, floor, document, illustrative, note } = input;
    await saveTarget(transaction, {
      unitId: unit.unitId,
      programmeId,
      year,
      average,
      floor,
      keepUnits: keepIds,
      document,
      illustrative,
      note,
      seq,
    });
  },
};

export const recordRecognitionBinding: CommandBinding<
  RecordRecognitionInput,
  RecognitionState,
  RecognitionChange,
  z.infer<typeof RecordRecognitionReply>
> = {
  declaration: recordRecognition,
  unitOf: (input, reference, today) => getUnit(reference, input.unit, today),
  about: (input, reference) => ({
    named: input.unit,
    programmeId: programmeIdOf(reference, input.programme) ?? null,
  }),
  load: async ({ reference, input }) => ({ programmeId: programmeIdOf(reference, input.programme) }),
  async save({ transaction, unit }, { input, programmeId }, seq) {
    const { level, forYear, signedOn, decisionNumber, source } = input;
    const row = { unitId: unit.unitId, programmeId, level, forYear, signedOn, decisionNumber, source, seq };
    await saveRecognition(transaction, row);
  },
};
