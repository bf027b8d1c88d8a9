// The rounds of a place, and the yearly ones that an office may still open to bring in its old sheets.
import type { Principal } from '@vungbuoc/programme/principals';
import { nameOfRound, proposeRounds, type RoundsQuery, type RoundsReply } from '@vungbuoc/programme/rounds';
import type { Workshop } from '../reference/workshop.ts';
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
    }),
  };
}
