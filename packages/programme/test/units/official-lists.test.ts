// From lists to a plan, on a few communes made up for the purpose: who goes on, who is new, and what is said about it.
import {
  LISTS_OF_2025,
  type PlanNoteCode,
  type PlannedLists,
  planOfficialLists,
  readFullName,
  settlePlan,
  speakNote,
} from '@vungbuoc/programme/units';
import { describe, expect, test } from 'vitest';
import { Installation } from './installation.ts';

type Before = readonly [code: string, name: string, district: string, province: string];
type From = readonly [code: string, name: string, province: string, population?: string, area?: string];
type Conversion = readonly [oldCode: string, newCode: string, oldName?: string];

const PROVINCES: Readonly<Record<string, string>> = {
  '66': 'Tỉnh Đắk Lắk',
  '54': 'Tỉnh Phú Yên',
  '12': 'Tỉnh Lai Châu',
};

/** Lists of the day 01/07/2025 out of short rows. */
function plan(
  before: readonly Before[],
  from: readonly From[],
  conversions: readonly Conversion[],
): PlannedLists {
  const divided = (code: string): boolean => conversions.filter(([old]) => old === code).length > 1;
  const nameOf = (code: string): string => before.find(([old]) => old === code)?.[1] ?? '';
  return planOfficialLists({
    ...LISTS_OF_2025,
    droppedConversions: 0,
    before: before.map(([code, name, districtCode, provinceCode]) => ({
      code,
      type: name.split(' ')[0] === 'Thị' ? 'Thị trấn' : (name.split(' ')[0] ?? ''),
      name,
      districtCode,
      districtName: `Huyện ${districtCode}`,
      provinceCode,
      provinceName: PROVINCES[provinceCode] ?? '',
    })),
    from: from.map(([code, name, provinceCode, population = '15000', areaKm2 = '100']) => ({
      code,
      type: name.split(' ')[0] === 'Đặc' ? 'Đặc khu' : (name.split(' ')[0] ?? ''),
      name,
      provinceCode,
      provinceName: PROVINCES[provinceCode] ?? '',
      // no two alike, unless a test wants them so
      population: population === '15000' ? String(15_000 + Number(code)) : population,
      areaKm2,
      lat: '12.9',
      lon: '107.8',
    })),
    conversions: conversions.map(([oldCode, newCode, oldName]) => ({
      oldCode,
      oldName: oldName ?? nameOf(oldCode),
      newCode,
      newName: from.find(([code]) => code === newCode)?.[1] ?? '',
      oldWasDivided: divided(oldCode) ? 'True' : 'False',
    })),
  });
}

const notesOf = (planned: PlannedLists, code: PlanNoteCode) =>
  planned.notes.filter((note) => note.code === code);
const keys = (planned: PlannedLists) => planned.plan.units.map((unit) => unit.key);

describe('identity', () => {
  const buonDon = plan(
    [['24235', 'Xã Krông Na', '647', '66']],
    [['24235', 'Xã Buôn Đôn', '66']],
    [['24235', '24235']],
  );

  test('goes on through a new name: Krông Na is Buôn Đôn', () => {
    const unit = buonDon.plan.units.find((one) => one.key.startsWith('24235'));
    expect(unit?.versions.map((version) => [version.name, version.validFrom, version.validTo])).toEqual([
      ['Krông Na', null, '2025-07-01'],
      ['Buôn Đôn', '2025-07-01', null],
    ]);
    expect(buonDon.plan.changes.filter((change) => change.kind === 'rename')).toMatchObject([
      { links: [{ from: '24235@2025-06-30', to: '24235@2025-06-30', divided: false }] },
    ]);
    const installation = new Installation();
    installation.bring(buonDon.plan);
    const { places } = installation;
    const then = places.at('2020-01-01').findByCode('24235');
    expect(places.at('2025-07-01').findByCode('24235')?.unitId).toBe(then?.unitId);
  });

  test('goes on through a new kind and a new code', () => {
    const planned = plan(
      [['31105', 'Xã Thổ Châu', '911', '66']],
      [['31106', 'Đặc khu Thổ Châu', '66', '1893']],
      [['31105', '31106']],
    );
    const unit = planned.plan.units.find((one) => one.key === '31105@2025-06-30');
    expect(unit?.versions.map((version) => [version.code, version.kind])).toEqual([
      ['31105', 'commune'],
      ['31106', 'special-zone'],
    ]);
  });

  test('goes on without a change of name where the name is only spelt otherwise', () => {
    const planned = plan(
      [['20458', 'Xã Hoà Bắc', '490', '66']],
      [['20458', 'Xã Hòa Bắc', '66']],
      [['20458', '20458']],
    );
    expect(planned.plan.changes.filter((change) => change.kind === 'rename')).toEqual([]);
  });

  test("ends in a merger, though the new commune has the old one's name and code", () => {
    const planned = plan(
      [
        ['03472', 'Xã Mường Mô', '112', '12'],
        ['03473', 'Xã Nậm Chà', '112', '12'],
      ],
      [['03472', 'Xã Mường Mô', '12']],
      [
        ['03472', '03472'],
        ['03473', '03472'],
      ],
    );
    expect(keys(planned)).toContain('03472@2025-06-30');
    expect(keys(planned)).toContain('03472@2025-07-01');
    const [merge] = planned.plan.changes.filter((change) => change.kind === 'merge');
    expect(merge).toMatchObject({ document: 'Nghị quyết số 1670/NQ-UBTVQH15', effectiveOn: '2025-07-01' });
    expect(merge?.links.map((link) => link.from)).toEqual(['03472@2025-06-30', '03473@2025-06-30']);
  });

  test('ends where the commune was divided, even if one part has its code and its name', () => {
    const planned = plan(
      [['24000', 'Xã Ea', '647', '66']],
      [
        ['24000', 'Xã Ea', '66'],
        ['24003', 'Xã Ia', '66'],
      ],
      [
        ['24000', '24000'],
        ['24000', '24003'],
      ],
    );
    const installation = new Installation();
    installation.bring(planned.plan);
    const { places } = installation;
    const old = places.at('2025-06-30').findByCode('24000');
    const now = places.at('2025-07-01').findByCode('24000');
    expect(now?.unitId).not.toBe(old?.unitId);
    expect(places.successorsAt(old?.unitId ?? 0, '2025-07-01')).toHaveLength(2);
    expect(places.predecessorsAt(now?.unitId ?? 0, '2020-12-31')).toEqual([
      { unitId: old?.unitId, divided: true },
    ]);
    expect(planned.plan.changes.filter((change) => change.kind === 'split')).toHaveLength(2);
  });
});

describe('provinces and districts', () => {
  const planned = plan(
    [
      ['22015', 'Xã Hòa', '555', '54'],
      ['24235', 'Xã Krông Na', '647', '66'],
      ['03451', 'Xã Mù Cả', '107', '12'],
    ],
    [
      ['22015', 'Xã Hòa', '66'],
      ['24235', 'Xã Buôn Đôn', '66'],
      ['03451', 'Xã Mù Cả', '12'],
    ],
    [
      ['22015', '22015'],
      ['24235', '24235'],
      ['03451', '03451'],
    ],
  );

  test('a province whose communes all went on alone is still itself, in one version', () => {
    const province = planned.plan.units.find((unit) => unit.key === '12@2025-06-30');
    expect(province?.versions).toMatchObject([
      { validFrom: null, validFromConfidence: 'unsure', validTo: null },
    ]);
  });

  test('a merged province is a new one, though it took the code and the name of one of them', () => {
    expect(keys(planned)).toEqual(
      expect.arrayContaining(['54@2025-06-30', '66@2025-06-30', '66@2025-07-01']),
    );
    const merge = planned.plan.changes.find((change) =>
      change.links.some((link) => link.to === '66@2025-07-01'),
    );
    expect(merge).toMatchObject({ kind: 'merge', confidence: 'memory' });
  });

  test('districts end with nobody after them, and the commune moves under its province', () => {
    const ended = planned.plan.changes
      .filter((change) => change.kind === 'abolish')
      .flatMap((change) => change.links);
    expect(ended.map((link) => link.from).sort()).toEqual([
      '107@2025-06-30',
      '555@2025-06-30',
      '647@2025-06-30',
    ]);
    const muCa = planned.plan.units.find((unit) => unit.key === '03451@2025-06-30');
    expect(muCa?.versions.map((version) => version.parent)).toEqual(['107@2025-06-30', '12@2025-06-30']);
  });
});

describe('what does not fit is said', () => {
  test('an island without a predecessor is founded that day', () => {
    const planned = plan(
      [['24235', 'Xã A', '647', '66']],
      [
        ['24235', 'Xã A', '66'],
        ['20333', 'Đặc khu Hoàng Sa', '66', ''],
      ],
      [['24235', '24235']],
    );
    expect(notesOf(planned, 'no-predecessor').map((note) => note.facts.code)).toEqual(['20333']);
    expect(planned.plan.changes.filter((change) => change.kind === 'found')).toHaveLength(1);
  });

  test('an old name spelt otherwise is matched by its code', () => {
    const planned = plan(
      [['00172', 'Xã Yên Hoà', '005', '66']],
      [['00172', 'Xã Yên Hòa', '66']],
      [['00172', '00172', 'Xã Yên Hòa']],
    );
    const [note] = notesOf(planned, 'spelled-otherwise');
    expect(note?.facts).toMatchObject({ there: 'Xã Yên Hòa', here: 'Xã Yên Hoà', toneOnly: 1 });
    expect(planned.counts.kept).toBe(1);
  });

  test('names in composed and decomposed letters are the same name', () => {
    expect(readFullName('Xã Krông Na'.normalize('NFD'))).toEqual({ kind: 'commune', name: 'Krông Na' });
  });

  test('rows without a code or name, and codes given twice, are left out with their row', () => {
    const planned = plan(
      [
        ['', 'Xã Không Mã', '647', '66'],
        ['24235', 'Xã A', '647', '66'],
        ['24235', 'Xã B', '647', '66'],
        ['24236', 'Bản C', '647', '66'],
      ],
      [['24235', 'Xã A', '66']],
      [
        ['24235', '24235'],
        ['99999', '24235'],
      ],
    );
    expect(notesOf(planned, 'row-left-out').map((note) => note.facts.row)).toEqual([2, 4, 5]);
    expect(notesOf(planned, 'conversion-left-out').map((note) => note.facts.row)).toEqual([3]);
    expect(speakNote(notesOf(planned, 'conversion-left-out')[0] ?? fail()).vi).toBe(
      'Dòng chuyển đổi 3 bị bỏ lại: không có mã 99999 trong units-before.',
    );
  });

  test.each([
    ['', '100', 'population-unknown', null],
    ['911', '288.36', 'population-doubtful', null],
    ['30,509', '100', 'population-rewritten', 30_509],
  ] as const)('a population written "%s" on %s km2 is noted', (population, area, code, taken) => {
    const planned = plan(
      [['24235', 'Xã A', '647', '66']],
      [['24235', 'Xã A', '66', population, area]],
      [['24235', '24235']],
    );
    expect(notesOf(planned, code)).toHaveLength(1);
    const version = planned.plan.units.find((unit) => unit.key.startsWith('24235'))?.versions[1];
    expect(version?.population).toBe(taken);
  });

  test('figures that a namesake in another province has too are taken for neither', () => {
    const planned = plan(
      [
        ['03487', 'Xã Lê Lợi', '112', '12'],
        ['13120', 'Xã Lê Lợi', '555', '54'],
      ],
      [
        ['03487', 'Xã Lê Lợi', '12', '9110', '288.36'],
        ['13120', 'Xã Lê Lợi', '54', '9110', '288.36'],
      ],
      [
        ['03487', '03487'],
        ['13120', '13120'],
      ],
    );
    expect(notesOf(planned, 'figures-of-a-namesake')).toHaveLength(2);
    const figures = planned.plan.units.flatMap((unit) => unit.versions).map((version) => version.population);
    expect(figures.every((population) => population === null)).toBe(true);
  });

  test('in Vietnamese and English, with nothing left to fill', () => {
    const planned = plan(
      [
        ['', 'x', '1', '66'],
        ['24235', 'Xã A', '647', '66'],
      ],
      [['24235', 'Xã B', '66', '5']],
      [['24235', '24235']],
    );
    for (const note of planned.notes) {
      const { vi, en } = speakNote(note);
      expect(vi).not.toMatch(/[{}]/);
      expect(en).not.toMatch(/[{}]/);
    }
  });
});

describe('a second import', () => {
  const lists = plan(
    [
      ['24000', 'Xã Ea', '647', '66'],
      ['24001', 'Xã Ia', '647', '66'],
      ['24235', 'Xã Krông Na', '647', '66'],
    ],
    [
      ['24000', 'Xã Ea', '66'],
      ['24235', 'Xã Buôn Đôn', '66'],
    ],
    [
      ['24000', '24000'],
      ['24001', '24000'],
      ['24235', '24235'],
    ],
  );

  test('of the same lists changes nothing', () => {
    const installation = new Installation();
    const first = installation.bring(lists.plan);
    expect(first.known).toBe(0);
    const { versions, links } = installation;
    const second = installation.bring(lists.plan);
    expect(second).toEqual({ units: 0, versions: 0, changes: 0, known: lists.plan.units.length });
    expect(installation.versions).toEqual(versions);
    expect(installation.links).toEqual(links);
  });

  test('goes on with a unit whose later half was not here yet', () => {
    const installation = new Installation();
    const early = lists.plan.units.map((unit) => ({
      ...unit,
      versions: unit.versions
        .filter((version) => version.validFrom === null)
        .map((version) => ({ ...version, validTo: null })),
    }));
    const kept = early.filter((unit) => /^(66|647|24235)@/.test(unit.key) && unit.versions.length > 0);
    installation.bring({ title: 'trước', units: kept, changes: [] });
    const krongNa = installation.places.at('2020-01-01').findByCode('24235');
    const settled = settlePlan(lists.plan, installation.places);
    expect(settled.notes.map((note) => note.code)).toContain('not-ended-here');
    installation.bring(lists.plan);
    const buonDon = installation.places.at('2025-07-01').findByCode('24235');
    expect(buonDon).toMatchObject({ unitId: krongNa?.unitId, name: 'Buôn Đôn', version: 2 });
  });

  test('leaves out a commune whose code is still held here by one that has not ended, and says whose', () => {
    const installation = new Installation();
    const [commune] = lists.plan.units.filter((unit) => unit.key === '24000@2025-06-30');
    const open = (commune?.versions ?? []).map((version) => ({ ...version, parent: '00', validTo: null }));
    installation.bring({
      title: 'trước',
      units: [{ key: '24000@2025-06-30', existing: null, versions: open }],
      changes: [],
    });
    const settled = settlePlan(lists.plan, installation.places);
    const held = settled.notes.filter((note) => note.code === 'code-still-held');
    expect(held.map((note) => note.facts)).toMatchObject([{ code: '24000', holder: 'Xã Ea', unit: 'Xã Ea' }]);
    expect(settled.plan.units.map((unit) => unit.key)).not.toContain('24000@2025-07-01');
    expect(settled.plan.changes.flatMap((change) => change.links).map((link) => link.to)).not.toContain(
      '24000@2025-07-01',
    );
  });
});

function fail(): never {
  throw new Error('there is no such note');
}
