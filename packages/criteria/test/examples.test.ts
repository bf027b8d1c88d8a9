// The examples that officials can read, typed by hand from the law's facts, run against the engine.
import {
  type CriteriaSet,
  compile,
  evaluate,
  explain,
  findFigure,
  type Reading,
  readingFromText,
  verdictOf,
} from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { listFolder, overlaid, readText, setFolders, shippedSet } from './shipped-law.ts';

interface ExampleCase {
  readonly nameVi: string;
  readonly cite: string;
  readonly dimension: string | null;
  readonly year: number;
  readonly overlay?: string;
  readonly readings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly expect: Readonly<Record<string, string>>;
  readonly says?: readonly string[];
}

interface ExampleFile {
  readonly set: string;
  readonly version: number;
  readonly cases: readonly ExampleCase[];
}

const WORDS: Readonly<Record<string, string>> = {
  met: 'đạt',
  notMet: 'chưa đạt',
  unknown: 'chưa xác định',
  notApplicable: 'không áp dụng',
};

function readingsOf(set: CriteriaSet, example: ExampleCase): Map<string, Reading> {
  const readings = new Map<string, Reading>();
  for (const [name, texts] of Object.entries(example.readings)) {
    const found = findFigure(set, name);
    if (found.kind !== 'figure') throw new Error(`${example.nameVi}: ${name} names no figure`);
    const scope = { expected: found.indicator.measure.expected, allowBare: true };
    const { reading, problems } = readingFromText(found.figure, texts, scope);
    if (reading === null)
      throw new Error(`${example.nameVi}: ${problems.map((problem) => problem.vi).join(' ')}`);
    readings.set(found.figure.code, reading);
  }
  return readings;
}

/** Verdicts in Vietnamese words by `17.1` and `tiêu chí 17`. */
function verdictsOf(set: CriteriaSet, example: ExampleCase): Record<string, string> {
  const compiled = compile(set, example.dimension, example.year);
  const { indicators, criteria } = evaluate(compiled, readingsOf(set, example));
  const said: Record<string, string> = {};
  compiled.indicators.forEach(({ indicator }, index) => {
    said[indicator.code] = WORDS[verdictOf(indicators[index])] ?? '';
  });
  compiled.criteria.forEach(({ code }, index) => {
    said[`tiêu chí ${code}`] = WORDS[verdictOf(criteria[index])] ?? '';
  });
  return said;
}

/** Everything the explanation says of the indicators that the example expects something of. */
function wordsOf(set: CriteriaSet, example: ExampleCase): string {
  const compiled = compile(set, example.dimension, example.year);
  const { criteria } = explain(compiled, readingsOf(set, example), 'vi');
  const indicators = criteria.flatMap((criterion) => criterion.indicators);
  return indicators
    .filter((indicator) => Object.hasOwn(example.expect, indicator.code))
    .flatMap((indicator) => indicator.sentences)
    .join(' ');
}

const counts = new Map<string, number>();

for (const folder of setFolders) {
  describe(`examples of ${folder}`, () => {
    for (const name of listFolder(`${folder}/examples`)) {
      // The shape is checked against the published schema in schema.test.ts.
      const file = JSON.parse(readText(`${folder}/examples/${name}`)) as ExampleFile;
      counts.set(folder, (counts.get(folder) ?? 0) + file.cases.length);
      it(`${name} is about this version of the set`, () => {
        const set = shippedSet(folder);
        expect([file.set, file.version]).toEqual([set.id, set.version]);
      });
      it.each(file.cases.map((example) => [example.nameVi, example] as const))('%s', (_name, example) => {
        const set = shippedSet(folder);
        const law = example.overlay === undefined ? set : overlaid(set, example.overlay);
        expect(verdictsOf(law, example)).toMatchObject(example.expect);
        for (const words of example.says ?? []) expect(wordsOf(law, example)).toContain(words);
      });
    }
  });
}

it('an official finds at least 30 examples for QĐ 1980 and 10 for QĐ 318', () => {
  expect(counts.get('vn-ntm-xa-2016-2020')).toBeGreaterThanOrEqual(30);
  expect(counts.get('vn-ntm-xa-2021-2025')).toBeGreaterThanOrEqual(10);
  expect([...counts.keys()]).toEqual(setFolders);
});
