// Fourteen sheets of offices, from the file to declared results. What is right was typed by hand beside each workbook.
import { readdirSync, readFileSync } from 'node:fs';
import {
  type Applied,
  answerQuestions,
  applyMapping,
  type IntakeContext,
  type IntakeCriterion,
  type IntakeGrid,
  type IntakeUnit,
  Mapping,
  proposeMapping,
} from '@vungbuoc/programme/intake';
import { describe, expect, it } from 'vitest';
import { readSheets } from '../../src/sheets/index.ts';

interface Expected {
  readonly file: string;
  readonly district: string | null;
  readonly document?: string;
  readonly documentDate?: string;
  readonly results: Readonly<Record<string, string>>;
  readonly totals: Readonly<Record<string, string>>;
  readonly questions: readonly string[];
  readonly answers: Readonly<Record<string, string>>;
}

const folder = new URL('../fixtures/intake/', import.meta.url);
const load = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T;
const units = load<IntakeUnit[]>('units.json');
const criteria = load<IntakeCriterion[]>('criteria.json');
const fixtures = readdirSync(folder)
  .filter((name) => /^\d\d-.*\.json$/.test(name))
  .map((name) => load<Expected>(name));

function contextOf(expected: Expected): IntakeContext {
  const own = units.filter((unit) => expected.district === null || unit.parentName === expected.district);
  return { units: own, criteria, year: 2020, level: 'ntm' };
}

async function gridsOf(expected: Expected): Promise<IntakeGrid[]> {
  const { sheets, problems } = await readSheets(readFileSync(new URL(expected.file, folder)), expected.file);
  expect(problems).toEqual([]);
  return sheets;
}

const signs = { met: '+', notMet: '-', coBanDat: '~', notApplicable: 'o' } as const;

/** Results as the signs of the expected files: a commune's criteria in order, `.` where nothing is declared. */
function signsOf(applied: Applied): { results: Record<string, string>; totals: Record<string, string> } {
  const results: Record<string, string[]> = {};
  const totals: Record<string, string> = {};
  for (const { unitCode, criterion, verdict, metCount, ofCount } of applied.results) {
    if (criterion === null) totals[unitCode] = ofCount === null ? String(metCount) : `${metCount}/${ofCount}`;
    else {
      const line = results[unitCode] ?? criteria.map(() => '.');
      results[unitCode] = line;
      line[Number(criterion) - 1] = verdict === null ? '?' : signs[verdict];
    }
  }
  return {
    results: Object.fromEntries(Object.entries(results).map(([code, line]) => [code, line.join('')])),
    totals,
  };
}

describe.each(fixtures)('the office’s own sheet $file', (expected) => {
  it('maps every cell right or asks about it', async () => {
    const grids = await gridsOf(expected);
    const context = contextOf(expected);
    const { mapping } = proposeMapping(grids, context);
    if (mapping === null) throw new Error('no table was found');
    const applied = applyMapping(grids, mapping, context);
    expect(applied.faults).toEqual([]);
    const got = signsOf(applied);
    const asked = new Set(applied.open.map(({ unitCode, criterion }) => `${unitCode} ${criterion}`));
    // A column that is not understood yet waits without a criterion: until then its cells give nothing.
    const puzzled = new Set(
      applied.open
        .filter(({ questions }) => questions.some((id) => id.startsWith('column:')))
        .flatMap(({ unitCode, criterion }) => (criterion === null ? [unitCode] : [])),
    );
    for (const [code, line] of Object.entries(expected.results)) {
      [...line].forEach((sign, at) => {
        const waits = puzzled.has(code) && (got.results[code]?.[at] ?? '.') === '.';
        if (!waits && !asked.has(`${code} ${at + 1}`))
          expect(`${code} ${at + 1} ${got.results[code]?.[at]}`).toBe(`${code} ${at + 1} ${sign}`);
      });
    }
    for (const [code, count] of Object.entries(expected.totals)) {
      if (!asked.has(`${code} null`)) expect(`${code} ${got.totals[code]}`).toBe(`${code} ${count}`);
    }
    for (const code of [...Object.keys(got.results), ...Object.keys(got.totals)]) {
      expect(code in expected.results || code in expected.totals).toBe(true);
    }
  });

  it('asks exactly what the sheet leaves open, and with the answers declares exactly what is right', async () => {
    const grids = await gridsOf(expected);
    const context = contextOf(expected);
    let { mapping, questions } = proposeMapping(grids, context);
    const asked = new Set<string>();
    for (let round = 0; round < 4 && mapping !== null && questions.length > 0; round++) {
      for (const { id } of questions) asked.add(id);
      const answers = Object.fromEntries(
        questions.map(({ id }) => [id, expected.answers[id] ?? 'not answered']),
      );
      ({ mapping, questions } = proposeMapping(grids, context, answerQuestions(mapping, answers)));
    }
    expect([...asked].sort()).toEqual([...expected.questions].sort());
    if (mapping === null) throw new Error('no table was found');
    // A mapping travels as a file and comes back the same.
    const saved = Mapping.parse(JSON.parse(JSON.stringify(mapping)));
    const applied = applyMapping(grids, saved, context);
    expect(applied.open).toEqual([]);
    expect(applied.faults).toEqual([]);
    expect(signsOf(applied)).toEqual({ results: expected.results, totals: expected.totals });
    if (expected.document !== undefined) {
      expect(saved.title).toMatchObject({
        documentNumber: expected.document,
        documentDate: expected.documentDate,
      });
    }
  });
});
