// Commands on reference data: the law is published, programmes are founded. All chain on the root unit.

import {
  type FoundProgrammeInput,
  type FoundProgrammeReply,
  foundProgramme,
  type ProgrammeChange,
  type ProgrammeState,
} from '@vungbuoc/programme/programmes';
import {
  type PublishChange,
  type PublishSetsInput,
  type PublishSetsReply,
  type PublishState,
  publishSets,
} from '@vungbuoc/programme/sets';
import { TOWNS } from '@vungbuoc/programme/units';
import { hashOfContent } from '../law/shelf.ts';
import { communesBelow } from '../reference/rounds-of.ts';
import type { Reference } from '../reference/snapshot.ts';
import type { UnitTransaction } from '../storage/context.ts';
import { saveFigures } from '../storage/figures.ts';
import { saveMemberships, saveProgramme } from '../storage/rounds.ts';
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
    findPublished: (id, version) => reference.shelf.findPublished(id, version),
  }),
  save: ({ transaction, context }, change) => savePublished(transaction, change, context.now),
};

/** What is published, as rows: the dictionary, each set, and the places of overlays. */
export async function savePublished(
  transaction: UnitTransaction,
  { figures, sets }: PublishChange,
  publishedAt: string,
): Promise<void> {
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
      publishedAt,
    });
    for (const unitId of set.placeIds) await saveOverlayPlace(transaction, { overlayId: setId, unitId });
  }
}

export const foundProgrammeBinding: CommandBinding<
  FoundProgrammeInput,
  ProgrammeState,
  ProgrammeChange,
  FoundProgrammeReply
> = {
  declaration: foundProgramme,
  changesReference: true,
  unitOf: (_input, reference, today) => rootOf(reference, today),
  load: async ({ reference, context, input }) => ({
    exists: programmeIdOf(reference, input.code) !== undefined,
    resolve: resolverOf(reference, context.today),
    communesBelow: (unitId, { communesOn, withTowns }) =>
      communesBelow(reference.places.at(communesOn), unitId)
        .filter((unit) => withTowns || !TOWNS.has(unit.kind))
        .map((unit) => unit.unitId),
  }),
  async save({ transaction }, { input, homeUnitId, members }) {
    const { code, nameVi, nameEn } = input;
    const programmeId = await saveProgramme(transaction, { code, nameVi, nameEn, homeUnitId });
    await saveMemberships(
      transaction,
      members.map(({ unitId, from, to }) => ({ programmeId, unitId, validFrom: from, validTo: to })),
    );
  },
};

export function programmeIdOf(reference: Reference, code: string): number | undefined {
  return reference.programmes.find((programme) => programme.code === code)?.id;
}
