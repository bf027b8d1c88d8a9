// Fills a round: each commune's column is signed, and the provinces' figures are imported, as offices would.
import { createHash, randomUUID } from 'node:crypto';
import type { CriteriaSet } from '@vungbuoc/criteria';
import type { ImportedUnit } from '@vungbuoc/programme/readings';
import type { UnitVersion } from '@vungbuoc/programme/units';
import { runImportReadings, signColumnBinding } from '@vungbuoc/server/commands';
import { type Random, randomFrom } from '../measure/random.ts';
import { type CommuneReadings, communeReadings } from './figures.ts';
import { SET_57 } from './found.ts';
import { type BenchHouse, command } from './house.ts';
import { type BenchProgramme, LAST_DAY, membersOf, provinceOf } from './members.ts';
import { regionOf } from './regions.ts';

/** Signs columns and imports the figures of the programme's yearly round. */
export async function fillYear(house: BenchHouse, programme: BenchProgramme): Promise<void> {
  await signColumns(house, programme, programme.year);
  for (const province of await provinces(house, programme)) {
    await importProvince(house, programme.year, province);
  }
}

/** The communes of one province with a row of chance of its own: the same figures in every run. */
export interface Province {
  readonly code: string;
  readonly communes: readonly UnitVersion[];
  readonly random: Random;
}

export async function provinces(house: BenchHouse, programme: BenchProgramme): Promise<Province[]> {
  const { places } = await house.workshop.reference.current();
  const byProvince = new Map<string, UnitVersion[]>();
  for (const unit of membersOf(places, programme)) {
    const code = provinceOf(places, unit);
    byProvince.set(code, [...(byProvince.get(code) ?? []), unit]);
  }
  return [...byProvince].map(([code, communes]) => ({ code, communes, random: randomFrom(Number(code)) }));
}

const SIGNING_AT_ONCE = 4;

async function signColumns(house: BenchHouse, programme: BenchProgramme, round: string): Promise<void> {
  const { places } = await house.workshop.reference.current();
  const waiting = membersOf(places, programme).values();
  const signer = async (): Promise<void> => {
    for (const unit of waiting) {
      await command(house, signColumnBinding, {
        unit: `${unit.code}@${LAST_DAY}`,
        round,
        dimension: 'region',
        column: regionOf(provinceOf(places, unit)),
        document: null,
        signedBy: 'Văn phòng Điều phối',
        signedOn: LAST_DAY,
      });
    }
  };
  await Promise.all(Array.from({ length: SIGNING_AT_ONCE }, signer));
}

export async function benchSet(house: BenchHouse): Promise<CriteriaSet> {
  const { shelf } = await house.workshop.reference.current();
  const found = shelf.listSets().find(({ set }) => set.id === SET_57);
  if (!found) throw new Error(`${SET_57} is not published`);
  return found.set;
}

/** Four provinces of five have their figures confirmed; the fifth's are only claimed. */
async function importProvince(house: BenchHouse, round: string, province: Province): Promise<void> {
  const units = await importedUnits(house, province);
  const confirmed =
    Number(province.code) % 5 === 0 ? null : { by: 'Sở Nông nghiệp', on: LAST_DAY, document: null };
  await importUnitsOf(house, round, units, confirmed);
}

export async function importedUnits(house: BenchHouse, province: Province): Promise<ImportedUnit[]> {
  const set = await benchSet(house);
  return province.communes.map((unit) => asImported(unit, communeReadings(set, province.random)));
}

function asImported(unit: UnitVersion, readings: CommuneReadings): ImportedUnit {
  const entries = [...readings].map(([figure, { numerator, denominator, applicable, note }]) => ({
    figure,
    numerator,
    denominator,
    applicable,
    note: note ?? null,
    bare: false,
  }));
  return {
    unit: `${unit.code}@${LAST_DAY}`,
    entries,
    places: entries.map((_, at) => `bench!${unit.code}:${at}`),
  };
}

/** Imports units as one command. Returns how many figures it changed. */
export async function importUnitsOf(
  house: BenchHouse,
  round: string,
  units: readonly ImportedUnit[],
  confirmed: { by: string; on: string; document: null } | null,
): Promise<number> {
  const reply = await runImportReadings(house.workshop, {
    principal: house.principal,
    commandId: randomUUID(),
    input: {
      under: '00',
      round,
      official: true,
      knownOn: LAST_DAY,
      source: 'bench',
      confirmed,
      fileDigest: createHash('sha256').update(round).digest('hex'),
      units,
      dryRun: false,
    },
  });
  return reply.changed;
}
