// The command that brings places in, on a real database: what is kept, what a second time does, what is refused.
import { randomUUID } from 'node:crypto';
import { ProblemError } from '@vungbuoc/programme/problems';
import { inheritanceInto, type UnitPlan } from '@vungbuoc/programme/units';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../src/commands/run.ts';
import { importUnitsBinding } from '../../src/commands/units.ts';
import { openTestHouse, type TestHouse } from '../database.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse('empty');
});
afterAll(() => house?.close());

const bring = (input: UnitPlan) =>
  runCommand(house.workshop, importUnitsBinding, {
    principal: house.principal,
    commandId: randomUUID(),
    input,
  });
const places = async () => (await house.workshop.reference.current()).places;

type Version = UnitPlan['units'][number]['versions'][number];

function version(code: string, name: string, kind: Version['kind'], days: Partial<Version>): Version {
  const unknown = { population: null, areaKm2: null, lat: null, lon: null };
  const held = { validFrom: null, validFromConfidence: 'unsure' as const, validTo: null, parent: '00' };
  return { code, name, kind, ...unknown, ...held, source: 'một bài kiểm tra', ...days };
}

const two: UnitPlan = {
  title: 'hai xã thành một',
  units: [
    { key: '99@2025-06-30', existing: null, versions: [version('99', 'Thử', 'province', {})] },
    ...['99001', '99002'].map((code) => ({
      key: `${code}@2025-06-30`,
      existing: null,
      versions: [version(code, `Cũ ${code}`, 'commune', { parent: '99@2025-06-30', validTo: '2025-07-01' })],
    })),
    {
      key: '99001@2025-07-01',
      existing: null,
      versions: [
        version('99001', 'Mới', 'commune', {
          parent: '99@2025-06-30',
          validFrom: '2025-07-01',
          validFromConfidence: 'source',
          population: 12_000,
          areaKm2: '85.30',
          lat: '22.1',
          lon: '103.1',
        }),
      ],
    },
  ],
  changes: [
    {
      kind: 'merge',
      effectiveOn: '2025-07-01',
      document: 'Nghị quyết thử',
      documentOn: '2025-06-16',
      confidence: 'source',
      source: 'một bài kiểm tra',
      inheritance: { figures: { 'thu-nhap': { rule: 'weightedMean', by: 'dan-so' } } },
      links: ['99001', '99002'].map((code) => ({
        from: `${code}@2025-06-30`,
        to: '99001@2025-07-01',
        divided: false,
      })),
    },
  ],
};

describe('places brought in', () => {
  test('are there with their changes, and with the rule that was signed for what is inherited', async () => {
    expect(await bring(two)).toEqual({ units: 4, versions: 4, changes: 1, known: 0 });
    const now = (await places()).at('2025-07-01').findByCode('99001');
    expect(now).toMatchObject({ name: 'Mới', kind: 'commune' });
    expect((await places()).predecessorsAt(now?.unitId ?? 0, '2024-12-31')).toHaveLength(2);
    expect(inheritanceInto(await places(), now?.unitId ?? 0)).toEqual({
      figures: { 'thu-nhap': { rule: 'weightedMean', by: 'dan-so' } },
      kinds: {},
    });
  });

  test('are not brought in twice, whoever sends them again', async () => {
    const before = [...(await places()).at('2025-07-01').all()];
    expect(await bring(two)).toEqual({ units: 0, versions: 0, changes: 0, known: 4 });
    expect([...(await places()).at('2025-07-01').all()]).toEqual(before);
  });

  test('take a new name later and stay the same unit', async () => {
    const before = (await places()).at('2025-12-31').findByCode('99001')?.unitId;
    const renamed = version('99001', 'Mới Hơn', 'ward', {
      parent: '99@2025-06-30',
      validFrom: '2026-01-01',
      validFromConfidence: 'source',
    });
    const unit = { key: 'xã mới', existing: '99001@2025-07-01', versions: [renamed] };
    expect(await bring({ title: 'đổi tên', units: [unit], changes: [] })).toMatchObject({
      units: 0,
      versions: 1,
    });
    const all = await places();
    expect(all.at('2026-01-01').findByCode('99001')).toMatchObject({
      unitId: before,
      name: 'Mới Hơn',
      kind: 'ward',
    });
    expect(all.at('2025-12-31').findByCode('99001')).toMatchObject({ name: 'Mới', validTo: '2026-01-01' });
  });
});

describe('places that are refused', () => {
  const refusal = async (plan: UnitPlan): Promise<string[]> => {
    const fault = await bring(plan).catch((error: unknown) => error);
    if (!(fault instanceof ProblemError)) throw fault;
    return fault.problems.map((problem) => `${problem.code} ${problem.path}`);
  };

  test('name every parent and every end of a change that is not there, all at once', async () => {
    const lost = version('99100', 'Lạc', 'commune', { parent: '98@2020-01-01' });
    const [merge] = two.changes;
    const problems = await refusal({
      title: 'lạc',
      units: [{ key: '99100@2025-06-30', existing: null, versions: [lost] }],
      changes: merge
        ? [{ ...merge, links: [{ from: '99100@2025-06-30', to: '97000@2025-07-01', divided: false }] }]
        : [],
    });
    expect(problems).toEqual(['unit.not-found units/0/versions/0/parent', 'unit.not-found changes/0/links']);
    expect((await places()).at('2020-01-01').findByCode('99100')).toBeUndefined();
  });

  test('have a rule of inheritance that nobody knows', async () => {
    const changes = two.changes.map((change) => ({
      ...change,
      inheritance: { figures: { x: { rule: 'guess' } } },
    }));
    // a file may hold anything: the command's own schema is what is tested
    expect(await refusal({ ...two, changes } as unknown as UnitPlan)).toEqual([
      'input.wrong changes/0/inheritance/figures/x/rule',
    ]);
  });
});
