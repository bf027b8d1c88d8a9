// The rounds of a place, and the yearly ones that an office may still open to bring in its old sheets.
import type { Principal } from '@vungbuoc/programme/principals';
import {
  nameOfRound,
  type OpenRoundInput,
  proposeRounds,
  proposeYear,
  type RoundsQuery,
  type RoundsReply,
  readRounds,
} from '@vungbuoc/programme/rounds';
import { requireRight } from '../reference/rights.ts';
import { getUnit, programmeUnitsBelow } from '../reference/rounds-of.ts';
import { dayInVietnam, type Workshop } from '../reference/workshop.ts';
import { findScope } from './scope.ts';

export async function loadRounds(
  workshop: Workshop,
  principal: Principal,
  query: RoundsQuery,
): Promise<RoundsReply> {
  const scope = await findScope(workshop, principal, query);
  const { reference, round, programme, rounds, today } = scope;
  const host = reference.places.versionsOf(round.hostUnitId).at(-1);
  if (!host) throw new Error(`the host of round ${round.code} has no name`);
  const named = `${host.code}@${round.geographyOn}`;
  const hasUnits = (day: string): boolean =>
    programmeUnitsBelow(reference, reference.places.at(day), host.unitId, programme.id).length > 0;
  return {
    host: named,
    hostName: host.name,
    programme: programme.code,
    open: rounds.map((one) => ({ code: one.code, name: nameOfRound(one, workshop.texts), year: one.year })),
    proposals: proposeRounds({
      programme: programme.code,
      host: named,
      hostEnded: host.validTo,
      today,
      sets: reference.shelf.listSets().map(({ set }) => set),
      taken: new Set(rounds.filter((one) => one.kind === 'year').map((one) => one.year)),
    }).filter((proposal) => hasUnits(proposal.geographyOn)),
  };
}

/** The yearly round that a programme would open for a host: what a person then changes at will. @throws unit.not-found */
export async function loadProposal(
  workshop: Workshop,
  principal: Principal,
  asked: { readonly programme: string; readonly host: string; readonly year: number },
): Promise<OpenRoundInput> {
  const reference = await workshop.reference.current();
  const today = dayInVietnam(workshop.clock());
  const host = getUnit(reference, asked.host, today);
  requireRight(workshop, reference, principal, { ...readRounds.may, unit: host, named: asked.host });
  const sets = reference.shelf.listSets().map(({ set }) => set);
  return proposeYear({ ...asked, hostEnded: host.validTo, today, sets }, asked.year);
}
