// Two made-up provinces for questions of rights: districts that still stand, a commune that was merged into its neighbour.
import type { Grant, Principal } from '@vungbuoc/programme/principals';
import { assignDutiesBinding } from '../../src/commands/duties.ts';
import { openRoundBinding } from '../../src/commands/open-round.ts';
import { foundProgrammeBinding } from '../../src/commands/reference-data.ts';
import { runCommand } from '../../src/commands/run.ts';
import { importUnitsBinding } from '../../src/commands/units.ts';
import { openTestHouse, type TestHouse } from '../database.ts';

/** Where a request may go, seen from the district 980 and the commune 98001. */
export const PLACES = {
  province: '98',
  district: '980',
  commune: '98001',
  neighbour: '98003',
  merged: '98002@2024-12-31',
  sisterDistrict: '981',
  sisterCommune: '98101',
  foreignDistrict: '990',
  foreignCommune: '99001',
  nowhere: '97777',
} as const;

const UNITS: readonly (readonly [code: string, name: string, kind: string, parent: string, to?: string])[] = [
  ['98', 'Tỉnh Thử Một', 'province', '00@2026-01-01'],
  ['980', 'Huyện Thử Một', 'district', '98'],
  ['98001', 'Xã Còn', 'commune', '980'],
  ['98002', 'Xã Đã Nhập', 'commune', '980', '2025-07-01'],
  ['98003', 'Xã Bên', 'commune', '980'],
  ['981', 'Huyện Thử Hai', 'district', '98'],
  ['98101', 'Xã Huyện Khác', 'commune', '981'],
  ['99', 'Tỉnh Thử Hai', 'province', '00@2026-01-01'],
  ['990', 'Huyện Tỉnh Khác', 'district', '99'],
  ['99001', 'Xã Tỉnh Khác', 'commune', '990'],
];

/** Opens a house of its own with the two provinces in one programme of the nation, and the round 2024-nam. */
export async function openTwoProvinces(): Promise<TestHouse> {
  const house = await openTestHouse('sample');
  const { workshop, principal } = house;
  await runCommand(workshop, importUnitsBinding, {
    principal,
    commandId: crypto.randomUUID(),
    input: {
      title: 'Hai tỉnh để thử quyền',
      units: UNITS.map(([code, name, kind, parent, to]) => ({
        key: code,
        existing: null,
        versions: [versionOf(code, name, kind, parent, to ?? null)],
      })),
      changes: [
        {
          kind: 'merge',
          effectiveOn: '2025-07-01',
          document: null,
          documentOn: null,
          confidence: 'source',
          source: 'đơn vị tự đặt để thử',
          links: [{ from: '98002', to: '98001', divided: false }],
        },
      ],
    },
  });
  await foundTrial(house);
  await nameOffice(house);
  return house;
}

/** One programme of the nation with all the communes, and its round 2024-nam. */
async function foundTrial({ workshop, principal }: TestHouse): Promise<void> {
  await runCommand(workshop, foundProgrammeBinding, {
    principal,
    commandId: crypto.randomUUID(),
    input: {
      code: 'thu',
      nameVi: 'Chương trình thử',
      nameEn: 'Trial programme',
      home: '00@2026-01-01',
      members: [
        ...UNITS.filter(([, , kind]) => kind === 'commune').map(([code]) => `${code}@2024-12-31`),
      ].map((unit) => ({ unit, from: '2021-01-01', to: null })),
    },
  });
  await runCommand(workshop, openRoundBinding, {
    principal,
    commandId: crypto.randomUUID(),
    input: {
      programme: 'thu',
      host: '00@2026-01-01',
      code: '2024-nam',
      kind: 'year',
      year: 2024,
      period: 1,
      asOf: '2024-12-31',
      geographyOn: '2024-12-31',
      sets: ['vn-ntm-xa-2021-2025'],
      criterionCodes: null,
      deadlines: {},
    },
  });
}

/** The office so-y-te supplies and confirms indicator 1.1, and no other. */
async function nameOffice({ workshop, principal }: TestHouse): Promise<void> {
  for (const duty of ['supply', 'confirm'] as const) {
    await runCommand(workshop, assignDutiesBinding, {
      principal,
      commandId: crypto.randomUUID(),
      input: {
        programme: 'thu',
        host: '00@2026-01-01',
        office: { code: 'so-y-te', nameVi: 'Sở Y tế', nameEn: 'Health department' },
        duty,
        indicators: ['1.1'],
      },
    });
  }
}

function versionOf(code: string, name: string, kind: string, parent: string, validTo: string | null) {
  return {
    code,
    name,
    kind,
    parent,
    validFrom: '2020-01-01',
    validFromConfidence: 'source',
    validTo,
    population: null,
    areaKm2: null,
    lat: null,
    lon: null,
    source: 'đơn vị tự đặt để thử',
  };
}

/** Somebody with these grants, in force since long ago. */
export async function personWith(
  house: TestHouse,
  ...grants: readonly { readonly role: Grant['role']; readonly at: string; readonly office?: string }[]
): Promise<Principal> {
  const { places } = await house.workshop.reference.current();
  return {
    kind: 'person',
    personId: 7,
    name: 'Lò Thị Ứng Dụng',
    office: 'Phòng Kinh tế',
    grants: grants.map(({ role, at, office }) => {
      const [code = '', date = '2026-01-01'] = at.split('@');
      const unit = places.at(date).findByCode(code);
      if (!unit) throw new Error(`there is no unit ${at}`);
      const { unitId } = unit;
      return { role, programmeId: null, unitId, office: office ?? null, from: '2020-01-01', to: null };
    }),
  };
}

/** The house with a `may` that always says yes: what is then still refused, row-level security refuses alone. */
export function withoutQuestion(house: TestHouse): TestHouse {
  return {
    ...house,
    workshop: { ...house.workshop, may: () => true },
  };
}
