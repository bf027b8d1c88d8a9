// Lai Châu as it ships: reused codes, a district that went five ways, "as organised then" and "now".
import {
  describeChanges,
  describeUnit,
  fullName,
  type Places,
  type UnitVersion,
} from '@vungbuoc/programme/units';
import { describe, expect, test } from 'vitest';
import { shippedInstallation, shippedPlan } from './installation.ts';

const THEN = '2020-12-31';
const LAST_DAY = '2025-06-30';
const NOW = '2025-07-01';

const { places } = shippedInstallation();

function unitOf(code: string, on: string): UnitVersion {
  const unit = places.at(on).findByCode(code);
  if (!unit) throw new Error(`no ${code} on ${on}`);
  return unit;
}

const nameOn = (code: string, on: string): string => fullName(unitOf(code, on));
const names = (units: readonly UnitVersion[]): string[] => units.map(fullName);
const namesOf = (ids: readonly number[], on: string, of: Places = places): string[] =>
  ids.map((id) => {
    const version = of.nameOf(id, on);
    return version ? fullName(version) : '?';
  });

describe('a code that is used again names another unit', () => {
  test.each([
    ['03434', 'Thị trấn Nậm Nhùn', 'Xã Nậm Hàng'],
    ['03487', 'Xã Chăn Nưa', 'Xã Lê Lợi'],
    ['03503', 'Xã Trung Chải', 'Xã Pa Tần'],
  ])('%s was %s and is now %s', (code, before, now) => {
    expect(nameOn(code, THEN)).toBe(before);
    expect(nameOn(code, LAST_DAY)).toBe(before);
    expect(nameOn(code, NOW)).toBe(now);
    expect(unitOf(code, THEN).unitId).not.toBe(unitOf(code, NOW).unitId);
    expect(places.holdersOf(code).map(fullName)).toEqual([before, now]);
  });
});

describe('the former district Nậm Nhùn', () => {
  const district = unitOf('112', THEN);

  test('held a township and ten communes until 30/06/2025', () => {
    const inside = places.at(LAST_DAY).childrenOf(district.unitId);
    expect(names(inside)).toEqual([
      'Thị trấn Nậm Nhùn',
      'Xã Hua Bum',
      'Xã Mường Mô',
      'Xã Nậm Chà',
      'Xã Nậm Manh',
      'Xã Nậm Hàng',
      'Xã Lê Lợi',
      'Xã Pú Đao',
      'Xã Nậm Pì',
      'Xã Nậm Ban',
      'Xã Trung Chải',
    ]);
  });

  test('went with its eleven units into five communes, two of which mix other districts', () => {
    const inside = places.at(LAST_DAY).childrenOf(district.unitId);
    const now = new Set(inside.flatMap((unit) => places.successorsAt(unit.unitId, NOW)));
    expect(namesOf([...now], NOW).sort()).toEqual([
      'Xã Hua Bum',
      'Xã Lê Lợi',
      'Xã Mường Mô',
      'Xã Nậm Hàng',
      'Xã Pa Tần',
    ]);
    const districtsOf = [...now].map((id) => {
      const before = places.predecessorsAt(id, LAST_DAY);
      const parents = before.map(({ unitId }) => places.at(LAST_DAY).find(unitId)?.parentId);
      return [namesOf([id], NOW)[0], new Set(parents).size];
    });
    expect(Object.fromEntries(districtsOf)).toEqual({
      'Xã Hua Bum': 2,
      'Xã Lê Lợi': 2,
      'Xã Mường Mô': 1,
      'Xã Nậm Hàng': 1,
      'Xã Pa Tần': 2,
    });
  });

  test('ended without a successor, and its province went on', () => {
    expect(places.at(NOW).find(district.unitId)).toBeUndefined();
    expect(places.successorsAt(district.unitId, NOW)).toEqual([]);
    const told = describeChanges(places, district.unitId, LAST_DAY, NOW);
    expect(told.changes).toHaveLength(1);
    expect(told.changes[0]).toMatchObject({ kind: 'abolish', effectiveOn: NOW });
    expect(unitOf('12', THEN).unitId).toBe(unitOf('12', NOW).unitId);
  });
});

describe('as organised then, as organised now', () => {
  test('Lê Lợi of today was four communes of two districts', () => {
    const leLoi = unitOf('03487', NOW);
    const before = places.predecessorsAt(leLoi.unitId, THEN);
    expect(
      namesOf(
        before.map((one) => one.unitId),
        THEN,
      ).sort(),
    ).toEqual(['Xã Chăn Nưa', 'Xã Lê Lợi', 'Xã Nậm Pì', 'Xã Pú Đao']);
    expect(before.every((one) => !one.divided)).toBe(true);
  });

  test('Lê Lợi of 2020 is today a part of another Lê Lợi under another code', () => {
    const old = unitOf('03481', THEN);
    const [now] = places.successorsAt(old.unitId, NOW);
    expect(now).toBe(unitOf('03487', NOW).unitId);
    const told = describeChanges(places, old.unitId, THEN, NOW);
    expect(told.changes[0]).toMatchObject({ kind: 'merge', document: 'Nghị quyết số 1670/NQ-UBTVQH15' });
    expect(told.changes[0]?.from).toHaveLength(4);
    expect(told.now).toEqual([{ code: '03487', name: 'Xã Lê Lợi', kind: 'commune' }]);
  });

  test('Mù Cả and Tà Tổng merged with nobody and are still themselves, now under the province', () => {
    for (const code of ['03451', '03463']) {
      expect(unitOf(code, THEN).unitId).toBe(unitOf(code, NOW).unitId);
      expect(places.versionsOf(unitOf(code, NOW).unitId)).toHaveLength(2);
      expect(
        describeUnit(places, unitOf(code, NOW).unitId, NOW).parents.map((parent) => parent.name),
      ).toEqual(['Tỉnh Lai Châu', 'Việt Nam']);
      expect(describeChanges(places, unitOf(code, NOW).unitId, NOW, NOW).changes).toEqual([]);
    }
  });

  test('the province had 8 districts and 106 communes, and has 38 communes', () => {
    const province = unitOf('12', NOW).unitId;
    const then = places.at(LAST_DAY).below(province);
    expect(then.filter((unit) => unit.code.length === 3)).toHaveLength(8);
    expect(then.filter((unit) => unit.code.length === 5)).toHaveLength(106);
    expect(places.at(NOW).childrenOf(province)).toHaveLength(38);
    expect(
      names(
        places
          .at(NOW)
          .childrenOf(province)
          .filter((unit) => unit.kind === 'ward'),
      ),
    ).toEqual(['Phường Đoàn Kết', 'Phường Tân Phong']);
  });

  test('every commune of before is found in exactly one of today', () => {
    const before = places
      .at(LAST_DAY)
      .below(unitOf('12', NOW).unitId)
      .filter((unit) => unit.code.length === 5);
    for (const unit of before) expect(places.successorsAt(unit.unitId, NOW)).toHaveLength(1);
  });

  test('a founding day that nobody wrote down is unknown and unsure, not a day', () => {
    const plan = shippedPlan('12-lai-chau.json');
    const first = plan.units.find((unit) => unit.key === '03472@2025-06-30')?.versions[0];
    expect(first).toMatchObject({ validFrom: null, validFromConfidence: 'unsure' });
    expect(nameOn('03472', '1993-01-01')).toBe('Xã Mường Mô');
  });
});

describe('the 34 provinces', () => {
  test('are 28 provinces and 6 cities on the first day, and Đồng Nai is a city from 30/04/2026', () => {
    const children = places.at(NOW).childrenOf(1);
    expect(children).toHaveLength(34);
    expect(children.filter((unit) => unit.kind === 'city')).toHaveLength(6);
    expect(nameOn('75', '2026-04-29')).toBe('Tỉnh Đồng Nai');
    expect(nameOn('75', '2026-04-30')).toBe('Thành phố Đồng Nai');
    expect(unitOf('75', '2026-04-29').unitId).toBe(unitOf('75', '2026-04-30').unitId);
  });

  test('begin on the day of their merger, or on a day that is not known', () => {
    expect(unitOf('24', NOW).validFrom).toBe(NOW);
    expect(places.at(LAST_DAY).findByCode('24')).toBeUndefined();
    expect(unitOf('01', THEN).validFrom).toBeNull();
  });
});

describe('figures of the shipped places', () => {
  const versions = shippedPlan('12-lai-chau.json').units.flatMap((unit) => unit.versions);
  const now = versions.filter((version) => version.validFrom === NOW);

  test('the areas of the 38 add up to the area of the province', () => {
    const sum = now.reduce((total, version) => total + Math.round(Number(version.areaKm2) * 100), 0);
    expect(sum).toBe(906_866);
    const [province] = shippedPlan('00-provinces.json').units.filter((unit) => unit.key.startsWith('12@'));
    expect(province?.versions[0]?.areaKm2).toBe('9068.70');
  });

  test('a population of 911 for four communes is not taken, and the source says so', () => {
    const leLoi = now.find((version) => version.code === '03487');
    expect(leLoi).toMatchObject({ population: null, areaKm2: '288.36', lat: '22.1699', lon: '103.154' });
    expect(leLoi?.source).toContain('911');
  });

  test('all others but Nậm Sỏ, whose population the list leaves out, have one', () => {
    const without = now.filter((version) => version.population === null).map((version) => version.name);
    expect(without.sort()).toEqual(['Lê Lợi', 'Nậm Sỏ']);
  });
});
