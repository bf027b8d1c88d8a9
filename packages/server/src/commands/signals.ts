// A reviewer sets a signal aside, with the reason.
import {
  type DismissalChange,
  type DismissalState,
  type DismissSignalInput,
  type DismissSignalReply,
  dismissSignal,
} from '@vungbuoc/programme/signals';
import { officesOfCodes } from '../reference/evidence-codes.ts';
import { findRound, getRound, getUnit } from '../reference/rounds-of.ts';
import { listDismissals, saveDismissal } from '../storage/signals.ts';
import type { CommandBinding } from './run.ts';

export const dismissSignalBinding: CommandBinding<
  DismissSignalInput,
  DismissalState,
  DismissalChange,
  DismissSignalReply
> = {
  declaration: dismissSignal,
  unitOf: (input, reference, today) => getUnit(reference, input.unit, today),
  about(input, reference, unit) {
    const round = findRound(reference, unit, input.round);
    const offices = round ? officesOfCodes(reference, round, 'confirm', [input.code]) : [];
    return { named: input.unit, round, offices };
  },
  async load({ transaction, reference, unit, input }) {
    const round = getRound(reference, unit, input.round);
    const rows = await listDismissals(transaction, unit.unitId, round.id);
    return { dismissed: rows.some((row) => row.signal === input.signal && row.code === input.code) };
  },
  async save({ transaction, reference, unit, input, context }, { reason }, seq) {
    await saveDismissal(transaction, {
      unitId: unit.unitId,
      roundId: getRound(reference, unit, input.round).id,
      signal: input.signal,
      code: input.code,
      reason,
      dismissedBy: context.principal.personId,
      dismissedAt: context.now,
      seq,
    });
  },
};
