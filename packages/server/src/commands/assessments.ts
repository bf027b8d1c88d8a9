// What binds handing in, approving, reviewing and talking about figures to storage.
import {
  type ApproveInput,
  approveAssessment,
  type GiveBackInput,
  giveBackAssessment,
  type HandInChange,
  type HandInState,
  type ReviewChange,
  type ReviewInput,
  type ReviewStateOf,
  reviewIndicators,
  type SayInput,
  type Stage,
  type SubmitInput,
  sayMessage,
  submitAssessment,
} from '@vungbuoc/programme/assessments';
import type { CommandDeclaration } from '@vungbuoc/programme/declarations';
import type { UnitVersion } from '@vungbuoc/programme/units';
import { indicatorsOf, officesWith } from '../reference/offices.ts';
import { findRound, getRound, getUnit } from '../reference/rounds-of.ts';
import type { Reference } from '../reference/snapshot.ts';
import { saveMessage, saveReviews, saveStage } from '../storage/assessments.ts';
import { listReadings } from '../storage/readings.ts';
import { loadPaths, loadReadingStates, writeChanges } from './readings.ts';
import type { CommandBinding, UnitWork } from './run.ts';

interface OfRound {
  readonly unit: string;
  readonly round: string;
}

const ofRound = {
  unitOf: (input: OfRound, reference: Reference, today: string): UnitVersion =>
    getUnit(reference, input.unit, today),
  about: (input: OfRound, reference: Reference, unit: UnitVersion) => ({
    named: input.unit,
    round: findRound(reference, unit, input.round),
  }),
};

function handIn<Input extends OfRound>(
  declaration: CommandDeclaration<Input, HandInState, HandInChange, { stage: Stage }>,
): CommandBinding<Input, HandInState, HandInChange, { stage: Stage }> {
  return {
    ...ofRound,
    declaration,
    async load({ transaction, reference, unit, input, head }) {
      const round = getRound(reference, unit, input.round);
      const path = await loadPaths(transaction, reference, round, [unit.unitId]);
      const readings = await listReadings(transaction, [unit.unitId], round.id);
      return { ...path(unit.unitId), seq: head.seq, figures: readings.length };
    },
    save: (work, change, seq) => saveHandIn(work, change, seq),
  };
}

async function saveHandIn(
  { transaction, reference, unit, input, context }: UnitWork<OfRound>,
  { assessment, answered }: HandInChange,
  seq: number,
): Promise<void> {
  const { id: roundId } = getRound(reference, unit, input.round);
  const said = { unitId: unit.unitId, roundId, personId: context.principal.personId, at: context.now, seq };
  await saveStage(transaction, { ...said, ...assessment });
  await saveReviews(transaction, { ...said, reviews: answered });
}

export const submitBinding = handIn<SubmitInput>(submitAssessment);
export const approveBinding = handIn<ApproveInput>(approveAssessment);
export const giveBackBinding = handIn<GiveBackInput>(giveBackAssessment);

export const reviewBinding: CommandBinding<
  ReviewInput,
  ReviewStateOf,
  ReviewChange,
  { unit: string; reviewed: number; seq: number }
> = {
  declaration: reviewIndicators,
  unitOf: ofRound.unitOf,
  about(input, reference, unit) {
    const round = findRound(reference, unit, input.round);
    const indicators = input.items.map((item) => item.indicator);
    return {
      named: input.unit,
      round,
      offices: round ? officesWith(reference, round, 'confirm', indicators) : [],
    };
  },
  async load({ transaction, reference, unit, input, head }) {
    const round = getRound(reference, unit, input.round);
    const states = await loadReadingStates(transaction, reference, round, [{ unit, seq: head.seq }]);
    const readings = states.get(unit.unitId);
    if (!readings) throw new Error(`no state was loaded for unit ${unit.unitId}`);
    const path = await loadPaths(transaction, reference, round, [unit.unitId]);
    const indicators = indicatorsOf(reference, round);
    return { ...readings, ...path(unit.unitId), figuresOf: (code) => indicators.get(code) };
  },
  async save({ transaction, reference, unit, input, context }, { reviews, readings, verdicts }, seq) {
    const round = getRound(reference, unit, input.round);
    const { unitId } = unit;
    await writeChanges(transaction, reference, round, [
      { unitId, change: { readings, allNew: false, verdicts }, seq },
    ]);
    const { personId } = context.principal;
    await saveReviews(transaction, { unitId, roundId: round.id, personId, at: context.now, seq, reviews });
  },
};

export const sayBinding: CommandBinding<
  SayInput,
  { readonly known: boolean; readonly seq: number },
  SayInput,
  { seq: number }
> = {
  declaration: sayMessage,
  unitOf: ofRound.unitOf,
  about(input, reference, unit) {
    const round = findRound(reference, unit, input.round);
    const offices = round ? officesWith(reference, round, 'confirm', [input.indicator]) : [];
    return { named: input.unit, round, offices };
  },
  load: async ({ reference, unit, input, head }) => ({
    known: indicatorsOf(reference, getRound(reference, unit, input.round)).has(input.indicator),
    seq: head.seq,
  }),
  async save({ transaction, reference, unit, context }, { round, indicator, words }, seq) {
    await saveMessage(transaction, {
      unitId: unit.unitId,
      roundId: getRound(reference, unit, round).id,
      seq,
      indicatorCode: indicator,
      personId: context.principal.personId,
      at: context.now,
      words,
    });
  },
};
