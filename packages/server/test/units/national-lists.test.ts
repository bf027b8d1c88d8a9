// The whole country from the official lists, brought into an installation that already has Lai Châu.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type PlannedLists, planOfficialLists } from '@vungbuoc/programme/units';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOfficialLists } from '../../src/cli/official-lists.ts';
import { runCommand } from '../../src/commands/run.ts';
import { importUnitsBinding } from '../../src/commands/units.ts';
import { ROOT } from '../../src/config.ts';
import { readPlaces } from '../../src/first-start/files.ts';
import { openTestHouse, type TestHouse } from '../database.ts';
import { vbUnits } from './command-line.ts';

const FOLDER = process.env.VB_UNITS_DIR ?? join(ROOT, '..', 'shared', 'domain', 'units');
const LAST_DAY = '2025-06-30';
const NOW = '2025-07-01';

describe.skipIf(!existsSync(FOLDER))('the official lists of the country', () => {
  let planned: PlannedLists;
  let house: TestHouse;

  beforeAll(async () => {
    planned = planOfficialLists(await readOfficialLists(FOLDER));
    house = await openTestHouse('empty');
    for (const [index, plan] of (await readPlaces(join(ROOT, 'places'))).entries()) {
      const commandId = `00000000-0000-4000-8000-00000000000${index}`;
      await runCommand(house.workshop, importUnitsBinding, {
        principal: house.principal,
        commandId,
        input: plan,
      });
    }
  });
  afterAll(() => house?.close());

  const places = async () => (await house.workshop.reference.current()).places;
  const count = (code: string): number => planned.notes.filter((note) => note.code === code).length;

  test('are read whole: nothing is left out', () => {
    expect(planned.counts).toEqual({
      before: 10_035,
      from: 3_321,
      conversions: 10_597,
      kept: 132,
      divided: 471,
      dividedConversions: 1_033,
      codesReused: 3_316,
      codesReusedUnderAnotherName: 2_159,
    });
    expect(count('row-left-out') + count('conversion-left-out') + count('no-successor')).toBe(0);
  });

  test('have their known faults named: five islands from nowhere, 278 old names spelt otherwise', () => {
    const islands = planned.notes
      .filter((note) => note.code === 'no-predecessor')
      .map((note) => note.facts.unit);
    expect(islands).toEqual([
      'Đặc khu Bạch Long Vĩ',
      'Đặc khu Cồn Cỏ',
      'Đặc khu Hoàng Sa',
      'Đặc khu Lý Sơn',
      'Đặc khu Côn Đảo',
    ]);
    expect(count('spelled-otherwise')).toBe(278);
    expect(count('kind-against-name')).toBe(7);
    expect(planned.notes.find((note) => note.code === 'dropped-in-source')?.facts.count).toBe(5);
  });

  test('agree with the Lai Châu that ships: the same units became the same units', async () => {
    const [, shipped] = await readPlaces(join(ROOT, 'places'));
    const linksOf = (changes: PlannedLists['plan']['changes']) =>
      changes.flatMap((change) =>
        change.links.map((link) => `${change.kind} ${link.from} ${link.to} ${link.divided}`),
      );
    const national = new Set(linksOf(planned.plan.changes));
    expect(linksOf(shipped?.changes ?? []).filter((link) => !national.has(link))).toEqual([]);
    const versions = new Map(planned.plan.units.map((unit) => [unit.key, unit.versions]));
    for (const unit of shipped?.units ?? []) {
      const same = ({ code, kind, validFrom, validTo }: (typeof unit.versions)[number]) => ({
        code,
        kind,
        validFrom,
        validTo,
      });
      expect(versions.get(unit.key)?.map(same)).toEqual(unit.versions.map(same));
    }
  });

  test('come in by one command, and Lai Châu goes on as it was', async () => {
    const before = await places();
    const leLoi = before.at(NOW).findByCode('03487')?.unitId;
    const dryRun = JSON.parse(
      (await vbUnits(house, 'import', [], { dir: FOLDER, 'dry-run': true, json: true })).text,
    );
    expect(dryRun.written).toBeNull();
    expect((await places()).at(NOW).findByCode('24235')).toBeUndefined();

    const { code, text } = await vbUnits(house, 'import', [], { dir: FOLDER, json: true });
    expect(code).toBe(0);
    const report = JSON.parse(text);
    expect(report.written).toEqual(dryRun.toWrite);
    const after = await places();
    expect(after.at(NOW).findByCode('03487')?.unitId).toBe(leLoi);
    expect(after.versionsOf(leLoi ?? 0)).toEqual(before.versionsOf(leLoi ?? 0));
    const level = (day: string, length: number) =>
      [...after.at(day).all()].filter((unit) => unit.code.length === length && unit.kind !== 'nation').length;
    expect([level(LAST_DAY, 2), level(LAST_DAY, 3), level(LAST_DAY, 5)]).toEqual([63, 691, 10_035]);
    expect([level(NOW, 2), level(NOW, 3), level(NOW, 5)]).toEqual([34, 0, 3_321]);
    expect(after.at(NOW).below(1)).toHaveLength(34 + 3_321);
  });

  test('change nothing the second time', async () => {
    const report = JSON.parse((await vbUnits(house, 'import', [], { dir: FOLDER, json: true })).text);
    expect(report.written).toMatchObject({ units: 0, versions: 0, changes: 0 });
    expect(report.written.known).toBe(planned.plan.units.length);
    expect(
      report.notes.filter((note: { code: string }) => note.code === 'named-otherwise-here').length,
    ).toBeGreaterThan(0);
  });

  test('tell who Krông Na is now, and that it is the same unit', async () => {
    const { text } = await vbUnits(house, 'at', ['24235@2020-12-31']);
    expect(text).toContain('Xã Krông Na (24235)');
    expect(text).toContain('01/07/2025 - nay: Xã Buôn Đôn (24235)');
    const changes = JSON.parse((await vbUnits(house, 'changes', ['24235'], { json: true })).text);
    expect(changes.changes).toMatchObject([{ kind: 'rename' }]);
    expect(changes.now).toEqual([{ code: '24235', name: 'Xã Buôn Đôn', kind: 'commune' }]);
  });

  test('tell what a divided ward became: parts of several', async () => {
    const { text } = await vbUnits(house, 'changes', ['00007@2025-06-30'], {}, 'en');
    expect(text).toContain('Phường Cống Vị (00007)');
    expect(text).toContain('a part of Phường Cống Vị');
    const all = await places();
    const ward = all.at(LAST_DAY).findByCode('00007');
    expect(all.successorsAt(ward?.unitId ?? 0, NOW).length).toBeGreaterThan(1);
  });

  test('give every old commune somebody of today, and every commune of today but five somebody of before', async () => {
    const all = await places();
    const before = [...all.at(LAST_DAY).all()].filter((unit) => unit.code.length === 5);
    expect(before.filter((unit) => all.successorsAt(unit.unitId, NOW).length === 0)).toEqual([]);
    const now = [...all.at(NOW).all()].filter((unit) => unit.code.length === 5);
    const fromNowhere = now.filter((unit) => all.predecessorsAt(unit.unitId, LAST_DAY).length === 0);
    expect(fromNowhere).toHaveLength(5);
  });
});
