// What a merged commune inherits: exact sums, common facts, signed rules; else nothing, and why.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compile,
  evaluate,
  type FigureDef,
  type FigureDictionary,
  parseFigures,
  parseSetFolder,
  type Reading,
} from '@vungbuoc/criteria';
import { Inheritance, inheritReadings, type PredecessorReadings } from '@vungbuoc/programme/units';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const SETS = join(import.meta.dirname, '..', '..', '..', '..', 'criteria-sets');

function figure(code: string, kind: FigureDef['kind'], merge: FigureDef['merge']): [string, FigureDef] {
  const names = {
    nameVi: code,
    nameEn: code,
    unitVi: null,
    unitEn: null,
    total: null,
    decimals: 0,
    most: null,
    resultOnly: false,
  };
  return [code, { code, kind, merge, ...names }];
}

const figures: FigureDictionary = new Map([
  figure('nuoc-sach', 'share', 'sum'),
  figure('dan-so', 'number', 'sum'),
  figure('thu-nhap', 'number', 'anew'),
  figure('cho', 'boolean', 'anew'),
  figure('quy-hoach', 'document', 'anew'),
]);

type Given = Partial<Reading> & { readonly confirmedBy?: string };

function commune(name: string, readings: Readonly<Record<string, Given>> | null, divided = false) {
  const stored = Object.entries(readings ?? {}).map(([code, given], figureId) => {
    const { confirmedBy, ...reading } = given;
    const confirmed = confirmedBy ? { by: confirmedBy, on: '2021-01-10', document: null } : null;
    const usual = { numerator: null, denominator: null, applicable: true, note: null, bare: false };
    const kept = { figureId, thonId: 0, official: true, source: null, knownOn: '2021-01-05', seq: 3 };
    return [
      code,
      { ...usual, ...kept, ...reading, confirmed, note: null, bare: reading.bare ?? false },
    ] as const;
  });
  const predecessor: PredecessorReadings = {
    unitId: name.length,
    name,
    divided,
    readings: readings === null ? null : new Map(stored),
  };
  return predecessor;
}

const share = (numerator: string, denominator: string): Given => ({ numerator, denominator });
const number = (numerator: string): Given => ({ numerator });

describe('counts of merged communes', () => {
  test('are added, the households with clean water and all households each for themselves', () => {
    const { readings, notes } = inheritReadings(
      [
        commune('Nậm Pì', { 'nuoc-sach': share('120', '300') }),
        commune('Pú Đao', { 'nuoc-sach': share('90', '100') }),
      ],
      figures,
    );
    expect(readings.get('nuoc-sach')).toMatchObject({
      numerator: '210',
      denominator: '400',
      source: 'Nậm Pì + Pú Đao',
    });
    expect(notes).toEqual([]);
  });

  test('leave out the commune that does not have the thing, and are "không áp dụng" where none has it', () => {
    const none: Given = { applicable: false };
    const one = inheritReadings([commune('A', { cho: none }), commune('B', { cho: number('1') })], figures);
    expect(one.readings.get('cho')).toMatchObject({ numerator: '1', applicable: true });
    const nobody = inheritReadings([commune('A', { cho: none }), commune('B', { cho: none })], figures);
    expect(nobody.readings.get('cho')).toMatchObject({ numerator: null, applicable: false });
  });

  test('are confirmed only where both communes were confirmed', () => {
    const sure = { ...share('1', '2'), confirmedBy: 'Sở Y tế' };
    const both = inheritReadings(
      [
        commune('A', { 'nuoc-sach': sure }),
        commune('B', { 'nuoc-sach': { ...sure, confirmedBy: 'Chi cục' } }),
      ],
      figures,
    );
    expect(both.readings.get('nuoc-sach')?.confirmed).toMatchObject({ by: 'Sở Y tế; Chi cục' });
    const half = inheritReadings(
      [commune('A', { 'nuoc-sach': sure }), commune('B', { 'nuoc-sach': share('1', '2') })],
      figures,
    );
    expect(half.readings.get('nuoc-sach')?.confirmed).toBeNull();
  });
});

describe('facts of merged communes', () => {
  test('stay where the communes agree and are assessed anew where they differ', () => {
    const agree = inheritReadings(
      [commune('A', { cho: number('1') }), commune('B', { cho: number('1') })],
      figures,
    );
    expect(agree.readings.get('cho')).toMatchObject({ numerator: '1' });
    const differ = inheritReadings(
      [commune('A', { cho: number('1') }), commune('B', { cho: number('0') })],
      figures,
    );
    expect(differ.readings.has('cho')).toBe(false);
    expect(differ.why.get('cho')).toBe('assess-anew');
    expect(differ.notes).toEqual([]);
  });

  test('such as a plan on paper are assessed anew: the plan of half the commune is no plan of the whole', () => {
    const both = { 'quy-hoach': number('1') };
    const { readings, why } = inheritReadings([commune('A', both), commune('B', both)], figures);
    expect(readings.size).toBe(0);
    expect(why.get('quy-hoach')).toBe('assess-anew');
  });
});

describe('no figure is guessed', () => {
  const whole = { 'nuoc-sach': share('1', '2'), cho: number('1') };

  test('out of a commune that was divided among several', () => {
    const { readings, notes } = inheritReadings([commune('A', whole), commune('B', whole, true)], figures);
    expect(readings.size).toBe(0);
    expect(notes).toEqual(['divided-predecessor']);
  });

  test('out of a divided commune alone', () => {
    const { readings, notes } = inheritReadings([commune('A', whole, true)], figures);
    expect(readings.size).toBe(0);
    expect(notes).toEqual(['divided-predecessor']);
  });

  test('for a township that was outside the programme and reported nothing', () => {
    const { readings, notes } = inheritReadings(
      [commune('Nậm Hàng', whole), commune('Nậm Nhùn', null)],
      figures,
    );
    expect(readings.size).toBe(0);
    expect(notes).toEqual(['missing-predecessor']);
  });

  test('where one commune lacks one figure, and the others stay', () => {
    const { readings, why } = inheritReadings(
      [commune('A', whole), commune('B', { cho: number('1') })],
      figures,
    );
    expect([...readings.keys()]).toEqual(['cho']);
    expect(why.get('nuoc-sach')).toBe('missing-predecessor');
  });

  test('out of a bare per cent: half of whom?', () => {
    const bare = { cho: number('1'), 'nuoc-sach': { numerator: '50', bare: true } };
    const { readings, notes } = inheritReadings([commune('A', whole), commune('B', bare)], figures);
    expect(readings.has('nuoc-sach')).toBe(false);
    expect(notes).toEqual(['bare-percent']);
  });

  test('for an income per head, unless a rule was signed', () => {
    const rich = { 'thu-nhap': number('40'), 'dan-so': number('1000') };
    const poor = { 'thu-nhap': number('20'), 'dan-so': number('3000') };
    const two = [commune('A', rich), commune('B', poor)];
    expect(inheritReadings(two, figures).why.get('thu-nhap')).toBe('assess-anew');
    const mean = Inheritance.parse({ figures: { 'thu-nhap': { rule: 'weightedMean', by: 'dan-so' } } });
    expect(inheritReadings(two, figures, mean).readings.get('thu-nhap')).toMatchObject({ numerator: '25' });
    const lowest = Inheritance.parse({ kinds: { number: { rule: 'worstCase', worst: 'lowest' } } });
    expect(inheritReadings(two, figures, lowest).readings.get('thu-nhap')).toMatchObject({ numerator: '20' });
    const highest = Inheritance.parse({ figures: { 'thu-nhap': { rule: 'worstCase', worst: 'highest' } } });
    expect(inheritReadings(two, figures, highest).readings.get('thu-nhap')).toMatchObject({
      numerator: '40',
    });
  });

  test('by a rule that nobody knows: it is refused', () => {
    expect(() => Inheritance.parse({ figures: { 'thu-nhap': { rule: 'average' } } })).toThrow();
  });
});

test('a commune that merged with nobody keeps its readings as they are', () => {
  const only = commune('Mù Cả', { 'thu-nhap': number('18.5'), 'nuoc-sach': { numerator: '50', bare: true } });
  const { readings, notes } = inheritReadings([only], figures);
  expect(readings).toBe(only.readings);
  expect(notes).toEqual([]);
});

describe('properties', () => {
  const decimal = fc.integer({ min: 0, max: 5_000_000 }).map((thousandths) => String(thousandths / 1000));

  test('a weighted mean lies between its parts and never moves across a standard of three decimals', () => {
    const part = fc.tuple(decimal, fc.integer({ min: 1, max: 99_999 }));
    const parts = fc.array(part, { minLength: 2, maxLength: 5 });
    const rule = Inheritance.parse({ figures: { 'thu-nhap': { rule: 'weightedMean', by: 'dan-so' } } });
    fc.assert(
      fc.property(parts, decimal, (given, standard) => {
        const communes = given.map(([income, people], index) =>
          commune(`${index}`, { 'thu-nhap': number(income), 'dan-so': number(String(people)) }),
        );
        const mean = micro(inheritReadings(communes, figures, rule).readings.get('thu-nhap')?.numerator);
        const people = given.reduce((sum, [, weight]) => sum + BigInt(weight), 0n);
        const exact = given.reduce((sum, [income, weight]) => sum + micro(income) * BigInt(weight), 0n);
        const wanted = micro(standard) * people;
        expect(mean * people >= wanted).toBe(exact >= wanted);
        expect(mean * people <= wanted).toBe(exact <= wanted);
      }),
    );
  });

  test('the law finds in merged readings what it finds in the sums', () => {
    const { dictionary, law } = law2016();
    const shares = [...dictionary.values()].filter((one) => one.kind === 'share' && one.merge === 'sum');
    const pair = fc
      .tuple(fc.nat(5000), fc.integer({ min: 1, max: 5000 }))
      .map(([part, total]) => [Math.min(part, total), total] as const);
    const readings = fc.array(pair, { minLength: shares.length, maxLength: shares.length });
    fc.assert(
      fc.property(fc.array(readings, { minLength: 2, maxLength: 4 }), (units) => {
        const communes = units.map((unit, index) =>
          commune(
            `${index}`,
            Object.fromEntries(
              shares.map(({ code }, at) => [code, share(String(unit[at]?.[0]), String(unit[at]?.[1]))]),
            ),
          ),
        );
        const sums = new Map(
          shares.map(({ code }, at) => {
            const add = (side: 0 | 1) => units.reduce((sum, unit) => sum + (unit[at]?.[side] ?? 0), 0);
            return [code, { numerator: String(add(0)), denominator: String(add(1)), applicable: true }];
          }),
        );
        const merged = inheritReadings(communes, dictionary);
        expect(evaluate(law, merged.readings)).toEqual(evaluate(law, sums));
      }),
      { numRuns: 40 },
    );
  });
});

function micro(text: string | null | undefined): bigint {
  const [whole = '0', fraction = ''] = (text ?? '').split('.');
  return BigInt(whole + fraction.padEnd(6, '0'));
}

/** The set of 2016-2020 for the northern mountains, as it ships. */
function law2016() {
  const text = (path: string): unknown => JSON.parse(readFileSync(join(SETS, path), 'utf8'));
  const dictionary = parseFigures(text('figures.json'), 'figures.json').figures;
  const id = 'vn-ntm-xa-2016-2020';
  const files = ['set.json', ...readdirSync(join(SETS, id, 'criteria')).map((name) => `criteria/${name}`)];
  const parts = files.map((file) => ({ file, text: text(`${id}/${file}`) }));
  const { set } = parseSetFolder(parts, dictionary);
  if (!set) throw new Error('the set of 2016-2020 does not load');
  return { dictionary, law: compile(set, 'TDMNPB', 2020) };
}
