// Commands on reference data: the law is published, programmes are founded, rounds are opened. All chain on a unit.

import type { FoundProgrammeInput, ProgrammeChange, ProgrammeState } from '@vungbuoc/programme/programmes';
import { foundProgramme } from '@vungbuoc/programme/programmes';
import {
  type OpenRoundInput,
  openRound,
  type RoundChange,
  type RoundState,
} from '@vungbuoc/programme/rounds';
import {
  type PublishChange,
  type PublishSetsInput,
  type PublishSetsReply,
  type PublishState,
  publishSets,
} from '@vungbuoc/programme/sets';
import { hashOfContent } from '../law/shelf.ts';
import { getUnit } from '../reference/rounds-of.ts';
import type { Reference } from '../reference/snapshot.ts';
import { saveFigures } from '../storage/figures.ts';
import { saveMemberships, saveProgramme, saveRound } from '../storage/rounds.ts';
import { saveOverlayPlace, saveSet } from '../storage/sets.ts';
import type { CommandBinding } from './run.ts';
import { resolverOf, rootOf } from './units.ts';

export const publishSetsBinding: CommandBinding<
  PublishSetsInput,
  PublishState,
  PublishChange,
  PublishSetsReply
> = {
  declaration: publishSets,
  changesReference: true,
  unitOf: (_input, reference, today) => rootOf(reference, today),
  load: async ({ reference, context }) => ({
    resolve: resolverOf(reference, context.today),
    findSet: (id) => reference.shelf.listSets().findLast(({ set }) => set.id === id)?.set,
  }),
  async save({ transaction, context }, { figures, sets }) {
    const rows = [...figures.values()].map((figure) => ({
      code: figure.code,
      kind: figure.kind,
      definition: figure,
    }));
    await saveFigures(transaction, rows);
    for (const set of sets) {
      const setId = await saveSet(transaction, {
        code: set.id,
        version: set.version,
        content: set.content,
        contentHash: hashOfContent(set.content),
        isOverlay: set.overlay,
        isIllustrative: set.illustrative,
        publishedAt: context.now,
      });
      for (const unitId of set.placeIds) await saveOverlayPlace(transaction, { overlayId: setId, unitId });
    }
  },
};

export const foundProgrammeBinding: CommandBinding<
  FoundProgrammeInput,
  ProgrammeState,
  ProgrammeChange,
  { code: string; members: number }
> = {
  declaration: foundProgramme,
  changesReference: true,
  unitOf: (_input, reference, today) => rootOf(reference, today),
  load: async ({ reference, context }) => ({ resolve: resolverOf(reference, context.today) }),
  async save({ transaction }, { input, homeUnitId, memberIds }) {
    const { code, nameVi, nameEn, sample } = input;
    const programmeId = await saveProgramme(transaction, {
      code,
      nameVi,
      nameEn,
      homeUnitId,
      isSample: sample,
    });
    const memberships = input.members.map((member, index) => ({
      programmeId,
      unitId: memberIds[index] ?? 0,
      validFrom: member.from,
      validTo: member.to,
    }));
    await saveMemberships(transaction, memberships);
  },
};

export const openRoundBinding: CommandBinding<OpenRoundInput, RoundState, RoundChange, { code: string }> = {
  declaration: openRound,
  changesReference: true,
  unitOf: (input, reference, today) => getUnit(reference, input.host, today),
  async load({ reference, unit, input }) {
    const programmeId = programmeIdOf(reference, input.programme);
    const exists = reference.rounds.some(
      (round) =>
        round.programmeId === programmeId &&
        round.hostUnitId === unit.unitId &&
        (round.code === input.code ||
          (round.kind === input.kind && round.year === input.year && round.period === input.period)),
    );
    return { programmeId, exists, setIds: input.sets.map((name) => setIdOf(reference, name)) };
  },
  async save({ transaction, unit }, { input, programmeId, setIds }) {
    await saveRound(transaction, { ...input, programmeId, hostUnitId: unit.unitId, setIds });
  },
};

export function programmeIdOf(reference: Reference, code: string): number | undefined {
  return reference.programmes.find((programme) => programme.code === code)?.id;
}

/** `id` is the newest version of a set, `id/version` that one. */
function setIdOf(reference: Reference, name: string): number | undefined {
  const [id, version] = name.split('/');
  const named = reference.shelf
    .listSets()
    .filter(({ set }) => set.id === id && (version === undefined || set.version === Number(version)));
  return named.at(-1)?.row.id;
}
