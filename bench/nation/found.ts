// Founds the nation in an empty house: the official lists of units, the decided law, two programmes, their rounds.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { planOfficialLists } from '@vungbuoc/programme/units';
import {
  foundProgrammeBinding,
  importUnitsBinding,
  openRoundBinding,
  publishSetsBinding,
} from '@vungbuoc/server/commands';
import { readOfficialLists } from '@vungbuoc/server/official-lists';
import { ROOT } from '../measure/root.ts';
import { type BenchHouse, command } from './house.ts';
import { readBenchLaw } from './law.ts';
import { type BenchProgramme, FIRST_DAY, LAST_DAY, membersOf, NATION, TENTH } from './members.ts';

export const SET_57 = 'vn-ntm-xa-2021-2025';
/** Monthly rounds without readings, for benches that write. */
export const EMPTY_ROUNDS = 12;

/** The folder of the official lists, or null: VB_UNITS_DIR, else beside the project. */
export function findUnitLists(): string | null {
  const beside = join(ROOT, '..', 'shared', 'domain', 'units');
  const folder = process.env.VB_UNITS_DIR ?? beside;
  return existsSync(folder) ? folder : null;
}

/** @throws when the official lists are not there */
export async function foundNation(house: BenchHouse): Promise<void> {
  const lists = findUnitLists();
  if (lists === null) throw new Error('The official lists of units are not there: set VB_UNITS_DIR.');
  await command(house, importUnitsBinding, planOfficialLists(await readOfficialLists(lists)).plan);
  const law = await readBenchLaw();
  await command(house, publishSetsBinding, {
    figures: law.figuresText,
    sets: law.documents.map(({ file, content }) => ({ file, content, overlay: false, places: [] })),
  });
  for (const programme of [NATION, TENTH]) await foundProgramme(house, programme);
}

async function foundProgramme(house: BenchHouse, programme: BenchProgramme): Promise<void> {
  const { code, nameVi, nameEn } = programme;
  const { places } = await house.workshop.reference.current();
  const members = membersOf(places, programme);
  await command(house, foundProgrammeBinding, {
    code,
    nameVi,
    nameEn,
    home: '00',
    members: members.map((unit) => ({ unit: `${unit.code}@${LAST_DAY}`, from: FIRST_DAY, to: null })),
  });
  await openRound(house, programme, programme.year, 'year', 1);
  for (let month = 1; month <= EMPTY_ROUNDS; month++) {
    await openRound(house, programme, monthRound(programme, month), 'month', month);
  }
}

export function monthRound(programme: BenchProgramme, month: number): string {
  return `${programme.year}-t${String(month).padStart(2, '0')}`;
}

function openRound(
  house: BenchHouse,
  programme: BenchProgramme,
  code: string,
  kind: 'year' | 'month',
  period: number,
): Promise<{ code: string }> {
  return command(house, openRoundBinding, {
    programme: programme.code,
    host: '00',
    code,
    kind,
    year: 2025,
    period,
    asOf: LAST_DAY,
    geographyOn: LAST_DAY,
    sets: [SET_57],
    criterionCodes: null,
    deadlines: {},
  });
}
