// What the founder of a programme chooses from: the places that have communes in a year, the law of its time.
import type { Principal } from '@vungbuoc/programme/principals';
import {
  type PrepareProgrammeQuery,
  type PrepareProgrammeReply,
  prepareProgramme,
} from '@vungbuoc/programme/programmes';
import { proposeYear, yearsToPropose } from '@vungbuoc/programme/rounds';
import { COMMUNE_LEVEL, type Geography, TOWNS, type UnitVersion } from '@vungbuoc/programme/units';
import { requireRight } from '../reference/rights.ts';
import { communesBelow } from '../reference/rounds-of.ts';
import { type Reference, ROOT_UNIT } from '../reference/snapshot.ts';
import { dayInVietnam, type Workshop } from '../reference/workshop.ts';

export async function loadPreparation(
  workshop: Workshop,
  principal: Principal,
  query: PrepareProgrammeQuery,
): Promise<PrepareProgrammeReply> {
  const reference = await workshop.reference.current();
  const today = dayInVietnam(workshop.clock());
  const nation = reference.places.at(today).find(ROOT_UNIT);
  if (!nation) throw new Error('the root unit is missing: the first migration makes it');
  requireRight(workshop, reference, principal, { ...prepareProgramme.may, unit: nation });
  const years = yearsToPropose(today);
  const asked = Number(query.year);
  const year = years.includes(asked) ? asked : (years[0] ?? asked);
  const sets = reference.shelf.listSets().map(({ set }) => set);
  const proposal = proposeYear({ programme: '', host: '', hostEnded: null, today, sets }, year);
  const { programme: _programme, host: _host, ...round } = proposal;
  return {
    year,
    years,
    on: round.geographyOn,
    places: placesOn(reference.places.at(round.geographyOn)),
    sets: sets
      .filter((set) => set.unitLevel === 'commune')
      .map(({ id, version, titleVi, titleEn }) => ({
        id: `${id}/${version}`,
        title: { vi: titleVi, en: titleEn },
        proposed: round.sets.includes(`${id}/${version}`),
      })),
    round,
    waiting: waitingProgramme(reference, today),
  };
}

/** Units with communes below them, in the order of the tree; the nation stands first. */
function placesOn(geography: Geography): PrepareProgrammeReply['places'] {
  const above = [...geography.all()].filter((unit) => !COMMUNE_LEVEL.has(unit.kind));
  const path = (unit: UnitVersion): string =>
    [...geography.ancestorsOf(unit.unitId)]
      .reverse()
      .concat(unit)
      .map((one) => one.code)
      .join('/');
  return above
    .map((unit) => ({ unit, path: path(unit) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ unit }) => {
      const communes = communesBelow(geography, unit.unitId);
      if (communes.length === 0) return [];
      const towns = communes.filter(({ kind }) => TOWNS.has(kind)).length;
      const parent = geography.ancestorsOf(unit.unitId).find(({ kind }) => kind !== 'nation');
      return [
        {
          unit: `${unit.code}@${geography.on}`,
          name: unit.name,
          kind: unit.kind,
          parent: parent?.name ?? null,
          communes: communes.length - towns,
          towns,
        },
      ];
    });
}

function waitingProgramme(reference: Reference, today: string): PrepareProgrammeReply['waiting'] {
  const waiting = reference.programmes.findLast(
    ({ id }) => !reference.rounds.some((round) => round.programmeId === id),
  );
  const home = waiting && reference.places.nameOf(waiting.homeUnitId, today);
  if (!waiting || !home) return null;
  const { code, nameVi: vi, nameEn: en } = waiting;
  const on = home.validTo === null ? today : (home.validFrom ?? today);
  return { code, name: { vi, en }, home: `${home.code}@${on}`, homeName: home.name };
}
