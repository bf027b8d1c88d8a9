// Which commune and indicator each file of a folder is about, from its name: `POST /api/evidence/propose`.
import {
  type ProposeEvidenceInput,
  type ProposeEvidenceReply,
  proposeFromNames,
  readEvidence,
} from '@vungbuoc/programme/evidence';
import type { Principal } from '@vungbuoc/programme/principals';
import type { Workshop } from '../reference/workshop.ts';
import { findScope } from './scope.ts';

/** @throws unit.not-found, right.missing, round.not-found */
export async function loadEvidenceProposals(
  workshop: Workshop,
  principal: Principal,
  { under, round, paths }: ProposeEvidenceInput,
): Promise<ProposeEvidenceReply> {
  const scope = await findScope(workshop, principal, { under, round }, readEvidence.may);
  const on = scope.round.geographyOn;
  const units = scope.unitsThen.map(({ code, name }) => ({ unit: `${code}@${on}`, name }));
  const criteria = scope.round.setIds
    .flatMap((id) => scope.reference.shelf.find(id, null)?.criteria ?? [])
    .map(({ code, nameVi, indicators }) => ({ code, nameVi, indicators: indicators.map((one) => one.code) }));
  const proposals = proposeFromNames(paths, units, criteria);
  return {
    proposals: proposals.map((one) => ({ path: one.path, units: [...one.units], codes: [...one.codes] })),
  };
}
