// Who is in the bench's two programmes: the nation, and a tenth of it spread over all provinces.
import { COMMUNE_LEVEL, type Places, type UnitVersion } from '@vungbuoc/programme/units';

export const FIRST_DAY = '2025-07-01';
/** The day of all rounds' geography. */
export const LAST_DAY = '2025-12-31';

export interface BenchProgramme {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  /** Every how many communes one is a member. */
  readonly every: number;
  /** The round with the whole set of readings. */
  readonly year: string;
}

export const NATION: BenchProgramme = {
  code: 'ca-nuoc',
  nameVi: 'Cả nước (đo tốc độ)',
  nameEn: 'The nation (bench)',
  every: 1,
  year: '2025-nam',
};

export const TENTH: BenchProgramme = {
  code: 'mot-phan-muoi',
  nameVi: 'Một phần mười (đo tốc độ)',
  nameEn: 'A tenth (bench)',
  every: 10,
  year: '2025-nam-mot-phan-muoi',
};

/** Communes, wards and special zones of the new geography, by code. */
export function membersOf(places: Places, { every }: BenchProgramme): UnitVersion[] {
  return communesOf(places).filter((_, at) => at % every === 0);
}

function communesOf(places: Places): UnitVersion[] {
  return [...places.at(LAST_DAY).all()]
    .filter((unit) => COMMUNE_LEVEL.has(unit.kind))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The code of the province a commune lies in. */
export function provinceOf(places: Places, unit: UnitVersion): string {
  const above = places.at(LAST_DAY).ancestorsOf(unit.unitId);
  return above.find((one) => one.kind === 'province' || one.kind === 'city')?.code ?? '';
}
